"""The numbers of one report: drawn so that every identity holds, and checked independently."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from .labels import (
    APPLICANTS,
    DISCLOSURE_CELLS,
    DISPUTE_COLUMNS,
    DISPUTE_ROW_KEYS,
    OTHER_OF_2019,
    REQUEST_COLUMNS,
    REQUEST_ROW_KEYS,
    RESULT_ROWS,
    CellKey,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from random import Random

SCALES = ("empty", "zero", "few", "some", "many", "carried_only")
_SCALE_WEIGHTS = (10, 40, 24, 16, 8, 2)
_RESULT_WEIGHTS = {"granted": 40, "partial": 12, "unable_not_held": 20, "unable_not_compiled": 5}
_COLUMN_WEIGHTS = (60, 15, 4, 4, 5, 12)
_NO_RESULTS = ("new", "carried_in", "handled_total", "carried_out")
FEES: CellKey = ("disclosure", "fees", "amount")
SPENT: CellKey = ("disclosure", "procurement", "sum")
_COUNTS: tuple[CellKey, ...] = (
    *(("requests", row, column) for row in REQUEST_ROW_KEYS for column in REQUEST_COLUMNS),
    *(("disputes", row, column) for row in DISPUTE_ROW_KEYS for column in DISPUTE_COLUMNS),
    *(key for key in DISCLOSURE_CELLS if key != FEES),
)


@dataclass(frozen=True)
class Fee:
    """Information processing fees: notices sent (count), charged and paid (yuan)."""

    notices: int = 0
    charged: int = 0
    paid: int = 0


@dataclass(frozen=True)
class Numbers:
    """All values: `counts` the integers; `fee_amount`: table two's fees in 10,000 yuan.

    `spent`: what table two of 2019 gives for purchases, as printed.
    """

    counts: Mapping[CellKey, int]
    fee_amount: Decimal
    fee: Fee
    spent: str = "0"

    def request(self, row: str, column: str = "total") -> int:
        """One count of table three."""
        return self.counts["requests", row, column]

    def dispute(self, row: str, column: str = "total") -> int:
        """One count of table four."""
        return self.counts["disputes", row, column]

    def disclosed(self, row: str, column: str) -> int:
        """One count of table two (not the fees)."""
        return self.counts["disclosure", row, column]

    def results(self, prefix: str) -> int:
        """Sum of the result rows whose key starts with `prefix`, total column."""
        return sum(self.request(row) for row in result_rows(self.counts) if row.startswith(prefix))

    @property
    def of_2019(self) -> bool:
        """Whether these are the values of the form of 2019."""
        return ("requests", OTHER_OF_2019.key, "total") in self.counts

    @property
    def has_requests(self) -> bool:
        """Whether table three counts any request, new or carried in."""
        return self.request("new") + self.request("carried_in") > 0

    def with_counts(self, changes: Mapping[CellKey, int]) -> Numbers:
        """A copy with some counts replaced."""
        return replace(self, counts=MappingProxyType({**self.counts, **changes}))

    def with_fee(self, fee: Fee, amount: Decimal) -> Numbers:
        """A copy with other fees and another amount in table two."""
        return replace(self, fee=fee, fee_amount=amount)


@dataclass(frozen=True)
class BrokenSum:
    """An identity that does not hold: the rule's code and the cells of its result side."""

    code: str
    cells: tuple[CellKey, ...]


def request_rows(counts: Mapping[CellKey, int]) -> tuple[str, ...]:
    """The rows of table three in their order."""
    return tuple(row for table, row, column in counts if (table, column) == ("requests", "total"))


def result_rows(counts: Mapping[CellKey, int]) -> tuple[str, ...]:
    """The rows of table three that add up to what was handled."""
    return tuple(row for row in request_rows(counts) if row not in _NO_RESULTS)


def draw_numbers(rng: Random, scale: str | None = None, before: Numbers | None = None) -> Numbers:
    """Draw a consistent set of numbers; `scale` is one of SCALES, `before` those of last year."""
    scale = scale or rng.choices(SCALES, _SCALE_WEIGHTS)[0]
    fee = _draw_fee(rng, scale)
    unpaid = rng.randint(1, fee.notices) if fee.charged > fee.paid else 0
    counts: dict[CellKey, int] = {}
    counts.update(_draw_requests(rng, scale, unpaid, fee.notices, before))
    counts.update(_draw_disputes(rng, scale))
    counts.update(_draw_disclosure(rng, scale))
    if before and not before.of_2019:
        counts.update(_in_force_after(before, counts))
    return Numbers(MappingProxyType(counts), _draw_amount(rng, scale, fee), fee)


