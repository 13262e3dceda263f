"""The numbers of a report by the names that slots have, and ways to write them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.generator.document import amount_text
from tests.generator.figures import request_rows
from tests.generator.labels import APPLICANTS, DISPUTE_COLUMNS, REQUEST_COLUMNS
from tests.generator.voice import chinese_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from tests.generator.figures import Numbers

Facts = dict[str, int]
_SUMS = {"denied": "denied_", "unable": "unable_", "rejected": "rejected_", "otherwise": "other_"}
_NICKNAMES = {
    "in": "carried_in",
    "out": "carried_out",
    "done": "handled_total",
    **{column: f"new.{column}" for column in APPLICANTS},
}
_REVIEWS = ("review", "direct_litigation", "post_review_litigation")


def facts_of(numbers: Numbers) -> Facts:
    """Every number a sentence can give; the fee of table two in hundredths of a yuan."""
    facts = {
        row if column == "total" else f"{row}.{column}": numbers.request(row, column)
        for row in request_rows(numbers.counts)
        for column in REQUEST_COLUMNS
    }
    facts |= {name: numbers.results(prefix) for name, prefix in _SUMS.items()}
    facts |= {nickname: facts[name] for nickname, name in _NICKNAMES.items()}
    facts["received"] = facts["new"] + facts["in"]
    facts["bodies"] = facts["new"] - facts["natural_person"]
    for column in DISPUTE_COLUMNS:
        review, direct, post = (numbers.dispute(row, column) for row in _REVIEWS)
        suffix = "" if column == "total" else f".{column}"
        facts[f"review{suffix}"] = review
        facts[f"direct{suffix}"] = direct
        facts[f"post{suffix}"] = post
        facts[f"lawsuits{suffix}"] = direct + post
    if not numbers.of_2019:  # its table two counts other things
        facts |= _of_table_two(numbers)
    facts["notices"] = numbers.fee.notices
    return facts


def _of_table_two(numbers: Numbers) -> Facts:
    facts = {}
    for column in ("issued", "repealed", "in_force"):
        facts[column] = numbers.disclosed("normative_documents", column)
        facts[f"rules.{column}"] = numbers.disclosed("regulations", column)
    for row in ("licences", "penalties", "compulsory"):
        facts[row] = numbers.disclosed(row, "decisions")
    facts["wan"] = facts["yuan"] = int(numbers.fee_amount * 1000000)
    return facts


def written(name: str, value: int, rng: Random) -> str:
    """A number as people write it: 24, 二十四, with blanks around it; amounts in their unit."""
    if name == "wan":
        return amount_text(Decimal(value) / 1000000)
    if name == "yuan":
        return amount_text(Decimal(value) / 100)
    roll = rng.random()
    if roll < 0.06 and 0 < value <= 99:
        return "两" if value == 2 else chinese_number(value)
    return f" {value} " if roll < 0.12 else str(value)


def another(name: str, facts: Mapping[str, int], said: set[int], rng: Random) -> int:
    """A number that no reading of the slot allows."""
    true = facts[name]
    near = {"new", "in", "done", "out", "received"}
    taken = said | {true} | {facts[other] for other in near}
    if name in ("wan", "yuan"):
        return true + rng.choice((1, 3, 12)) * rng.choice((100000, 1000000, 10000000))
    text = str(true)
    slips = [true + 1, true + 2, int("1" + text), int(text + rng.choice("0123456789"))]
    slips += [int(text[1:] or "0"), true - 1, int(text[::-1]), true + rng.randint(3, 9)]
    fitting = [slip for slip in slips if slip > 0 and slip not in taken]
    return rng.choice(fitting or [max(taken) + rng.randint(1, 9)])
