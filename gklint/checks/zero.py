"""Whether there were requests at all: what the running text says against what the table has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gklint.checks.options import SECTION, option
from gklint.checks.registry import Context, check
from gklint.checks.said import cell_note, of_this_year, printed
from gklint.checks.totals import ReceivedOptions, row_totals
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, NotApplicable, Note, Outcome, Undecided
from gklint.model.statements import SOME, Where


class ZeroOptions(ReceivedOptions):
    """``fee_section``: there the ground of a fee statement has a rule of its own."""

    fee_section: str = option(SECTION)


@check("zero-requests", ZeroOptions)
def zero_requests(context: Context, options: ZeroOptions) -> Iterable[Outcome]:
    """Find text that says there were no requests where the table has some, or the reverse."""
    document = context.document
    statements = document.statements
    said = [s for s in statements.no_requests if not _ground_of_fee(document, s.where, options)]
    counted = [count for count in statements.counts if count.about == "new" and count.some]
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
        if not of_this_year(document, statement.where):
            continue
        expected = new if statement.only_new else received
        if 0 not in expected:
            number = min(expected)
            yield _against(document, statement.where, options, {"number": number}, "none-said")
    if received == {0}:
        for count in counted:
            if of_this_year(document, count.where) and count.doubt in SOME:
                args = {"said": printed(document, count.where)}
                yield _against(document, count.where, options, args, "some-said")


def _ground_of_fee(document: Document, where: Where, options: ZeroOptions) -> bool:
    """Whether the sentence is the ground of a fee statement, which has a rule of its own."""
    return any(
        fee.rests_on
        and fee.where.sentence == where.sentence
        and fee.where.section == options.fee_section
        for fee in document.statements.fees
    )


def _against(
    document: Document, where: Where, options: ZeroOptions, args: Mapping[str, object], kind: str
) -> Finding:
    cell = document.tables[options.table].cells.get((options.new, options.total))
    notes: tuple[Note, ...] = ()
    if cell is not None:
        address = Address(options.table, options.new, options.total)
        notes = (cell_note(cell.span, address, cell.text),)
    return Finding(Address(f"prose-{options.table}", options.new), where.span, args, kind, notes)