def broken_sums(counts: Mapping[CellKey, int]) -> tuple[BrokenSum, ...]:
    """Every identity of tables two, three and four that `counts` breaks."""
    return (*_broken_balance(counts), *_broken_applicants(counts), *_broken_others(counts))


def _broken_balance(counts: Mapping[CellKey, int]) -> Iterable[BrokenSum]:
    for column in REQUEST_COLUMNS:

        def at(row: str, column: str = column) -> int:
            return counts["requests", row, column]

        handled: CellKey = ("requests", "handled_total", column)
        if at("new") + at("carried_in") != at("handled_total") + at("carried_out"):
            yield BrokenSum("GK301", (handled, ("requests", "carried_out", column)))
        if sum(at(row) for row in result_rows(counts)) != at("handled_total"):
            yield BrokenSum("GK302", (handled,))


def _broken_applicants(counts: Mapping[CellKey, int]) -> Iterable[BrokenSum]:
    for row in request_rows(counts):
        if (
            sum(counts["requests", row, col] for col in APPLICANTS)
            != counts["requests", row, "total"]
        ):
            yield BrokenSum("GK303", (("requests", row, "total"),))


def _broken_others(counts: Mapping[CellKey, int]) -> Iterable[BrokenSum]:
    for row in DISPUTE_ROW_KEYS:
        parts = sum(counts["disputes", row, col] for col in DISPUTE_COLUMNS[:-1])
        if parts != counts["disputes", row, "total"]:
            yield BrokenSum("GK304", (("disputes", row, "total"),))
    for row in ("regulations", "normative_documents"):
        cells: tuple[CellKey, ...] = tuple(key for key in DISCLOSURE_CELLS if key[1] == row)
        if cells[0] not in counts:
            return  # the form of 2019 counts no repeals
        issued, repealed, in_force = (counts[key] for key in cells)
        if in_force - issued + repealed < 0:
            yield BrokenSum("GK305", cells)


