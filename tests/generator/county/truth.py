"""What is wrong with the reports of a county, recomputed from the numbers that they print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ..figures import FEES, added, broken_sums
from ..labels import DISCLOSURE_CELLS, REQUEST_COLUMNS, TABLES, CellKey

if TYPE_CHECKING:
    from ..figures import Numbers
    from .bodies import Body
    from .draft import Draft


@dataclass(frozen=True)
class Wrong:
    """What has to be found: in the report of a body, by which rule, at one of which cells.

    Of a sum over bodies `cells` are all that are wrong; without cells, it is anywhere. `file`: its
    name; None for any file of the body. A `code` may say how the body stands.
    """

    body: str
    code: str
    cells: frozenset[CellKey] = frozenset()
    file: str | None = None


MISSING, UNREAD = "missing", "unread"
"""How a body stands that has handed in nothing of this year, or only what cannot be read."""
WITHOUT_REPORT = (MISSING, UNREAD, "GK001")


def wrong_numbers(draft: Draft) -> Iterator[Wrong]:
    """All identities that do not hold: over the years, over the bodies, within this year's."""
    for body in draft.bodies.listed:
        now = draft.now[body.name]
        if len(body.before) == 1:
            yield from _over_years(body, draft.last[body.before[0].name], now)
        if below := draft.bodies.below(body.name):
            yield from _over_bodies(body, added(draft.now[each.name] for each in below), now)
        for each in broken_sums(now.counts):
            yield Wrong(body.name, each.code, frozenset(each.cells))


def _over_years(body: Body, last: Numbers, now: Numbers) -> Iterator[Wrong]:
    for column in REQUEST_COLUMNS:
        if now.request("carried_in", column) != last.request("carried_out", column):
            yield Wrong(body.name, "GK601", frozenset((("requests", "carried_in", column),)))
    for row in ("regulations", "normative_documents"):
        issued, repealed, in_force = (key for key in DISCLOSURE_CELLS if key[1] == row)
        expected = last.counts[in_force] + now.counts[issued] - now.counts[repealed]
        if now.counts[in_force] != expected:
            yield Wrong(body.name, "GK602", frozenset((in_force,)))


def _over_bodies(body: Body, expected: Numbers, now: Numbers) -> Iterator[Wrong]:
    cells, sums = _cells(now), _cells(expected)
    for table in TABLES:
        unlike = frozenset(key for key in cells if key[0] == table and cells[key] != sums[key])
        if unlike:
            yield Wrong(body.name, "GK604", unlike)


def _cells(numbers: Numbers) -> Mapping[CellKey, int | Decimal]:
    return {**numbers.counts, FEES: numbers.fee_amount}
