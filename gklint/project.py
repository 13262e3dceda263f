"""The linter for each file of a run: its configuration, and what the command line says over it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.acceptance import Elsewhere
from gklint.config import Config, Configs, PerFile
from gklint.diagnostics import Acceptance, Severity
from gklint.errors import UsageError
from gklint.keyed import code_problem
from gklint.limits import DEFAULT, Limits
from gklint.linter import Linter, Report, Selection, Setting
from gklint.paths import relative
from gklint.ruleset import Rule, RuleSet, load_rules

if TYPE_CHECKING:
    from gklint.accept_file import AcceptFile


@dataclass(frozen=True)
class Options:
    """What the command line says.  It can be sent to another process.

    select, when given, takes the place of what configurations select and ignore; ignore and
    severity add to theirs.  What is None is left to them.  config: the only configuration file
    to be read; isolated: none is.  use_baseline: whether a baseline is compared with at all.
    new_accept: whether the accept file is yet to be made.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: str | None = None
    rules: tuple[Path, ...] = ()
    accept: Path | None = None
    baseline: Path | None = None
    lang: str = "zh"
    limits: Limits = DEFAULT
    config: Path | None = None
    isolated: bool = False
    use_baseline: bool = True
    new_accept: bool = False


@dataclass
class Project:
    """Configurations, rule sets and linters, each made once.  ``today``: None for each day's own.

    What is wrong in them is a ConfigError, RuleFileError or UsageError of the first call that
    needs it.
    """

    options: Options = Options()
    today: date | None = None
    _linters: dict[tuple[object, ...], Linter] = field(default_factory=dict)
    _accept_files: dict[Path, AcceptFile] = field(default_factory=dict)
    _accepting: dict[Path, Linter] = field(default_factory=dict)
    _baselines: dict[Path, Mapping[tuple[str, str], Acceptance]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.configs = Configs(self.options.config, self.options.isolated)

    def config(self, path: Path) -> Config:
        """The configuration in force for a file."""
        return self.configs.of(path)

    def fail_on(self, path: Path) -> str:
        """The severity from which a finding in this file fails the run, or ``"never"``."""
        return self.options.fail_on or self.config(path).fail_on or str(Severity.ERROR)

    def linter(self, path: Path) -> Linter:
        """The linter for a file."""
        config = self.config(path)
        per_file = config.for_file(path)
        key = config.file, config.root, *(each.pattern for each in per_file)
        if key not in self._linters:
            self._linters[key] = self._make(config, per_file)
        return self._linters[key]

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules of the linters that were asked for so far."""
        linters = [*self._linters.values()] or [self.linter(Path())]
        return {code: rule for each in linters for code, rule in each.rules.rules.items()}

    def in_force(self, config: Config) -> Config:
        """A configuration with what the command line says over it."""
        options = self.options
        selection = self._selection(config, ())
        return replace(
            config,
            select=selection.select,
            ignore=selection.ignore,
            severity=selection.severity,
            fail_on=options.fail_on or config.fail_on or str(Severity.ERROR),
            rules=(*config.rules, *options.rules),
            accept=options.accept or config.accept,
            baseline=options.baseline or config.baseline,
        )

    def accept_path(self, path: Path) -> Path | None:
        """The accept file for a file."""
        return self.options.accept or self.config(path).accept

    # -- making a linter -------------------------------------------------------------------

    def _make(self, config: Config, per_file: Iterable[PerFile]) -> Linter:
        options = self.options
        rules = load_rules([*config.rules, *options.rules])
        config.check_codes(rules.rules)
        self._check_codes(rules)
        accept = options.accept or config.accept
        setting = Setting(config.root, self._elsewhere(config, accept), self.today)
        linter = Linter(rules, self._selection(config, per_file), options.lang, setting)
        if accept is not None:
            self._accepting.setdefault(accept, linter)
        return linter

    def _selection(self, config: Config, per_file: Iterable[PerFile]) -> Selection:
        options = self.options
        select, ignore, severity = config.select, config.ignore, dict(config.severity)
        for each in per_file:
            select = each.select or select
            ignore += each.ignore
            severity.update(each.severity)
        severity.update(options.severity)
        if options.select:
            select, ignore = options.select, ()
        return Selection(select, (*ignore, *options.ignore), severity)

    def _check_codes(self, rules: RuleSet) -> None:
        options = self.options
        given = [(code, False) for code in (*options.select, *options.ignore)]
        for code, whole in [*given, *((code, True) for code, _ in options.severity)]:
            if problem := code_problem(code, rules.rules, whole=whole):
                raise UsageError(problem)

    def _elsewhere(self, config: Config, accept: Path | None) -> Elsewhere:
        baseline = self.options.baseline or config.baseline if self.options.use_baseline else None
        known = {**self._baseline(baseline), **self._accepts(accept)}
        return Elsewhere(known, baseline is not None)

    def _baseline(self, path: Path | None) -> Mapping[tuple[str, str], Acceptance]:
        if path is None:
            return {}
        if path not in self._baselines:
            from gklint.baseline import read_baseline

            self._baselines[path] = read_baseline(path)
        return self._baselines[path]

    def _accepts(self, path: Path | None) -> Mapping[tuple[str, str], Acceptance]:
        if path is None or (self.options.new_accept and not path.exists()):
            return {}
        if path not in self._accept_files:
            from gklint.accept_file import read_accept_file

            self._accept_files[path] = read_accept_file(path)
        return self._accept_files[path].accepts()

    # -- what is wrong with accept files ----------------------------------------------------

    def accept_reports(
        self, checked: Iterable[Path], used: Collection[tuple[str, str]]
    ) -> Iterator[Report]:
        """A report of each accept file with idle, expired or wrong entries.

        checked: the files on which the rules were run.  used: the code and fingerprint of each
        finding that an accept file accepted.
        """
        if not self._accept_files:
            return
        linters = {path: self.linter(path) for path in checked}
        today = self.today or date.today()
        for path, accepts in self._accept_files.items():
            named = {relative(each, path.parent): linter for each, linter in linters.items()}
            remarks = accepts.remarks(named, used, today)
            report = self._accepting[path].remark(accepts.source, remarks)
            if report.diagnostics:
                yield report
