"""A text that is last year's again."""

from __future__ import annotations

import pytest

from gklint.checks.texts import common_to, own_text
from gklint.findings.diagnostics import Diagnostic, UndecidedCheck
from gklint.findings.report import Report
from gklint.form.bodies import Template
from gklint.linter import Linter
from gklint.model.county import Earlier, Lacking
from gklint.text.likeness import Names
from gklint.text.source import Source
from tests.support.counties import abstract, rules
from tests.support.sample import CLEAN, changed

BEFORE = CLEAN.replace("2023", "2022")
ANEW = changed(
    (
        "全年主动公开政府信息120条，其中网站公开80条，其他渠道公开40条。",
        "围绕防汛抗旱和饮水安全，发布水情预警和水质检测结果120条。",
    ),
    (
        "严格落实信息发布审核制度，定期清理失效文件。",
        "把历年文件逐件登记到电子台账，注明是否有效和能否公开。",
    ),
    (
        "做好网站专栏维护，优化检索功能。",
        "撤并三个长期不更新的账号，信息集中到县政府门户网站发布。",
    ),
    (
        "组织业务培训两次，主动接受社会评议，未发生责任追究情形。",
        "请法律顾问讲解答复文书的写法，抽查的答复书全部合格。",
    ),
    (
        "一是政策解读的形式还不够丰富；二是个别栏目更新不够及时。"
        "下一步将增加图解和视频解读，并按月检查栏目更新情况。",
        "水库水质的数据公布得偏晚，群众要等一个多月。明年起改为每周公布一次，并在村务栏里张贴。",
    ),
)


def checked(text: str, earlier: Earlier | Lacking | None, lang: str = "zh") -> Report:
    return Linter(rules(), lang=lang, earlier=lambda _: earlier).check(Source(text, "a.txt"))


def before(text: str = BEFORE, common: frozenset[str] = frozenset()) -> Earlier:
    return Earlier(abstract(text, "old/a.txt"), common)


def copied(report: Report) -> list[Diagnostic]:
    return [each for each in report.diagnostics if each.code == "GK603"]


def undecided(report: Report) -> list[UndecidedCheck]:
    return [each for each in report.undecided if each.code == "GK603"]


def test_last_years_text_with_other_years_is_found() -> None:
    (found,) = copied(checked(CLEAN, before()))

    assert (
        "正文有 100% 与上年的报告相同或几乎相同（只改了年份和数字的也算，格式规定的话不算），"
        "请按本年的情况重写。"
    ) == found.message
    assert found.range is not None
    assert 6 == found.range.start.line


def test_the_passages_are_shown_in_both_files() -> None:
    (found,) = copied(checked(CLEAN, before()))
    first = "全年主动公开政府信息120条，其中网站公开80条…"
    second = "一是政策解读的形式还不够丰富；二是个别栏目更新不…"

    assert [
        (f"另一份报告里的这一段（5 句）：{first}", "old/a.txt"),
        (f"相同的另一段（3 句）：{second}", None),
        (f"另一份报告里的这一段（3 句）：{second}", "old/a.txt"),
    ] == [(each.message, each.path) for each in found.related]


def test_years_and_dates_that_stayed_are_named() -> None:
    day = ("组织业务培训两次", "2022年组织业务培训，其中6月12日一次")
    text = changed(day)
    (found,) = copied(checked(text, before(replaced(BEFORE, *day))))

    assert "连上年的“2022年、6月12日”也照样留着" in found.message


def replaced(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize("said", ["2019年修订的条例", "每年1月31日前", "截至12月31日", "2023年6月"])
def test_years_and_dates_that_may_stay_are_not_named(said: str) -> None:
    line = ("组织业务培训两次", f"{said}组织业务培训两次")
    (found,) = copied(checked(changed(line), before(replaced(BEFORE, *line))))

    assert "照样留着" not in found.message


def test_a_text_written_anew_is_not_flagged() -> None:
    assert [] == copied(checked(ANEW, before()))
    assert [] == undecided(checked(ANEW, before()))


def test_what_many_bodies_write_does_not_count() -> None:
    earlier = before()
    text = own_text(earlier.report, rules().form, Names(["青石县水务局"]))
    report = checked(
        CLEAN, earlier._replace(common=common_to([text] * 10, Template(percent=20, bodies=10)))
    )

    assert [] == copied(report)
    assert ["除去格式规定的话和各单位都写的话，正文只有 0 个字，太少，不能断定是不是雷同"] == [
        each.reason for each in undecided(report)
    ]


@pytest.mark.parametrize("said", ["", "无。", "全年主动公开政府信息若干条，均按规定发布。"])
def test_too_little_text_is_undecided(said: str) -> None:
    start, end = CLEAN.index("（一）主动公开"), CLEAN.index("二、主动公开政府信息情况")
    report = checked(CLEAN[:start] + said + CLEAN[end:], before())

    assert [] == copied(report)
    assert 1 == len(undecided(report))


def test_without_last_years_report_the_rule_does_not_apply() -> None:
    assert [] == copied(checked(CLEAN, None))
    assert [] == undecided(checked(CLEAN, None))


def test_why_there_is_none_is_said() -> None:
    lacking = Lacking("texts.short", {"size": 0})

    assert 1 == len(undecided(checked(CLEAN, lacking)))


def test_it_is_said_in_english_too() -> None:
    (found,) = copied(checked(CLEAN, before(), "en"))

    assert found.message.startswith("100% of the text is that of the report of the year before")


def test_a_text_in_another_script_is_compared_too() -> None:
    other = "Отчёт о раскрытии информации за год составлен в срок и опубликован. " * 5
    line = "做好网站专栏维护，优化检索功能。"
    (found,) = copied(checked(changed((line, other)), before(replaced(BEFORE, line, other))))

    assert "100%" in found.message
