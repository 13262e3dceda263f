"""Tables that a text draws with characters: ``+---+`` and ``|``, or ┌─┬ and │.

They are read like those of a page: the lines make a grid, the grid makes cells.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gklint.formats.blocks import Cell, Paragraph, Run, Table
from gklint.formats.fixed.grid import Frame, Grid, grids
from gklint.formats.fixed.lines import blank_between
from gklint.formats.fixed.page import Rule
from gklint.text.source import BREAK, Span

_CORNERS = "+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫"
_FLAT, _UPRIGHT = "-=─━═", "|│┃║"
_STARTS = re.compile(rf"[ \t]*[{re.escape(_CORNERS)}][{re.escape(_FLAT + _CORNERS)}:]{{2,}}")
_GOES_ON = re.compile(rf"[ \t]*[{re.escape(_CORNERS + _UPRIGHT)}]")
_BORDER = re.escape(_CORNERS + _UPRIGHT)
_RULE = re.compile(
    rf"(?<=[{_BORDER}])[{re.escape(_FLAT)}:][{re.escape(_FLAT + _CORNERS)}:]*(?=[{_BORDER}]|\s*$)"
)
_ACROSS, _DOWN = 10.0, 20.0  # so far apart, lines of characters are no double borders
_ALIGNED = 0.9  # of the upright lines go on above or below


class Drawn(NamedTuple):
    """A table and the lines of the text that it takes."""

    span: Span
    table: Table[Span]


class _Line(NamedTuple):
    """A line of a text, and where each of its characters stands; one more for its end."""

    span: Span
    text: str
    xs: tuple[int, ...]


def tables_in(text: str) -> Iterator[Drawn]:
    """The tables that are drawn in a text."""
    for region in _regions(text):
        laid = [_laid_out(text, region, width) for width in _WIDTHS]
        found = max(laid, key=_alignment)
        if _alignment(found) < 1.0:
            found = _in_turn(found) or found
        if _alignment(found) >= _ALIGNED:
            yield from _tables(found)


def _regions(text: str) -> Iterator[list[Span]]:
    """The lines of each stretch that may be a table."""
    region: list[Span] = []
    for line in _lines(text):
        if _GOES_ON.match(text, *line) if region else _STARTS.match(text, *line):
            region.append(line)
        elif region:
            yield region
            region = []
    if region:
        yield region


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for match in BREAK.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


# -- where characters stand ----------------------------------------------------------


def _narrow(char: str) -> int:
    """The width of a character on most screens."""
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _wide(char: str) -> int:
    """The same where quotes and dashes are as wide as Chinese characters."""
    return 2 if char in "“”‘’…—·" else _narrow(char)


def _counted(char: str) -> int:  # noqa: ARG001
    """Some programs count characters."""
    return 1


_WIDTHS = (_narrow, _wide, _counted)


def _laid_out(text: str, lines: Sequence[Span], width: Callable[[str], int]) -> list[_Line]:
    laid = []
    for line in lines:
        shown = text[slice(*line)]
        xs = [0]
        for char in shown:
            xs.append(xs[-1] + width(char))
        laid.append(_Line(line, shown, tuple(xs)))
    return laid


def _in_turn(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with each upright below that of the same number; none where the numbers differ.

    Some programs make columns too narrow for the characters in them.
    """
    if len({_count(line) for line in lines}) > 1:
        return []
    width = max(len(line.text) for line in lines)
    return [line._replace(xs=(0, *_spread(line, width))) for line in lines]


def _count(line: _Line) -> int:
    return sum(char in _CORNERS + _UPRIGHT for char in line.text)


def _spread(line: _Line, width: int) -> Iterator[int]:
    """Where each character ends, if so much is between two uprights."""
    x = count = 0
    for char, after in zip(line.text, [*line.text[1:], ""], strict=True):
        count += char in _CORNERS + _UPRIGHT
        is_next = after and after in _CORNERS + _UPRIGHT
        x = count * width if is_next else x + 1
        yield x


def _alignment(lines: Sequence[_Line]) -> float:
    """The share of upright lines that go on above or below."""
    uprights = [_uprights(line) for line in lines]
    around = [
        before | after
        for before, after in zip([set[int](), *uprights], [*uprights[1:], set[int]()], strict=False)
    ]
    met = sum(len(own & others) for own, others in zip(uprights, around, strict=True))
    return met / max(sum(map(len, uprights)), 1)


