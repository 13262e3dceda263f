"""Other bodies in a report: their names where its own should stand, their level, their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product
from typing import Any

from gklint.checks.options import (
    GROUPED,
    PATTERN,
    TEXT,
    TEXTS,
    Options,
    by_name,
    expression,
    option,
)
from gklint.checks.phrases import matches
from gklint.checks.registry import Context, check
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.form.bodies import Body, BodyNames
from gklint.form.form import Form
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.expressions import Expression
from gklint.text.prose import Prose

_FOUND = by_name(expression(groups=1), "rulefiles.sought", TEXT)
_ROLES = by_name(_FOUND, "rulefiles.roles", TEXT)


class BodyOptions(Options):
    """Where names of bodies stand, and what those who write may say of themselves.

    ``own``: where, in the preamble, only the report's own body can stand, as the first group;
    ``author``, there, and ``office``, anywhere: where one can that acts for it; ``rooms``: what is
    a part of the body if it follows its name; ``no_name``: what is no name.

    ``governs``: what is done to, or by, all of a level, whose word is the first group; ``beyond``:
    for such a word the levels that cannot; ``oneself``: words for the own body; ``above``: signs
    that others did it.  ``selves``: words for itself, and how names end that have others.
    """

    own: Mapping[str, Mapping[str, Expression]] = option(_ROLES)
    author: Mapping[str, Expression] = option(_FOUND)
    office: Mapping[str, Mapping[str, Expression]] = option(_ROLES)
    rooms: tuple[str, ...] = option(TEXTS)
    no_name: Expression = option(PATTERN)
    governs: tuple[Expression, ...] = option(GROUPED)
    beyond: Mapping[str, tuple[str, ...]] = option(by_name(TEXTS, "rulefiles.beyond", TEXT))
    oneself: Expression = option(PATTERN)
    above: Expression = option(PATTERN)
    selves: Mapping[Expression, tuple[str, ...]] = option(
        by_name(TEXTS, "rulefiles.selves", PATTERN)
    )

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse levels that names do not have."""
        for word, levels in found["beyond"].items():
            for index, each in enumerate(levels):
                file.one_of((*path, "beyond", word, index), each, form.bodies.places)


@check("other-body", BodyOptions)
def other_body(context: Context, options: BodyOptions) -> Iterable[Outcome]:
    """Find where a report's author, subject or contact is certainly another body."""
    document = context.document
    if document.agency is None:
        yield NotApplicable()
        return
    agency, names = document.agency, context.form.bodies
    itself = ("", *options.rooms)
    for proses, roles, is_other in (
        (document.preamble, options.own, _is_other),
        (document.preamble, {"author": options.author}, _cannot_act),
        ((document.prose,), options.office, _cannot_act),
    ):
        for prose, (role, sought) in product(proses, roles.items()):
            for match in matches(prose.text, sought):
                name = match[1]
                if name.removeprefix(agency) in itself or options.no_name.search(name):
                    continue
                if is_other(names.read(agency), names.read(name), names):
                    yield _finding(document, prose, *match.span(1), role)
    for start, end in _beyond(document.prose.text, agency, options, names):
        yield _finding(document, document.prose, start, end, "beyond")
    for start, end in _selves(document.prose.text, agency, options):
        yield _finding(document, document.prose, start, end, "self")


def _finding(document: Document, prose: Prose, start: int, end: int, kind: str) -> Finding:
    span = prose.span(start, end)
    address = Address(in_address(document.section_at(span.start)), "body", kind)
    args = {"agency": document.agency, "body": prose.text[start:end]}
    return Finding(address, span, args, kind)


# -- whether two names are certainly those of two bodies -----------------------------------------


def _is_other(own: Body, body: Body, names: BodyNames) -> bool:
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
    levels = [*names.places]
    wide, narrow = sorted((own, body), key=lambda each: levels.index(each.level or ""))
    return not narrow.lies_in(wide, narrow.level)


def _cannot_act(own: Body, body: Body, names: BodyNames) -> bool:
    """Whether it is not even a body that may act for it, as a superior's office may."""
    for level in own.places:
        if _differ(own, body, level) and (level in names.apart or level != own.level):
            return True
    if not body.fields or not body.fields.isdisjoint(names.hosts):
        return False
    if own.fields and own.fields.isdisjoint(body.fields):
        return True
    if not own.level or not body.level or not (own.fields or own.government):
        return False
    levels = [*names.places]
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


def _beyond(
    text: str, agency: str, options: BodyOptions, names: BodyNames
) -> Iterator[tuple[int, int]]:
    """Where it is said to govern what is not its own."""
    for match in chain.from_iterable(each.finditer(text) for each in options.governs):
        own = names.read(agency)
        place = own.places[own.level].name if own.level else ""
        if own.level not in options.beyond.get(match[1], ()) or place.endswith(match[1]):
            continue
        start = match.start()
        who = text[_after(text, start, ",;:、。\n") : start]
        itself = who in agency or options.oneself.fullmatch(who)
        if itself and not options.above.search(text[_after(text, start, "。\n") : start]):
            yield match.span()


def _after(text: str, at: int, marks: str) -> int:
    """Where what stands at a place begins, behind the last of the marks."""
    return max(text.rfind(mark, 0, at) for mark in marks) + 1


def _selves(text: str, agency: str, options: BodyOptions) -> Iterator[tuple[int, int]]:
    """Where it first calls itself what it is not."""
    for each, endings in options.selves.items():
        if agency.endswith(endings) and (match := each.search(text)):
            yield match.span()
