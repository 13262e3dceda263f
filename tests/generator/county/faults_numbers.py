"""Wrong numbers: against last year's, and in sums over bodies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..figures import Numbers, added, result_rows
from ..labels import APPLICANTS, DISPUTE_ROW_KEYS, CellKey
from .planting import Ground, Planted

if TYPE_CHECKING:
    from .draft import Draft

_STOCK: CellKey = ("disclosure", "normative_documents", "in_force")
_TOTAL = "total"
_DECISIONS = ("licences", "penalties", "compulsory")
_ROWS = (  # that no other row of their table is a sum of
    ("disclosure", "normative_documents"),
    *(("disclosure", row) for row in _DECISIONS),
    *(("disputes", row) for row in DISPUTE_ROW_KEYS),
)


# -- over the years ------------------------------------------------------------------------------


def carried(ground: Ground) -> Planted:
    """A new request is counted as carried in."""
    draft = ground.draft
    body = ground.pick(*_known(draft, lambda name: draft.now[name].request("new") > 0))
    numbers = draft.now[body]
    column = ground.rng.choice([each for each in APPLICANTS if numbers.request("new", each)])
    draft.now[body] = _more(numbers, "requests", column, {"new": -1, "carried_in": 1})
    return Planted(body, "GK601")


def carried_before(ground: Ground) -> Planted:
    """Last year a request was counted as answered that was carried over."""
    draft = ground.draft
    body = ground.pick(*_known(draft, lambda name: bool(_answered(draft.last[draft.was(name)]))))
    was = draft.was(body)
    row, column = ground.rng.choice(_answered(draft.last[was]))
    changes = {row: -1, "handled_total": -1, "carried_out": 1}
    draft.last[was] = _more(draft.last[was], "requests", column, changes)
    return Planted(body, "GK601")


def _answered(numbers: Numbers) -> list[tuple[str, str]]:
    """The results, with their columns, of which there may be one less."""
    return [
        (row, column)
        for row in result_rows(numbers.counts)
        for column in APPLICANTS
        if numbers.request(row, column) and row != "other_fee_unpaid"
    ]


def stock(ground: Ground) -> Planted:
    """There are more documents in force than there can be."""
    draft = ground.draft
    body = ground.pick(*_known(draft))
    draft.now[body] = _with_more(draft.now[body], {_STOCK: ground.rng.randint(1, 9)})
    return Planted(body, "GK602")


def stock_before(ground: Ground) -> Planted:
    """Last year too many documents were said to be in force."""
    draft = ground.draft
    body = ground.pick(*_known(draft))
    was = draft.was(body)
    draft.last[was] = _with_more(draft.last[was], {_STOCK: ground.rng.randint(1, 9)})
    return Planted(body, "GK602")


def _known(draft: Draft, fits: Callable[[str], bool] = lambda _: True) -> list[str]:
    """Bodies with one report of last year, be it by another name, that fit."""
    bodies = map(draft.body, draft.leaves())
    return [each.name for each in bodies if len(each.before) == 1 and fits(each.name)]


def _with_more(numbers: Numbers, changes: Mapping[CellKey, int]) -> Numbers:
    return numbers.with_counts({key: numbers.counts[key] + more for key, more in changes.items()})


def _more(numbers: Numbers, table: str, column: str, changes: Mapping[str, int]) -> Numbers:
    """With more in some rows of a column, and of the totals."""
    return _with_more(
        numbers,
        {(table, row, each): more for row, more in changes.items() for each in (column, _TOTAL)},
    )


# -- over the bodies -----------------------------------------------------------------------------


def omitted(ground: Ground) -> Planted:
    """The report of a body is left out of the sum."""
    return _miscounted(ground, lambda _: [])


def doubled(ground: Ground) -> Planted:
    """The report of a body is added twice."""
    return _miscounted(ground, lambda own: [own, own])


def row_omitted(ground: Ground) -> Planted:
    """A row of a body is left out of the sum."""
    government, body = _pair(ground, lambda each: any(_filled(each)))
    table, row = ground.rng.choice(_filled(ground.draft.now[body]))

    def without(own: Numbers) -> list[Numbers]:
        cells = [key for key in own.counts if key[:2] == (table, row)]
        return [own.with_counts(dict.fromkeys(cells, 0))]

    _replace(ground.draft, government, body, without)
    return Planted(government, "GK604")


def columns_swapped(ground: Ground) -> Planted:
    """Two columns of table three of a body are added in each other's place."""
    government, body = _pair(ground, lambda each: each.request("new") > 0)
    numbers = ground.draft.now[body]
    one = ground.rng.choice([each for each in APPLICANTS if numbers.request("new", each)])
    others = [
        each for each in APPLICANTS if numbers.request("new", each) != numbers.request("new", one)
    ]
    if not others:
        return omitted(ground)
    other = ground.rng.choice(others)

    def swapped(own: Numbers) -> list[Numbers]:
        pairs = {one: other, other: one}
        cells = [key for key in own.counts if key[0] == "requests" and key[2] in pairs]
        return [own.with_counts({key: own.counts[(*key[:2], pairs[key[2]])] for key in cells})]

    _replace(ground.draft, government, body, swapped)
    return Planted(government, "GK604", says=(body,))


def digit_dropped(ground: Ground) -> Planted:
    """A digit of one number of a government is lost."""
    draft = ground.draft
    government = ground.pick(*draft.governments())
    row = ground.rng.choice(_DECISIONS)
    cell: CellKey = ("disclosure", row, "decisions")

    def shortened(numbers: Mapping[str, Numbers]) -> Numbers:
        true = added(numbers.values())
        text = str(max(true.counts[cell], 10))
        at = ground.rng.randrange(len(text))
        return true.with_counts({cell: int((text[:at] + text[at + 1 :]) or 0)})

    draft.sums[government] = shortened
    return Planted(government, "GK604")


def _filled(numbers: Numbers) -> list[tuple[str, str]]:
    return [
        row
        for row in _ROWS
        if any(value for key, value in numbers.counts.items() if key[:2] == row)
    ]


def _pair(ground: Ground, fits: Callable[[Numbers], bool]) -> tuple[str, str]:
    """A government and a body right below it whose numbers fit."""
    draft = ground.draft
    government = ground.pick(*draft.governments())
    below = (each.name for each in draft.bodies.below(government))
    leaves = [name for name in below if name in draft.now]
    return government, ground.pick(*(name for name in leaves if fits(draft.now[name])))


def _miscounted(ground: Ground, instead: Callable[[Numbers], list[Numbers]]) -> Planted:
    government, body = _pair(ground, lambda each: each.request("new") > 0)
    _replace(ground.draft, government, body, instead)
    return Planted(government, "GK604", says=(body,))


def _replace(
    draft: Draft, government: str, body: str, instead: Callable[[Numbers], list[Numbers]]
) -> None:
    """Let a government add other numbers in place of those of a body."""

    def total(numbers: Mapping[str, Numbers]) -> Numbers:
        others = (each for name, each in numbers.items() if name != body)
        return added([*others, *instead(numbers[body])])

    draft.sums[government] = total
