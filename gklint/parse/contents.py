"""A table of contents: its lines are no headings, and no page numbers either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.form.wordings import Wordings
from gklint.parse.headings import heading_label
from gklint.parse.layout import Line
from gklint.parse.tokens import Kind, Token

_FEWEST = 4  # so many headings with nothing between them are a table of contents
_PAGE = re.compile(r"\s\s*\d{1,3}$")


def is_entry(lines: Sequence[Line], wordings: Wordings) -> bool:
    """Whether the first line is a heading with the number of a page, and comes again as heading."""
    text = " ".join(piece.text for piece in lines[0].pieces)
    page = _PAGE.search(text)
    label = heading_label(text[: page.start()], wordings) if page else None
    return label is not None and any(
        later is not None and later.elements == label.elements
        for later in (heading_label(line.pieces[0].text, wordings) for line in lines[1:])
    )


def without_contents(tokens: Sequence[Token]) -> list[Token]:
    """Leave out headings in a row that all come again, be it in the same row."""
    kept: list[Token] = []
    run: list[Token] = []
    for index, token in enumerate([*tokens, None]):
        if token is not None and token.kind is Kind.HEADING:
            run.append(token)
            continue
        kept += run[_listed(run, tokens[index:]) :]
        run = []
        if token is not None:
            kept.append(token)
    return kept


def _listed(run: Sequence[Token], rest: Sequence[Token]) -> int:
    """How many of the headings in a row, from its first, are entries of a table of contents."""
    if len(run) < _FEWEST:
        return 0
    later = {token.element for token in rest if token.kind is Kind.HEADING}
    for count in range(len(run), _FEWEST - 1, -1):
        if {token.element for token in run[:count]} <= later:
            return count
        later.add(run[count - 1].element)
    return 0
