"""Reports with one defect, and what a linter has to say about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .document import Document, build_document
from .layouts import print_document
from .lines import FILE_LAST, LAST, Rendered, assemble
from .model import Report, make_report
from .noise import render_noisy

if TYPE_CHECKING:
    from random import Random

    from .labels import Address, CellKey

END: tuple[Address, ...] = (LAST, FILE_LAST)
PREAMBLE: tuple[Address, ...] = (("preamble",), ("preamble_more",), ("heading", "overview"))
ANYWHERE: Address = ()


@dataclass(frozen=True)
class Expected:
    """A diagnostic that must come: its code, on any one of these lines."""

    code: str
    lines: frozenset[int]


@dataclass(frozen=True)
class Broken:
    """A text with one defect.

    `expected` holds every error and warning that must come; no others may, except with codes in
    `optional`. For a wrong number in table three, `cell` and `true_value` are what a suspect has
    to name.
    """

    name: str
    layout: str
    rendered: Rendered
    expected: tuple[Expected, ...]
    optional: frozenset[str]
    cell: CellKey | None
    true_value: int | None

    @property
    def text(self) -> str:
        """The text to check."""
        return self.rendered.text


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


@dataclass(frozen=True)
class Task:
    """What a defect starts from; `rng` settles what it leaves open."""

    report: Report
    layout: str
    rng: Random


EditMaker = Callable[[Task], Edit]


@dataclass(frozen=True)
class Defect:
    """A kind of defect; calling it breaks a report (another one if this one is unsuitable)."""

    name: str
    make: EditMaker

    def __call__(self, report: Report, layout: str, rng: Random, noisy: bool = False) -> Broken:
        """Break `report` and print it, with noise if asked."""
        edit = self.make(Task(report, layout, rng))
        if noisy:
            rendered = render_noisy(edit.document, layout, rng)
        else:
            rendered = assemble(print_document(edit.document, layout, rng))
        expected = tuple(Expected(e.code, rendered.lines(*e.addresses)) for e in edit.expects)
        return Broken(
            self.name, layout, rendered, expected, edit.optional, edit.cell, edit.true_value
        )


DEFECTS: dict[str, Defect] = {}


def defect(make: EditMaker) -> EditMaker:
    """Register a defect under the name of its function."""
    name = make.__name__
    DEFECTS[name] = Defect(name, make)
    return make


def suited(
    report: Report, rng: Random, fits: Callable[[Report], bool], scale: str | None = None
) -> Report:
    """`report` if it fits, else a newly drawn one that does."""
    while not fits(report):
        report = make_report(rng, scale)
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
