"""What a rule has to say: outcomes of checks, and diagnostics made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Literal, NamedTuple

from gklint.model import Address
from gklint.source import Place, Range, Span
from gklint.values import Number


class Severity(str, Enum):
    """How serious a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def __str__(self) -> str:
        return self.value

    @property
    def rank(self) -> int:
        """1 (error) to 3 (info), as the Language Server Protocol counts."""
        return [*Severity].index(self) + 1


class CellName(NamedTuple):
    """A cell by the names of the contract; a whole row has no column."""

    table: str
    row: str
    column: str | None


class Suspect(NamedTuple):
    """A cell that may be the wrong one: what stands there, what would repair the sums."""

    cell: CellName
    actual: Number
    expected: Number


class ColumnNames(NamedTuple):
    """An argument of a message: columns of a table, shown by their printed names."""

    table: str
    names: tuple[str, ...]


class TextKey(NamedTuple):
    """An argument of a message: a key of rules/format/texts.yaml."""

    key: str


class Sum(NamedTuple):
    """An argument of a message: a sum, as sign, name of a row or column, and number."""

    table: str
    terms: tuple[tuple[int, str, Number], ...]


# -- what checks yield -----------------------------------------------------------------------


class Edit(NamedTuple):
    """A change that would mend a finding: what is to stand at ``span`` of ``Source.text``."""

    span: Span
    text: str


class Note(NamedTuple):
    """A place that belongs to a finding; ``text`` is a key of rules/format/texts.yaml."""

    text: str
    span: Span
    address: Address | None = None
    args: Mapping[str, object] = {}


@dataclass(frozen=True)
class Finding:
    """Something is wrong at ``span``.  ``kind`` chooses among the messages of the rule.

    ``suspects`` together repair what is broken; with ``alternatives`` each one alone does.
    ``edits`` together mend it by themselves, without a decision that is the author's.
    """

    address: Address
    span: Span
    args: Mapping[str, object] = field(default_factory=dict)
    kind: str = "default"
    notes: tuple[Note, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    alternatives: bool = False
    edits: tuple[Edit, ...] = ()


class Undecided(NamedTuple):
    """It cannot be told; ``reason`` is a key of rules/format/texts.yaml."""

    reason: str
    address: Address
    args: Mapping[str, object] = {}


class Passed(NamedTuple):
    """So many things were checked and found right."""

    number: int = 1


class NotApplicable(NamedTuple):
    """The rule has nothing to say about this report."""


Outcome = Finding | Undecided | Passed | NotApplicable


# -- what users see --------------------------------------------------------------------------


class Related(NamedTuple):
    """Another place that a diagnostic speaks of."""

    message: str
    range: Range | None
    place: Place | None
    cell: CellName | None


class Replacement(NamedTuple):
    """A change of a file: ``new`` for ``old``, which stands at ``span`` of ``Source.file.text``.

    ``range``: the same place in lines and columns.
    """

    span: Span
    range: Range
    old: str
    new: str


class Fix(NamedTuple):
    """Changes that mend a finding together.  Safe ones cannot change what a report says."""

    safe: bool
    edits: tuple[Replacement, ...]


@dataclass(frozen=True)
class Diagnostic:
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


class Tally(NamedTuple):
    """How many checks ended in which way."""

    passed: int = 0
    failed: int = 0
    undecided: int = 0
    not_applicable: int = 0

    @property
    def total(self) -> int:
        """Checks that applied to the report."""
        return self.passed + self.failed + self.undecided
