"""Whether what a sentence adds up is what it lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from gklint.checks.options import Options
from gklint.checks.registry import Context, check
from gklint.model.document import Address, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome, Undecided
from gklint.text.values import Number


@check("prose-sum", Options)
def prose_sum(context: Context, _: Options) -> Iterable[Outcome]:
    """Find sentences whose total and parts disagree."""
    parts = context.document.statements.parts
    if not parts:
        yield NotApplicable()
    for statement in parts:
        address = Address("prose-sum", in_address(statement.where.section) or None)
        total = sum(statement.parts)
        parts_of_parts = _unfolded(statement.parts) if statement.nested else statement.parts
        readings = (statement.parts, parts_of_parts)
        sums = [*accumulate(statement.parts)]
        if statement.total in (sum(parts_of_parts), *(sums[end - 1] for end in statement.ends)):
            continue
        least = min(sum(reading) for reading in readings)
        if least < statement.total and not (statement.complete and least == total):
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


def _unfolded(parts: Sequence[Number]) -> tuple[Number, ...]:
    """The parts without those that only part one of them again (100条，原创80条，转载20条)."""
    left: list[Number] = []
    at = 0
    while at < len(parts):
        left.append(parts[at])
        sums = [*accumulate(parts[at + 1 :])]
        inner = sums.index(parts[at]) + 1 if parts[at] in sums[1:] else 0
        at += 1 + inner
    return tuple(left)
