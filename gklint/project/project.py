"""The linter for each file of a run: its configuration, and what the command line says over it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gklint.files.paths import absolute, relative
from gklint.project.config import Config, Configs, existing, readable
from gklint.project.options import AS_CONFIGURED, Options
from gklint.project.state import state_of
from gklint.ruleset.reading import require_rule_file

if TYPE_CHECKING:  # a run of which all is known makes no linter
    from gklint.accept.baseline import Baseline, Known
    from gklint.accept.file import AcceptFile
    from gklint.accept.judging import Checked, Elsewhere, Listed
    from gklint.findings.diagnostics import Entry
    from gklint.findings.report import Report
    from gklint.formats.limits import Limits
    from gklint.linter import Linter
    from gklint.model.county import Earlier, Lacking
    from gklint.model.document import Document
    from gklint.project.last_year import LastYear
    from gklint.project.last_year_files import Given
    from gklint.project.last_years import LastYears
    from gklint.ruleset.loading import RuleSet
    from gklint.ruleset.rules import Rule


def _given(config: Config) -> Given | None:
    """What is given of last year's; ``config``: with the command line over it."""
    if config.previous is None:
        return None
    from gklint.project.last_year_files import Given

    return Given(config.previous, config.rules)


class Project:
    """Configurations, rule sets and linters, each made once.

    What is wrong in them is a ConfigError, RuleFileError or UsageError of the first call that
    needs it.
    """

    def __init__(
        self,
        options: Options = AS_CONFIGURED,
        today: date | None = None,
        last_years: Mapping[Given, LastYear] | None = None,
    ) -> None:
        """``today``: None for each day's own.  ``last_years``: what was read of them before."""
        self.options = options
        self.today = today
        self._before = last_years or {}
        self.configs = Configs(options.config, options.isolated)
        self._configs: dict[tuple[Path | None, Path], Config] = {}
        self._linters: dict[tuple[object, ...], Linter] = {}
        self._rule_sets: dict[tuple[Path, ...], RuleSet] = {}
        self._states: dict[tuple[object, ...], tuple[Config, bytes | None]] = {}
        self._baselines: dict[Path, Baseline] = {}
        self._accept_files: dict[Path, AcceptFile] = {}
        self._accepting: dict[Path, Linter] = {}

    def config(self, path: Path) -> Config:
        """The configuration of a file with the command line over it, but for per-file rules."""
        config = self.configs.of(path)
        key = (config.file, config.root)
        if key not in self._configs:
            self._configs[key] = self.options.over(config)
        return self._configs[key]

    def limits(self, path: Path) -> Limits:
        """The limits for a file; its configuration may say that pictures are not to be read."""
        return self.options.limits.reading(scans=self.configs.of(path).scan)

    def linter(self, path: Path) -> Linter:
        """The linter for a file."""
        config, own, key = self._in_force(path)
        if key not in self._linters:
            self._linters[key] = self._make(config, self.options.over(own))
        return self._linters[key]

    def _in_force(self, path: Path) -> tuple[Config, Config, tuple[object, ...]]:
        """The configuration of a file, that with its per-file rules, and what tells that apart."""
        config = self.configs.of(path)
        own = config.for_file(path)
        patterns = (entry.pattern for entry in own.per_file_rules)
        return config, own, (config.file, config.root, *patterns)

    def state(self, path: Path) -> bytes | None:
        """What tells the settings of a file from others; None where no results are to be kept."""
        _, own, key = self._in_force(path)
        if key not in self._states:
            config = self.options.over(own)
            self._states[key] = config, self._state_now(config) if config.cache else None
        return self._states[key][1]

    def _state_now(self, config: Config) -> bytes | None:
        today, given = (self.today or date.today()).isoformat(), _given(config)
        return state_of(config, today, self.last_years.state(given) if given else b"")

    def load(self, files: Iterable[Path]) -> None:
        """Make what files need.  What is wrong with a configuration is raised now."""
        for folder in dict.fromkeys(path.parent for path in files):
            self.linter(folder)
        for key, (config, before) in self._states.items():
            if before and self._state_now(config) != before:  # it changed meanwhile
                self._states[key] = config, None

    @cached_property
    def last_years(self) -> LastYears:
        """What was given of last year's."""
        from gklint.project.last_years import LastYears

        return LastYears(self.options.limits, self._before)

    @property
    def _known(self) -> Mapping[Given, LastYear]:
        """What was read of it: nothing where nothing was given."""
        return self.last_years.known if "last_years" in vars(self) else self._before

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process all is made anew, but no report of last year's is read again."""
        return Project, (self.options, self.today, self._known)

    def renewed(self) -> Project:
        """The same, by the configurations as they are now."""
        return Project(self.options, self.today, self._known)

    def is_of_last_year(self, path: Path) -> bool:
        """Whether a file is one of those of last year's that are known, or lies among them."""
        return any(absolute(path).is_relative_to(absolute(each.path)) for each in [*self._known])

    def unread(self, files: Iterable[Path]) -> Iterator[Given]:
        """What files are compared with of last year's and was not read yet."""
        for folder in dict.fromkeys(path.parent for path in files):
            written = self.configs.of(folder)
            given = self._required(written)
            if given is not None and given not in self.last_years:
                yield given

    def load_rules(self, files: Iterable[Path]) -> None:
        """Load the rules for files, without what checks by them."""
        for folder in dict.fromkeys(path.parent for path in files):
            self._rule_set(self.configs.of(folder))

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules that were asked for so far."""
        if not self._rule_sets:
            self.load_rules([Path()])
        sets = self._rule_sets.values()
        return {code: rule for each in sets for code, rule in each.rules.items()}

    def _rule_set(self, written: Config) -> RuleSet:
        """The rules that are in force; ``written``: what the configuration file says."""
        return self.rule_set(self._over(written).rules)

    def _over(self, written: Config) -> Config:
        """The same with the command line over it.  Raises ConfigError of rule files it lacks."""
        written.require("rules", written.rules, require_rule_file)
        return self.options.over(written)

    def rule_set(self, names: tuple[Path, ...]) -> RuleSet:
        """The shipped rules and those of some files."""
        from gklint.ruleset.loading import load_rules

        if names not in self._rule_sets:
            self._rule_sets[names] = load_rules(names)
        return self._rule_sets[names]

    def lists(self, files: Iterable[Path]) -> tuple[bool, bool]:
        """Whether there is an accept file, and whether there is a baseline, for any of them."""
        folders = dict.fromkeys(path.parent for path in files)
        configs = [*map(self.config, folders)]
        return any(each.accept for each in configs), any(each.baseline for each in configs)

    def _make(self, written: Config, config: Config) -> Linter:
        """The linter for what is in force; ``written``: what the configuration file says."""
        from gklint.linter import Linter, no_report
        from gklint.ruleset.selection import Selection

        rules = self._rule_set(written)
        if not self.options.writes_lists:
            accept = None if self.options.accept else written.accept
            baseline = None if self.options.baseline else written.baseline
            written.require("accept", [accept], readable("files.accept-missing"))
            written.require("baseline", [baseline], readable("files.baseline-missing"))
        given = self._required(written)
        written.check_codes(rules.rules)
        self.options.check_codes(rules)
        linter = Linter(
            rules,
            Selection(config.select, config.ignore, config.severity),
            self.options.lang,
            root=config.root,
            elsewhere=self._elsewhere(config),
            today=self.today,
            fixes=self.options.fixes,
            earlier=partial(self._earlier, given) if given else no_report,
        )
        if config.accept is not None:
            self._accepting.setdefault(config.accept, linter)
        return linter

    def _required(self, written: Config) -> Given | None:
        """What is given of last year's.  Raises ConfigError or UsageError if nothing is there."""
        if not self.options.previous:
            written.require("previous", [written.previous], existing("files.previous-missing"))
        given = _given(self._over(written))
        if given:
            self.last_years.files(given)
        return given

    def _earlier(self, given: Given, document: Document) -> Earlier | Lacking:
        from gklint.model.county import Lacking
        from gklint.project.last_year_reading import stated_by

        rules = self.rule_set(given.rules)
        found = self.last_years.get(given, rules).find(document, rules.form)
        if isinstance(found, Lacking):
            return found
        stated = partial(stated_by, rules, Path(str(found.report.path)), self.options.limits)
        return found._replace(stated=cache(stated))

    # -- what is accepted outside of the files ------------------------------------------------

    def _elsewhere(self, config: Config) -> Elsewhere:
        from gklint.accept.judging import Elsewhere

        baseline = None if self.options.writes_lists else config.baseline
        lists = (self._accepts(config.accept), self._baseline(baseline))
        return Elsewhere(tuple(filter(None, lists)), baseline is not None)

    def _baseline(self, path: Path | None) -> Listed | None:
        if path is None:
            return None
        if path not in self._baselines:
            from gklint.accept.baseline import read_baseline

            self._baselines[path] = read_baseline(path)
        from gklint.accept.judging import Listed

        return Listed(path, self._baselines[path].accepts())

    def _accepts(self, path: Path | None) -> Listed | None:
        if path is None or (self.options.writes_lists and not path.exists()):
            return None
        if path not in self._accept_files:
            from gklint.accept.file import read_accept_file

            self._accept_files[path] = read_accept_file(path)
        from gklint.accept.judging import Listed

        return Listed(path, self._accept_files[path].accepts())

    def accept_reports(self, checked: Iterable[Path], used: Collection[Entry]) -> Iterator[Report]:
        """A report of each accept file with idle, expired or wrong entries.

        checked: the files on which the rules were run.  used: the entries that accepted something.
        """
        today = self.today or date.today()
        for path, accepts in self._accept_files.items():
            remarks = accepts.remarks(self.checked(checked, path.parent), used, today)
            report = self._accepting[path].remark(accepts.source, remarks)
            if report.diagnostics:
                yield report

    def stale(
        self, checked: Iterable[Path], used: Collection[Entry]
    ) -> Iterator[tuple[Path, list[Known]]]:
        """Each baseline that has entries whose findings are gone, with these; as above."""
        for path, baseline in self._baselines.items():
            found = {(each.code, each.fingerprint) for each in used if each.list == path}
            gone = [*baseline.stale(self.checked(checked, path.parent), found)]
            if gone:
                yield path, gone

    def checked(self, paths: Iterable[Path], folder: Path) -> Mapping[str, Checked]:
        """By which rules files are checked; they are named as in a list in a folder."""
        from gklint.accept.judging import Checked

        linters = {path: self.linter(path) for path in paths}
        return {
            relative(path, folder): Checked(linter.rules.rules, linter.active)
            for path, linter in linters.items()
        }
