"""Text taken over or left unfinished: other years and bodies, instructions, what was left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .agencies import draw_bureau
from .broken import ANYWHERE, Edit, Task, defect, defect_of_2021, document_of, one, suited
from .document import Document, build_document, section_of, with_section
from .edits import replace_marked, row_places, with_cell
from .labels import SECTIONS
from .phrases_contact import BASIS, CONTACT, PERIOD
from .voice import Sentence, plain

if TYPE_CHECKING:
    from random import Random

    from .labels import Address
    from .model import Report

_SLIP: Address = ("slip",)
_LAW = "《中华人民共和国政府信息公开条例》"


def _telling(task: Task, part: str, *texts: str) -> Document:
    """The document with one of the texts at the end of an aspect of section one."""
    report = task.report
    sentence = Sentence(report.voice(task.rng).pick(texts, one="2", k="36"), (_SLIP,))
    parts = tuple(
        replace(each, sentences=(*each.sentences, sentence)) if each.key == part else each
        for each in report.parts
    )
    return build_document(replace(report, parts=parts))


def _with_basis(task: Task, *texts: str) -> Document:
    other = _another_body(task.report, task.rng)
    text = task.report.voice(task.rng).pick(texts, law=_LAW, other=other)
    return replace_marked(document_of(task.report), BASIS, (Sentence(text, (BASIS,)),))


def _another_body(report: Report, rng: Random) -> str:
    name = report.agency.name
    while name[:3] == report.agency.name[:3]:
        name = draw_bureau(rng).name
    return name


@defect
def year_stale_in_work(task: Task) -> Edit:
    """Work of an earlier year, told as this year's."""
    document = _telling(
        task,
        "supervision",
        "{p}年组织业务培训{one}次，参训{k}人次。",
        "{p}年，{me}召开政务公开工作推进会{one}次。",
        "{p}年度开展政务公开自查{one}次，整改问题{k}个。",
    )
    return Edit(document, one("GK116", _SLIP))


@defect
def plan_for_the_year_past(task: Task) -> Edit:
    """Section five announces measures for the year that is reported on."""
    report = task.report
    text = report.voice(task.rng).pick(
        (
            "整改措施：{y}年，{me}将加大工作力度，一是增加图解，二是按月检查栏目。",
            "{y}年，我们将重点做好以下工作：一是丰富解读形式；二是按月检查栏目更新。",
            "下一步，{me}将在{y}年采取以下措施：一是增加图解；二是加强培训。",
        )
    )
    blocks = (plain("解读形式不够多样，栏目更新不够及时。"), (Sentence(text, (_SLIP,)),))
    document = with_section(document_of(report), "problems", blocks=blocks)
    return Edit(document, one("GK116", _SLIP, ("text", "problems")))


@defect
def problems_of_last_year(task: Task) -> Edit:
    """Section five speaks of last year's work as if it were this year's."""
    report = task.report
    text = report.voice(task.rng).pick(
        (
            "{p}年，{me}政府信息公开工作取得一定成效，但仍存在解读形式单一、栏目更新不及时等问题。",
            "{p}年度{me}政务公开工作还存在以下不足：一是解读形式不够多样；二是更新不够及时。",
        )
    )
    blocks = ((Sentence(text, (_SLIP,)),), plain("下一步将增加图解，按月检查栏目。"))
    document = with_section(document_of(report), "problems", blocks=blocks)
    return Edit(document, one("GK116", _SLIP, ("text", "problems")))


@defect
def period_digits_lost(task: Task) -> Edit:
    """年, 月 and digits of the period lost in copying."""
    y = task.report.year
    spans = (f"{y}11日至{y}1231日", f"{y}1日至{y}31日", f"{y}年月日至{y}年12月31日")
    text = f"本报告所列数据的统计期限为{task.rng.choice(spans)}。"
    document = replace_marked(document_of(task.report), PERIOD, (Sentence(text, (PERIOD,)),))
    return Edit(document, one("GK114", PERIOD))


