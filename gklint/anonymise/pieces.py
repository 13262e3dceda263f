"""The text of a report cut up: what is replaced in it, piece by piece, one character for one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.anonymise.inventing import Inventor
from gklint.anonymise.lexicon import lexicon
from gklint.form.bodies import BodyNames
from gklint.model.document import Document
from gklint.text.normalise import normalise
from gklint.text.simplified import simplifier
from gklint.text.source import Span

_UNIT = re.compile(r"[^\n\t。；;，,：:、！!？?|]+")
_INK = re.compile(r"\S|\t")
_LETTERS = re.compile(r"[^\W\d_A-Za-z]+")
_LATIN = re.compile(r"(?<![<&/A-Za-z\\])[A-Za-z]{2,}(?![;>])", re.ASCII)
_FILLED = re.compile("[Xx]+")  # what is to be filled in
# E-mail and web addresses; longer numbers, and shorter ones behind what tells them.
_REACHED = (
    re.compile(r"[\w.+-]+[@＠][\w-]+(?:[.．][\w-]+)*", re.ASCII),
    re.compile(r"https?://[^\s\u3000-\uffee<>\"')]+|www\.[\w./?=&%#-]+", re.ASCII),
    re.compile(
        r"(?<![\w.@/-])[a-z][\w-]*(?:\.[\w-]+)*\.(?:cn|com|net|org|gov)\b[\w./?=&%#-]*", re.ASCII
    ),
    re.compile(
        r"(?<![\d.])(?!20\d\d[-/.]\d)[(（]?\d"
        r"(?:[\d*]|[-—–―─()（）](?=[-—–―─()（） ]*\d)){6,24}(?![\d.])"
    ),
    re.compile(r"(?<=邮编)[:：]?\d{6}|(?<=邮政编码)[:：]?\d{6}|(?<=\d转)\d{2,6}"),
)


class Piece(NamedTuple):
    """Characters that are replaced.  ``unit``: the clause or cell they stand in; None: of a kind
    by themselves, such as telephone numbers.  ``name``: they are of the agency's name.
    """

    span: Span
    new: str
    unit: Span | None = None
    name: bool = False


class Cutter(NamedTuple):
    """Cuts texts up.  ``stems``: expressions for what is the agency's own in its name."""

    inventor: Inventor
    stems: tuple[str, ...]

    def pieces(self, document: Document) -> list[Piece]:
        """All that is replaced in a report, in its order; of its tables no number."""
        text = document.source.text
        tables = [table.span for table in document.tables.values()]
        glosses = [
            Piece(span, self.inventor.gloss(text[slice(*span)])) for span in document.glosses
        ]
        found = self._cut(text, document.normal, glosses, tables)
        alike = (self._as_traditional(each, document) for each in found)
        return [each for each in alike if text[slice(*each.span)] != each.new]

    def scrubbed(self, text: str) -> str:
        """A text in which nothing is looked for, with all replaced."""
        return written(text, self._cut(text, normalise(text, simplifier).text, (), ()))

    def _cut(
        self, text: str, normal: str, glosses: Sequence[Piece], tables: Sequence[Span]
    ) -> list[Piece]:
        stays = _kept(normal)
        found = _apart((*glosses, *self._reached(text, tables), *self._names(normal)))
        for piece in found:
            stays[slice(*piece.span)] = [True] * (piece.span.end - piece.span.start)
        for match in _UNIT.finditer(text):
            found += self._words(text, Span(*match.span()), stays)
        return sorted(found, key=lambda piece: piece.span)

    def _reached(self, text: str, tables: Sequence[Span]) -> Iterator[Piece]:
        """Telephone numbers and addresses."""
        for pattern in _REACHED:
            for match in pattern.finditer(text):
                if any(table.start <= match.start() < table.end for table in tables):
                    continue
                latin = any(each.isascii() and each.isalpha() for each in match[0])
                invent = self.inventor.latin if latin else self.inventor.number
                yield Piece(Span(*match.span()), invent(match[0]))

    def _names(self, normal: str) -> Iterator[Piece]:
        """What is the agency's own in its name, wherever it stands and blanks stand in it."""
        for match in re.finditer("|".join(self.stems), normal) if self.stems else ():
            ink = [at for at in range(*match.span()) if not normal[at].isspace()]
            made = self.inventor.words("".join(normal[at] for at in ink))
            for at, new in zip(ink, made, strict=True):
                yield Piece(Span(at, at + 1), new, name=True)

    def _words(self, text: str, unit: Span, stays: Sequence[bool]) -> Iterator[Piece]:
        """The letters of a clause that neither stay nor are replaced already."""
        for letters in _LETTERS.finditer(text, *unit):
            for span in _free(letters.span(), stays):
                yield Piece(span, self.inventor.words(text[slice(*span)]), unit)
        for match in _LATIN.finditer(text, *unit):
            if not (_FILLED.fullmatch(match[0]) or any(stays[slice(*match.span())])):
                yield Piece(Span(*match.span()), self.inventor.latin(match[0]), unit)

    def _as_traditional(self, piece: Piece, document: Document) -> Piece:
        """The piece with traditional characters where such ones stood."""
        there = {*document.traditional}.intersection(range(*piece.span))
        text, start = document.source.text, piece.span.start
        new = (
            self.inventor.traditional(text[at]) if at in there else each
            for at, each in enumerate(piece.new, start)
        )
        return piece._replace(new="".join(new)) if there else piece


