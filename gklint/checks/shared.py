"""Texts that bodies of a county have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from gklint.checks.copied import TextOptions
from gklint.checks.options import NUMBER, option
from gklint.checks.registry import CountyContext, county_check
from gklint.checks.texts import Shared, Text, common_to, own_text, percent, shared
from gklint.extras import need
from gklint.form.form import Form
from gklint.model.county import County, Entry, Told
from gklint.model.document import Address
from gklint.model.outcomes import Finding, Note, Undecided
from gklint.text.duplicates import likely
from gklint.text.likeness import Names, masked

_WHOLE = Address("text", "bodies")
_LIKELY = 0.25  # of two texts' fragments; what is less alike has not most sentences in common
_MOST = 8  # reports that one is held against
_SHORT = 3  # characters of a name without the places around it
_MORE = 25  # percent of the other one, so that it is that which stands in this one


class SharedOptions(TextOptions):
    """``at_least`` is of both texts together; ``whole``: of one, all of which stands in the other.

    What is of a template does not count (``template`` in ``rules/format/bodies.yaml``).
    """

    whole: int = option(NUMBER)


class _Other(NamedTuple):
    """A report that one has much in common with, by its number, and what."""

    number: int
    shared: Shared
    percent: int  # of the other one


@county_check("prose-shared", SharedOptions)
def prose_shared(context: CountyContext, options: SharedOptions) -> Iterable[Told]:
    """Find reports of two bodies that have most of their text in common."""
    need("review")
    county = context.county
    found = (_names_of(county, entry, context.form) for entry in county.entries)
    names = Names({*chain.from_iterable(found), *county.members})
    texts = [own_text(entry.report, context.form, names) for entry in county.entries]
    bodies = [_body(entry, number) for number, entry in enumerate(county.entries)]
    of_bodies = [*dict(zip(bodies, texts, strict=True)).values()]
    common = common_to(of_bodies, context.form.bodies.template)
    sizes = [text.own_size(common) for text in texts]
    long = [number for number, size in enumerate(sizes) if size >= options.shortest]
    for number, size in enumerate(sizes):
        if size < options.shortest:
            yield Told(number, Undecided("texts.short", _WHOLE, {"size": size}))
    for number, others in sorted(_alike(texts, bodies, long, common, options).items()):
        yield Told(number, _finding(context, number, others))


def _alike(
    texts: Sequence[Text],
    bodies: Sequence[str],
    long: Sequence[int],
    common: frozenset[str],
    options: SharedOptions,
) -> Mapping[int, Sequence[_Other]]:
    """For each report those that have most of their text, or of its own, in common with it."""
    found: dict[int, list[_Other]] = defaultdict(list)
    fragments = (texts[number].fragments(common) for number in long)
    for pair in likely(fragments, _LIKELY, _MOST):
        one, other = (long[each] for each in pair)
        if bodies[one] == bodies[other]:
            continue
        ours, theirs = shared(texts[one], texts[other], common, options.near)
        of_both = percent(ours.same + theirs.same, ours.size + theirs.size)
        of_one = max(ours.percent, theirs.percent)
        if of_both >= options.at_least or of_one >= options.whole:
            found[one].append(_Other(other, ours, theirs.percent))
            found[other].append(_Other(one, theirs, ours.percent))
    return found


def _finding(context: CountyContext, number: int, others: Sequence[_Other]) -> Finding:
    """That of a report: with which other one it has most in common, and with which besides."""
    county = context.county
    first, *rest = sorted(others, key=lambda each: (-each.shared.percent, each.number))
    entry, other = county.entries[number], county.entries[first.number]
    left = next(_left_in(county, entry, other, context.form), "")
    args = {
        "percent": first.shared.percent,
        "of_other": first.percent,
        "body": _called(other),
        "left": left,
    }
    more = first.percent - first.shared.percent
    kind = "within" if more > _MORE else "named" if left else "default"
    notes = (*first.shared.notes(), *(_besides(county, each) for each in rest))
    return Finding(_WHOLE, first.shared.spans[0], args, kind, notes)


def _besides(county: County, other: _Other) -> Note:
    entry = county.entries[other.number]
    args = {"percent": other.shared.percent, "body": _called(entry)}
    _, there = other.shared.spans
    return Note("texts.besides", there, None, args, entry.report.path)


# -- the names of bodies -------------------------------------------------------------------------


def _body(entry: Entry, number: int) -> str:
    """By what reports of two bodies are told from two of one."""
    return entry.body or entry.report.agency or f"\0{number}"


def _called(entry: Entry) -> str:
    return entry.body or entry.report.agency or entry.report.path or "?"


def _above(county: County, body: str | None) -> list[str]:
    """The bodies of which it is a part, and their superiors."""
    found: list[str] = []
    member = county.members.get(body or "")
    while member and member.parent and member.parent not in found:
        found.append(member.parent)
        member = county.members.get(member.parent)
    return found


def _names_of(county: County, entry: Entry, form: Form) -> Iterator[str]:
    """The names of a body, and what is left of them without the places around it."""
    member = county.members.get(entry.body or "")
    for name in filter(None, (entry.report.agency, entry.body, *(member.former if member else ()))):
        yield name
        body = form.bodies.read(name)
        short = body.rest or (body.seat.name if body.seat else "")
        if len(short) >= _SHORT:
            yield short


def _left_in(county: County, entry: Entry, other: Entry, form: Form) -> Iterator[str]:
    """Names of the other body in what both reports say, be it also what every report has to say."""
    if other.body in _above(county, entry.body):
        return  # of which all bodies speak
    own, theirs = (Names(_names_of(county, each, form)) for each in (entry, other))
    both = Names({*own, *theirs})
    named: dict[str, set[str]] = defaultdict(set)
    for sentence in other.report.sentences:
        named[masked(sentence.text, both)].update(theirs.within(sentence.text))
    for sentence in entry.report.sentences:
        said = named.get(masked(sentence.text, both), ())
        yield from (name for name in theirs.within(own.masked(sentence.text)) if name in said)
