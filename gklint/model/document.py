"""A report as it was read: what is there, also when it is wrong.

Positions are spans of the original text.  Names of tables, rows and columns are those
of the contract; headings and parts go by their names in the grammar.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from gklint.form.structure import Shape
from gklint.frozen import Frozen
from gklint.model.statements import Passage, Period, Statements
from gklint.text.normalise import says_anything
from gklint.text.piece import Piece
from gklint.text.prose import Prose, joined, squeeze
from gklint.text.source import Source, Span
from gklint.text.values import Number, read_value

_MANY_INLINE = 3


class Address(NamedTuple):
    """A place in the structure of a report, whatever its line: for cells and fingerprints."""

    part: str
    row: str | None = None
    column: str | None = None

    def covers(self, other: Address) -> bool:
        """Whether ``other`` is this place or lies in it."""
        return (
            self.part == other.part
            and self.row in (None, other.row)
            and self.column in (None, other.column)
        )


def in_address(section: str | None) -> str:
    """A section as addresses of running text name it.

    In capitals, because baselines and accept files hold fingerprints that were made so.
    """
    return (section or "").upper()


class RowState(Enum):
    """Whether a row's values could be told apart."""

    READ = "read"
    MISCOUNTED = "miscounted"  # more or fewer values than columns
    GLUED = "glued"  # digits run together by a crawler


class TableRow(NamedTuple):
    """A row that was found.  ``cells``: one a column, or what stands there if miscounted."""

    name: str
    label: Span
    printed: str
    columns: tuple[str, ...]
    cells: tuple[Piece, ...]
    state: RowState


class Table(Frozen):
    """A table that was found.  ``start``: the start rule of the grammar that it fits.

    ``units``: the unit of money of a column, by its name, where its heading prints one.
    ``loose``: nothing marks its cells; blanks or line breaks part them.
    """

    name: str
    start: str
    shape: Shape
    span: Span
    rows: Mapping[str, TableRow]
    cells: Mapping[tuple[str, str], Piece]
    units: Mapping[str, str]
    loose: bool = False

    @cached_property
    def plain(self) -> bool:
        """Whether each cell has digits and nothing else, as in most tables."""
        return all(map(str.isdecimal, [cell.text for cell in self.cells.values()]))

    @cached_property
    def numbers(self) -> Mapping[tuple[str, str], Number]:
        """The numbers that can be read, in the units of their columns.

        A missing, blank or unreadable cell has no entry.
        """
        numbers = {
            key: number
            for key, cell in self.cells.items()
            if (number := read_value(cell.text).number) is not None
        }
        for key in [key for key in numbers if key[1] in self.units] if self.units else ():
            number = self.cells[key].value.counted_in(self.units[key[1]])
            if number is not None:
                numbers[key] = number
        return numbers

    @property
    def read_rows(self) -> list[TableRow]:
        """The rows whose values could be told apart."""
        return [row for row in self.rows.values() if row.state is RowState.READ]

    @cached_property
    def odd(self) -> bool:
        """Whether a number in it is negative or has decimals."""
        return not self.plain and any(
            isinstance(value, Decimal) or value < 0 for value in self.numbers.values()
        )

    def number(self, row: str, column: str) -> Number | None:
        """The number in a cell; None when it is missing, blank or unreadable."""
        return self.numbers.get((row, column))


class Wrong(Enum):
    """In what way an element differs from what the grammar expects."""

    MISSING = "missing"
    MISPLACED = "misplaced"
    DOUBLED = "doubled"
    UNEXPECTED = "unexpected"
    ALTERED = "altered"
    MERGED = "merged"
    RENUMBERED = "renumbered"
    INLINE = "inline"


class Element(Enum):
    """What kind of element it is."""

    REPORT = "report"
    HEADING = "heading"
    PART = "part"
    TABLE = "table"
    ROW = "row"
    COLUMN = "column"


class Deviation(NamedTuple):
    """One difference between the report and the grammar.

    ``span``: the element, or where it was expected.  ``printed``: as it stands in the
    report; ``mandated``: as it should read ("" when it should not be there).
    """

    wrong: Wrong
    element: Element
    address: Address
    span: Span
    printed: str
    mandated: str


class Section(Frozen):
    """A section that was found: its heading, and the running text below it."""

    name: str
    heading: Span
    passages: tuple[Passage, ...]
    has_table: bool

    @cached_property
    def text(self) -> str:
        """The running text without blanks."""
        return "".join(passage.prose.text for passage in self.passages)

    @cached_property
    def silent(self) -> bool:
        """Whether no word of running text stands in it."""
        return not any(says_anything(passage.prose.text) for passage in self.passages)


class Title(NamedTuple):
    """The title.  ``agency`` and ``year`` as it names them."""

    span: Span
    text: str
    agency: str | None
    year: int | None


class Sign(NamedTuple):
    """A label of a table that only one version of the form prints."""

    table: str
    span: Span


class Break(NamedTuple):
    """A line that breaks off in a sentence, and what parts it from the line that goes on."""

    line: Span
    gap: Span


class Document(Frozen):
    """The typed model of one report, a plain value.  ``extent``: where it stands in the source.

    ``front``: the paragraphs between the title and the first heading.  ``preamble``: these, and
    those that open the first section.  ``periods``: what they give as the period of the figures.
    ``signs``: for each version that shows, the first label that tells it.  ``left_out``: as of the
    source, with what its text has of it.
    """

    source: Source
    normal: str
    version: str | None
    signs: Mapping[str, Sign]
    title: Title | None
    agency: str | None
    year: int | None
    front: tuple[Prose, ...]
    preamble: tuple[Prose, ...]
    periods: tuple[Period, ...]
    sections: Mapping[str, Section]
    tables: Mapping[str, Table]
    deviations: tuple[Deviation, ...]
    statements: Statements
    extent: tuple[Span, ...]
    last_line: Span
    glosses: tuple[Span, ...]
    traditional: tuple[int, ...]
    left_out: tuple[Span, ...] | None
    page_numbers: tuple[Span, ...]
    broken_lines: tuple[Break, ...]
    chrome: tuple[Span, ...]

    @cached_property
    def prose(self) -> Prose:
        """Title and running text, each paragraph a line: front, then section by section."""
        title = squeeze(self.normal, (self.title.span,) if self.title else ())
        sections = (each.prose for found in self.sections.values() for each in found.passages)
        return joined((title, *self.front, *sections))

    @property
    def glued(self) -> Deviation | None:
        """The first of the headings behind other text, where the line breaks were lost.

        They were where all headings stand in one line, or many so that no table is found.
        """
        inline = [each for each in self.deviations if each.wrong is Wrong.INLINE]
        if len(inline) < _MANY_INLINE:
            return None
        lines = {self.source.position(each.heading.start).line for each in self.sections.values()}
        return inline[0] if len(lines) == 1 or not self.tables else None

    def section_at(self, offset: int) -> str | None:
        """The section that an offset stands in, by its name; None above the first."""
        above = [each for each in self.sections.values() if each.heading.start <= offset]
        return max(above, key=lambda each: each.heading).name if above else None
