"""What the command line says over the configurations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint import words
from gklint.errors import UsageError
from gklint.files.keyed import code_problem
from gklint.formats.limits import DEFAULT, Limits
from gklint.project.config import Config

if TYPE_CHECKING:
    from gklint.ruleset.loading import RuleSet
    from gklint.ruleset.severity import Severity


class Options(NamedTuple):
    """What the command line says.  It can be sent to another process.

    What is None or empty is left to the configurations.  config: the only configuration file to
    be read; isolated: none is.  writes_lists: for the commands that write accept files and
    baselines: nothing is compared with a baseline, and an accept file may be yet to be made.
    fixes: whether anything shows or makes them.  cache: whether results may be kept.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: str | None = None
    rules: tuple[Path, ...] = ()
    accept: Path | None = None
    baseline: Path | None = None
    previous: Path | None = None
    lang: str = words.DEFAULT
    limits: Limits = DEFAULT
    config: Path | None = None
    isolated: bool = False
    writes_lists: bool = False
    fixes: bool = True
    cache: bool = True

    def over(self, config: Config) -> Config:
        """A configuration with these options over it.

        select takes the place of what it selects and ignores; ignore, severity and rules add.
        """
        return config._replace(
            select=self.select or config.select,
            ignore=(*(() if self.select else config.ignore), *self.ignore),
            severity={**config.severity, **dict(self.severity)},
            fail_on=self.fail_on or config.fail_on,
            rules=(*config.rules, *self.rules),
            accept=self.accept or config.accept,
            baseline=self.baseline or config.baseline,
            previous=self.previous or config.previous,
        )

    def check_codes(self, rules: RuleSet) -> None:
        """Raise UsageError unless all codes are those of rules, and prefixes begin some."""
        given = [(code, False) for code in (*self.select, *self.ignore)]
        for code, whole in [*given, *((code, True) for code, _ in self.severity)]:
            if problem := code_problem(code, rules.rules, whole=whole):
                raise UsageError(problem.key, **problem.args)


AS_CONFIGURED = Options()
