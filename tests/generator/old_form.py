"""The numbers of a report in the form of 2019, made of those of a report in today's."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .figures import FEES, SPENT, Fee, Numbers, request_rows
from .labels import DISCLOSURE_2019, OTHER_OF_2019, REQUEST_COLUMNS, REQUEST_ROWS_2019, CellKey

if TYPE_CHECKING:
    from random import Random


def as_of_2019(numbers: Numbers, rng: Random) -> Numbers:
    """Fold （六）其他处理 into its one row, and draw another table two; no fees yet."""
    counts: dict[CellKey, int] = {}
    for row in (each.key for each in REQUEST_ROWS_2019):
        for column in REQUEST_COLUMNS:
            counts["requests", row, column] = _folded(numbers, row, column)
    counts.update({key: value for key, value in numbers.counts.items() if key[0] == "disputes"})
    counts.update(_draw_disclosure(numbers, rng))
    spent = rng.choice(("0", "86.4万元", f"{rng.randint(9999, 999999)}.90元", "12.5", "3"))
    return Numbers(MappingProxyType(counts), numbers.fee_amount, Fee(), spent)


def _folded(numbers: Numbers, row: str, column: str) -> int:
    if row != OTHER_OF_2019.key:
        return numbers.request(row, column)
    parts = (each for each in request_rows(numbers.counts) if each.startswith("other_"))
    return sum(numbers.request(each, column) for each in parts)


def _draw_disclosure(numbers: Numbers, rng: Random) -> dict[CellKey, int]:
    """Decisions stay; a document made is published, and so is what was published before."""
    counts: dict[CellKey, int] = {}
    for block in DISCLOSURE_2019:
        for row, _ in block.rows:
            for column, _ in block.headers[1:]:
                key: CellKey = ("disclosure", row, column)
                if key not in (FEES, SPENT):
                    counts[key] = numbers.counts.get(key, rng.choice((0, 0, 2, 17)))
    made = rng.randint(0, 6)
    for row, least in (("regulations", 0), ("normative_documents", made)):
        counts["disclosure", row, "made"] = counts["disclosure", row, "published"] = least
        counts["disclosure", row, "in_public"] = least * rng.randint(1, 9)
    for row in ("licences", "services", "penalties", "compulsory", "fees"):
        before = counts["disclosure", row, "previous"]
        counts["disclosure", row, "change"] = rng.randint(-min(before, 3), 3)
    return counts
