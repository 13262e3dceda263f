"""The lines of a text, each cut into pieces: the cells of a table row, or one paragraph.

What the format itself marks as a row of a table is taken as such.  All other lines may be
rows too, in one of the text layouts (tabs, bars, Markdown, one cell per line with or without
bars): here they are told apart, and what comes out is the same for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gklint.parse.contents import has_leaders
from gklint.parse.lines import Line
from gklint.text.page_numbers import is_page_number
from gklint.text.piece import Piece
from gklint.text.source import Row, Source, Span

_RULE = frozenset(" \t|:+-=")
_DELIMITER = re.compile(r"\|?(?:\s*:?-+:?\s*\|){2,99}(?:\s*:?-+:?\s*)?")
_ARTICLE = 300  # characters; no cell of the form's tables has so many
_FRAME = frozenset("+-=:")
_BARS = frozenset(" \t|")
_GAP = "   "  # as the normal text has for <br>, at least
_SEVERAL = re.compile(rf"\d[\d.,]*(?:{_GAP}\s*\d[\d.,]*)+")
# Three numbers or more; a single one may be written in groups: 1 024 300.
_VALUES = re.compile(
    r"(?<![\d.,])(?<![\d.,]\s)(?!\d{1,3}(?: \d{3})+$)\d[\d.,]{0,12}(?:\s{1,9}\d[\d.,]{0,12}){2,}$"
)
_INK = re.compile(r"\S+")
_NONE: Mapping[int, Line] = {}


class Page(NamedTuple):
    """All lines of a text, and the page numbers that were found between them."""

    lines: Sequence[Line]
    page_numbers: tuple[Span, ...]


def lay_out(source: Source, normal: str, blocks: Mapping[int, Line] = _NONE) -> Page:
    """Cut ``normal`` (the normal text of ``source``, of the same length) into lines.

    ``blocks``: what is known already, by where it begins; each is left whole.
    """
    page_numbers: list[Span] = []
    return Page(tuple(_lines(source, normal, blocks, page_numbers)), tuple(page_numbers))


def _lines(
    source: Source, normal: str, blocks: Mapping[int, Line], page_numbers: list[Span]
) -> Iterator[Line]:
    starts = source.line_starts
    rows = source.rows_by_start
    open_cell = False  # the line before was a cell still without its closing bar
    barred = 0  # lines with bars right above
    known = 0  # the end of the last block
    for start, following in zip(starts, [*starts[1:], len(normal)], strict=True):
        if start < known:
            continue
        if block := blocks.get(start):
            yield block
            open_cell, barred, known = False, len(block.found), block.span.end
            continue
        if rows and (row := rows.get(start)):
            yield _marked(row, normal)
            continue
        raw = normal[start:following]
        text = raw.strip()
        if not text:
            barred = 0
            continue
        begin = start + raw.index(text)
        if "|" in text:
            if text.endswith("\\"):
                text = _unbroken(text)
            line = _barred(raw, text, begin, open_cell, barred == 1)
            open_cell = False
            barred += 1
            if line is not None:
                articles = _articles(line) if len(text) > _ARTICLE else ()
                yield from articles or (line,)
            continue
        barred = 0
        if "\t" in raw and ("\t" in text or raw.rstrip("\r\n ").endswith("\t")):
            cells = _cut(raw.rstrip("\r\n"), start, "\t")
            line = Line(Span(begin, begin + len(text)), cells, True)
            open_cell = False
        elif has_leaders(text) or _is_frame(text):
            continue
        elif is_page_number(text):
            page_numbers.append(Span(begin, begin + len(text)))
            continue
        else:
            line = Line(Span(begin, begin + len(text)), (Piece(text, begin),), False)
            open_cell = True
        if line is not None:
            yield line


def _marked(row: Row, normal: str) -> Line:
    """A row that the format marks."""
    pieces = []
    for start, end in row.cells:
        raw = normal[start:end]
        inner = raw.strip()
        pieces.append(Piece(inner, start + raw.index(inner)))
    return Line(row.span, tuple(pieces), True, row.columns)


def _articles(line: Line) -> Sequence[Line]:
    """The cells of a row that only lays out a page, each as a line of text; none of a table's."""
    if all(len(piece.text) < _ARTICLE or "。" not in piece.text for piece in line.pieces):
        return ()
    return [Line(piece.span, (piece,), False) for piece in line.pieces if piece.text]


def _unbroken(text: str) -> str:
    """A row without the hard line break of Markdown behind its last bar."""
    row = text.rstrip("\\ ")
    return row if row.endswith("|") else text


def _barred(raw: str, text: str, begin: int, open_cell: bool, second: bool) -> Line | None:
    """A line with bars.  None where the bars are only a frame.

    A single bar on a line of its own closes the cell above it, if that one is open;
    otherwise it is an empty cell.  Several bars alone fill up a row with merged cells.
    A bar at the beginning of a line leaves an empty piece before it.  The ``second`` of several
    lines parts the header from the rest if it has nothing but dashes.
    """
    span = Span(begin, begin + len(text))
    if text.index("|") == len(text) - 1 and len(text) > 1:  # one cell, closed by its bar
        return Line(span, (Piece(text[:-1].rstrip(), begin),), True)
    if _BARS.issuperset(text):
        # Blanks before the first bar are a cell; a bar that comes first is only a frame.
        is_cell = text == "|" or not raw.startswith("|")
        return None if open_cell or not is_cell else Line(span, (Piece("", begin),), True)
    if _RULE.issuperset(text) and ("---" in text or (second and _DELIMITER.fullmatch(text))):
        return None
    pieces = _cut(text, begin, "|")
    return Line(span, pieces[:-1] if text.endswith("|") else pieces, True)


def _is_frame(text: str) -> bool:
    """Whether it only parts the rows of a grid: +-----+-----+."""
    return text[0] == text[-1] == "+" and len(text) > 1 and _FRAME.issuperset(text)


def _cut(text: str, start: int, mark: str) -> tuple[Piece, ...]:
    return tuple([Piece(inner, start + offset) for inner, offset in _parts(text, mark)])


@lru_cache(maxsize=8192)
def _parts(text: str, mark: str) -> tuple[tuple[str, int], ...]:
    """The parts of a line without outer blanks, and their offsets in it; of several numbers that
    stand in one, each, also behind a label: some programs leave only some tabs of a row.

    Remembered, because the same rows of zeros stand in every report.
    """
    parts = []
    offset = 0
    for part in text.split(mark):
        inner = part.strip()
        inner = inner.rstrip("\\ ") or inner  # a hard line break of Markdown in a cell
        begin = offset + part.index(inner)
        if _GAP in inner and _SEVERAL.fullmatch(inner):
            parts += [(match[0], begin + match.start()) for match in _INK.finditer(inner)]
        elif " " in inner and inner[-1].isdigit() and (values := _VALUES.search(inner)):
            if label := inner[: values.start()].rstrip():
                parts.append((label, begin))
            at = begin + values.start()
            parts += [(match[0], at + match.start()) for match in _INK.finditer(values[0])]
        else:
            parts.append((inner, begin))
        offset += len(part) + 1
    return tuple(parts)
