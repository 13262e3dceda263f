"""What was read from pictures by recognition: how much, and which numbers of it are not sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gklint.checks.options import Options
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, RowState, Table, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.expressions import lazy_compile
from gklint.text.piece import Piece
from gklint.text.quoting import quoted
from gklint.text.source import Span

if TYPE_CHECKING:  # few reports are scans
    from gklint.text.recognition import Alike, Recognition, Seen

_MOST_READINGS = 3
_MANY, _SHARE = 6, 0.25  # cells of a table, and of all of these: too many to be told one by one
_JOINT = "/"
_QUOTED = 12  # characters of what is no number
_SAID = 30  # characters of a statement
_DIGITS = "0123456789"
_NUMBER = lazy_compile("[0-9]+")


@check("recognised-pages", Options)
def recognised_pages(context: Context, _: Options) -> Iterable[Outcome]:
    """Tell how much of a file was read from pictures, and how sure its numbers are."""
    recognition = context.document.source.recognition
    if recognition is None:
        yield NotApplicable()
        return
    from gklint.text.recognition import State  # few reports are scans

    states = Counter(each.state for each in recognition.seen if each.readings)
    args = {
        "pages": recognition.pages,
        "numbers": recognition.numbers,
        "certain": states[State.CERTAIN],
        "by_sums": states[State.BY_SUMS],
        "uncertain": states[State.UNCERTAIN] + states[None],
        "lines": sum(not each.is_clear for each in recognition.seen if not each.readings),
    }
    kind = "unclear" if args["lines"] else "default"
    yield Finding(Address("file", "recognised"), Span(0, 0), args, kind)


@check("recognised-numbers", Options)
def recognised_numbers(context: Context, _: Options) -> Iterable[Outcome]:
    """Find cells and numbers of sentences that may be read in more than one way, or not at all."""
    document = context.document
    recognition = document.source.recognition
    if recognition is None:
        yield NotApplicable()
        return
    for table in document.tables.values():
        found = [*_in_cells(table, recognition)]
        total = len(table.cells)
        if len(found) >= _MANY and len(found) > _SHARE * total:
            args = {"count": len(found), "total": total}
            yield Finding(Address(table.name), table.span, args, "table")
        else:
            yield from found
    yield from _in_sentences(document, recognition)


def _in_cells(table: Table, recognition: Recognition) -> Iterable[Finding]:
    """The cells of a table that are not sure."""
    read = {row.name for row in table.rows.values() if row.state is RowState.READ}
    for (row, column), cell in table.cells.items():
        seen = recognition.at(cell.start) if cell.text else None
        if seen is not None and row in read:
            yield from _doubtful(Address(table.name, row, column), cell, seen)


def _doubtful(address: Address, cell: Piece, seen: Seen) -> Iterable[Finding]:
    """The finding about a cell that is not sure."""
    from gklint.text.recognition import State

    ways = [each.text for each in seen.readings[:_MOST_READINGS]]
    if not ways:
        if not seen.is_clear and not cell.value.blank:
            is_number = cell.value.number is not None  # beside a table that has rules
            args = {"taken": cell.text} if is_number else {"printed": cell.text[:_QUOTED]}
            yield Finding(address, cell.span, args, "faint" if is_number else "unread")
    elif seen.state is State.BY_SUMS and cell.text != ways[0]:
        args = {"taken": cell.text, "instead": ways[0]}
        yield Finding(address, cell.span, args, "by-sums")
    elif seen.state is not State.UNCERTAIN:
        return
    elif len(ways) > 1:
        others = _JOINT.join(f" {each} " for each in ways if each != cell.text)
        yield Finding(address, cell.span, {"taken": cell.text, "others": others.strip()})
    elif not seen.is_clear:
        yield Finding(address, cell.span, {"taken": cell.text}, "faint")


def _in_sentences(document: Document, recognition: Recognition) -> Iterable[Finding]:
    """The numbers of statements that have a doubtful digit."""
    stated = document.statements.numbered
    for start, seen in zip(recognition.starts, recognition.seen, strict=True):
        for number, found in _numbers(document.source.text, start, seen.alike):
            where = next((it for it in stated if it.span.start <= number.start < it.span.end), None)
            if where is None:
                continue
            others = _JOINT.join(f" {each} " for each in found).strip()
            taken = document.source.text[slice(*number)]
            around = quoted(document.source.text[slice(*where.span)], _SAID)
            address = Address("recognised", in_address(where.section) or None)
            args = {"said": around, "taken": taken, "others": others}
            yield Finding(address, number, args, "sentence")


def _numbers(text: str, start: int, alike: Sequence[Alike]) -> Iterable[tuple[Span, list[str]]]:
    """The numbers of a line that have doubtful digits, and what else they may be."""
    for number, digits in groupby(alike, lambda each: _number_at(text, start + each.at)):
        if number is not None:
            first, end = number
            yield (
                number,
                [
                    text[first : start + it.at] + it.other + text[start + it.at + 1 : end]
                    for it in digits
                ],
            )


def _number_at(text: str, offset: int) -> Span | None:
    found = _NUMBER.match(text, len(text[:offset].rstrip(_DIGITS)))
    return Span(*found.span()) if found else None
