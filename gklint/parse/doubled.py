"""A table that stands twice: pasted again, or in a section that comes again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gklint.model.document import Address, Deviation, Element, Wrong
from gklint.parse.fitting import Fitted, candidates_of
from gklint.parse.tokens import Token


class Doubled(NamedTuple):
    """The tokens of the one table that is read, and that the other is one too many."""

    kept: Sequence[Token]
    deviation: Deviation


def find_double(table: Fitted) -> Doubled | None:
    """The fuller one of two tables, the first of equals; None where a table does not come again."""
    rows = [at for at, token in enumerate(table.tokens) if _has_numbers(token)]
    again = next((at for at in rows[1:] if _is_same(table, at, rows[0])), None)
    if again is None:
        return None
    begin = max(at for at in rows if at < again) + 1
    parts = (table.tokens[:begin], table.tokens[begin:])
    if not _both_stand(table, *map(_rows, parts)):
        return None
    kept, other = parts if len(_rows(parts[0])) >= len(_rows(parts[1])) else parts[::-1]
    address = Address(table.shape.name)
    return Doubled(
        kept, Deviation(Wrong.DOUBLED, Element.TABLE, address, other[0].span, other[0].text, "")
    )


def _has_numbers(token: Token) -> bool:
    return any(cell.number is not None for cell in token.cells)


def _is_same(table: Fitted, at: int, first: int) -> bool:
    elements = candidates_of(table.tokens[first])
    return bool(elements) and candidates_of(table.tokens[at]) == elements


def _rows(tokens: Sequence[Token]) -> dict[tuple[str, ...], int]:
    """The rows with numbers by what they may be, and how many values each has."""
    return {candidates_of(each): len(each.cells) for each in tokens if _has_numbers(each)}


def _both_stand(
    table: Fitted, above: dict[tuple[str, ...], int], below: dict[tuple[str, ...], int]
) -> bool:
    """Whether both have most of the rows; of a table whose values stand in one line, all values.

    The rows of a table that goes on on the next page come but once.
    """
    if table.shape.wide:
        width = table.shape.width("")
        return max(above.values()) == max(below.values()) == width
    return 2 * len(above.keys() & below.keys()) > len(table.shape.rows)
