"""The words of an HTML page: escaped, in tags, with what editors leave in their midst."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from .pieces import pieces, spots

if TYPE_CHECKING:
    from random import Random

_SPANS = (
    ("", ""),
    ("<span>", "</span>"),
    ('<span style="font-size:16pt;font-family:仿宋_GB2312">', "</span>"),
    ('<font face="仿宋" size="3">', "</font>"),
    ('<span lang="EN-US"><span style="color:black">', "</span></span>"),
)
_JUNK = (
    "<o:p></o:p>",
    "<!--[if !supportLists]--><![endif]-->",
    "&#8203;",
    '<a name="_GoBack"></a>',
)
_ENTITIES = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "　": "&#12288;", "\xa0": "&nbsp;"}
_LONG = 40


@dataclass(frozen=True)
class MarkupStyle:
    """Shares of the texts in spans, of spans with junk after them, of labels with a line break,
    of long paragraphs whose markup takes two lines; whether characters have their names.
    """

    spans: float
    junk: float
    broken: float
    wrapped: float
    entities: bool

    @staticmethod
    def draw(rng: Random) -> MarkupStyle:
        """Any style."""
        return MarkupStyle(
            spans=rng.choice((0.0, 0.3, 0.8)),
            junk=rng.choice((0.0, 0.0, 0.1)),
            broken=rng.choice((0.0, 0.0, 0.1)),
            wrapped=rng.choice((0.0, 0.0, 0.3)),
            entities=rng.random() < 0.4,
        )


class Markup:
    """Writes words as markup."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.style = MarkupStyle.draw(rng)

    def plain(self, text: str) -> str:
        """A text without tags."""
        markup = escape(text, quote=False)
        for char, entity in _ENTITIES.items() if self.style.entities else ():
            markup = markup.replace(char, entity)
        return markup

    def words(self, text: str) -> str:
        """A text with tags in its midst now and then."""
        if self.rng.random() >= self.style.spans:
            return self.plain(text)
        markup = ""
        for piece in pieces(text, self.rng):
            opening, closing = self.rng.choice(_SPANS)
            markup += opening + self.plain(piece) + closing
            if self.rng.random() < self.style.junk:
                markup += self.rng.choice(_JUNK)
        return markup

    def prose(self, text: str) -> str:
        """A paragraph whose markup takes two lines now and then, as some editors save it."""
        if len(text) < _LONG or self.rng.random() >= self.style.wrapped:
            return self.words(text)
        return self._cut(text, "\n")

    def label(self, text: str) -> str:
        """A label on two lines now and then."""
        if not spots(text) or self.rng.random() >= self.style.broken:
            return self.words(text)
        return self._cut(text, "<br>")

    def _cut(self, text: str, between: str) -> str:
        at = self.rng.choice(spots(text))
        return self.words(text[:at]) + between + self.words(text[at:])
