"""Parts of a text taken out without moving the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gklint.text.source import Span

_INK = re.compile(r"[^\r\n]")


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks in place of some of it, one for one; line breaks stay.

    ``spans``: in their order; none overlaps another.
    """
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], _INK.sub(" ", text[start:end]))
        done = end
    return "".join((*parts, text[done:])) if parts else text
