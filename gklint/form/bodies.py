"""Names of bodies: of which places and which work they speak."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from gklint.frozen import Frozen

GOVERNMENT, OFFICE = "government", "office"
OF_PLACES = (GOVERNMENT, OFFICE)
"""The kinds of a government, and of its office, which no name tells by a field of work."""


class Place(NamedTuple):
    """A place in a name; ``core``: without the word for its level."""

    name: str
    core: str


class Body(Frozen):
    """What the name of a body says.  ``places``: by their levels, from the widest.

    ``rest``: what follows them; ``organ``: whether there is more than places; ``government``: it
    is a government, or a part of one.  ``known``: the words for each field of work.
    """

    name: str
    places: Mapping[str, Place]
    rest: str
    organ: bool
    government: bool
    known: Mapping[str, Sequence[str]]

    @cached_property
    def fields(self) -> frozenset[str]:
        """What it is concerned with."""
        return frozenset(
            field for field, words in self.known.items() if any(word in self.rest for word in words)
        )

    @property
    def level(self) -> str | None:
        """The level of the narrowest place."""
        return next(reversed([*self.places]), None)

    @property
    def seat(self) -> Place | None:
        """The narrowest place."""
        return self.places[self.level] if self.level else None

    def lies_in(self, other: Body, level: str | None) -> bool:
        """Whether the place of a level stands, maybe shortened, in the other name too."""
        place = self.places[level] if level else None
        return place is None or (place.core if len(place.core) > 1 else place.name) in other.name


class Template(NamedTuple):
    """What more than ``percent`` of all bodies write is of a template; of fewer than ``bodies``
    it cannot be told.
    """

    percent: int
    bodies: int


class BodyNames(Frozen, eq=False):
    """``rules/format/bodies.yaml``, which says what each entry is for."""

    places: Mapping[str, str]
    apart: Sequence[str]
    unsaid: str
    fields: Mapping[str, Sequence[str]]
    hosts: Sequence[str]
    government: str
    bare: str
    aside: str
    short: Mapping[str, str]
    ending: str
    seat: str
    office: str
    vertical: str
    bodies: str
    rest_of_place: str
    before_person: str
    template: Template

    def read(self, name: str) -> Body:
        """What a name says."""
        places = {}
        rest = re.sub(self.unsaid, "", name)
        for level, pattern in self.places.items():
            if match := re.match(pattern, rest):
                places[level] = Place(match[0], match[1])
                rest = rest[match.end() :]
        government = re.search(self.government, name) is not None
        organ = government or bool(rest)
        return Body(name, places, rest, organ, government or not organ, self.fields)

    def kind(self, rest: str) -> str:
        """What stands behind the place, as all ways to write it have it in common."""
        plain = re.sub(self.aside, "", rest)
        if re.fullmatch(self.seat, plain):
            return GOVERNMENT
        if re.fullmatch(self.office, plain):
            return OFFICE
        short = re.sub(self._long, lambda match: self.short[match[0]], plain)
        return re.sub(self.ending, "", short) or short

    def level_word(self, rest: str) -> str:
        """The word for a level that stands for a place which is not named; "" if none does."""
        found = re.match(self.bare, rest)
        return found[0] if found else ""

    @cached_property
    def _long(self) -> str:
        return "|".join(map(re.escape, self.short))
