"""Running text without blanks, each character with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from gklint.text.source import Span

SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
"""A sentence of running text without blanks."""

_INK = re.compile(r"[^\s*]+")


class Prose(NamedTuple):
    """Running text without blanks and line breaks, and where each character stood."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original span of ``text[start:end]``."""
        return Span(
            self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(end)
        )

    def origin(self, offset: int) -> int:
        """The original offset of the character at ``offset``."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return self.origins[index] + offset - self.starts[index] if self.starts else 0


def squeeze(normal: str, spans: Iterable[Span]) -> Prose:
    """Join ``spans`` of the normal text to one prose, leaving out the blanks."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for span in spans:
        for match in _INK.finditer(normal, span.start, span.end):
            parts.append(match[0])
            starts.append(length)
            origins.append(match.start())
            length += match.end() - match.start()
    return Prose("".join(parts), tuple(starts), tuple(origins))


def joined(proses: Iterable[Prose]) -> Prose:
    """One prose of many, each of which is a line of it."""
    texts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for prose in proses:
        texts.append(prose.text)
        starts += [length + start for start in prose.starts]
        origins += prose.origins
        length += len(prose.text) + 1
    return Prose("\n".join(texts), tuple(starts), tuple(origins))
