"""The reports of a county for two years, from numbers to documents.

Every report is drawn from a random source of its own, so that what is planted in one changes no
other but through the sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

from ..copies import TEMPLATE
from ..document import build_document
from ..figures import Numbers, added, draw_numbers
from ..labels import PARTS
from ..model import Part, Report, make_of
from ..voice import Sentence
from .bodies import Bodies, Body
from .own_words import own_sentences

if TYPE_CHECKING:
    from ..agencies import Agency
    from ..document import Document

Sum = Callable[[Mapping[str, Numbers]], Numbers]
"""What a government makes of the numbers of the bodies right below it."""

_EXPLAINS = "清理"  # a sentence with it may explain any change of the documents in force
_YEARS = (2023, 2024, 2025)


@dataclass
class Draft:
    """A county in the making.

    `last` and `now`: the numbers by the names of bodies, of last year by what they were called
    then. `sums`: of governments that add up otherwise than they should. `used`: bodies that
    something is planted in.
    """

    seed: str
    year: int
    bodies: Bodies
    last: dict[str, Numbers] = field(default_factory=dict)
    now: dict[str, Numbers] = field(default_factory=dict)
    sums: dict[str, Sum] = field(default_factory=dict)
    last_documents: dict[str, Document] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def rng(self, *what: object) -> Random:
        """The random source for something."""
        return Random(" ".join(map(str, (self.seed, *what))))

    def body(self, name: str) -> Body:
        """The body of a name."""
        return next(body for body in self.bodies.listed if body.name == name)

    def was(self, name: str) -> str:
        """What a body was called last year; it was one, and no more."""
        (agency,) = self.body(name).before
        return agency.name

    def governments(self) -> list[str]:
        """The bodies that add up others."""
        return [body.name for body in self.bodies.governments()]

    def leaves(self) -> list[str]:
        """All other bodies."""
        above = self.governments()
        return [body.name for body in self.bodies.listed if body.name not in above]

    def pick(self, rng: Random, names: Iterable[str]) -> str:
        """One of these bodies in which nothing is planted yet.  Raises IndexError."""
        name = rng.choice([each for each in names if each not in self.used])
        self.used.add(name)
        return name

    def report(self, agency: Agency, year: int, what: str = "") -> Report:
        """A report of a body; `what` tells it from another one that it may write."""
        numbers = (self.now if year == self.year else self.last)[agency.name]
        rng = self.rng(agency.name, year, what)
        report = make_of(rng, agency, year, numbers)
        own = own_sentences(rng)
        parts = (_with_more(part, own[part.key], agency) for part in report.parts)
        return replace(report, parts=tuple(parts))


def _with_more(part: Part, own: Iterable[str], agency: Agency) -> Part:
    """An aspect with what a body says by itself, and what all of its county say."""
    first = (each for each in part.sentences if _EXPLAINS not in each.text)
    template = TEMPLATE[PARTS.index(part.key)].replace("县", agency.area[-1])
    return replace(part, sentences=(*first, *map(Sentence, own), Sentence(template)))


def begin(seed: str, bodies: Bodies) -> Draft:
    """The numbers of all bodies but governments."""
    draft = Draft(seed, Random(seed).choice(_YEARS), bodies)
    governments = bodies.governments()
    for body in (*bodies.listed, *bodies.gone):
        for agency in () if body in governments else body.before:
            scale = "empty" if body in bodies.gone else None
            draft.last[agency.name] = draw_numbers(draft.rng(agency.name, "last"), scale)
    for body in bodies.listed:
        if body not in governments:
            before = added(draft.last[agency.name] for agency in body.before)
            draft.now[body.name] = draw_numbers(draft.rng(body.name, "now"), None, before)
    return draft


def add_up(draft: Draft) -> None:
    """The numbers of governments, the lowest first."""
    for body in draft.bodies.governments():
        below, gone = draft.bodies.below(body.name), draft.bodies.gone_below(body.name)
        was = (agency.name for each in (*below, *gone) for agency in each.before)
        draft.last[body.name] = added(draft.last[name] for name in was)
        numbers = {each.name: draft.now[each.name] for each in below}
        draft.now[body.name] = draft.sums.get(body.name, as_it_should)(numbers)


def as_it_should(numbers: Mapping[str, Numbers]) -> Numbers:
    """The sum of all."""
    return added(numbers.values())


def put_in_words(draft: Draft) -> None:
    """The documents of both years."""
    for body in (*draft.bodies.listed, *draft.bodies.gone):
        for agency in body.before:
            report = draft.report(agency, draft.year - 1)
            draft.last_documents[agency.name] = build_document(report)
    for body in draft.bodies.listed:
        draft.documents[body.name] = build_document(draft.report(body.agency, draft.year))
