"""What was read from pictures by recognition: how much, and which numbers of it are not sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gklint.checks.options import Options
from gklint.checks.registry import Context, check
from gklint.model.document import Address, RowState
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.piece import Piece
from gklint.text.recognition import Seen, State
from gklint.text.source import Span

_MOST_READINGS = 3
_JOINT = "/"
_QUOTED = 12  # characters of what is no number


@check("recognised-pages", Options)
def recognised_pages(context: Context, _: Options) -> Iterable[Outcome]:
    """Tell how much of a file was read from pictures, and how sure its numbers are."""
    recognition = context.document.source.recognition
    if recognition is None:
        yield NotApplicable()
        return
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
    """Find cells of pictures that may be read in more than one way, or not at all."""
    document = context.document
    recognition = document.source.recognition
    if recognition is None:
        yield NotApplicable()
        return
    for table in document.tables.values():
        read = {row.name for row in table.rows.values() if row.state is RowState.READ}
        for (row, column), cell in table.cells.items():
            seen = recognition.at(cell.start) if cell.text else None
            if seen is not None and row in read:
                address = Address(table.name, row, column)
                yield from _doubtful(address, cell, seen)


def _doubtful(address: Address, cell: Piece, seen: Seen) -> Iterable[Finding]:
    """The finding about a cell that is not sure."""
    ways = [each.text for each in seen.readings[:_MOST_READINGS]]
    if not ways:
        if not seen.is_clear and not cell.value.blank:
            args = {"printed": cell.text[:_QUOTED]}
            yield Finding(address, cell.span, args, "unread")
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
