"""The rows of a table at a stroke, where they have the official order and all their numbers.

In most reports they have.  What comes of it is what the readers of ``lexing`` would find in the
same lines one by one; where anything is odd, it is left to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile

from gklint.form.structure import Structure, is_column
from gklint.form.wordings import Wordings, plain
from gklint.parse.lines import Line
from gklint.parse.tokens import Kind, Token
from gklint.text.expressions import lazy_compile
from gklint.text.piece import Piece
from gklint.text.source import BREAK, Span

_FEWEST = 5  # rows without a header between them
_GAP = r"[ \t]*[|\t\r\n][\s|]*"
_ROW = lazy_compile(
    rf"[\s|]*(?P<label>[^\s|](?:[^|\t\r\n]*[^\s|\d])?)(?P<values>(?:{_GAP}[0-9]{{1,15}})*)(?={_GAP})"
)
_VALUE = lazy_compile("[0-9]+")
# Nothing follows on the line, nor in the next one what could be a value of the last row.
_END = lazy_compile(r"[ \t|]*[\r\n][\s|]*[^\s|\d/\\.、∕+−—–―─-]")

_Run = Sequence[tuple[str, int]]
"""Rows, and the columns and captions between them, each with the number of its values."""


def at_a_stroke(normal: str, wordings: Wordings) -> Mapping[int, Line]:
    """The blocks of rows in a text without marked rows, by where their first lines begin."""
    found: dict[int, Line] = {}
    for first, runs in _runs(wordings.structure).items():
        at = normal.find(first)
        while at >= 0:
            start = max(normal.rfind("\n", 0, at), normal.rfind("\r", 0, at)) + 1
            blocks = (_block(normal, at, run, wordings) for run in runs)
            block = None if normal[start:at].strip(" \t|") else next(filter(None, blocks), None)
            if block:
                found[start] = block
            at = normal.find(first, block.span.end if block else at + 1)
    return found


@lru_cache(maxsize=8)
def _runs(structure: Structure) -> Mapping[str, Sequence[_Run]]:
    """What may follow one another in any table, by the words of the first element of each."""
    runs: dict[str, list[_Run]] = {}
    for start, shape in structure.shapes.items():
        form = structure.automata[start].form
        whole = [(slot.element, shape.width(slot.element)) for slot in form]
        header = max(at for at, slot in enumerate(form) if is_column(slot)) + 1
        below = [*dropwhile(lambda pair: not pair[1], whole[header:])]
        for run in [] if shape.wide else (whole, below):
            if sum(width > 0 for _, width in run) >= _FEWEST:
                runs.setdefault(plain(structure.printed[run[0][0]]), []).append(run)
    return runs


def _block(normal: str, start: int, run: _Run, wordings: Wordings) -> Line | None:
    """The rows that begin at a place; None unless they are those of a run."""
    at, tokens = start, []
    for element, width in run:
        match = _ROW.match(normal, at)
        label = match and wordings.label(match["label"])
        if not match or not label or element not in label.elements:
            return None
        values = _values(match["values"])
        if len(values) != width or label.elements[0] in wordings.headings:
            return None
        first = match.start("values")
        cells = [Piece(text, first + offset) for text, offset in values]
        span = Span(*match.span("label"))
        # Even on lines of their own the values are in their columns: nothing came apart.
        columns = range(1, width + 1)
        tokens.append(Token(Kind.LABEL, span, match["label"], label, cells, columns))
        at = match.end()
    return _line(normal, start, at, tokens) if _END.match(normal, at) else None


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
