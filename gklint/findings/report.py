"""One checked file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from gklint.findings.codes import NOT_CHECKED
from gklint.findings.diagnostics import Accepted, Diagnostic, UndecidedCheck
from gklint.findings.messages import Speaker
from gklint.form.formula import Identity
from gklint.frozen import Frozen
from gklint.model.abstract import Abstract
from gklint.model.document import Document
from gklint.model.outcomes import Tally
from gklint.ruleset.severity import Severity
from gklint.text.source import Source

_NOTHING = Tally()


class CheckedBy(Frozen, eq=False):
    """By what a report was checked.  ``identities``: those of each table, by its start rule."""

    speaker: Speaker
    identities: Mapping[str, Mapping[str, Sequence[Identity]]]


class Report(NamedTuple):
    """One checked file.  ``format`` is ``"2021"``, ``"2019"`` or None; so is what is unknown.

    ``accepted``: findings that do not count.  ``compared``: whether there was a baseline, so that
    ``diagnostics`` are new.  ``dated``: whether comments in the file accept something until a day.
    ``fail_on``: from which severity on a finding fails the run; None:
    none does.  ``alone``: whether reports of last year were given, but none to compare it with.
    ``abstract``: what it was compared by with that of last year.  ``by``: None if it was not
    read as a report, or is slim.
    """

    path: str | None
    source: Source
    format: str | None = None
    agency: str | None = None
    year: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    compared: bool = False
    dated: bool = False
    fail_on: Severity | None = Severity.ERROR
    undecided: tuple[UndecidedCheck, ...] = ()
    checks: Tally = _NOTHING
    document: Document | None = None
    alone: bool = False
    abstract: Abstract | None = None
    by: CheckedBy | None = None

    def slim(self) -> Report:
        """The report without its model and rules, which have nine tenths of its size."""
        return self._replace(document=None, abstract=None, by=None)

    def __reduce__(self) -> tuple[type[Report], tuple[Any, ...]]:
        """Go to another process slim, whoever sends it: of a pool or a cluster they ask nothing."""
        return Report, tuple(self.slim())

    def __copy__(self) -> Report:
        """Stay as it is; a copy would go the same way."""
        return self

    def __deepcopy__(self, _: object) -> Report:
        return self

    def fails(self, found: Diagnostic) -> bool:
        """Whether one of its findings fails the run."""
        return found.severity.reaches(self.fail_on)

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be read or checked."""
        return any(found.code in NOT_CHECKED for found in self.diagnostics)