def _uprights(line: _Line) -> set[int]:
    return _standing(line, _CORNERS + _UPRIGHT)


def _standing(line: _Line, chars: str) -> set[int]:
    """Where in a line one of these characters stands."""
    return {x for x, char in zip(line.xs, line.text, strict=False) if char in chars}


# -- to cells ------------------------------------------------------------------------


def _tables(lines: Sequence[_Line]) -> Iterator[Drawn]:
    across = [rule for y, line in enumerate(lines) for rule in _flat_rules(y, line)]
    for grid in sorted(grids(across, _upright_rules(lines)), key=lambda grid: grid.ys[0]):
        first, last = (round((at - _DOWN / 2) / _DOWN) for at in (grid.ys[0], grid.ys[-1]))
        span = Span(lines[first].span.start, lines[last].span.end)
        yield Drawn(span, _table(grid, lines[first : last + 1], first))


def _flat_rules(y: int, line: _Line) -> Iterator[Rule]:
    for match in _RULE.finditer(line.text):
        start, end = match.start() - 1, min(match.end(), len(line.text) - 1)
        yield Rule(
            (y + 0.5) * _DOWN, (line.xs[start] + 0.5) * _ACROSS, (line.xs[end] + 0.5) * _ACROSS
        )


def _upright_rules(lines: Sequence[_Line]) -> list[Rule]:
    """Upright lines, each up to the flat one that it ends at, which may have no corner there."""
    at: dict[int, list[int]] = defaultdict(list)
    for y, line in enumerate(lines):
        for x in _uprights(line):
            at[x].append(y)
    flats = [_standing(line, _FLAT) for line in (*lines, _Line(Span(0, 0), "", (0,)))]
    rules = []
    for x, ys in at.items():
        for _, run in groupby(enumerate(ys), key=lambda entry: entry[1] - entry[0]):
            entries = [y for _, y in run]
            top = entries[0] - (x in flats[entries[0] - 1])
            bottom = entries[-1] + (x in flats[entries[-1] + 1])
            rules.append(Rule((x + 0.5) * _ACROSS, (top + 0.5) * _DOWN, (bottom + 0.5) * _DOWN))
    return rules


def _table(grid: Grid, lines: Sequence[_Line], first: int) -> Table[Span]:
    rows: list[list[Cell[Span]]] = [[] for _ in grid.ys[1:]]
    for frame in grid.frames:
        rows[frame.row].append(_cell(grid, frame, lines, first))
    return Table(tuple(map(tuple, rows)))


def _cell(grid: Grid, frame: Frame, lines: Sequence[_Line], first: int) -> Cell[Span]:
    left, right = grid.xs[frame.column], grid.xs[frame.column + frame.across]
    top, bottom = grid.ys[frame.row], grid.ys[frame.row + frame.down]
    within = [
        _part(line, left / _ACROSS, right / _ACROSS)
        for y, line in enumerate(lines, start=first)
        if top < (y + 0.5) * _DOWN < bottom
    ]
    parts = [(text, span) for text, span in within if text]
    end = parts[-1][1].end if parts else within[0][1].start if within else lines[0].span.start
    following = [*(text for text, _ in parts[1:]), ""]
    runs = tuple(
        Run(text + blank_between(text, after), span)
        for (text, span), after in zip(parts, following, strict=False)
    )
    blocks = (Paragraph(runs, Span(end, end)),) if runs else ()
    return Cell(blocks, Span(end, end), frame.across, frame.down)


def _part(line: _Line, left: float, right: float) -> tuple[str, Span]:
    """What of a line stands between two uprights, and where."""
    inside = [
        index for index, x in enumerate(line.xs[:-1]) if left < x + 0.5 < right and x + 0.5 != right
    ]
    start, end = (inside[0], inside[-1] + 1) if inside else (len(line.text), len(line.text))
    text = line.text[start:end]
    if not text.strip() or set(text.strip()) <= set(_FLAT + _CORNERS + _UPRIGHT):
        return "", Span(line.span.start + start, line.span.start + start)
    begin = line.span.start + start + len(text) - len(text.lstrip())
    return text.strip(), Span(begin, begin + len(text.strip()))
