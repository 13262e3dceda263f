"""Numbers of pages in the text of a PDF: bare ones, on lines of their own, that count the pages.

Nothing tells one from a value but that there are as many as pages, each where no value is
lacking, and that the last one ends the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.form.wordings import Wordings
from gklint.parse.cells import FEWEST
from gklint.parse.lines import Line
from gklint.parse.state import OpenRow
from gklint.parse.tokens import ROWS, Kind, Token

_DIGITS = 3  # of the number of a page


def without_page_numbers(
    lines: Sequence[Line], tokens: Sequence[Token], wordings: Wordings
) -> Sequence[Line]:
    """The lines but for numbers of pages; the same where not each page has one."""
    if not lines or not _is_bare(lines[-1]):
        return lines  # as nearly all
    bare = {line.span.start: line for line in lines if _is_bare(line)}
    found: list[Line] = []
    for start in _superfluous(tokens, wordings):
        line = bare.get(start)
        if line and int(line.pieces[0].text) == len(found) + 1:
            found.append(line)
    if len(found) < 2 or found[-1] is not lines[-1]:
        return lines
    return [line for line in lines if line not in found]


def _is_bare(line: Line) -> bool:
    if line.cells or line.found or len(line.pieces) > 1:
        return False
    text = line.pieces[0].text
    return text.isdecimal() and len(text) <= _DIGITS and text[0] != "0"


def _superfluous(tokens: Sequence[Token], wordings: Wordings) -> Iterator[int]:
    """Where what stands outside of tables begins, and the value that a row has too many."""
    for token in tokens:
        if token.kind is Kind.PROSE:
            yield token.span.start
        elif token.kind in ROWS and token.cells:
            width = max(OpenRow(token.label).widths(wordings), default=0)
            more = len(token.cells) - 1
            if more == width or (token.kind is Kind.UNKNOWN and more >= FEWEST):
                yield token.cells[-1].start
