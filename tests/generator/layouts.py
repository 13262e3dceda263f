"""Printing a document in each of the layouts met in published reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from .document import Document, Section, Table, build_document
from .grids import ABOVE, LEFT, Cell, Grid, grid_of, own, row_line
from .lines import BLANK, LAST, Line, LineWriter, Mark, Rendered, assemble
from .loose import invented, row_tables, spaced
from .rewrite import insert

if TYPE_CHECKING:
    from .labels import Address
    from .model import Report
    from .voice import Paragraph

GridPrinter = Callable[[Grid, Random], list[Line]]
_SPLIT_HEADERS = {"商业企业": ("商业", "企业"), "科研机构": ("科研", "机构")}


def render(report: Report, layout: str, rng: Random) -> Rendered:
    """Print a report; `rng` settles what a layout leaves open (blank lines, padding)."""
    return assemble(print_document(build_document(report), layout, rng))


class Text(NamedTuple):
    """A paragraph; `level` is 1 for a title, 2 for a heading, 3 for a sub-heading, else 0."""

    level: int
    line: Line


def outline(document: Document) -> tuple[Text | Table, ...]:
    """The paragraphs and tables of a document in order; the last paragraph is marked LAST."""
    items: list[Text | Table] = []
    for index, text in enumerate(document.title):
        address: Address = ("title_more",) if index else ("title",)
        items.append(Text(1, LineWriter("head").add(text, (address,)).line()))
    for index, paragraph in enumerate(document.preamble):
        whole: Address = ("preamble_more",) if index else ("preamble",)
        items.append(Text(0, _paragraph(paragraph, (whole,))))
    for section in document.sections:
        items.extend(_section(section))
    items.extend(Text(0, _paragraph(paragraph)) for paragraph in document.closing)
    if isinstance(last := items[-1], Text):
        end = Mark(LAST, 0, len(last.line.text))
        items[-1] = Text(last.level, replace(last.line, marks=(*last.line.marks, end)))
    return tuple(items)


def bundled(
    items: Iterable[Text | Table], rng: Random, share: float
) -> Iterator[Table | tuple[Text, ...]]:
    """Paragraphs singly, or with those that follow in a `share` of the places; titles alone."""
    bundle: tuple[Text, ...] = ()
    for item in items:
        joins = isinstance(item, Text) and bundle and bundle[0].level != 1 and item.level != 1
        joins = joins and rng.random() < share
        if bundle and not joins:
            yield bundle
            bundle = ()
        if isinstance(item, Text):
            bundle = (*bundle, item)
        else:
            yield item
    if bundle:
        yield bundle


def print_document(document: Document, layout: str, rng: Random) -> tuple[Line, ...]:
    """The lines of a document, LAST marked."""
    markdown = layout in ("markdown", "row_tables", "invented")
    spaced = markdown or rng.random() < 0.5
    lines: list[Line] = []
    title = False
    for item in outline(document):
        if isinstance(item, Table):
            chunk = _PRINTERS[layout](grid_of(item), rng)
        else:
            lead = "#" * item.level + " " if markdown and item.level else ""
            chunk = [insert(item.line, 0, lead)]
        below_title, title = title, isinstance(item, Text) and item.level == 1
        if lines and spaced and not (title and below_title):
            lines.append(BLANK)
        lines.extend(chunk)
    return tuple(lines)


def _paragraph(paragraph: Paragraph, marks: tuple[Address, ...] = ()) -> Line:
    writer = LineWriter()
    for sentence in paragraph:
        if sentence.text:
            writer.add(sentence.text, sentence.marks)
    line = writer.line()
    whole = tuple(Mark(mark, 0, len(line.text)) for mark in marks)
    return replace(line, marks=(*whole, *line.marks))


def _section(section: Section) -> Iterator[Text | Table]:
    if section.words:
        text = f"{section.numeral}、{section.words}" if section.numeral else section.words
        yield Text(2, LineWriter("head").add(text, (("heading", section.key),)).line())
    for block in section.blocks:
        if isinstance(block, Table):
            yield block
        else:
            level = 3 if _is_part_head(block) else 0
            yield Text(level, _paragraph(block, (("text", section.key),)))


def _is_part_head(paragraph: Paragraph) -> bool:
    marks = [mark for sentence in paragraph for mark in sentence.marks]
    return len(paragraph) == 1 and bool(marks) and marks[0][0] == "part"


def _barred(cells: list[Cell], before: str = "") -> Line:
    """A bar after each cell; an empty cell is nothing but its bar: 0 | | | 0 |."""
    writer = LineWriter("table").add(before)
    for index, cell in enumerate(cells):
        writer.add(" " if index and cell.text else "").add(cell.text, cell.marks).add(" |")
    return writer.line()


def _covered(row: tuple[Cell, ...], *kinds: str) -> list[Cell]:
    return [cell for cell in row if cell.kind in kinds]


def _tab(grid: Grid, rng: Random) -> list[Line]:
    style = rng.choice(("grid", "end", "flush"))
    lines = []
    for index, row in enumerate(grid):
        cells = list(row)
        if style != "grid":
            cells = [c for c in row if c.kind != LEFT] + _covered(row, LEFT)
        if style == "flush" and index > 20 and row[0].kind == ABOVE:
            cells = own(row) + _covered(row, LEFT)
        lines.append(row_line(cells, "\t"))
    return lines


def _tab_flush(grid: Grid, _rng: Random) -> list[Line]:
    return [row_line(own(row), "\t") for row in grid]


def _bars(row: tuple[Cell, ...]) -> tuple[list[Cell], int]:
    """Cells before the empty end of a row, and the number of empty places in that end."""
    cells = own(row)
    empty = len(row) - len(cells)
    while cells and not cells[-1].text:
        cells.pop()
        empty += 1
    return cells, empty


def _pipe_row(row: tuple[Cell, ...], before: str) -> Line:
    cells, empty = _bars(row)
    line = _barred(cells, before)
    blank = list(own(row)[len(cells) :])
    if empty:
        line = replace(line, text=line.text + " " + "|" * empty)
    start = len(line.text) - empty
    marks = [Mark(m, start + i, start + i) for i, c in enumerate(blank) for m in c.marks]
    return replace(line, marks=(*line.marks, *marks))


def _pipe(grid: Grid, _rng: Random) -> list[Line]:
    return [_pipe_row(row, "") for row in grid]


def _pipe_lead(grid: Grid, _rng: Random) -> list[Line]:
    return [_pipe_row(row, "| ") for row in grid]


def _pipe_noempty(grid: Grid, rng: Random) -> list[Line]:
    leading = rng.random() < 0.5
    lines = []
    for row in grid:
        cells = own(row)
        held = leading and any(cell.kind == "value" for cell in cells)
        before = "| " * len(_covered(row, ABOVE)) if held else ""
        halves = [_SPLIT_HEADERS.get(cell.text, (cell.text, "")) for cell in cells]
        top = [replace(c, text=half[0]) for c, half in zip(cells, halves, strict=True)]
        low = [replace(c, text=half[1]) for c, half in zip(cells, halves, strict=True) if half[1]]
        lines.append(_barred(top, before))
        if low:
            lines.append(_barred(low))
    return lines


def _cell_lines(row: tuple[Cell, ...], before: str, after: str) -> list[Line]:
    lines = []
    for cell in own(row):
        writer = LineWriter("table").add(before).add(cell.text, cell.marks)
        lines.append(writer.add(after if cell.text else after.lstrip()).line())
    return lines


def _cell(grid: Grid, _rng: Random) -> list[Line]:
    lines: list[Line] = []
    for row in grid:
        lines.extend(_cell_lines(row, "", " |"))
        empty = len(_covered(row, ABOVE, LEFT))
        if empty:
            lines.append(Line("|" * empty, (), "table"))
    return lines


def _cell_nl(grid: Grid, _rng: Random) -> list[Line]:
    lines: list[Line] = []
    for row in grid:
        lines.append(Line("| ", (), "table"))
        lines.extend(_cell_lines(row, " ", "  | "))
        empty = len(_covered(row, ABOVE, LEFT))
        lines[-1] = replace(lines[-1], text=lines[-1].text + "|" * empty)
    return lines


def _cell_bar(grid: Grid, rng: Random) -> list[Line]:
    ending = rng.random() < 0.5
    bar = Line("|", (), "table")
    lines: list[Line] = []
    for row in grid:
        for cell in own(row):
            if cell.text:
                lines.append(LineWriter("table").add(cell.text, cell.marks).line())
                lines.append(bar)
            else:
                lines.append(replace(bar, marks=tuple(Mark(m, 0, 0) for m in cell.marks)))
        empty = len(_covered(row, ABOVE, LEFT))
        if empty and ending:
            lines.append(Line("|" * empty, (), "table"))
    return lines


def _plain(grid: Grid, _rng: Random) -> list[Line]:
    cells = [cell for row in grid for cell in own(row) if cell.text]
    return [LineWriter("table").add(cell.text, cell.marks).line() for cell in cells]


def _plainblank(grid: Grid, rng: Random) -> list[Line]:
    return [line for pair in ((each, BLANK) for each in _plain(grid, rng)) for line in pair][:-1]


def _markdown(grid: Grid, _rng: Random) -> list[Line]:
    lines = [row_line(list(row), " | ", "| ", " |") for row in grid]
    rule = "|" + "---|" * len(grid[0])
    return [lines[0], Line(rule, (), "table"), *lines[1:]]


_PRINTERS: dict[str, GridPrinter] = {
    "tab": _tab,
    "tab_flush": _tab_flush,
    "pipe": _pipe,
    "pipe_lead": _pipe_lead,
    "pipe_noempty": _pipe_noempty,
    "cell": _cell,
    "cell_nl": _cell_nl,
    "cell_bar": _cell_bar,
    "plainblank": _plainblank,
    "plain": _plain,
    "markdown": _markdown,
    "spaced": spaced,
    "row_tables": row_tables,
    "invented": invented,
}
LOOSE = ("spaced", "row_tables", "invented")
"""Layouts that have lost what parts the cells, or the tables: readable where nothing is wrong."""
LAYOUTS = tuple(name for name in _PRINTERS if name not in LOOSE)
VANISHING = frozenset(("plain", "plainblank"))
"""Layouts in which an empty cell leaves no trace."""
