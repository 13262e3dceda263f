"""Other bodies in a report: their names where its own should stand, their level, their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, product
from typing import Any, NamedTuple

from gklint.checks.options import GROUPED, PATTERN, TEXTS, OptionKind, Options, by_name, option
from gklint.checks.phrases import matches
from gklint.checks.registry import Context, check
from gklint.files import kinds
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.form.form import Form
from gklint.frozen import Frozen
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.prose import Prose

_NAME = kinds.text("rulefiles.text")
_GROUPED = OptionKind(lambda _: kinds.expression(groups=1))
_FOUND = by_name(_GROUPED, "rulefiles.sought", _NAME)
_ROLES = by_name(_FOUND, "rulefiles.roles", _NAME)
_PLACES = by_name(_GROUPED, "rulefiles.levels", _NAME)


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
    known: Mapping[str, tuple[str, ...]]

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

    def lies_in(self, other: Body, level: str | None) -> bool:
        """Whether the place of a level stands, maybe shortened, in the other name too."""
        place = self.places[level] if level else None
        return place is None or (place.core if len(place.core) > 1 else place.name) in other.name


class BodyOptions(Options):
    """How names of bodies are read, and where they stand.

    ``places``: for each level, from the widest, an expression for places, whose first group is
    the place without the word for its level; ``apart``: levels of which no place lies in another.
    ``unsaid``: what names may leave out.  ``fields``: the words for each field of work;
    ``hosts``: the fields whose bodies act for others.  ``government``: what is one.

    ``own``: where, in the preamble, only the report's own body can stand, as the first group;
    ``author``, there, and ``office``, anywhere: where one can that acts for it; ``rooms``: what is
    a part of the body if it follows its name; ``no_name``: what is no name.

    ``governs``: what is done to, or by, all of a level, whose word is the first group; ``beyond``:
    for such a word the levels that cannot; ``oneself``: words for the own body; ``above``: signs
    that others did it.  ``selves``: words for itself, and how names end that have others.
    """

    places: Mapping[str, str] = option(_PLACES)
    apart: tuple[str, ...] = option(TEXTS)
    unsaid: str = option(PATTERN)
    fields: Mapping[str, tuple[str, ...]] = option(by_name(TEXTS, "rulefiles.fields", _NAME))
    hosts: tuple[str, ...] = option(TEXTS)
    government: str = option(PATTERN)
    own: Mapping[str, Mapping[str, str]] = option(_ROLES)
    author: Mapping[str, str] = option(_FOUND)
    office: Mapping[str, Mapping[str, str]] = option(_ROLES)
    rooms: tuple[str, ...] = option(TEXTS)
    no_name: str = option(PATTERN)
    governs: tuple[str, ...] = option(GROUPED)
    beyond: Mapping[str, tuple[str, ...]] = option(by_name(TEXTS, "rulefiles.beyond", _NAME))
    oneself: str = option(PATTERN)
    above: str = option(PATTERN)
    selves: Mapping[str, tuple[str, ...]] = option(
        by_name(TEXTS, "rulefiles.selves", kinds.expression())
    )

    @classmethod
    def verify(
        cls,
        form: Form,  # noqa: ARG003 (the names are the options' own)
        file: KeyedFile,
        path: KeyPath,
        found: dict[str, Any],
    ) -> None:
        """Refuse levels and fields that are not among those given."""
        for name, known in (("apart", "places"), ("hosts", "fields")):
            for index, each in enumerate(found[name]):
                file.one_of((*path, name, index), each, found[known])
        for word, levels in found["beyond"].items():
            for index, each in enumerate(levels):
                file.one_of((*path, "beyond", word, index), each, found["places"])

    def body(self, name: str) -> Body:
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


@check("other-body", BodyOptions)
def other_body(context: Context, options: BodyOptions) -> Iterable[Outcome]:
    """Find where a report's author, subject or contact is certainly another body."""
    document = context.document
    if document.agency is None:
        yield NotApplicable()
        return
    agency = document.agency
    itself = ("", *options.rooms)
    for proses, roles, is_other in (
        (document.preamble, options.own, _is_other),
        (document.preamble, {"author": options.author}, _cannot_act),
        ((document.prose,), options.office, _cannot_act),
    ):
        for prose, (role, sought) in product(proses, roles.items()):
            for match in matches(prose.text, sought):
                name = match[1]
                if name.removeprefix(agency) in itself or re.search(options.no_name, name):
                    continue
                if is_other(options.body(agency), options.body(name), options):
                    yield _finding(document, prose, *match.span(1), role)
    for start, end in _beyond(document.prose.text, agency, options):
        yield _finding(document, document.prose, start, end, "beyond")
    for start, end in _selves(document.prose.text, agency, options):
        yield _finding(document, document.prose, start, end, "self")


