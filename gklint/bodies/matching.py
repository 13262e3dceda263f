"""Which body a report is of, by its name as people write it.

A name is taken apart into places and a kind (``form.bodies``).  The same body has the same kind
and the same place, of which much may be left out: 江宁市青石县水务局, 青石水务局, 县水务局.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import NamedTuple

from gklint.bodies.names import plain
from gklint.form.bodies import GOVERNMENT, OFFICE, Body, BodyNames, Place
from gklint.model.county import Member
from gklint.text.likeness import Names

_MOST = 5
_LIKE = 0.75
_INSTEAD = {GOVERNMENT: OFFICE, OFFICE: GOVERNMENT}


class Match(NamedTuple):
    """``name``: that of the member that it certainly is; ``near``: else those that it may be."""

    name: str | None
    near: tuple[str, ...] = ()


Home = tuple[tuple[str, Place], ...]
"""A place with those around it that are known, and their levels, from the widest."""


class Bodies:
    """The bodies of a county, to be found by names."""

    def __init__(self, members: Mapping[str, Member], names: BodyNames) -> None:
        self.members = members
        self._names = names
        self._known: dict[str, list[str]] = {}
        self._kinds: dict[Home, dict[str, list[str]]] = {}
        for member in members.values():
            around = _around(member, members, names)
            for name in (member.name, *member.former):
                body = names.read(plain(name))
                home, kind = self._apart(body, around)
                _enter(self._kinds.setdefault(home, {}), kind, member.name)
                _enter(self._known, body.name, member.name)
        self._forms: dict[str, list[Home]] = {}
        for home in self._kinds:
            for form in _forms(home):
                self._forms.setdefault(form, []).append(home)

    @classmethod
    def of(
        cls, agencies: Iterable[str], names: BodyNames, listed: Mapping[str, Member] = {}
    ) -> Bodies:
        """The bodies that reports name, each once; whose parents are plain is their part.

        ``listed``: members that are known; only other bodies are then taken from the reports.
        """
        from gklint.bodies.guessing import members_of

        if listed:
            known = cls(listed, names)
            agencies = [agency for agency in agencies if known.find(agency).name is None]
        return cls({**members_of(agencies, names), **listed}, names)

    def find(self, agency: str) -> Match:
        """The member that a report is of, by the agency that it names."""
        body = self._names.read(plain(agency))
        if body.name in self.members:
            return Match(body.name)
        fits = [*dict.fromkeys(self._known.get(body.name) or self._fitting(body))]
        if len(fits) == 1:
            return Match(fits[0])
        return Match(None, tuple(fits or self._near(body))[:_MOST])

    def named_in(self, text: str) -> Match:
        """The member whose whole name, or a former one, stands in a text, such as a file's name."""
        names = self._every_name.within(plain(text))
        found = [*dict.fromkeys(member for name in names for member in self._known[name])]
        return Match(found[0]) if len(found) == 1 else Match(None, tuple(found[:_MOST]))

    @cached_property
    def _every_name(self) -> Names:
        return Names(self._known)

    def _apart(self, body: Body, around: Home) -> tuple[Home, str]:
        """The place of a member's name, within those around it, and what it is of it."""
        if body.places:
            levels = [*self._names.places]
            widest = levels.index(next(iter(body.places)))
            wider = [each for each in around if levels.index(each[0]) < widest]
            return (*wider, *body.places.items()), self._names.kind(body.rest)
        form = next((each for each in _forms(around) if body.rest.startswith(each)), "")
        rest = body.rest[len(form) :]
        return around, self._names.kind(rest if form else rest[len(self._names.level_word(rest)) :])

    def _fitting(self, body: Body) -> Iterator[str]:
        """The members whose place and kind are not those of another in this name."""
        for home, rest in self._read(body):
            kinds, kind = self._kinds[home], self._names.kind(rest)
            yield from kinds.get(kind) or kinds.get(_INSTEAD.get(kind, ""), [])

    def _read(self, body: Body) -> Iterator[tuple[Home, str]]:
        """The places that a name may be of, each with what it is there."""
        places = [place.name for place in body.places.values()]
        for left in range(max(len(places), 1)):
            text = "".join(places[left:]) + body.rest
            for end in range(1, len(text) + 1):
                for home in self._forms.get(text[:end], ()):
                    if not left or text.startswith(home[0][1].name):  # all that is known of it
                        yield home, text[end:]
        if () in self._kinds:
            yield (), body.rest[len(self._names.level_word(body.rest)) :]
        if not body.places:
            yield from self._unsaid(body.rest)

    def _unsaid(self, rest: str) -> Iterator[tuple[Home, str]]:
        """The places that a name without any may be of: all, or those of its level."""
        word = self._names.level_word(rest)
        if word or self._names.kind(rest) not in _INSTEAD:
            for home in filter(None, self._kinds):
                if home[-1][1].name.endswith(word):
                    yield home, rest[len(word) :]

    # -- likely ones -----------------------------------------------------------------------------

    def _near(self, body: Body) -> list[str]:
        """Members of its place that may be the same, the most alike first."""
        found: dict[str, float] = {}
        for home, rest in self._read(body):
            kind = self._names.kind(rest)
            for other, members in self._kinds[home].items():
                for name in members:
                    likeness = self._likeness(body, kind, self._names.read(name), other)
                    found[name] = max(likeness, found.get(name, 0))
        return sorted(filter(found.__getitem__, found), key=lambda name: -found[name])

    def _likeness(self, body: Body, kind: str, member: Body, other: str) -> float:
        """How likely two bodies of a place are one: 0 for not at all."""
        from difflib import SequenceMatcher

        if {kind, other} & _INSTEAD.keys():
            return 0.0
        alike = SequenceMatcher(None, body.rest, member.rest).ratio()
        if _within(kind, other) or _within(other, kind) or body.fields & member.fields:
            return 1 + alike
        return alike if not (body.fields and member.fields) and alike >= _LIKE else 0.0


def _enter(found: dict[str, list[str]], key: str, name: str) -> None:
    if name not in found.setdefault(key, []):
        found[key].append(name)


def _around(member: Member, members: Mapping[str, Member], names: BodyNames) -> Home:
    """The places of the nearest body above it that names any."""
    above = member.parent and members.get(member.parent)
    if not above:
        return ()
    wider = _around(above, members, names)
    own = names.read(plain(above.name)).places
    return (*(each for each in wider if each[0] not in own), *own.items()) if own else wider


def _forms(home: Home) -> list[str]:
    """The ways to write a place, with or without those around it; the longest first."""
    if not home:
        return []
    *wider, (_, narrow) = home
    ways = [("", *_ways(place)) for _, place in wider]
    texts = {"".join(parts) for parts in product(*ways, _ways(narrow))}
    return sorted(texts, key=len, reverse=True)


def _ways(place: Place) -> tuple[str, ...]:
    """A place with and without the word for its level; one character by itself is no name."""
    return (place.name, place.core) if len(place.core) > 1 else (place.name,)


def _within(short: str, long: str) -> bool:
    """Whether all characters of one stand in the other, in their order."""
    left = iter(long)
    return len(short) > 1 and all(char in left for char in short)
