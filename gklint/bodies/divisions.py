"""In which division of China a body sits, by its name and what stands around it.

A name tells it by the divisions that it names whole: 乾县财政局.  Names without the word for the
level (福州/鼓楼区) only choose among several of one name.  What may be two of them is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.bodies.gazetteer import Gazetteer, Place, Stem, gazetteer
from gklint.bodies.names import plain
from gklint.form.bodies import BodyNames
from gklint.frozen import Frozen
from gklint.text.expressions import lazy_compile

Hint = Sequence[Stem]
"""The codes that a name nearby may stand for: one of them is in a line with that of the body."""

_LONGEST = 15
_BETWEEN = lazy_compile(r"[\\/._\-—\s]+")
# Bodies of the whole country, wherever their reports lie.
_NATIONAL = lazy_compile("国家|中国|国务院|中央|全国|中华人民共和国")


class _Said(NamedTuple):
    """``places``: divisions that a name begins with; ``near``: those among them named shorter."""

    places: tuple[str, ...]
    near: tuple[str, ...]
    rest: str


class _Hints(NamedTuple):
    certain: Sequence[Hint]
    likely: Sequence[Hint]


class Divisions(Frozen, eq=False):
    """The divisions of China, to be found by the names of bodies."""

    names: BodyNames
    known: Gazetteer

    @classmethod
    def load(cls, names: BodyNames) -> Divisions:
        """All of them; it takes a tenth of a second."""
        return cls(names, gazetteer())

    def find(self, body: str, around: Sequence[str] = ()) -> str | None:
        """The code of the lowest division that a body's name certainly names.

        ``around``: paths of its report, names of bodies above it.
        """
        name = plain(body)
        said = self._read(name)
        parts = [
            self._read(plain(part)) for text in around for part in _BETWEEN.split(text) if part
        ]
        hints = self._hints(parts)
        if said.places:
            stem = self._named(said, hints)
        else:
            stem = self._in_folder(name, said.rest, parts, hints)
        return stem.ljust(6, "0") if stem else None

    # -- names -----------------------------------------------------------------------------------

    def _read(self, name: str) -> _Said:
        rest = re.sub(self.names.unsaid, "", name)
        places: list[str] = []
        near: list[str] = []
        pending: list[str] = []  # near, if a place follows: 福州鼓楼区, but not 北京海关
        while rest:
            if place := _longest(rest, self.known.places):
                places.append(place)
                near += pending
                pending = []
            elif place := _longest(rest, self.known.short):
                pending.append(place)
            else:
                break
            rest = rest[len(place) :]
        return _Said((*places,), (*near,), "".join(pending) + rest)

    def _hints(self, parts: Iterable[_Said]) -> _Hints:
        """What the names nearby say; only a whole one that cannot be a word says it for certain."""
        certain: list[Hint] = []
        likely: list[Hint] = []
        for said in parts:
            for place in said.places:
                (likely if _is_word(place) else certain).append(self.known.stems(place))
            likely += [self.known.short[each] for each in said.near]
            if said.rest in self.known.short:
                likely.append(self.known.short[said.rest])
        return _Hints(certain, likely)

    # -- codes -----------------------------------------------------------------------------------

    def _named(self, said: _Said, hints: _Hints) -> Stem | None:
        """The code of what a name names, if all around it agrees with one place."""
        *wider, lowest = said.places
        own = [*map(self.known.stems, wider), *(self.known.short[each] for each in said.near)]
        places = _fitting(self.known.places[lowest], own)
        if not places and wider and _is_word(lowest):  # 滁州市城区 is no division
            return self._named(_Said((*wider,), said.near, lowest + said.rest), hints)
        places = _fitting(places, hints.certain)
        likely = [hint for hint in hints.likely if _fitting(places, [hint])]
        places = _fitting(places, likely)
        if len(places) != 1 or (_is_word(lowest) and not (own or hints.certain or likely)):
            return None
        return self._part(places[0][0], said.rest)

    def _part(self, stem: Stem, rest: str) -> Stem | None:
        """The code of a place, or that of its part that the rest of a name speaks of."""
        if stem not in self.known.parents:
            return stem
        below = {*self._below(stem, rest)}
        if below:
            return below.pop() if len(below) == 1 else None
        *_, county, town = self.names.places
        unknown = self.names.read(rest).places.get(county)
        if re.search(self.names.places[town], rest) or (unknown and unknown.name[-1] != "区"):
            return None
        if len(stem) == 2 and ("区" in rest or _longest(rest, self.known.short)):
            return None  # of a zone, or a prefecture, that is not named whole
        return stem

    def _below(self, stem: Stem, rest: str) -> Iterator[Stem]:
        """The parts of a place that are named further on: 六安市公安局金安区分局."""
        at = 0
        while at < len(rest):
            place = _longest(rest[at:], self.known.places)
            if place and not _is_word(place):
                found = (each for each in self.known.places[place] if each[0].startswith(stem))
                yield from (each[0] for each in found)
            at += len(place) or 1

    def _in_folder(
        self, name: str, rest: str, parts: Sequence[_Said], hints: _Hints
    ) -> Stem | None:
        """The code of the folder that a body lies in whose name has no place: 财政局."""
        places = [place for said in parts if not said.rest for place in said.places]
        if not places or not self._is_bare(name, rest):
            return None
        if not places[-1].endswith(self.names.level_word(rest)):
            return None
        return self._named(_Said((*places,), (), rest), hints)

    def _is_bare(self, name: str, rest: str) -> bool:
        """Whether a name is that of a body of some place, but of no other than its folder's."""
        if _NATIONAL.match(name) or not re.search(self.names.bodies, name):
            return False
        *wider, _ = self.names.places
        read = self.names.read(rest).places
        if any(level in read and len(read[level].core) > 1 for level in wider):
            return False
        core = _longest(rest, self.known.cores)
        return not core or any(core in words for words in self.names.fields.values())


def _longest(text: str, known: Iterable[str]) -> str:
    """The longest of the names that a text begins with; "" if there is none."""
    most = min(_LONGEST, len(text))
    return next((text[:end] for end in range(most, 1, -1) if text[:end] in known), "")


def _is_word(place: str) -> bool:
    """Whether a name may also be just a word: 城区, 郊区, 矿区."""
    return len(place) == 2 and place.endswith("区")


def _fitting(places: Iterable[Place], hints: Sequence[Hint]) -> list[Place]:
    """The places, by those of their codes that all hints fit."""
    kept = (tuple(stem for stem in place if _fits(stem, hints)) for place in places)
    return [place for place in kept if place]


def _fits(stem: Stem, hints: Iterable[Hint]) -> bool:
    return all(
        any(stem.startswith(other) or other.startswith(stem) for other in hint) for hint in hints
    )
