"""The statement on the fee for processing information (section six)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from gklint.checks.options import CELL, NUMBER, SECTION, Cell, Options, option
from gklint.checks.registry import Context, check
from gklint.checks.said import cell_note, of_this_year, printed
from gklint.checks.totals import ReceivedOptions, is_count
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, NotApplicable, Note, Outcome, Undecided
from gklint.model.statements import Fee


class SectionOptions(Options):
    """``section``: where the fee is to be spoken of."""

    section: str = option(SECTION)


def _statements(document: Document, section: str) -> list[Fee]:
    return [fee for fee in document.statements.fees if fee.where.section == section]


def _address(section: str) -> Address:
    return Address(section, "fee")


@check("fee-statement-missing", SectionOptions)
def fee_statement_missing(context: Context, options: SectionOptions) -> Iterable[Outcome]:
    """Find a section six that does not say whether a fee was charged."""
    document = context.document
    section = document.sections.get(options.section)
    if section is None or section.silent:
        yield NotApplicable()
        return
    if _statements(document, options.section):
        return
    elsewhere = document.statements.fees[:1]
    notes = tuple(Note("messages.fee-elsewhere", fee.where.span) for fee in elsewhere)
    heading = context.form.structure.printed[section.name]
    kind = "elsewhere" if elsewhere else "default"
    yield Finding(_address(section.name), section.heading, {"heading": heading}, kind, notes)


class OnZeroOptions(SectionOptions, ReceivedOptions):
    """Where the fee is to be spoken of, and where the requests are counted."""


@check("fee-on-zero", OnZeroOptions)
def fee_on_zero(context: Context, options: OnZeroOptions) -> Iterable[Outcome]:
    """Find fees without requests, and fee statements whose ground the table contradicts."""
    document = context.document
    fees = _statements(document, options.section)
    relevant = [fee for fee in fees if _paid(fee) or fee.rests_on]
    if not relevant:
        yield NotApplicable()
        return
    received, address = options.received(document), _address(options.section)
    if not received:
        yield Undecided("messages.requests-unreadable", address)
        return
    for fee in relevant:
        if not of_this_year(document, fee.where):
            continue
        number = min(received)
        if fee.rests_on == "none" and 0 not in received:
            yield Finding(address, fee.where.sentence, {"number": number}, "ground-none")
        elif received == {0} and _paid(fee):
            yield Finding(address, fee.where.span, _amount(document, fee), _kind(fee))
        elif received == {0} and fee.rests_on == "requests":
            yield Finding(address, fee.where.sentence, {}, "ground-requests")


def _paid(fee: Fee) -> bool:
    """Whether something was charged, or at least asked for."""
    return bool(fee.charged or fee.notified or fee.notices or fee.roughly)


def _kind(fee: Fee) -> str:
    if fee.charged or fee.notified:
        return "fee"
    return "roughly" if fee.roughly else "notice"


def _amount(document: Document, fee: Fee) -> dict[str, object]:
    amount = fee.charged or fee.notified or Decimal(0)
    said = printed(document, fee.roughly) if fee.roughly else ""
    return {"amount": _plain(amount), "said": said, "notices": fee.notices or 0}


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


class AmountOptions(SectionOptions):
    """``multiple_of``: every possible fee is a multiple of so many yuan.

    ``cell``: all fees of the agency, of which these are a part (in 万元).
    """

    multiple_of: int = option(NUMBER)
    cell: Cell = option(CELL)


@check("fee-amount", AmountOptions)
def fee_amount(context: Context, options: AmountOptions) -> Iterable[Outcome]:
    """Find amounts that the fee rules cannot give, or larger than all fees of table two."""
    document = context.document
    fees = [fee for fee in _statements(document, options.section) if fee.charged or fee.notified]
    if not fees:
        yield NotApplicable()
    for fee in fees:
        amounts = [amount for amount in (fee.charged, fee.notified) if amount]
        odd = next((amount for amount in amounts if amount % options.multiple_of), None)
        if odd is not None:
            args = {"amount": _plain(odd), "multiple": options.multiple_of}
            yield Finding(_address(options.section), fee.where.span, args, "odd")
            continue
        table = document.tables.get(options.cell.table)
        cell = table.cells.get(options.cell.key) if table else None
        number = table.number(*options.cell.key) if table else None
        if cell is None or number is None:
            continue
        if fee.charged and fee.charged > _upper_bound(Decimal(number)) * 10_000:
            args = {"amount": _plain(fee.charged), "fees": cell.text}
            note = cell_note(cell.span, options.cell.address, cell.text)
            yield Finding(_address(options.section), fee.where.span, args, "larger", (note,))


def _upper_bound(printed: Decimal) -> Decimal:
    """The largest amount that is printed so (万元, rounded); a plain 0 means none at all."""
    exponent = printed.as_tuple().exponent
    if not printed or not isinstance(exponent, int):
        return printed
    return printed + Decimal(1).scaleb(exponent) / 2


class UnpaidOptions(SectionOptions):
    """``cell``: how many requests ended because a fee was not paid."""

    cell: Cell = option(CELL)


@check("fee-unpaid", UnpaidOptions)
def fee_unpaid(context: Context, options: UnpaidOptions) -> Iterable[Outcome]:
    """Find requests ended for an unpaid fee where section six knows no fee notice."""
    document = context.document
    section, address = document.sections.get(options.section), options.cell.address
    table = document.tables.get(options.cell.table)
    number = table.number(*options.cell.key) if table else None
    if table is None or not number or not is_count(number) or section is None:
        yield NotApplicable()
        return
    if any(where.section == section.name for where in document.statements.notices):
        return
    fees = _statements(document, section.name)
    if any(map(_paid, fees)):
        return
    cell = table.cells[options.cell.key]
    place = fees[0].where.span if fees else section.heading
    note = cell_note(cell.span, address, cell.text)
    yield Finding(Address(section.name, "notice"), place, {"number": number}, notes=(note,))
