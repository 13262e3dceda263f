"""What the running text says against what the tables say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from gklint.checks.registry import Context, NoOptions, check
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, NotApplicable, Note, Outcome, TextKey, Undecided
from gklint.model.statements import Count, Where
from gklint.text.source import Span
from gklint.text.values import Number

TOTAL = "total"
_RECEIVED = ("new", "carried_in")


class _Expected(NamedTuple):
    """The numbers that agree with the tables, and the cell to point at."""

    numbers: frozenset[Number]
    address: Address
    span: Span


def row_totals(document: Document, table: str, row: str) -> frozenset[Number]:
    """The total of a row: as printed, and as its columns add up (they may differ)."""
    found = document.tables.get(table)
    if found is None or row not in found.rows:
        return frozenset()
    columns = [column for column in found.rows[row].columns if column != TOTAL]
    parts = [found.number(row, column) for column in columns]
    printed = found.number(row, TOTAL)
    if not all(is_count(number) for number in (*parts, printed) if number is not None):
        return frozenset()  # no counts: GK208 says so
    numbers = {printed} if printed is not None else set()
    known = [part for part in parts if part is not None]
    if len(known) == len(parts):
        numbers.add(sum(known))
    return frozenset(numbers)


def is_count(number: Number) -> bool:
    """Whether a number can be one of cases."""
    return not isinstance(number, Decimal) and number >= 0


def requests_received(document: Document) -> frozenset[Number]:
    """New requests and those carried in, together; empty when it cannot be told."""
    new, carried = (row_totals(document, "requests", row) for row in _RECEIVED)
    return frozenset(a + b for a in new for b in carried)


@check("zero-requests", NoOptions)
def zero_requests(context: Context, _: NoOptions) -> Iterable[Outcome]:
    """Find text that says there were no requests where the table has some, or the reverse."""
    document = context.document
    statements = document.statements
    said = [s for s in statements.no_requests if not _ground_of_fee(document, s.where)]
    counted = [count for count in statements.counts if count.about == "new" and count.number]
    if not said and not counted:
        yield NotApplicable()
        return
    received = requests_received(document)
    new = row_totals(document, "requests", "new")
    if not received:
        yield Undecided("requests-unreadable", Address("requests", "new", TOTAL))
        return
    for statement in said:
        if not _of_this_year(document, statement.where):
            continue
        expected = new if statement.only_new else received
        if 0 not in expected:
            number = min(expected)
            yield _against(
                document, statement.where, "requests", "new", {"number": number}, "none-said"
            )
    if received == {0}:
        for count in counted:
            if _of_this_year(document, count.where) and not count.partial:
                args = {"said": count.number}
                yield _against(document, count.where, "requests", "new", args, "some-said")


def _ground_of_fee(document: Document, where: Where) -> bool:
    """Whether the sentence is the ground of a fee statement, which has a rule of its own."""
    return any(
        fee.rests_on
        and fee.where.sentence == where.sentence
        and fee.where.section == "OTHER_MATTERS"
        for fee in document.statements.fees
    )


def _of_this_year(document: Document, where: Where) -> bool:
    return where.year is None or where.year == document.year


def _against(
    document: Document, where: Where, table: str, row: str, args: Mapping[str, object], kind: str
) -> Finding:
    found = document.tables[table]
    cell = found.cells.get((row, TOTAL))
    notes: tuple[Note, ...] = ()
    if cell is not None:
        address = Address(table, row, TOTAL)
        notes = (Note("cell-note", cell.span, address, {"value": cell.text}),)
    return Finding(Address(f"prose-{table}", row), where.span, args, kind, notes)


@check("prose-count", NoOptions)
def prose_count(context: Context, _: NoOptions) -> Iterable[Outcome]:
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
        expected = _expected(document, claim)
        if expected is None or claim.number in expected.numbers:
            continue
        if claim.about == "new" and expected.numbers == {0}:
            continue  # GK401 says so
        if claim.partial or claim.about == "dealt" or _answered_fewer(claim, expected):
            yield Undecided("count-may-be-partial", expected.address, {"said": claim.number})
            continue
        value = sorted(expected.numbers)[0]
        note = Note("cell-note", expected.span, expected.address, {"value": value})
        args = {
            "said": claim.number,
            "number": value,
            "about": TextKey(f"about-{claim.about}"),
            "printed": document.source.text[slice(*claim.where.span)],
        }
        address = Address("prose-count", claim.about)
        yield Finding(address, claim.where.span, args, notes=(note,))


def _answered_fewer(claim: Count, expected: _Expected) -> bool:
    return claim.about == "answered" and claim.number < min(expected.numbers)


def _expected(document: Document, claim: Count) -> _Expected | None:
    about = claim.about
    if about in ("issued", "repealed", "in_force"):
        return _cell(document, "disclosure", "normative_documents", about)
    if about == "review":
        return _totals(document, "disputes", ("review",))
    if about == "litigation":
        return _litigation(document)
    if about == "new":
        expected = _totals(document, "requests", ("new",))
        return expected and expected._replace(
            numbers=expected.numbers | requests_received(document)
        )
    if about == "dealt":
        return _totals(document, "requests", ("new", "handled_total"))
    rows = {"answered": ("handled_total",), "handled": ("handled_total",)}.get(about, (about,))
    return _totals(document, "requests", rows)


def _cell(document: Document, table: str, row: str, column: str) -> _Expected | None:
    found = document.tables.get(table)
    number = found.number(row, column) if found else None
    if found is None or number is None or not is_count(number):
        return None
    return _Expected(
        frozenset({number}), Address(table, row, column), found.cells[row, column].span
    )


def _totals(document: Document, table: str, rows: tuple[str, ...]) -> _Expected | None:
    numbers = frozenset().union(*(row_totals(document, table, row) for row in rows))
    found = document.tables.get(table)
    cell = found.cells.get((rows[0], TOTAL)) if found else None
    if not numbers or cell is None:
        return None
    return _Expected(numbers, Address(table, rows[0], TOTAL), cell.span)


def _litigation(document: Document) -> _Expected | None:
    rows = ("direct_litigation", "post_review_litigation")
    expected = _totals(document, "disputes", rows)
    direct, after = (row_totals(document, "disputes", row) for row in rows)
    if expected is None or not direct or not after:
        return None
    together = frozenset(a + b for a in direct for b in after)
    return expected._replace(numbers=together | {n for n in direct | after if n})


@check("prose-sum", NoOptions)
def prose_sum(context: Context, _: NoOptions) -> Iterable[Outcome]:
    """Find sentences whose total and parts disagree."""
    parts = context.document.statements.parts
    if not parts:
        yield NotApplicable()
    for statement in parts:
        total = sum(statement.parts)
        address = Address("prose-sum", statement.where.section)
        if statement.total in [*accumulate(statement.parts)][1:]:
            continue  # what follows the last part belongs to something else
        if total < statement.total and not statement.complete:
            yield Undecided("parts-may-be-incomplete", address)
            continue
        args = {
            "total": statement.total,
            "sum": total,
            "parts": " + ".join(map(str, statement.parts)),
            "unit": statement.unit,
            "difference": abs(total - statement.total),
        }
        yield Finding(address, statement.where.span, args)
