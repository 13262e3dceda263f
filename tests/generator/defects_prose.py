"""Prose against tables: GK401 to GK407."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from .broken import (
    END,
    Edit,
    Task,
    defect,
    defect_of_2021,
    document_of,
    has_new,
    no_fee,
    no_requests,
    one,
    suited,
)
from .document import (
    Document,
    with_section,
)
from .edits import after_marked, replace_marked
from .figures import Fee
from .phrases_fee import (
    FEE,
    NO_REQUESTS,
    NONE_COLLECTED,
    NOT_A_STATEMENT,
    NOTICED,
    PAID,
    UNDER_LIMIT,
    fee_text,
)
from .phrases_overview import ITEMS, NORMATIVE, items_text
from .phrases_requests import DISPUTE, DONE, NEW_PLAIN, REQUEST, ZERO_PLAIN, new_clause
from .voice import Sentence, plain

if TYPE_CHECKING:
    from random import Random

    from .labels import Address
    from .model import Report

_HEAD_OTHER: Address = ("heading", "other")


_TEXT_OTHER: Address = ("text", "other")


def _with_request(report: Report, text: str) -> Document:
    return replace_marked(document_of(report), REQUEST, (Sentence(text, (REQUEST,)),))


def _with_fee(report: Report, text: str) -> Document:
    return replace_marked(document_of(report), FEE, (Sentence(text, (FEE,)),))


def _other_than(rng: Random, *taken: int) -> int:
    high = max(taken) + 12
    return rng.choice([n for n in range(1, high) if n not in taken])


@defect
def zero_against_table(task: Task) -> Edit:
    """The prose says no request came, the table counts some."""
    report, rng = task.report, task.rng
    report = suited(report, rng, has_new)
    document = _with_request(report, report.voice(rng).pick(ZERO_PLAIN))
    return Edit(document, one("GK401", REQUEST))


@defect
def count_against_zero(task: Task) -> Edit:
    """The prose counts requests, the table has none."""
    report, rng = task.report, task.rng
    report = suited(report, rng, no_requests)
    text = new_clause(report.voice(rng), rng.randint(1, 20)) + rng.choice(DONE) + "。"
    return Edit(_with_request(report, text), one("GK401", REQUEST), frozenset(("GK402",)))


@defect
def request_count_wrong(task: Task) -> Edit:
    """The prose gives another number of new requests than the table."""
    report, rng = task.report, task.rng
    report = suited(report, rng, has_new)
    new, carried = report.numbers.request("new"), report.numbers.request("carried_in")
    voice = report.voice(rng)
    wrong = voice.count(_other_than(rng, new, new + carried))
    return Edit(
        _with_request(report, voice.pick(NEW_PLAIN, new=wrong) + "。"), one("GK402", REQUEST)
    )


@defect
def handled_count_wrong(task: Task) -> Edit:
    """The prose gives another number of requests dealt with than the table."""
    report, rng = task.report, task.rng
    report = suited(report, rng, has_new)
    numbers, voice = report.numbers, report.voice(rng)
    taken = [numbers.request(r) for r in ("new", "carried_in", "handled_total", "granted")]
    wrong = _other_than(rng, *taken, taken[0] + taken[1])
    clause = voice.pick(NEW_PLAIN, new=voice.count(taken[0]))
    return Edit(_with_request(report, f"{clause}，办结{wrong}件。"), one("GK402", REQUEST))


@defect
def carried_count_wrong(task: Task) -> Edit:
    """The prose gives another number carried in, or carried over, than the table."""
    report, rng = task.report, task.rng
    report = suited(report, rng, has_new)
    voice, new = report.voice(rng), report.numbers.request("new")
    row, words = rng.choice((("carried_in", "上年结转"), ("carried_out", "结转下年度继续办理")))
    wrong = _other_than(rng, report.numbers.request(row))
    clause = voice.pick(NEW_PLAIN, new=voice.count(new))
    return Edit(_with_request(report, f"{clause}，{words}{wrong}件。"), one("GK402", REQUEST))


@defect
def dispute_count_wrong(task: Task) -> Edit:
    """The prose gives another number of reviews than table four."""
    report, rng = task.report, task.rng
    wrong = _other_than(rng, report.numbers.dispute("review"))
    sentence = Sentence(f"{report.year}年因政府信息公开被申请行政复议{wrong}件。", (DISPUTE,))
    document = replace_marked(document_of(report), DISPUTE, ())

    document = after_marked(document, REQUEST, sentence)
    return Edit(document, one("GK402", DISPUTE))


@defect_of_2021
def normative_count_wrong(task: Task) -> Edit:
    """The prose gives another number of documents in force than table two."""
    report, rng = task.report, task.rng
    wrong = _other_than(rng, report.numbers.disclosed("normative_documents", "in_force"))
    texts = (
        f"目前现行有效的行政规范性文件共{wrong}件。",
        f"截至年底，现行有效行政规范性文件{wrong}件。",
    )
    document = replace_marked(document_of(report), NORMATIVE, ())
    document = after_marked(document, ITEMS, Sentence(rng.choice(texts), (NORMATIVE,)))
    return Edit(document, one("GK402", NORMATIVE))


@defect_of_2021
def fee_statement_missing(task: Task) -> Edit:
    """Section six without a statement on fees."""
    report, rng = task.report, task.rng
    report = suited(report, rng, no_fee)
    text = report.voice(rng).pick(
        (
            *NOT_A_STATEMENT,
            "无。",
            "暂无。",
            "没有其他需要报告的事项。",
            "{y}年承办建议提案12件，均已公开。",
        )
    )
    document = with_section(document_of(report), "other", blocks=(plain(text),))
    return Edit(document, one("GK403", _HEAD_OTHER, _TEXT_OTHER, *END))


@defect_of_2021
def fee_on_zero(task: Task) -> Edit:
    """Fees or a notice although no request came."""
    report, rng = task.report, task.rng
    report = suited(report, rng, no_requests)
    fee = Fee(1, 200, rng.choice((0, 200)))
    numbers = report.numbers.with_fee(Fee(), report.numbers.fee_amount + Decimal("0.02"))
    report = replace(report, numbers=numbers)
    pool = PAID if fee.paid else NOTICED
    return Edit(_with_fee(report, fee_text(report.voice(rng), fee, pool)), one("GK404", FEE))


@defect_of_2021
def fee_reason_wrong(task: Task) -> Edit:
    """A fee statement that rests on requests, or on their absence, against table three."""
    report, rng = task.report, task.rng
    report = suited(report, rng, lambda r: no_fee(r) and (has_new(r) or no_requests(r)))
    pool = NO_REQUESTS if has_new(report) else UNDER_LIMIT
    return Edit(_with_fee(report, report.voice(rng).pick(pool)), one("GK404", FEE))


@defect_of_2021
def fee_not_a_multiple(task: Task) -> Edit:
    """An amount that the fee rules cannot give."""
    report, rng = task.report, task.rng
    report = suited(report, rng, lambda r: no_fee(r) and has_new(r))
    paid = 10 * rng.randint(3, 90) + rng.randint(1, 9)
    numbers = report.numbers.with_fee(Fee(), report.numbers.fee_amount + Decimal(1))
    report = replace(report, numbers=numbers)
    text = fee_text(report.voice(rng), Fee(1, paid, paid), PAID)
    return Edit(_with_fee(report, text), one("GK405", FEE))


@defect_of_2021
def fee_above_table(task: Task) -> Edit:
    """More fees than table two has."""
    report, rng = task.report, task.rng
    report = suited(report, rng, lambda r: no_fee(r) and has_new(r))
    paid = 10 * rng.randint(3, 90)
    report = replace(report, numbers=report.numbers.with_fee(Fee(), Decimal(0)))
    text = fee_text(report.voice(rng), Fee(1, paid, paid), PAID)
    return Edit(_with_fee(report, text), one("GK405", FEE, ("cell", "disclosure", "fees")))


@defect_of_2021
def fee_notice_unmentioned(task: Task) -> Edit:
    """Unpaid fees in table three, no notice in section six."""
    report, rng = task.report, task.rng
    row = "other_fee_unpaid"
    report = suited(report, rng, lambda r: r.numbers.request(row) > 0, scale="some")
    places = (("cell", "requests", row), ("row", "requests", row), FEE, _HEAD_OTHER, *END)
    document = _with_fee(report, report.voice(rng).pick(NONE_COLLECTED[:5]))
    return Edit(document, one("GK406", *places))


@defect
def item_parts_exceed(task: Task) -> Edit:
    """Published items: the parts add up to more than the total."""
    report, rng = task.report, task.rng
    total = rng.randint(12, 900)
    voice = report.voice(rng)
    shares = voice.split_sum(total + rng.randint(1, total), rng.randint(2, 4))
    sentence = Sentence(items_text(voice, total, shares), (ITEMS,))
    return Edit(replace_marked(document_of(report), ITEMS, (sentence,)), one("GK407", ITEMS))


@defect
def request_parts_exceed(task: Task) -> Edit:
    """Requests by channel add up to more than their total."""
    report, rng = task.report, task.rng
    report = suited(report, rng, has_new)
    voice, new = report.voice(rng), report.numbers.request("new")
    shares = voice.split_sum(new + rng.randint(1, 9) + 1, 2)
    clause = voice.pick(NEW_PLAIN, new=f"{new}件")
    text = f"{clause}，其中网上申请{shares[0]}件，信函申请{shares[1]}件。"
    return Edit(_with_request(report, text), one("GK407", REQUEST))
