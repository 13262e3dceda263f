"""Running text without blanks, each character with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gklint.text.source import Span

SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
"""A sentence of running text without blanks."""


class Prose(NamedTuple):
    """Running text without blanks and line breaks, and where each character stood."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original span of ``text[start:end]``."""
        if len(self.starts) == 1:  # as in most lines
            return Span(self.origins[0] + start, self.origins[0] + end)
        return Span(
            self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(end)
        )

    def origin(self, offset: int) -> int:
        """The original offset of the character at ``offset``."""
        if not self.starts:
            return 0
        index = bisect_right(self.starts, offset) - 1
        return self.origins[index] + offset - self.starts[index]

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Before which characters within ``text[start:end]`` others were left out, how many."""
        for index in range(bisect_right(self.starts, start), bisect_left(self.starts, end)):
            at = self.starts[index]
            length = at - self.starts[index - 1]
            left_out = self.origins[index] - self.origins[index - 1] - length
            if left_out > 0:
                yield at, left_out


def squeeze(normal: str, spans: Iterable[Span]) -> Prose:
    """Join ``spans`` of the normal text to one prose, leaving out the blanks."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for span in spans:
        at = span.start
        for part in normal[at : span.end].replace("*", " ").split():
            at = normal.index(part, at)
            parts.append(part)
            starts.append(length)
            origins.append(at)
            at += len(part)
            length += len(part)
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
