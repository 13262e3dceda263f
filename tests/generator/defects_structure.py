"""Defects of structure: GK101 to GK109, GK002."""

from __future__ import annotations

from dataclasses import replace

from .broken import (
    ANYWHERE,
    END,
    Edit,
    Task,
    defect,
    document_of,
    no_fee,
    one,
    suited,
)
from .document import (
    Document,
    Section,
    section_of,
    with_section,
)
from .labels import SECTION_KEYS, Address
from .model import Part
from .phrases_overview import FILLERS, missing_aspect_is_silent
from .voice import NUMERALS, Sentence, plain

_REWORDED = {
    "overview": ("总体概述", "概述", "年度总体情况"),
    "disclosure": ("主动公开政府信息情况（有关情况附表）", "主动公开情况"),
    "requests": (
        "收到和处理政府信息公开申请情况（有关情况附表）",
        "政府信息公开申请收到和处理情况",
    ),
    "disputes": (
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
    ),
    "problems": (
        "存在主要问题及改进情况",
        "存在问题及改进情况",
        "存在的主要问题及改进措施",
        "政府信息公开工作存在的主要问题及改进情况",
        "存在的主要问题及明年工作计划",
    ),
    "other": ("其他需报告的事项", "需要说明的其他事项与附表", "其他需要说明的事项"),
}


def _after(key: str) -> tuple[Address, ...]:
    index = SECTION_KEYS.index(key)
    return END if index == 5 else (("heading", SECTION_KEYS[index + 1]),)


def _followers(key: str) -> frozenset[str]:
    return frozenset(("GK403", "GK406")) if key == "other" else frozenset()


@defect
def heading_missing(task: Task) -> Edit:
    """A heading line lost; what stood below it stays."""
    report, rng = task.report, task.rng
    key = rng.choice(SECTION_KEYS)
    document = with_section(document_of(report), key, numeral="", words="")
    return Edit(document, one("GK101", *_after(key)), _followers(key))


@defect
def section_missing(task: Task) -> Edit:
    """A section lost with all it held."""
    report, rng = task.report, task.rng
    key = rng.choice(SECTION_KEYS)
    document = document_of(report)
    sections = tuple(section for section in document.sections if section.key != key)
    followers = _followers(key) | ({"GK201"} if key in SECTION_KEYS[1:4] else set())
    return Edit(replace(document, sections=sections), one("GK101", *_after(key)), followers)


@defect
def sections_swapped(task: Task) -> Edit:
    """Two neighbouring sections changed places, numerals and all."""
    report, rng = task.report, task.rng
    document = document_of(report)
    at = rng.randint(0, 4)
    first, second = document.sections[at : at + 2]
    sections = (*document.sections[:at], second, first, *document.sections[at + 2 :])
    return Edit(
        replace(document, sections=sections),
        one("GK102", ("heading", first.key), ("heading", second.key)),
    )


@defect
def heading_doubled(task: Task) -> Edit:
    """The same heading printed twice in a row."""
    report, rng = task.report, task.rng
    document = document_of(report)
    at = rng.randint(0, 5)
    section = document.sections[at]
    bare = Section(section.key, section.numeral, section.words, ())
    sections = (*document.sections[:at], bare, *document.sections[at:])
    return Edit(replace(document, sections=sections), one("GK103", ("heading", section.key)))


@defect
def section_doubled(task: Task) -> Edit:
    """A section of prose printed twice."""
    report, rng = task.report, task.rng
    document = document_of(report)
    at = rng.choice((0, 4, 5))
    section = document.sections[at]
    sections = (*document.sections[:at], section, *document.sections[at:])
    return Edit(replace(document, sections=sections), one("GK103", ("heading", section.key)))


@defect
def heading_reworded(task: Task) -> Edit:
    """One of the variants met in the wild."""
    report, rng = task.report, task.rng
    key = rng.choice(SECTION_KEYS)
    document = with_section(document_of(report), key, words=rng.choice(_REWORDED[key]))
    return Edit(document, one("GK104", ("heading", key)))


@defect
def numeral_wrong(task: Task) -> Edit:
    """A heading with another numeral."""
    report, rng = task.report, task.rng
    document = document_of(report)
    section = rng.choice(document.sections)
    others = [numeral for numeral in NUMERALS[:7] if numeral != section.numeral]
    document = with_section(document, section.key, numeral=rng.choice(others))
    return Edit(document, one("GK105", ("heading", section.key)))


@defect
def section_emptied(task: Task) -> Edit:
    """A heading with nothing below it."""
    report, rng = task.report, task.rng
    key = rng.choice(("overview", "problems", "other"))
    if key == "other":
        report = suited(report, rng, lambda r: r.contact_place == "preamble" and no_fee(r))
        report = replace(report, closing=())
    document = with_section(document_of(report), key, blocks=())
    return Edit(document, one("GK106", ("heading", key)), _followers(key))


@defect
def aspect_missing(task: Task) -> Edit:
    """One of the five aspects nowhere in section one."""
    report, rng = task.report, task.rng
    gone = rng.choice(report.parts).key

    def kept(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(s for s in sentences if missing_aspect_is_silent(s.text, gone))

    def part(old: Part) -> Part:
        name = "监督保障" if old.key == "supervision" else old.name
        return Part(old.key, name, kept(old.sentences) or plain(FILLERS[old.key]))

    parts = tuple(part(p) for p in report.parts if p.key != gone)
    intro = tuple(p for p in map(kept, report.intro) if p)
    document = document_of(replace(report, parts=parts, intro=intro))
    return Edit(document, one("GK107", ("heading", "overview")))


@defect
def problems_vacuous(task: Task) -> Edit:
    """Section five says next to nothing."""
    report, rng = task.report, task.rng
    words = rng.choice(("无", "无。", "暂无。", "无存在问题。", "暂无问题"))
    document = with_section(document_of(report), "problems", blocks=(plain(words),))
    return Edit(document, one("GK109", ("heading", "problems"), ("text", "problems")))


@defect
def not_a_report(task: Task) -> Edit:
    """A text of another kind."""
    report = task.report
    overview = section_of(document_of(task.report), "problems")
    prose = tuple(block for block in overview.blocks if isinstance(block, tuple))
    title = (f"{report.agency.name}关于开展业务学习的通知",)
    return Edit(Document(title, prose, (), ()), one("GK002", ANYWHERE))
