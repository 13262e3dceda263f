"""Tables at a stroke, where they have an order of the form and all their numbers.

In most reports they have; without their header, if that is odd, the rows below it may.  What comes
of it is what the readers of ``lexing`` would find in the same lines one by one; where anything is
odd, it is left to them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from gklint.form.structure import Structure
from gklint.form.wordings import Wordings, plain
from gklint.parse.lines import Line
from gklint.parse.tokens import Kind, Token
from gklint.parse.ways import NUMBER, Way, ways
from gklint.text.expressions import lazy_compile
from gklint.text.piece import Piece
from gklint.text.source import BREAK, Span

_DELIMITER = r"(?:[\r\n]+[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?=[ \t]*[\r\n]))?"  # of Markdown
_GAP = r"[ \t]*[|\t\r\n][\s|]*"
_VALUES = rf"((?:{_GAP}{NUMBER})*)(?={_GAP})"
_ROW = lazy_compile(rf"[ \t|]*{_DELIMITER}[\s|]*([^\s|](?:[^|\t\r\n]*[^\s|\d])?){_VALUES}")
_VALUE = lazy_compile("[0-9.]+")
_COLUMNS = range(1, sys.maxsize)
# Nothing follows on the line, nor in the next one what could be a value of the last row.
_END = lazy_compile(r"[ \t|]*[\r\n][\s|]*[^\s|\d/\\.、∕+−—–―─-]")


def at_a_stroke(normal: str, wordings: Wordings) -> Mapping[int, Line]:
    """The blocks of rows in a text without marked rows, by where their first lines begin."""
    found: dict[int, Line] = {}
    known = 0  # to here all is in a block, or was tried with the rows above it
    for at, begun in _beginnings(normal, wordings.structure):
        start = max(normal.rfind("\n", 0, at), normal.rfind("\r", 0, at)) + 1
        if at < known or normal[start:at].strip(" \t|"):
            continue
        for way in begun:
            block, end = _block(normal, at, way, wordings)
            known = max(known, end)
            if block:
                found[start] = block
                break
    return found


def _beginnings(normal: str, structure: Structure) -> list[tuple[int, Sequence[Way]]]:
    """Where a way may begin, by its first words, and which."""
    found = []
    for first, begun in ways(structure).items():
        words = plain(structure.printed[first])
        at = normal.find(words)
        while at >= 0:
            found.append((at, begun))
            at = normal.find(words, at + 1)
    return sorted(found, key=itemgetter(0))


def _block(normal: str, start: int, way: Way, wordings: Wordings) -> tuple[Line | None, int]:
    """The rows that begin at a place, if they lead to the end of a way; where they end."""
    at, state, tokens = start, way.first, []
    while way.steps[state]:
        match = _ROW.match(normal, at)
        if match is None:
            return None, at
        text, printed = match.groups()
        label = wordings.label(text)
        step = label and way.step(label, state)
        if label is None or step is None:
            return None, at
        state, width = step
        values = _values(printed) if printed else ()
        if len(values) != width:
            return None, at
        begin, end = match.span(1)
        cells = [Piece(number, end + offset) for number, offset in values]
        # Even on lines of their own the values are in their columns: nothing came apart.
        tokens.append(Token(Kind.LABEL, Span(begin, end), text, label, cells, _COLUMNS[:width]))
        at = match.end()
    return _line(normal, start, at, tokens) if _END.match(normal, at) else None, at


@lru_cache(maxsize=8192)
def _values(text: str) -> Sequence[tuple[str, int]]:
    """The numbers in a text, and where they begin in it; the same zeros stand in every report."""
    return [(match[0], match.start()) for match in _VALUE.finditer(text)]


def _line(normal: str, start: int, end: int, tokens: Sequence[Token]) -> Line:
    """All rows as one line; to those who look ahead, it is the first of them."""
    first = tokens[0]
    label = Piece(first.text, first.span.start)
    cells = first.cells
    if cells and BREAK.search(normal, first.span.end, cells[0].start):
        cells = ()
    marked = "|" in normal[start:end] or "\t" in normal[start:end]
    return Line(Span(start, end), (label, *cells), marked, found=tokens)