@defect
def another_body_in_preamble(task: Task) -> Edit:
    """The preamble publishes the report of another body, or rests on its work."""
    document = _with_basis(
        task,
        "根据{law}规定，现公布{other}{y}年度政府信息公开工作年度报告。",
        "按照{law}要求，结合{other}{y}年工作实际，编制本报告。",
        "本报告由{other}根据{law}第五十条的规定编制。",
    )
    return Edit(document, one("GK711", BASIS))


@defect
def another_body_in_contact(task: Task) -> Edit:
    """The reader is sent to another body."""
    office = f"{_another_body(task.report, task.rng)}办公室"
    text = f"如对本报告有疑问，请与{office}联系，电话：0938-8212345。"
    document = replace_marked(document_of(task.report), CONTACT, (Sentence(text, (CONTACT,)),))
    return Edit(document, one("GK711", CONTACT))


@defect
def level_too_high(task: Task) -> Edit:
    """A body of a county that governs the whole province."""
    document = _telling(
        task,
        "supervision",
        "{me}组织全省政务公开培训{one}次，对各市（州）工作开展督查。",
        "{me}统筹推进全省政务公开工作，印发全省政务公开工作要点。",
    )
    return Edit(document, one("GK711", _SLIP))


@defect_of_2021
def document_number_wrong(task: Task) -> Edit:
    """The notice, or the decree, with a wrong number."""
    document = _with_basis(
        task,
        "根据{law}和《政府信息公开工作年度报告格式》（国办发〔2021〕30号）要求，编制本报告。",
        "根据{law}和《政府信息公开工作年度报告格式》（过半公开办函〔2021〕30号）要求，编制本报告。",
        "根据{law}和《政府信息公开工作年度报告格式》（国办公开办函〔202130号）要求，编制本报告。",
        "根据{law}和国办公开函〔2021〕30号文件要求，编制本报告。",
        "根据{law}（国务院令第711条）和国办公开办函〔2021〕30号文件要求，编制本报告。",
    )
    return Edit(document, one("GK712", BASIS))


@defect
def instruction_left(task: Task) -> Edit:
    """An instruction of the blank form left in."""
    text, key = task.rng.choice(
        (
            ("（该部分以表格形式报告。表格如下：）", "disclosure"),
            ("该部分以表格形式报告。表格如下：", "requests"),
            ("（文字描述）", "problems"),
            ("（文字描述，收取信息处理费情况在此处报告。）", "other"),
        )
    )
    blocks = section_of(document_of(task.report), key).blocks
    document = with_section(
        document_of(task.report), key, blocks=((Sentence(text, (_SLIP,)),), *blocks)
    )
    return Edit(document, one("GK707", _SLIP))


@defect
def words_doubled(task: Task) -> Edit:
    """A term of the form doubled or scrambled."""
    document = _telling(
        task,
        "supervision",
        "全年未发生公开行行政复议纠错情形。",
        "按时编制并公布政府信息公开工作年度报告报告。",
        "健全政府政府信息公开工作机制。",
        "严格落实依申请申请公开答复规范。",
    )
    return Edit(document, one("GK713", _SLIP))


@defect
def brackets_empty(task: Task) -> Edit:
    """Brackets that nobody filled."""
    document = _telling(
        task,
        "management",
        "印发《政务公开工作要点》（），明确责任分工。",
        "按照《政务公开考核办法》（）开展自查。",
    )
    return Edit(document, one("GK714", _SLIP))


@defect
def number_left_out(task: Task) -> Edit:
    """A unit without its number."""
    document = _telling(
        task,
        "platform",
        "微信公众号全年发布信息条。",
        "全年组织业务培训次。",
        "政府网站更新信息条，回复留言{k}条。",
        "全年制作政策解读篇。",
    )
    return Edit(document, one("GK715", _SLIP))


