"""Headings and titles in unusual dress."""

from __future__ import annotations

from dataclasses import replace

from .broken import Edit, Task, defect, document_of, one
from .document import Document, Section, with_section
from .voice import Paragraph, Sentence, plain

_DRESSED = frozenset(("GK104", "GK105", "GK119"))
_SLOGANS = (
    "强化组织协调，着力做好主动公开",
    "完善制度规范，做好依申请公开",
    "健全工作机制，加强政府信息管理",
    "丰富公开形式，建好公开平台",
    "压实工作责任，抓好监督保障",
)


def _any_section(task: Task) -> tuple[Document, Section]:
    document = document_of(task.report)
    return document, task.rng.choice(document.sections)


@defect
def heading_behind_preamble(task: Task) -> Edit:
    """The first heading behind the last sentence of the preamble."""
    document = with_section(document_of(task.report), "overview", numeral="", words="")
    heading = Sentence("一、总体情况", (("heading", "overview"),))
    *others, last = document.preamble
    document = replace(document, preamble=(*others, (*last, heading)))
    return Edit(document, one("GK119", ("heading", "overview")))


@defect
def heading_arabic(task: Task) -> Edit:
    """1. 总体情况."""
    document, section = _any_section(task)
    number = document.sections.index(section) + 1
    words = f"{number}{task.rng.choice(('. ', '.', '．'))}{section.words}"
    document = with_section(document, section.key, numeral="", words=words)
    return Edit(document, one("GK105", ("heading", section.key)))


@defect
def heading_as_item(task: Task) -> Edit:
    """A heading as an item of a list: it is there."""
    document, section = _any_section(task)
    words = f"{task.rng.choice(('- ', '* ', '• '))}{section.numeral}、{section.words}"
    document = with_section(document, section.key, numeral="", words=words)
    return Edit(document, (), _DRESSED)


@defect
def heading_on_two_lines(task: Task) -> Edit:
    """A heading broken over two lines: it is there."""
    document, section = _any_section(task)
    half = len(section.words) // 2
    cut = half if task.layout == "markdown" else task.rng.choice((0, half))
    rest: Paragraph = plain(section.words[cut:])
    document = with_section(
        document, section.key, words=section.words[:cut] or " ", blocks=(rest, *section.blocks)
    )
    return Edit(document, (), _DRESSED)


@defect
def slogan_sub_headings(task: Task) -> Edit:
    """Sub-headings with a comma inside: nothing is wrong."""
    parts = zip(task.report.parts, _SLOGANS, strict=True)
    named = tuple(replace(part, name=slogan) for part, slogan in parts)
    report = replace(task.report, parts=named, part_style="line")
    return Edit(document_of(report), (), never=frozenset(("GK704",)))


@defect
def title_in_other_words(task: Task) -> Edit:
    """Titles of published reports that say the same: nothing is missing."""
    name, year = task.report.agency.name, task.report.year
    title = task.rng.choice(
        (
            (name, f"{year}年政府信息公开工作的年度报告"),
            (f"{name}{year}年政府信息公开工作报告",),
            (f"{name}{year}年政府信息公开年度报告",),
            (f"{name}关于{year}年度政府信息公开工作的年度报告",),
        )
    )
    return Edit(replace(document_of(task.report), title=title), (), never=frozenset(("GK704",)))


@defect
def document_number_above(task: Task) -> Edit:
    """A 文号 above the title: nothing is wrong."""
    document = document_of(task.report)
    number = f"{task.report.agency.area[0]}政公开〔{task.report.year + 1}〕2号"
    return Edit(replace(document, title=(number, *document.title)), ())
