"""What users see: findings in words, with their places in the file."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from gklint.model.outcomes import CellName, Suspect
from gklint.ruleset.severity import Severity
from gklint.text.source import Place, Range, Span


class Related(NamedTuple):
    """Another place that a diagnostic speaks of.

    ``path``: its file, if that is another; ``line``: then all of the line that it stands in.
    """

    message: str
    range: Range | None
    place: Place | None
    cell: CellName | None
    path: str | None = None
    line: str = ""


class Replacement(NamedTuple):
    """A change of a file: ``new`` for ``old``, which stands at ``span`` of ``Source.file.text``."""

    span: Span
    old: str
    new: str


class Fix(NamedTuple):
    """Changes that mend a finding together.  Safe ones cannot change what a report says."""

    safe: bool
    edits: tuple[Replacement, ...]


class Diagnostic(NamedTuple):
    """One finding of one rule at one place; messages in the language asked for.

    ``span``: in ``Source.text``; None if it is not there (in a comment of a web page).
    ``range`` in the file, or ``place`` if it has no lines.  ``structure``: the rule and the place
    in the form, of which fingerprints are made.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span | None
    range: Range | None
    place: Place | None
    cell: CellName | None
    related: tuple[Related, ...]
    suspects: tuple[Suspect, ...]
    basis: str
    fingerprint: str
    fix: Fix | None = None
    structure: str = ""

    @property
    def part(self) -> str:
        """The part of the report that its address names: a table, a section, or another."""
        return self.structure.split("\0")[1]

    def known_in(self, file: str) -> str:
        """The fingerprint where the file is called so."""
        return fingerprint(file, self.structure)


def fingerprint(file: str, structure: str) -> str:
    """From the name of a file and from rule and place in the form, whatever lines and values."""
    whole = f"{file}\0{structure}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:16]


class Acceptance(NamedTuple):
    """On what authority a finding is accepted.

    by: ``"file"`` is an accept file.
    reason: None in a baseline.  until: the last day on which it holds; None for ever.
    """

    by: Literal["comment", "file", "baseline"]
    reason: str | None = None
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today


class Entry(NamedTuple):
    """An entry of an accept file or a baseline: which of them, and which finding."""

    list: Path
    code: str
    fingerprint: str


class Accepted(NamedTuple):
    """A finding that does not count, and why.  ``entry``: None if a comment accepts it."""

    diagnostic: Diagnostic
    acceptance: Acceptance
    entry: Entry | None = None


class UndecidedCheck(NamedTuple):
    """A check that could not be decided, and why."""

    code: str
    reason: str
    cell: CellName | None