@defect
def email_broken(task: Task) -> Edit:
    """An e-mail address that nobody can write to."""
    address = task.rng.choice(
        ("xxgk12@example", "xxgk12@@example.com", "xxgk12example.com", "xxgk12@example，com")
    )
    text = f"联系电话：0938-8212345，电子邮箱：{address}。"
    document = replace_marked(document_of(task.report), CONTACT, (Sentence(text, (CONTACT,)),))
    return Edit(document, one("GK504", CONTACT))


@defect_of_2021
def all_zero(task: Task) -> Edit:
    """Every number of every table is zero."""
    report = suited(task.report, task.rng, _is_empty, scale="empty")
    return Edit(document_of(report), one("GK213", ANYWHERE))


def _is_empty(report: Report) -> bool:
    return not any((*report.numbers.counts.values(), report.numbers.fee_amount))


@defect_of_2021
def regulations_in_force(task: Task) -> Edit:
    """Regulations in force in a body that can have made none."""
    report = suited(task.report, task.rng, lambda r: "县" in r.agency.name)
    cell = ("disclosure", "regulations", "in_force")
    document = with_cell(document_of(report), cell, str(task.rng.randint(1, 9)))
    return Edit(document, one("GK212", *row_places("disclosure", "regulations")))


@defect
def aspects_only_named(task: Task) -> Edit:
    """Section one holds the list of the sections and nothing else."""
    parts = "、".join(section.words for section in SECTIONS)
    text = f"本报告根据{_LAW}要求编制，由{parts}组成。"
    document = with_section(document_of(task.report), "overview", blocks=(plain(text),))
    places = (("heading", "overview"), ("text", "overview"))
    return Edit(document, one("GK107", *places), frozenset(("GK118",)), once=True)


@defect
def overview_general(task: Task) -> Edit:
    """Section one speaks of some places and many departments, never of the body; no number."""
    sentences = plain(
        "（一）主动公开。各级政府部门通过多渠道主动公开信息，公开意识普遍增强。",
        "（二）依申请公开。多数部门能在法定时限内答复，部分地区开通了在线申请平台。",
        "（三）政府信息管理。一些地区运用大数据、人工智能优化检索功能。",
        "（四）平台建设。部分地区开发了政务应用程序，不少单位开设了公众号。",
        "（五）监督保障。多数地方将公开工作纳入考核。",
    )
    blocks = tuple((sentence,) for sentence in sentences)
    document = with_section(document_of(task.report), "overview", blocks=blocks)
    return Edit(document, one("GK118", ("heading", "overview"), ("text", "overview")))


@defect
def award_of_last_year(task: Task) -> Edit:
    """What was reached last year, with its year, before this year's work: nothing is wrong."""
    text = task.report.voice(task.rng).pick(
        (
            "{p}年，{me}在{area}政务公开考核评估中被评为优秀单位。{y}年，{me}继续做好公开工作。",
            "继{p}年获评政务公开示范单位后，{y}年{me}持续巩固公开成效。",
            "在{p}年工作基础上，{y}年{me}进一步拓展公开渠道。",
        )
    )
    report = replace(task.report, intro=(plain(text),))
    return Edit(document_of(report), ())


@defect
def period_without_year_sign(task: Task) -> Edit:
    """20241月1日 for 2024年1月1日: it can only mean that, nothing more is wrong."""
    y = task.report.year
    text = f"本报告所列数据的统计期限为{y}1月1日至{y}年12月31日。"
    document = replace_marked(document_of(task.report), PERIOD, (Sentence(text, (PERIOD,)),))
    return Edit(document, (), optional=frozenset(("GK115",)), never=frozenset(("GK114",)))


@defect
def colon_before_list(task: Task) -> Edit:
    """A colon, and a list on lines of its own: nothing is wrong."""
    document = _telling(task, "management", "{me}重点做好以下工作：")
    blocks = section_of(document, "problems").blocks
    items = tuple(
        plain(text)
        for text in ("存在的问题有以下几个方面：", "一是解读形式不够多样；", "二是更新不够及时。")
    )
    document = with_section(document, "problems", blocks=(*items, *blocks))
    return Edit(document, (), never=frozenset(("GK704",)))