def written(text: str, pieces: Sequence[Piece], left: Collection[Piece] = ()) -> str:
    """The text with its pieces replaced, but for those that are ``left``."""
    parts: list[str] = []
    end = 0
    stay = {*left}
    for piece in pieces:
        if piece not in stay:
            parts += (text[end : piece.span.start], piece.new)
            end = piece.span.end
    return "".join((*parts, text[end:]))


def characters(piece: Piece) -> list[Piece]:
    """A piece as one for each of its characters."""
    return [
        piece._replace(span=Span(at, at + 1), new=new)
        for at, new in enumerate(piece.new, piece.span.start)
    ]


def stems_of(agency: str, bodies: BodyNames) -> tuple[str, ...]:
    """Expressions for what is an agency's own in its name, the longest first.

    These are its places, without the words for their levels, and what else no word is of.
    """
    body = bodies.read(agency)
    rest = (body.rest[slice(*span)] for span in _free((0, len(body.rest)), _kept(body.rest)))
    own = [*(place.core for place in body.places.values()), *(each for each in rest if each[1:])]
    behind = {place.core: place.name.removeprefix(place.core) for place in body.places.values()}
    return tuple(
        # A single character is that of a place only before the word for its level.
        r"\s*".join(map(re.escape, each)) + (f"(?={behind[each]})" if len(each) == 1 else "")
        for each in sorted({*own}, key=lambda each: (-len(each), each))
    )


def _kept(normal: str) -> list[bool]:
    """Which characters belong to words that stay, wherever blanks stand in these."""
    ink = [match.start() for match in _INK.finditer(normal)]
    kept = [False] * len(normal)
    for start, end in lexicon().spans("".join(normal[at] for at in ink)):
        for at in ink[start:end]:
            kept[at] = True
    return kept


def _free(span: tuple[int, int], stays: Sequence[bool]) -> Iterator[Span]:
    """The stretches in which nothing stays."""
    start = span[0]
    for at in range(*span):
        if stays[at]:
            if start < at:
                yield Span(start, at)
            start = at + 1
    if start < span[1]:
        yield Span(start, span[1])


def _apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Those of the pieces that touch none before them."""
    taken: set[int] = set()
    found = []
    for piece in pieces:
        if taken.isdisjoint(range(*piece.span)):
            taken.update(range(*piece.span))
            found.append(piece)
    return found
