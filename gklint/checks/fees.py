"""The statement on the fee for processing information (section six)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gklint.checks.prose import TOTAL, is_count, requests_received
from gklint.checks.registry import Context, NoOptions, check
from gklint.form.grammar import name_of
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, NotApplicable, Note, Outcome, Undecided
from gklint.model.statements import Fee

SECTION = "OTHER_MATTERS"
_ADDRESS = Address("other_matters", "fee")


def _statements(document: Document) -> list[Fee]:
    return [fee for fee in document.statements.fees if fee.where.section == SECTION]


@check("fee-statement-missing", NoOptions)
def fee_statement_missing(context: Context, _: NoOptions) -> Iterable[Outcome]:
    """Find a section six that does not say whether a fee was charged."""
    document = context.document
    section = document.sections.get(SECTION)
    if section is None or section.silent:
        yield NotApplicable()
        return
    if _statements(document):
        return
    elsewhere = document.statements.fees[:1]
    notes = tuple(Note("fee-elsewhere", fee.where.span) for fee in elsewhere)
    heading = document.wordings.grammar.printed[section.terminal]
    address = Address(name_of(section.terminal), "fee")
    kind = "elsewhere" if elsewhere else "default"
    yield Finding(address, section.heading, {"heading": heading}, kind, notes)


@check("fee-on-zero", NoOptions)
def fee_on_zero(context: Context, _: NoOptions) -> Iterable[Outcome]:
    """Find fees without requests, and fee statements whose ground the table contradicts."""
    document = context.document
    fees = _statements(document)
    relevant = [fee for fee in fees if _paid(fee) or fee.rests_on]
    if not relevant:
        yield NotApplicable()
        return
    received = requests_received(document)
    if not received:
        yield Undecided("requests-unreadable", _ADDRESS)
        return
    for fee in relevant:
        if fee.where.year is not None and fee.where.year != document.year:
            continue
        number = min(received)
        if fee.rests_on == "none" and 0 not in received:
            yield Finding(_ADDRESS, fee.where.sentence, {"number": number}, "ground-none")
        elif received == {0} and _paid(fee):
            kind = "fee" if fee.charged or fee.notified else "notice"
            yield Finding(_ADDRESS, fee.where.span, _amount(fee), kind)
        elif received == {0} and fee.rests_on == "requests":
            yield Finding(_ADDRESS, fee.where.sentence, {}, "ground-requests")


def _paid(fee: Fee) -> bool:
    """Whether something was charged, or at least asked for."""
    return bool(fee.charged or fee.notified or fee.notices)


def _amount(fee: Fee) -> dict[str, object]:
    amount = fee.charged or fee.notified or Decimal(0)
    return {"amount": _plain(amount), "notices": fee.notices or 0}


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


@dataclass(frozen=True)
class AmountOptions:
    """``multiple_of``: every possible fee is a multiple of so many yuan."""

    multiple_of: int


@check("fee-amount", AmountOptions)
def fee_amount(context: Context, options: AmountOptions) -> Iterable[Outcome]:
    """Find amounts that the fee rules cannot give, or larger than all fees of table two."""
    document = context.document
    fees = [fee for fee in _statements(document) if fee.charged or fee.notified]
    if not fees:
        yield NotApplicable()
    for fee in fees:
        amounts = [amount for amount in (fee.charged, fee.notified) if amount]
        odd = next((amount for amount in amounts if amount % options.multiple_of), None)
        if odd is not None:
            args = {"amount": _plain(odd), "multiple": options.multiple_of}
            yield Finding(_ADDRESS, fee.where.span, args, "odd")
            continue
        table = document.tables.get("disclosure")
        cell = table.cells.get(("fees", "amount")) if table else None
        if cell is None or cell.number is None:
            continue
        if fee.charged and fee.charged > _upper_bound(Decimal(cell.number)) * 10_000:
            args = {"amount": _plain(fee.charged), "fees": cell.text}
            note = Note(
                "cell-note",
                cell.span,
                Address("disclosure", "fees", "amount"),
                {"value": cell.text},
            )
            yield Finding(_ADDRESS, fee.where.span, args, "larger", (note,))


def _upper_bound(printed: Decimal) -> Decimal:
    """The largest amount that is printed so (万元, rounded); a plain 0 means none at all."""
    exponent = printed.as_tuple().exponent
    if not printed or not isinstance(exponent, int):
        return printed
    return printed + Decimal(1).scaleb(exponent) / 2


@check("fee-unpaid", NoOptions)
def fee_unpaid(context: Context, _: NoOptions) -> Iterable[Outcome]:
    """Find requests ended for an unpaid fee where section six knows no fee notice."""
    document = context.document
    table = document.tables.get("requests")
    number = table.number("other_fee_unpaid", TOTAL) if table else None
    if table is None or not number or not is_count(number) or SECTION not in document.sections:
        yield NotApplicable()
        return
    if any(where.section == SECTION for where in document.statements.notices):
        return
    if any(_paid(fee) for fee in _statements(document)):
        return
    address = Address("requests", "other_fee_unpaid", TOTAL)
    cell = table.cells["other_fee_unpaid", TOTAL]
    fees = _statements(document)
    place = fees[0].where.span if fees else document.sections[SECTION].heading
    note = Note("cell-note", cell.span, address, {"value": cell.text})
    yield Finding(Address("other_matters", "notice"), place, {"number": number}, notes=(note,))