def _finding(document: Document, prose: Prose, start: int, end: int, kind: str) -> Finding:
    span = prose.span(start, end)
    address = Address(in_address(document.section_at(span.start)), "body", kind)
    args = {"agency": document.agency, "body": prose.text[start:end]}
    return Finding(address, span, args, kind)


# -- whether two names are certainly those of two bodies -----------------------------------------


def _is_other(own: Body, body: Body, options: BodyOptions) -> bool:
    """Whether it is a body of another place, of another kind, or of another level."""
    if any(_differ(own, body, level) for level in own.places):
        return True
    if not body.organ or not (body.places or body.fields):
        return False
    if own.fields and body.fields:
        other_kind = own.fields.isdisjoint(body.fields)
    else:
        other_kind = bool((own.government and body.fields) or (own.fields and body.government))
    if other_kind or own.level == body.level or not (own.level and body.level):
        return other_kind
    levels = [*options.places]
    wide, narrow = sorted((own, body), key=lambda each: levels.index(each.level or ""))
    return not narrow.lies_in(wide, narrow.level)


def _cannot_act(own: Body, body: Body, options: BodyOptions) -> bool:
    """Whether it is not even a body that may act for it, as a superior's office may."""
    for level in own.places:
        if _differ(own, body, level) and (level in options.apart or level != own.level):
            return True
    if not body.fields or not body.fields.isdisjoint(options.hosts):
        return False
    if own.fields and own.fields.isdisjoint(body.fields):
        return True
    if not own.level or not body.level or not (own.fields or own.government):
        return False
    levels = [*options.places]
    if own.government and own.level == levels[-1]:
        return body.level != own.level
    below = levels.index(body.level) > levels.index(own.level)
    unrelated = not (own.lies_in(body, own.level) or body.lies_in(own, body.level))
    return unrelated and (own.government or below)


def _differ(own: Body, body: Body, level: str) -> bool:
    """Whether both name a place of that level, and not the same."""
    if level not in own.places or level not in body.places:
        return False
    return not (own.lies_in(body, level) or body.lies_in(own, level))


# -- what is beyond its level -------------------------------------------------------------------


def _beyond(text: str, agency: str, options: BodyOptions) -> Iterator[tuple[int, int]]:
    """Where it is said to govern what is not its own."""
    for match in chain(*(re.compile(each).finditer(text) for each in options.governs)):
        own = options.body(agency)
        place = own.places[own.level].name if own.level else ""
        if own.level not in options.beyond.get(match[1], ()) or place.endswith(match[1]):
            continue
        start = match.start()
        who = text[_after(text, start, ",;:、。\n") : start]
        itself = who in agency or re.fullmatch(options.oneself, who)
        if itself and not re.search(options.above, text[_after(text, start, "。\n") : start]):
            yield match.span()


def _after(text: str, at: int, marks: str) -> int:
    """Where what stands at a place begins, behind the last of the marks."""
    return max(text.rfind(mark, 0, at) for mark in marks) + 1


def _selves(text: str, agency: str, options: BodyOptions) -> Iterator[tuple[int, int]]:
    """Where it first calls itself what it is not."""
    for pattern, endings in options.selves.items():
        if agency.endswith(endings) and (match := re.search(pattern, text)):
            yield match.span()
