"""What the running text says against what the tables say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from gklint.checks.options import COLUMN, SECTION, SUM, Options, by_name, option, several
from gklint.checks.registry import Context, check
from gklint.checks.totals import ReceivedOptions, is_count, row_totals
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.files.kinds import choice
from gklint.form.form import Form
from gklint.form.vocabulary import ABOUT
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import (
    CellName,
    Finding,
    NotApplicable,
    Note,
    Outcome,
    Undecided,
)
from gklint.model.statements import Count, Where
from gklint.text.source import Span
from gklint.text.values import Number
from gklint.words import Message

Addends = tuple[str, ...]


class _Expected(NamedTuple):
    """The numbers that agree with the tables, and the cell to point at."""

    numbers: frozenset[Number]
    address: Address
    span: Span


@dataclass(frozen=True)
class ZeroOptions(ReceivedOptions):
    """``fee_section``: there the ground of a fee statement has a rule of its own."""

    fee_section: str = option(SECTION)


@check("zero-requests", ZeroOptions)
def zero_requests(context: Context, options: ZeroOptions) -> Iterable[Outcome]:
    """Find text that says there were no requests where the table has some, or the reverse."""
    document = context.document
    statements = document.statements
    said = [s for s in statements.no_requests if not _ground_of_fee(document, s.where, options)]
    counted = [count for count in statements.counts if count.about == "new" and count.number]
    if not said and not counted:
        yield NotApplicable()
        return
    received = options.received(document)
    new = row_totals(document, options.table, options.new, options.total)
    if not received:
        address = Address(options.table, options.new, options.total)
        yield Undecided("messages.requests-unreadable", address)
        return
    for statement in said:
        if not _of_this_year(document, statement.where):
            continue
        expected = new if statement.only_new else received
        if 0 not in expected:
            number = min(expected)
            yield _against(document, statement.where, options, {"number": number}, "none-said")
    if received == {0}:
        for count in counted:
            if _of_this_year(document, count.where) and not count.partial:
                args = {"said": count.number}
                yield _against(document, count.where, options, args, "some-said")


def _ground_of_fee(document: Document, where: Where, options: ZeroOptions) -> bool:
    """Whether the sentence is the ground of a fee statement, which has a rule of its own."""
    return any(
        fee.rests_on
        and fee.where.sentence == where.sentence
        and fee.where.section == options.fee_section
        for fee in document.statements.fees
    )


def _of_this_year(document: Document, where: Where) -> bool:
    return where.year is None or where.year == document.year


def _against(
    document: Document, where: Where, options: ZeroOptions, args: Mapping[str, object], kind: str
) -> Finding:
    cell = document.tables[options.table].cells.get((options.new, options.total))
    notes: tuple[Note, ...] = ()
    if cell is not None:
        address = Address(options.table, options.new, options.total)
        notes = (Note("messages.cell-note", cell.span, address, {"value": cell.text}),)
    return Finding(Address(f"prose-{options.table}", options.new), where.span, args, kind, notes)


@dataclass(frozen=True)
class CountOptions(Options):
    """``counts``: for what a text counts, the sums of the tables of which one must agree.

    A sum adds up rows (``requests.new``: its column ``total``) and cells
    (``disclosure.normative_documents.issued``).  If the first cannot be computed, nothing is
    said; of the others, what comes to 0 is no alternative.
    """

    total: str = option(COLUMN)
    counts: Mapping[str, tuple[Addends, ...]] = option(
        by_name(several(SUM, "rulefiles.sums"), "rulefiles.counts", choice(*ABOUT))
    )

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse rows and cells that the form does not have."""
        cells = {".".join(cell) for cell in form.structure.cells()}
        rows = {cell.rpartition(".")[0] for cell in cells if cell.endswith(f".{found['total']}")}
        for about, sums in found["counts"].items():
            for index, addends in enumerate(sums):
                for name in addends:
                    file.one_of((*path, "counts", about, index), name, sorted(rows | cells))

    def stated(self, document: Document) -> Iterator[tuple[CellName, Number]]:
        """What the running text says of single cells."""
        for claim in document.statements.counts:
            if claim.partial or not _of_this_year(document, claim.where):
                continue
            for addends in self.counts.get(claim.about, ()):
                if len(addends) == 1:
                    table, row, column = (*addends[0].split("."), self.total)[:3]
                    yield CellName(table, row, column), claim.number


