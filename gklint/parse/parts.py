"""The parts of a section: sub-headings that are told by a stem, not by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.form.wordings import Label, Wordings
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Kind, Taken, token
from gklint.text.numbering import split_numbering

_HEAD_ENDS = re.compile(r"[。,:;]")
_HEAD_CHARS = 40  # within which the head of a line ends, if at a mark
_LINE_CHARS = 24  # of a head that no mark ends


def opened(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take a line that opens a part of the section: with a number, or short and by itself."""
    piece = lines[0].pieces[0]
    if state.section is None or (head := _head(piece.text)) is None:
        return None
    part = wordings.part(head, state.section)
    if part is None:
        return None
    return Taken((token(Kind.PART, piece, Label((part,), None, frozenset((part,)))),))


def _head(text: str) -> str | None:
    """The words of a line that may name a part; None if it can open none."""
    numbering, rest = split_numbering(text)
    stop = _HEAD_ENDS.search(rest)
    if numbering is None:
        return rest if len(rest) <= _LINE_CHARS and not stop else None
    if numbering.style == "section":
        return None
    return rest[: stop.start()] if stop and stop.start() < _HEAD_CHARS else rest[:_LINE_CHARS]
