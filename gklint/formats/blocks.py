"""The door that every format but plain text comes through: paragraphs and tables to one text.

A reader makes blocks of a file; ``compose`` writes them one below the other, each paragraph
and each row of a table on a line of its own, and keeps where each character came from.
``Origin`` is what a reader knows of that: a span of the file, a place, an XML node.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar

from gklint.frozen import frozen_for_types
from gklint.text.recognition import Recognised, Seen
from gklint.text.source import Row, Span

Origin = TypeVar("Origin")
Other = TypeVar("Other")
_ARTICLE = 300  # characters; so much text in a cell is no cell of the form's tables
_NOTE = 80
_NUMBER = re.compile(r"\d{1,7}(?:\.\d+)?")
_BREAKS = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@frozen_for_types()
class Run(Generic[Origin]):
    """Characters that stand together in the file, from ``origin`` on.  ``\\n`` breaks the line.

    seen: what is known of them, if they were read from a picture.
    """

    text: str
    origin: Origin
    seen: Seen | None = None


@frozen_for_types()
class Paragraph(Generic[Origin]):
    """Runs of text; ``end`` is where it ends."""

    runs: tuple[Run[Origin], ...]
    end: Origin

    @property
    def text(self) -> str:
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)


@frozen_for_types()
class Group(Generic[Origin]):
    """Blocks that the format encloses as a whole."""

    blocks: tuple[Block[Origin], ...]


@frozen_for_types()
class Cell(Generic[Origin]):
    """A cell, which spans ``across`` columns and ``down`` rows; ``end`` is where it ends."""

    blocks: tuple[Block[Origin], ...]
    end: Origin
    across: int = 1
    down: int = 1


@frozen_for_types()
class Table(Generic[Origin]):
    """Rows of cells; a cell that spans several rows stands in the first of them only."""

    rows: tuple[tuple[Cell[Origin], ...], ...]


Block = Paragraph[Origin] | Group[Origin] | Table[Origin]


@frozen_for_types()
class Composition(Generic[Origin]):
    """``text``, and the origin of what begins at each of ``starts`` (ascending).

    recognised: what of it was read from pictures.
    """

    text: str
    rows: tuple[Row, ...]
    containers: tuple[Span, ...]
    starts: tuple[int, ...]
    origins: tuple[Origin, ...]
    recognised: tuple[Recognised, ...]


def compose(blocks: Iterable[Block[Origin]]) -> Composition[Origin]:
    """Write ``blocks`` one below the other."""
    writer = _Writer[Origin]()
    for block in blocks:
        writer.block(block)
    return Composition(
        "".join(writer.parts),
        tuple(writer.rows),
        tuple(writer.containers),
        tuple(writer.starts),
        tuple(writer.origins),
        tuple(writer.recognised),
    )


def paragraphs_in(block: Block[Origin]) -> Iterable[Paragraph[Origin]]:
    """All paragraphs of a block, those in tables too."""
    if isinstance(block, Paragraph):
        return (block,)
    cells = (block,) if isinstance(block, Group) else chain.from_iterable(block.rows)
    return (each for cell in cells for inner in cell.blocks for each in paragraphs_in(inner))


def moved(
    block: Block[Other], run: Callable[[Run[Other]], Run[Origin]], end: Callable[[Other], Origin]
) -> Block[Origin]:
    """A block with other runs, and other origins of what ends."""
    if isinstance(block, Paragraph):
        return Paragraph(tuple(map(run, block.runs)), end(block.end))
    if isinstance(block, Group):
        return Group(tuple(moved(each, run, end) for each in block.blocks))

    def cell(each: Cell[Other]) -> Cell[Origin]:
        inner = tuple(moved(it, run, end) for it in each.blocks)
        return Cell(inner, end(each.end), each.across, each.down)

    return Table(tuple(tuple(map(cell, row)) for row in block.rows))


class _Writer(Generic[Origin]):
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.rows: list[Row] = []
        self.containers: list[Span] = []
        self.starts: list[int] = []
        self.origins: list[Origin] = []
        self.recognised: list[Recognised] = []

    def run(self, text: str, run: Run[Origin]) -> None:
        """Write a run, as ``text``."""
        if run.seen is not None and text.strip():
            self.recognised.append((self.length, self.length + len(text), run.seen))
        self.write(text, run.origin)

    def write(self, text: str, origin: Origin) -> None:
        self.parts.append(text)
        self.starts.append(self.length)
        self.origins.append(origin)
        self.length += len(text)

    def block(self, block: Block[Origin]) -> None:
        if isinstance(block, Paragraph):
            self.paragraph(block)
        elif isinstance(block, Table):
            self.table(block)
        else:
            index, start = len(self.containers), self.length
            for inner in block.blocks:
                self.block(inner)
            if self.length > start:
                self.containers.insert(index, Span(start, self.length))

    def paragraph(self, paragraph: Paragraph[Origin]) -> None:
        for run in paragraph.runs:
            self.run(run.text, run)
        self.write("\n", paragraph.end)

    # -- tables --------------------------------------------------------------------------

    def table(self, table: Table[Origin]) -> None:
        """Write a table; one that only lays out the page is no table, its cells are blocks."""
        articles = [any(_is_article(cell) for cell in row) for row in table.rows]
        layout = any(articles) and not any(_is_data(row) for row in table.rows)
        for cells, is_article in zip(_grid(table), articles, strict=True):
            if not layout and not is_article:
                self.row(cells)
                continue
            for _, cell in cells:
                self.block(Group(cell.blocks))

    def row(self, cells: Sequence[tuple[int, Cell[Origin]]]) -> None:
        """Write a row; tables in its cells stand beside each other, row by row."""
        inner = [list(_inner_rows(cell)) for _, cell in cells]
        for number in range(max(map(len, inner), default=0)):
            start = self.length
            spans: list[Span] = []
            columns: list[int] = []
            for (column, _), rows in zip(cells, inner, strict=True):
                for cell in rows[number] if number < len(rows) else ():
                    spans.append(self.cell(cell))
                    columns.append(column)
            if spans:
                self.rows.append(Row(Span(start, self.length - 1), tuple(spans), tuple(columns)))
                self.parts[-1] = "\n"

    def cell(self, cell: Cell[Origin]) -> Span:
        start = self.length
        for block in cell.blocks:
            for paragraph in paragraphs_in(block):
                if self.length > start:
                    self.write(" ", paragraph.end)
                for run in paragraph.runs:
                    text = run.text
                    self.run(text if text.isprintable() else _BREAKS.sub(" ", text), run)
        span = Span(start, self.length)
        self.write("\t", cell.end)
        return span


def _is_article(cell: Cell[Origin]) -> bool:
    length = 0
    for block in cell.blocks:
        for paragraph in paragraphs_in(block):
            text = paragraph.text
            if len(text) > _NOTE and "。" in text:
                return True
            length += len(text)
    return length > _ARTICLE


def _is_data(cells: Sequence[Cell[Origin]]) -> bool:
    """Whether a row has numbers beside each other."""
    return sum(_NUMBER.fullmatch(_text(cell)) is not None for cell in cells) > 1


def _text(cell: Cell[Origin]) -> str:
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
    return paragraphs[0].text.strip() if len(paragraphs) == len(cell.blocks) == 1 else ""


def _inner_rows(cell: Cell[Origin]) -> Iterable[tuple[Cell[Origin], ...]]:
    tables = [block for block in cell.blocks if isinstance(block, Table)]
    if not tables:
        return [(cell,)]
    text = tuple(block for block in cell.blocks if not isinstance(block, Table))
    rows = [row for table in tables for row in table.rows]
    if any(paragraph.text.strip() for block in text for paragraph in paragraphs_in(block)):
        return [(Cell(text, cell.end),), *rows]
    return rows


def _grid(table: Table[Origin]) -> Iterator[list[tuple[int, Cell[Origin]]]]:
    """The cells of each row with the column (from 0) in which each begins."""
    below: dict[int, int] = {}  # column: number of further rows that a cell above covers
    for row in table.rows:
        placed = []
        covered = {column for column, rows in below.items() if rows > 0}
        below = {column: rows - 1 for column, rows in below.items() if rows > 1}
        column = 0
        for cell in row:
            while column in covered:
                column += 1
            placed.append((column, cell))
            if cell.down > 1:
                below.update(dict.fromkeys(range(column, column + cell.across), cell.down - 1))
            column += cell.across
        yield placed
