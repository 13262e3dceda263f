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
from typing import NamedTuple

from gklint.form.structure import Automaton, Shape, Structure, is_column
from gklint.form.wordings import Wordings, plain
from gklint.parse.lines import Line
from gklint.parse.tokens import Kind, Token
from gklint.text.expressions import lazy_compile
from gklint.text.piece import Piece
from gklint.text.source import BREAK, Span

_FEWEST = 5  # rows that have no header above them
_DELIMITER = r"(?:[\r\n]+[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?=[ \t]*[\r\n]))?"  # of Markdown
_GAP = r"[ \t]*[|\t\r\n][\s|]*"
_VALUES = rf"((?:{_GAP}[0-9]{{1,15}}(?:\.[0-9]{{1,9}})?)*)(?={_GAP})"
_ROW = lazy_compile(rf"[ \t|]*{_DELIMITER}[\s|]*([^\s|](?:[^|\t\r\n]*[^\s|\d])?){_VALUES}")
_VALUE = lazy_compile("[0-9.]+")
_COLUMNS = range(1, sys.maxsize)
# Nothing follows on the line, nor in the next one what could be a value of the last row.
_END = lazy_compile(r"[ \t|]*[\r\n][\s|]*[^\s|\d/\\.、∕+−—–―─-]")


class _Way(NamedTuple):
    """A way through the form of a table, from a state on.

    ``widths``: how many values each element has; ``behind``: how many more follow the last one.
    """

    automaton: Automaton
    state: int
    widths: Mapping[str, int]
    behind: int


def at_a_stroke(normal: str, wordings: Wordings) -> Mapping[int, Line]:
    """The blocks of rows in a text without marked rows, by where their first lines begin."""
    found: dict[int, Line] = {}
    known = 0  # to here all is in a block, or was tried with the rows above it
    for at, ways in _beginnings(normal, wordings.structure):
        start = max(normal.rfind("\n", 0, at), normal.rfind("\r", 0, at)) + 1
        if at < known or normal[start:at].strip(" \t|"):
            continue
        for way in ways:
            block, end = _block(normal, at, way, wordings)
            known = max(known, end)
            if block:
                found[start] = block
                break
    return found


def _beginnings(normal: str, structure: Structure) -> list[tuple[int, Sequence[_Way]]]:
    """Where a way may begin, by its first words, and which."""
    found = []
    for first, ways in _ways(structure).items():
        at = normal.find(first)
        while at >= 0:
            found.append((at, ways))
            at = normal.find(first, at + 1)
    return sorted(found, key=itemgetter(0))


@lru_cache(maxsize=8)
def _ways(structure: Structure) -> Mapping[str, Sequence[_Way]]:
    """All ways, by the words of their first element: whole tables before rows without a header."""
    ways: dict[str, list[_Way]] = {}
    for start, shape in structure.shapes.items():
        automaton = structure.automata[start]
        form = [slot.element for slot in automaton.form]
        widths = {element: 0 if shape.wide else shape.width(element) for element in form}
        behind = shape.width(form[0]) if shape.wide else 0
        for at in (0, *_below_header(automaton, shape)):
            way = _Way(automaton, automaton.after(form[:at]), widths, behind)
            ways.setdefault(plain(structure.printed[form[at]]), []).append(way)
    return ways


def _below_header(automaton: Automaton, shape: Shape) -> Sequence[int]:
    """Where in the form several rows begin that no column parts any more."""
    columns = [at for at, slot in enumerate(automaton.form) if is_column(slot)]
    rows = [at for at, slot in enumerate(automaton.form) if slot.element in shape.row_elements]
    below = [at for at in rows if at > columns[-1]]
    return below[:1] if len(below) >= _FEWEST else ()


def _block(normal: str, start: int, way: _Way, wordings: Wordings) -> tuple[Line | None, int]:
    """The rows that begin at a place, if they lead to the end of a way; where they end."""
    automaton, state, widths, behind = way
    edges = automaton.edges[state]
    at, tokens = start, []
    while edges:
        match = _ROW.match(normal, at)
        if match is None or (label := wordings.label(match[1])) is None:
            return None, at
        if label.elements[0] in wordings.headings:
            return None, at
        for element in label.elements:
            if element in edges:
                break
        else:
            return None, at
        edges = automaton.edges[edges[element]]
        width = widths[element] if edges else widths[element] + behind
        cells: Sequence[Piece] = ()
        if width or match[2]:
            values = _values(match[2])
            if len(values) != width:
                return None, at
            first = match.start(2)
            cells = [Piece(text, first + offset) for text, offset in values]
        span = Span(*match.span(1))
        # Even on lines of their own the values are in their columns: nothing came apart.
        tokens.append(Token(Kind.LABEL, span, match[1], label, cells, _COLUMNS[:width]))
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