def _draw_fee(rng: Random, scale: str) -> Fee:
    if scale in ("empty", "zero", "carried_only") or rng.random() < 0.8:
        return Fee()
    notices = rng.randint(1, 2)
    by_item = rng.random() < 0.4
    charged = sum(
        rng.choice((100, 200, 500)) if by_item else 10 * rng.randint(1, 90) for _ in range(notices)
    )
    if rng.random() < 0.5:
        return Fee(notices, charged, charged)
    return Fee(notices, charged, 0 if notices == 1 else 10 * rng.randint(0, charged // 20))


def _draw_amount(rng: Random, scale: str, fee: Fee) -> Decimal:
    floor = Decimal(fee.paid) / 10000
    if scale == "empty" or rng.random() < 0.6:
        return floor
    digits = rng.choice((0, 1, 2, 4, 6))
    return floor + Decimal(rng.randint(1, 4000 * 10**digits)).scaleb(-digits)


def _spread(rng: Random, total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Split `total` over the keys of `weights`, at random."""
    keys = list(weights)
    shares = dict.fromkeys(keys, 0)
    chunk = max(1, total // 60)
    while total > 0:
        part = min(total, chunk if chunk == 1 else rng.randint(1, 2 * chunk))
        shares[rng.choices(keys, list(weights.values()))[0]] += part
        total -= part
    return shares


def _result_weights(rng: Random) -> dict[str, int]:
    weights = {row: rng.choice((0, 1, 2)) for row in RESULT_ROWS}
    weights.update(_RESULT_WEIGHTS)
    weights["other_fee_unpaid"] = 0
    return weights


def _incoming(rng: Random, scale: str, least: int) -> tuple[int, int]:
    """(new, carried in) of the whole report; at least `least` new where there is any."""
    sizes = {"few": (1, 5), "some": (6, 60), "many": (300, 9000)}
    if scale == "carried_only":
        return 0, rng.randint(1, 3)
    if scale not in sizes:
        return 0, 0
    low, high = sizes[scale]
    new = max(rng.randint(low, high), least)
    carried = rng.randint(0, max(1, new // 5)) if rng.random() < 0.45 else 0
    return new, carried


def _draw_requests(
    rng: Random, scale: str, unpaid: int, least: int, before: Numbers | None
) -> dict[CellKey, int]:
    new, carried = _incoming(rng, scale, least)
    columns = dict(zip(APPLICANTS, _COLUMN_WEIGHTS, strict=True))
    if rng.random() < 0.35:
        columns = {rng.choices(APPLICANTS, _COLUMN_WEIGHTS)[0]: 1}
    news, carries = _spread(rng, new, columns), _spread(rng, carried, columns)
    if before:
        carries = {column: before.request("carried_out", column) for column in APPLICANTS}
    weights = _result_weights(rng)
    keep_some = new > 0 and rng.random() < 0.4
    counts: dict[CellKey, int] = {}
    for column in APPLICANTS:
        rows = _draw_column(
            rng, news.get(column, 0), carries.get(column, 0), weights, keep_some, unpaid
        )
        unpaid -= rows["other_fee_unpaid"]
        counts.update({("requests", row, column): value for row, value in rows.items()})
    for row in REQUEST_ROW_KEYS:
        counts["requests", row, "total"] = sum(counts["requests", row, col] for col in APPLICANTS)
    return counts


def _in_force_after(before: Numbers, counts: Mapping[CellKey, int]) -> dict[CellKey, int]:
    """What is in force by what was in force; no more is repealed than there is."""
    changed: dict[CellKey, int] = {}
    for row in ("regulations", "normative_documents"):
        issued, repealed, in_force = (key for key in DISCLOSURE_CELLS if key[1] == row)
        there = before.counts[in_force] + counts[issued]
        changed[repealed] = min(counts[repealed], there)
        changed[in_force] = there - changed[repealed]
    return changed


def _draw_column(
    rng: Random, new: int, carried: int, weights: Mapping[str, int], keep_some: bool, unpaid: int
) -> dict[str, int]:
    incoming = new + carried
    unpaid = min(unpaid, incoming)
    out = rng.randint(0, max(1, (incoming - unpaid) // 4)) if keep_some else 0
    out = min(out, incoming - unpaid)
    handled = incoming - out
    rows = dict.fromkeys(REQUEST_ROW_KEYS, 0)
    rows.update(_spread(rng, handled - unpaid, weights))
    rows["other_fee_unpaid"] = unpaid
    rows.update(new=new, carried_in=carried, handled_total=handled, carried_out=out)
    return rows


def _draw_disputes(rng: Random, scale: str) -> dict[CellKey, int]:
    most = {"few": 1, "some": 3, "many": 90}.get(scale, 0)
    if scale in ("zero", "carried_only") and rng.random() < 0.06:
        most = 1
    counts: dict[CellKey, int] = {}
    for row in DISPUTE_ROW_KEYS:
        busy = most > 0 and rng.random() < 0.4
        for column in DISPUTE_COLUMNS[:-1]:
            counts["disputes", row, column] = rng.randint(0, most) if busy else 0
        total = sum(counts["disputes", row, col] for col in DISPUTE_COLUMNS[:-1])
        counts["disputes", row, "total"] = total
    return counts


def _draw_disclosure(rng: Random, scale: str) -> dict[CellKey, int]:
    counts = {key: 0 for key in DISCLOSURE_CELLS if key != FEES}
    if scale == "empty":
        return counts
    issued, repealed = rng.choice((0, 0, 1, 2, 3, 7)), rng.choice((0, 0, 0, 1, 2))
    counts["disclosure", "normative_documents", "issued"] = issued
    counts["disclosure", "normative_documents", "repealed"] = repealed
    least = max(0, issued - repealed)
    counts["disclosure", "normative_documents", "in_force"] = least + rng.choice(
        (0, 0, 1, 4, 15, 60)
    )
    for row in ("licences", "penalties", "compulsory"):
        high = rng.choice((0, 0, 9, 300, 20000 if scale == "many" else 900))
        counts["disclosure", row, "decisions"] = rng.randint(0, high)
    return counts


def added(several: Iterable[Numbers]) -> Numbers:
    """The sums of the numbers of several bodies; of none, zeros."""
    counts = dict.fromkeys(_COUNTS, 0)
    amount, fee = Decimal(0), Fee()
    for each in several:
        counts = {key: value + each.counts[key] for key, value in counts.items()}
        amount += each.fee_amount
        fees = zip(astuple(fee), astuple(each.fee), strict=True)
        fee = Fee(*(one + other for one, other in fees))
    return Numbers(MappingProxyType(counts), amount, fee)