@check("prose-count", CountOptions)
def prose_count(context: Context, options: CountOptions) -> Iterable[Outcome]:
    """Find numbers in the running text that the tables contradict."""
    document = context.document
    statements = document.statements
    claims = [*statements.counts]
    claims += [Count(about, 0, False, where) for about, where in statements.no_disputes]
    if not claims:
        yield NotApplicable()
        return
    for claim in claims:
        if not _of_this_year(document, claim.where):
            continue
        expected = _expected(document, claim, options)
        if expected is None or claim.number in expected.numbers:
            continue
        if claim.about == "new" and expected.numbers == {0}:
            continue  # GK401 says so
        if claim.partial or claim.about == "dealt" or _answered_fewer(claim, expected):
            yield Undecided(
                "messages.count-may-be-partial", expected.address, {"said": claim.number}
            )
            continue
        value = sorted(expected.numbers)[0]
        note = Note("messages.cell-note", expected.span, expected.address, {"value": value})
        args = {
            "said": claim.number,
            "number": value,
            "about": Message(f"messages.about-{claim.about}"),
            "printed": document.source.text[slice(*claim.where.span)],
        }
        address = Address("prose-count", claim.about)
        yield Finding(address, claim.where.span, args, notes=(note,))


def _answered_fewer(claim: Count, expected: _Expected) -> bool:
    return claim.about == "answered" and claim.number < min(expected.numbers)


def _expected(document: Document, claim: Count, options: CountOptions) -> _Expected | None:
    """What the tables have for a count; None if they cannot tell."""
    first, *others = options.counts.get(claim.about, ((),))
    numbers = _sums(document, first, options.total)
    cell = _cell(document, first[0], options.total) if numbers else None
    if cell is None:
        return None
    more = (_sums(document, addends, options.total) for addends in others)
    return cell._replace(numbers=numbers | {number for each in more for number in each if number})


def _sums(document: Document, addends: Addends, total: str) -> frozenset[Number]:
    """What addends may come to; empty if one of them cannot be told."""
    sums: frozenset[Number] = frozenset({0})
    for name in addends:
        found = _numbers(document, name, total)
        sums = frozenset(left + right for left in sums for right in found)
    return sums if addends else frozenset()


def _numbers(document: Document, name: str, total: str) -> frozenset[Number]:
    """The numbers that a row or a cell stands for."""
    table, row, *column = name.split(".")
    if not column:
        return row_totals(document, table, row, total)
    found = document.tables.get(table)
    number = found.number(row, column[0]) if found else None
    return frozenset() if number is None or not is_count(number) else frozenset({number})


def _cell(document: Document, name: str, total: str) -> _Expected | None:
    """The cell to point at for a row or a cell."""
    table, row, column = (*name.split("."), total)[:3]
    found = document.tables.get(table)
    cell = found.cells.get((row, column)) if found else None
    return _Expected(frozenset(), Address(table, row, column), cell.span) if cell else None


@check("prose-sum", Options)
def prose_sum(context: Context, _: Options) -> Iterable[Outcome]:
    """Find sentences whose total and parts disagree."""
    parts = context.document.statements.parts
    if not parts:
        yield NotApplicable()
    for statement in parts:
        total = sum(statement.parts)
        address = Address("prose-sum", in_address(statement.where.section) or None)
        if statement.total in [*accumulate(statement.parts)][1:]:
            continue  # what follows the last part belongs to something else
        if total < statement.total and not statement.complete:
            yield Undecided("messages.parts-may-be-incomplete", address)
            continue
        args = {
            "total": statement.total,
            "sum": total,
            "parts": " + ".join(map(str, statement.parts)),
            "unit": statement.unit,
            "difference": abs(total - statement.total),
        }
        yield Finding(address, statement.where.span, args)
