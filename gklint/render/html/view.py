"""One report as it is looked at: what is found where, and how its places are called in the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, zip_longest
from typing import NamedTuple

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.messages import Speaker
from gklint.findings.report import CheckedBy, Report
from gklint.findings.sums import Told, told
from gklint.frozen import Frozen
from gklint.model.document import Document, RowState, Table
from gklint.model.outcomes import CellName
from gklint.render.html.frame import Frame, frame_of
from gklint.text.source import Span
from gklint.text.values import Number


class Spot(NamedTuple):
    """What is found at a stretch of the text, by the numbers of the findings."""

    span: Span
    findings: tuple[int, ...]


class View(Frozen, eq=False):
    """A report with a ``name`` by which the page tells it from others."""

    report: Report
    document: Document
    by: CheckedBy
    name: str

    @property
    def speaker(self) -> Speaker:
        """Who speaks of it."""
        return self.by.speaker

    # -- names in the page -----------------------------------------------------------------------

    def finding_id(self, number: int) -> str:
        """Of a finding, by its number from 0."""
        return f"{self.name}f{number}"

    def mark_id(self, number: int) -> str:
        """Of the place of a finding in running text."""
        return f"{self.name}m{number}"

    def cell_id(self, cell: CellName | None) -> str | None:
        """Of a cell that is drawn; of a row, its label."""
        token = self.token(cell) if cell else None
        return token and f"{self.name}c{token}"

    def target(self, number: int) -> str | None:
        """Where in the page a finding is: its cell, else its mark in the text; None if in none."""
        found = self.findings[number]
        cell = found.cell
        if cell and self._is_untold(cell):
            cell = cell._replace(column=None)
        return self.cell_id(cell) or (self.mark_id(number) if found.span else None)

    def _is_untold(self, cell: CellName) -> bool:
        """Whether the cells of its row are drawn as one."""
        table = self.document.tables.get(cell.table)
        row = table.rows.get(cell.row) if table else None
        return row is not None and row.state is not RowState.READ

    def token(self, cell: CellName) -> str | None:
        """What tells a cell that is drawn, or a row, from the others; None if it is not."""
        frame = self._frames.get(cell.table)
        return frame.tokens.get(cell) if frame else None

    @cached_property
    def _frames(self) -> Mapping[str, Frame]:
        tables = self.document.tables.values()
        return {table.name: frame_of(self.by, table.start) for table in tables}

    # -- findings --------------------------------------------------------------------------------

    @property
    def findings(self) -> Sequence[Diagnostic]:
        """Those that count, by number."""
        return self.report.diagnostics

    @cached_property
    def spots(self) -> Sequence[Spot]:
        """The stretches of the text at which something is found, in order; none overlaps another.

        Where findings overlap, each part of them is a stretch.  One that only has a place, because
        something is missing there, is at a stretch without length.
        """
        return [*self._swept()]

    def _swept(self) -> Iterator[Spot]:
        opening: dict[int, list[tuple[int, int]]] = defaultdict(list)
        bounds: set[int] = set()
        for number, found in enumerate(self.findings):
            if found.span:
                opening[found.span.start].append((found.span.end, number))
                bounds.update(found.span)
        ends: dict[int, int] = {}  # of the findings that go on, by their numbers
        for start, following in zip_longest(ordered := sorted(bounds), ordered[1:]):
            ends = {number: end for number, end in ends.items() if end > start}
            here = opening.get(start, ())
            if points := tuple(number for end, number in here if end == start):
                yield Spot(Span(start, start), points)
            ends.update((number, end) for end, number in here if end > start)
            if ends:
                yield Spot(Span(start, following), tuple(sorted(ends)))

    def spots_in(self, line: Span) -> Sequence[Spot]:
        """Those that begin in a line or reach into it."""
        first = bisect_left(self._starts, line.start)
        while first and self.spots[first - 1].span.end > line.start:
            first -= 1
        return self.spots[first : bisect_right(self._starts, line.end)]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [spot.span.start for spot in self.spots]

    @cached_property
    def _by_cell(self) -> Mapping[CellName, Sequence[int]]:
        """The numbers of the findings that name a cell, or a row."""
        found = defaultdict(list)
        for number, each in enumerate(self.findings):
            if each.cell:
                found[each.cell].append(number)
        return found

    @cached_property
    def expected(self) -> Mapping[CellName, Number]:
        """The cells that alone are suspected, each with the number that would be right."""
        alone = (found.suspects[0] for found in self.findings if len(found.suspects) == 1)
        return {each.cell: each.expected for each in alone}

    @cached_property
    def possible(self) -> Mapping[CellName, Number]:
        """Those that may be wrong among others, each with what would then be right."""
        several = (found.suspects for found in self.findings if len(found.suspects) > 1)
        found = {each.cell: each.expected for suspects in several for each in suspects}
        return {cell: number for cell, number in found.items() if cell not in self.expected}

    @cached_property
    def undecided(self) -> frozenset[CellName]:
        """The cells at which a check could not be decided."""
        return frozenset(each.cell for each in self.report.undecided if each.cell)

    def about(self, name: CellName, span: Span | None) -> Sequence[int]:
        """The numbers of the findings that name a cell or a row, or name none and stand there."""
        here = [number for number in self._in_span(span) if self.findings[number].cell is None]
        return [*self._by_cell.get(name, ()), *here]

    def is_plain(self, cell: CellName) -> bool:
        """Whether there is nothing to be said of a cell that has a number."""
        return cell not in self._noticed

    @cached_property
    def _noticed(self) -> frozenset[CellName]:
        marked = [
            CellName(name, *key)
            for name, table in self.document.tables.items()
            if self.spots_in(self.extents[name])
            for key, cell in table.cells.items()
            if self.spots_in(cell.span)
        ]
        told = (self._by_cell, self.expected, self.possible, self.undecided)
        return frozenset((*marked, *chain.from_iterable(told)))

    def _in_span(self, span: Span | None) -> Iterator[int]:
        for spot in self.spots_in(span) if span else ():
            for number in spot.findings:
                at = self.findings[number].span
                if at and span and at.start == spot.span.start and at.start < span.end:
                    yield number

    @cached_property
    def extents(self) -> Mapping[str, Span]:
        """Where each table stands in the text, with all of its cells."""
        return {name: _extent(table) for name, table in self.document.tables.items()}

    # -- sums ------------------------------------------------------------------------------------

    @cached_property
    def sums(self) -> Mapping[str, Sequence[Told]]:
        """The sums of each table in words, as its frame has them."""
        return {
            name: [
                told(tie.identity, table.numbers, self.speaker) for tie in self._frames[name].ties
            ]
            for name, table in self.document.tables.items()
        }

    def broken_by(self, found: Diagnostic) -> Sequence[str]:
        """The sums that do not hold, of which a finding tells: it names just their cells."""
        if found.cell is None or found.cell.table not in self.sums:
            return ()
        name = found.cell.table
        related = (each.cell for each in found.related if each.cell)
        cells = [cell for cell in (found.cell, *related) if cell.table == name]
        named = {(cell.row, cell.column) for cell in cells}
        sums = zip(self._frames[name].ties, self.sums[name], strict=True)
        broken = [(tie, each) for tie, each in sums if each.holds is False]
        return [each.arithmetic for tie, each in broken if {*tie.cells} == named]


def _extent(table: Table) -> Span:
    spans = [table.span, *(cell.span for row in table.rows.values() for cell in row.cells)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
