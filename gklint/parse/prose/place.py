"""A sentence in its passage, and where things stand in it."""

from __future__ import annotations

from typing import NamedTuple

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Passage, Where
from gklint.text.expressions import lazy_compile

# Not that from or to which requests are carried (结转至2025年), nor one to compare with.
_YEAR = lazy_compile(
    r"(20\d{2})年(?!度?(?:结转|转入))"
    r"(?<![比较与]\d{4}年)(?<!转[至到入]\d{4}年)(?<!结转\d{4}年)(?<!延[至到]\d{4}年)"
)


class Place(NamedTuple):
    """The sentence ``text`` that begins at ``start`` of the prose of a passage.

    ``on_topic``: requests alone are spoken of here, or in the sentence before.
    """

    passage: Passage
    start: int
    text: str
    on_topic: bool = False

    def about_requests(self, words: Vocabulary) -> bool:
        """Whether it stands where requests alone are spoken of."""
        passage = self.passage
        return passage.part == words.on_request or passage.section == words.requests_alone

    def where(self, start: int, end: int) -> Where:
        """The place of ``text[start:end]``, and the last year named before its end."""
        prose, base = self.passage.prose, self.start
        years = _YEAR.findall(self.text, 0, end)
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
