"""A table of contents: its lines are no headings.

It is told by the dots that lead to the number of a page, whatever it lists; by headings with
the number of a page that come again without one; or by headings in a row that all come again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import groupby

from gklint.form.alignment import Candidates
from gklint.form.wordings import Label, Wordings
from gklint.parse.headings import heading_label
from gklint.parse.lines import Line
from gklint.parse.tokens import Kind, Token
from gklint.text.numerals import CHINESE_DIGITS

_FEWEST = 4  # so many headings with nothing between them are a table of contents
_DIGITS = frozenset(CHINESE_DIGITS)
_LEADERS = ("....", "……", "····")
_BETWEEN = ".…· \t"
_SHORTEST = 8  # a label and dots
_PAGE_CHARS = 3
_PAGE = re.compile(r"(?<!\s)\s+\d{1,3}$")


def has_leaders(text: str) -> bool:
    """Whether dots lead to the number of a page."""
    head = text.rstrip("0123456789")
    if len(text) <= _SHORTEST or not 0 < len(text) - len(head) <= _PAGE_CHARS:
        return False
    leaders = head[len(head.rstrip(_BETWEEN)) :]
    return any(dots in leaders for dots in _LEADERS)


def entries(lines: Sequence[Line], wordings: Wordings) -> frozenset[int]:
    """Which lines above the first heading are one with a page, and come again as a heading."""
    listed: dict[int, Candidates] = {}
    for index, line in enumerate(lines):
        if label := _with_page(line, wordings):
            listed[index] = label.elements
        elif heading_label(line.pieces[0].text, wordings):
            break
    if not listed:
        return frozenset()
    below = {
        label.elements
        for line in lines[max(listed) + 1 :]
        if (label := heading_label(line.pieces[0].text, wordings))
    }
    return frozenset(index for index, elements in listed.items() if elements in below)


def _with_page(line: Line, wordings: Wordings) -> Label | None:
    """What a line is, but for the number of a page at its end."""
    if line.pieces[0].text[:1] not in _DIGITS or not line.pieces[-1].text[-1:].isdigit():
        return None
    text = " ".join(piece.text for piece in line.pieces)
    page = _PAGE.search(text)
    return heading_label(text[: page.start()], wordings) if page else None


def without_contents(tokens: Sequence[Token]) -> list[Token]:
    """Leave out headings in a row that all come again, be it in the same row."""
    below = Counter([token.element for token in tokens if token.kind is Kind.HEADING])
    if max(below.values(), default=0) <= 1:
        return [*tokens]  # as in nearly all reports
    kept: list[Token] = []
    for is_heading, group in groupby(tokens, lambda token: token.kind is Kind.HEADING):
        run = [*group]
        if is_heading:
            names = [token.element for token in run]
            below.subtract(names)
            run = run[_listed(names, {name for name in below if below[name]}) :]
        kept += run
    return kept


def _listed(names: Sequence[str | None], below: Set[str | None]) -> int:
    """How many of the headings in a row, from its first, are entries of a table of contents.

    ``below``: the headings that come after the row.
    """
    later = {*below}
    row = {*names}
    for count in range(len(names), _FEWEST - 1, -1):
        if later.issuperset(row):
            return count
        later.add(names[count - 1])
    return 0
