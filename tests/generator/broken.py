"""Reports with one defect, and what a linter has to say about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .document import Document, build_document
from .files import write
from .layouts import print_document
from .lines import FILE_LAST, LAST, Rendered, assemble
from .model import Report, make_report
from .noise import render_noisy
from .where import Where, Written

if TYPE_CHECKING:
    from random import Random

    from .labels import Address, CellKey

END: tuple[Address, ...] = (LAST, FILE_LAST)
PREAMBLE: tuple[Address, ...] = (("preamble",), ("preamble_more",), ("heading", "overview"))
ANYWHERE: Address = ()


@dataclass(frozen=True)
class Expected:
    """A diagnostic that must come: its code, at any one of these places."""

    code: str
    places: frozenset[Where]


@dataclass(frozen=True)
class Answer:
    """What a linter has to say about a report with one defect.

    `expected` holds what must come; no other errors and warnings may, except with codes in
    `optional`. `never`: codes that may not even come as an info. `once`: nothing expected may be
    said a second time. For a wrong number in table three, `cell` and `true_value` are what a
    suspect has to name.
    """

    expected: tuple[Expected, ...]
    optional: frozenset[str]
    never: frozenset[str]
    once: bool
    cell: CellKey | None
    true_value: int | None


@dataclass(frozen=True)
class Broken:
    """A text with one defect."""

    name: str
    layout: str
    printed: Rendered
    answer: Answer

    @property
    def text(self) -> str:
        """The text to check."""
        return self.printed.text


@dataclass(frozen=True)
class BrokenFile:
    """A file with one defect."""

    name: str
    form: str
    printed: Written
    answer: Answer


@dataclass(frozen=True)
class Expect:
    """A code and the addresses (prefixes) whose lines are acceptable."""

    code: str
    addresses: tuple[Address, ...]


@dataclass(frozen=True)
class Edit:
    """A document with a defect, before printing."""

    document: Document
    expects: tuple[Expect, ...]
    optional: frozenset[str] = frozenset()
    cell: CellKey | None = None
    true_value: int | None = None
    never: frozenset[str] = frozenset()
    once: bool = False

    def answer(self, standing: Callable[..., frozenset[Where]]) -> Answer:
        """What there is to say; `standing` gives the places of addresses as printed."""
        expected = tuple(Expected(e.code, standing(*e.addresses)) for e in self.expects)
        return Answer(expected, self.optional, self.never, self.once, self.cell, self.true_value)


@dataclass(frozen=True)
class Task:
    """What a defect starts from; `rng` settles what it leaves open."""

    report: Report
    layout: str
    rng: Random


EditMaker = Callable[[Task], Edit]


@dataclass(frozen=True)
class Defect:
    """A kind of defect; calling it breaks a report (another one if this one is unsuitable).

    `in_2019`: whether reports in the form of 2019 can have it.
    """

    name: str
    make: EditMaker
    in_2019: bool = True

    def __call__(self, report: Report, layout: str, rng: Random, noisy: bool = False) -> Broken:
        """Break `report` and print it, with noise if asked."""
        edit = self.make(Task(report, layout, rng))
        if noisy:
            rendered = render_noisy(edit.document, layout, rng)
        else:
            rendered = assemble(print_document(edit.document, layout, rng))
        return Broken(self.name, layout, rendered, edit.answer(rendered.standing))

    def in_file(self, report: Report, form: str, rng: Random, noisy: bool = False) -> BrokenFile:
        """Break `report` and write it as a file, with noise if asked."""
        edit = self.make(Task(report, form, rng))
        written = write(edit.document, form, rng, noisy)
        return BrokenFile(self.name, form, written, edit.answer(written.standing))


DEFECTS: dict[str, Defect] = {}


def defect(make: EditMaker) -> EditMaker:
    """Register a defect under the name of its function."""
    DEFECTS[make.__name__] = Defect(make.__name__, make)
    return make


def defect_of_2021(make: EditMaker) -> EditMaker:
    """Register a defect that only reports in the form of 2021 can have."""
    DEFECTS[make.__name__] = Defect(make.__name__, make, in_2019=False)
    return make


def suited(
    report: Report, rng: Random, fits: Callable[[Report], bool], scale: str | None = None
) -> Report:
    """`report` if it fits, else a newly drawn one that does."""
    while not fits(report):
        report = make_report(rng, scale, of_2019=report.numbers.of_2019)
    return report


def one(code: str, *addresses: Address) -> tuple[Expect, ...]:
    """A single expected diagnostic."""
    return (Expect(code, addresses),)


def has_new(report: Report) -> bool:
    """Whether there are newly received requests."""
    return report.numbers.request("new") > 0


def no_requests(report: Report) -> bool:
    """Whether table three is empty."""
    return not report.numbers.has_requests


def no_fee(report: Report) -> bool:
    """Whether no fee was noticed, charged or paid."""
    return report.numbers.fee.notices == 0


def document_of(report: Report) -> Document:
    """The correct document."""
    return build_document(report)
