"""Defects of title, preamble and years: GK110 to GK116."""

from __future__ import annotations

from dataclasses import replace

from .broken import (
    PREAMBLE,
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
from .edits import replace_marked
from .lines import FILE_FIRST
from .phrases_contact import BASIS, PERIOD
from .phrases_fee import (
    FEE,
    NONE_COLLECTED,
)
from .phrases_requests import NEW, REQUEST, ZERO
from .voice import Sentence


@defect
def title_missing(task: Task) -> Edit:
    """No title; the text begins with the preamble."""
    report = task.report
    document = replace(document_of(report), title=())
    return Edit(document, one("GK110", FILE_FIRST, *PREAMBLE))


@defect
def title_without_year(task: Task) -> Edit:
    """The title names the body only."""
    report = task.report
    title = (f"{report.agency.name}政府信息公开工作年度报告",)
    return Edit(replace(document_of(report), title=title), one("GK111", ("title",)))


@defect
def title_without_agency(task: Task) -> Edit:
    """The title names the year only."""
    report, rng = task.report, task.rng
    title = (f"{report.year}{rng.choice(('年', '年度'))}政府信息公开工作年度报告",)
    return Edit(replace(document_of(report), title=title), one("GK111", ("title",)))


@defect
def legal_basis_missing(task: Task) -> Edit:
    """The preamble cites nothing."""
    report = task.report
    text = f"现将{report.agency.name}{report.year}年政府信息公开工作情况报告如下。"
    document = replace_marked(document_of(report), BASIS, (Sentence(text, (BASIS,)),))
    return Edit(document, one("GK112", *PREAMBLE))


@defect_of_2021
def legal_basis_superseded(task: Task) -> Edit:
    """The preamble cites the notice of 2019."""
    rng = task.rng
    law = rng.choice(("《中华人民共和国政府信息公开条例》和", ""))
    notice = "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）"
    text = f"根据{law}{notice}要求，编制本报告。"
    document = replace_marked(document_of(task.report), BASIS, (Sentence(text, (BASIS,)),))
    return Edit(document, one("GK113", BASIS))


@defect
def period_missing(task: Task) -> Edit:
    """No reporting period anywhere."""
    return Edit(replace_marked(document_of(task.report), PERIOD, ()), one("GK114", *PREAMBLE))


@defect
def period_wrong(task: Task) -> Edit:
    """The period of another year, or not a whole year."""
    report, rng = task.report, task.rng
    year, before = report.year, report.year - rng.choice((1, 1, 2))
    spans = (
        f"{before}年1月1日起至{before}年12月31日",
        f"{year}年1月1日起至{year}年11月30日",
        f"{year}年2月1日起至{year}年12月31日",
        f"{before}年1月1日起至{year}年12月31日",
    )
    sentence = Sentence(f"本报告所列数据的统计期限自{rng.choice(spans)}止。", (PERIOD,))
    return Edit(replace_marked(document_of(report), PERIOD, (sentence,)), one("GK115", PERIOD))


@defect
def preamble_year_wrong(task: Task) -> Edit:
    """The preamble announces the report of another year."""
    report = task.report
    title = f"《{report.agency.name}{report.year - 1}年政府信息公开工作年度报告》"
    text = f"根据《中华人民共和国政府信息公开条例》规定，现公布{title}。"
    document = replace_marked(document_of(report), BASIS, (Sentence(text, (BASIS,)),))
    return Edit(document, one("GK115", BASIS, ("title",), ("title_more",)))


@defect_of_2021
def title_year_wrong(task: Task) -> Edit:
    """The title names another year than the preamble and the period."""
    report, rng = task.report, task.rng
    year = report.year + rng.choice((-1, 1))
    title = tuple(text.replace(str(report.year), str(year)) for text in report.title)
    places = (("title",), ("title_more",), BASIS, PERIOD)
    document = replace(document_of(report), title=title)
    return Edit(document, one("GK115", *places), frozenset(("GK116",)))


@defect
def year_stale_in_requests(task: Task) -> Edit:
    """Last year's number in the sentence on requests."""
    report, rng = task.report, task.rng
    report = suited(report, rng, lambda r: has_new(r) or no_requests(r))
    voice, before = report.voice(rng), str(report.year - 1)
    new = report.numbers.request("new")
    text = voice.pick(ZERO[1:3], y=before)
    if new:
        text = voice.pick((NEW[1], NEW[3]), y=before, new=voice.count(new)) + "。"
    document = replace_marked(document_of(report), REQUEST, (Sentence(text, (REQUEST,)),))
    return Edit(document, one("GK116", REQUEST))


@defect_of_2021
def year_stale_in_fee(task: Task) -> Edit:
    """Last year's number in the fee statement."""
    report, rng = task.report, task.rng
    report = suited(report, rng, no_fee)
    text = report.voice(rng).pick(NONE_COLLECTED[:2], y=str(report.year - 1))
    document = replace_marked(document_of(report), FEE, (Sentence(text, (FEE,)),))
    return Edit(document, one("GK116", FEE))
