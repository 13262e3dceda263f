"""A sentence in its passage, and where things stand in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from gklint.model.statements import Passage, Where

_YEAR = re.compile(r"(20\d{2})年")


class Place(NamedTuple):
    """The sentence ``text`` that begins at ``start`` of the prose of a passage."""

    passage: Passage
    start: int
    text: str

    def where(self, start: int, end: int) -> Where:
        """The place of ``text[start:end]``, and the last year named before its end."""
        prose, base = self.passage.prose, self.start
        years = _YEAR.findall(self.text[:end])
        return Where(
            self.passage.section,
            self.passage.part,
            prose.span(base + start, base + end),
            prose.span(base, base + len(self.text)),
            int(years[-1]) if years else None,
        )

    def clause(self, at: int) -> str:
        """The clause around a place."""
        start = max(self.text.rfind(mark, 0, at) for mark in ",;:(") + 1
        ends = [end for mark in ",;:)" if (end := self.text.find(mark, at)) >= 0]
        return self.text[start : min(ends, default=len(self.text))]
