"""What a rule has to say: outcomes of checks, and diagnostics made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from gklint.model.document import Address
from gklint.text.source import Span
from gklint.text.values import Number


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


class CellsOfRows(NamedTuple):
    """An argument of a message: rows from one to another, and their columns; none of these: all."""

    table: str
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]


class Sum(NamedTuple):
    """An argument of a message: a sum, as sign, name of a row or column, and number.

    ``total``: what it comes to, to be shown behind it.
    """

    table: str
    terms: tuple[tuple[int, str, Number], ...]
    total: Number | None = None


# -- what checks yield -----------------------------------------------------------------------


class Edit(NamedTuple):
    """A change that would mend a finding: what is to stand at ``span`` of ``Source.text``."""

    span: Span
    text: str


class Note(NamedTuple):
    """A place that belongs to a finding; ``text`` is the key of a text of ``words``.

    ``file``: the file that it stands in, where that is another.
    """

    text: str
    span: Span
    address: Address | None = None
    args: Mapping[str, object] = {}
    file: str | None = None


class Finding(NamedTuple):
    """Something is wrong at ``span``.  ``kind`` chooses among the messages of the rule.

    ``suspects`` together repair what is broken; with ``alternatives`` each one alone does.
    ``edits`` together mend it by themselves, without a decision that is the author's; where they
    may be many, a function that makes them when a fix is asked for.
    """

    address: Address
    span: Span
    args: Mapping[str, object] = {}
    kind: str = "default"
    notes: tuple[Note, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    alternatives: bool = False
    edits: tuple[Edit, ...] | Callable[[], Iterable[Edit]] = ()

    @property
    def culprit(self) -> Suspect | None:
        """The one cell that is suspected; None if there are several, or none."""
        return self.suspects[0] if len(self.suspects) == 1 else None


class Undecided(NamedTuple):
    """It cannot be told; ``reason`` is the key of a text of ``words``."""

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
