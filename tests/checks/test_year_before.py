"""What has to follow from the report of the year before: GK601 and GK602."""

from __future__ import annotations

from functools import partial
from random import Random

import pytest
from hypothesis import given

from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.model.abstract import abstract_of
from gklint.model.county import Earlier, Lacking
from gklint.parse.report import parse
from gklint.ruleset.loading import load_rules
from gklint.ruleset.running import stated_in
from gklint.text.source import Source
from tests.generator import LAYOUTS, make_next, make_report, render
from tests.support.generated import SEEDS, SOME
from tests.support.sample import changed, last_year

pytestmark = pytest.mark.slow

LEFT = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
TAKEN = "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
STOCK_BEFORE = "行政规范性文件 | 1 | 0 | 11 |"
MANAGED = "严格落实信息发布审核制度，定期清理失效文件。"


def against(text: str, before: str, lang: str = "zh") -> Report:
    """The report of a text, compared with that of another, which is called 去年.txt."""
    rules = load_rules()
    document = parse(Source(before, "去年.txt"), rules.form)
    earlier = Earlier(abstract_of(document), stated=partial(stated_in, rules, document))
    return Linter(rules, lang=lang, earlier=lambda _: earlier).check(Source(text))


def found(report: Report) -> list[tuple[str, str, str]]:
    """Code, row and column of what is found in comparison with last year's."""
    return [
        (each.code, each.cell.row, str(each.cell.column))
        for each in report.diagnostics
        if each.code.startswith("GK60") and each.cell
    ]


def undecided(report: Report) -> list[tuple[str, str]]:
    return [(each.code, each.reason) for each in report.undecided]


# -- what was carried over -----------------------------------------------------------------------


def test_two_years_that_fit_together_are_clean() -> None:
    report = against(changed(), last_year())

    assert ((), ()) == (report.diagnostics, report.undecided)


def test_each_column_that_differs_is_a_finding_with_both_places() -> None:
    before = last_year((LEFT, "四、结转下年度继续办理 | 1 | 2 | 0 | 0 | 0 | 0 | 3 | ||"))
    report = against(changed(), before)
    commercial, total = report.diagnostics
    (note,) = commercial.related

    assert [
        ("GK601", "carried_in", "commercial"),
        ("GK601", "carried_in", "total"),
    ] == found(report)
    assert (
        "表三“二、上年结转政府信息公开申请数量”“商业企业”填了 0，而 2022 年报告（去年.txt）"
        "这一列结转下年度继续办理的是 2，两者应当相等。"
    ) == commercial.message
    assert "2022 年报告，表三“四、结转下年度继续办理”“商业企业”：2" == note.message
    assert ("去年.txt", "carried_out") == (note.path, note.cell and note.cell.row)
    assert () == commercial.suspects
    assert total.range
    assert TAKEN == report.source.text.split("\n")[total.range.start.line - 1]


def test_it_is_said_in_english_too() -> None:
    before = last_year((LEFT, "四、结转下年度继续办理 | 1 | 2 | 0 | 0 | 0 | 0 | 1 | ||"))

    assert [
        "Table 3, row “二、上年结转政府信息公开申请数量”, column “商业企业” has 0, but the report "
        "for 2022 (去年.txt) carried over 2 in this column; the two should be equal."
    ] == [each.message for each in against(changed(), before, "en").diagnostics]


def test_where_the_text_of_this_year_has_the_right_number_its_table_is_suspected() -> None:
    text = changed((TAKEN, "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 4 | ||"))
    (only,) = (each for each in against(text, last_year()).diagnostics if each.code == "GK601")
    (suspect,) = only.suspects

    assert ("carried_in", "total") == (suspect.cell.row, suspect.cell.column)
    assert (4, 1) == (suspect.actual, suspect.expected)
    assert only.message.endswith("一行的“总计”写作 4，应为 1。")  # as GK303 says before


def test_where_the_text_of_last_year_has_this_years_number_that_table_is_suspected() -> None:
    before = last_year((LEFT, "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 4 | ||"))
    (only,) = against(changed(), before).diagnostics

    assert () == only.suspects
    assert only.message.endswith(
        "两者应当相等；2022 年报告的正文也写作 1，看来是那一年的表填错了。"
    )


def test_where_each_text_agrees_with_its_own_table_neither_is_suspected() -> None:
    before = last_year(
        (LEFT, "四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||"),
        ("办结2件，结转下年1件", "办结2件，结转下年2件"),
    )
    report = against(changed(), before)

    assert [()] * 2 == [each.suspects for each in report.diagnostics]
    assert ["两者应当相等。"] * 2 == [each.message[-7:] for each in report.diagnostics]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            "四、结转下年度继续办理 | 1 | / | 0 | 0 | 0 | 0 | 1 | ||",
            "上年的报告（去年.txt）中，表三“四、结转下年度继续办理”“商业企业”空白或不是数字，无法对照",
        ),
        (
            "四、结转下年度继续办理 | 1 | 两 | 0 | 0 | 0 | 0 | 1 | ||",
            "上年的报告（去年.txt）中，表三“四、结转下年度继续办理”“商业企业”空白或不是数字，无法对照",
        ),
    ],
)
def test_a_cell_of_last_year_without_a_number_decides_nothing(row: str, reason: str) -> None:
    report = against(changed(), last_year((LEFT, row)))

    assert [] == found(report)
    assert [("GK601", reason)] == undecided(report)


def test_a_row_that_last_years_report_lacks_decides_nothing() -> None:
    report = against(changed(), last_year((LEFT + "\n", "")))

    assert [] == found(report)
    assert {"GK601"} == {code for code, _ in undecided(report)}
    assert (
        "上年的报告（去年.txt）中，表三没有“四、结转下年度继续办理”“总计”这一格，无法对照"
        == undecided(report)[-1][1]
    )


def test_a_blank_cell_of_this_year_decides_nothing() -> None:
    text = changed((TAKEN, "二、上年结转政府信息公开申请数量 | 1 | / | 0 | 0 | 0 | 0 | 1 | ||"))
    report = against(text, last_year())

    assert [] == found(report)
    assert (
        "GK601",
        "表三“二、上年结转政府信息公开申请数量”“商业企业”空白或不是数字，无法计算",
    ) in undecided(report)


def test_a_report_that_lacks_the_table_is_not_compared() -> None:
    text = changed()
    start, end = text.index("（本列数据的勾稽关系为"), text.index("四、政府信息公开行政复议")
    report = against(text[:start] + text[end:], last_year())

    assert [] == found(report)
    assert "GK601" not in [code for code, _ in undecided(report)]


# -- documents in force --------------------------------------------------------------------------


def test_documents_in_force_that_do_not_follow_are_a_finding_with_all_places() -> None:
    report = against(changed(), last_year((STOCK_BEFORE, "行政规范性文件 | 1 | 0 | 14 |")))
    (only,) = report.diagnostics

    assert [("GK602", "normative_documents", "in_force")] == found(report)
    assert "warning" == only.severity
    assert (
        "表二“行政规范性文件”一行：2022 年报告（去年.txt）现行有效 14 件，加本年制发 2 件，"
        "减本年废止 1 件，应为 15 件，而本年现行有效填了 12 件。请核对；如因清理等原因变化，"
        "请在正文中说明。"
    ) == only.message
    assert [("去年.txt", "in_force"), (None, "issued"), (None, "repealed")] == [
        (each.path, each.cell and each.cell.column) for each in only.related
    ]


@pytest.mark.parametrize(
    "said",
    [
        "经清理，现行有效的规范性文件有变化。",
        "开展行政规范性文件专项清理。",
        "对本机关制发的规范性文件进行了清理。",
        "组织清理规章和规范性文件。",
        "现行有效件数以本年度报告为准。",
        "3件规范性文件有效期届满失效。",
        "因机构改革，职责划转后文件一并接收。",
        "今年起统计口径有调整。",
    ],
)
def test_a_change_that_the_text_explains_is_none(said: str) -> None:
    text = changed((MANAGED, said))
    report = against(text, last_year((STOCK_BEFORE, "行政规范性文件 | 1 | 0 | 14 |")))

    assert [] == found(report)


def test_that_documents_are_reviewed_now_and_then_explains_nothing() -> None:
    assert MANAGED in changed()
    report = against(changed(), last_year((STOCK_BEFORE, "行政规范性文件 | 1 | 0 | 14 |")))

    assert [("GK602", "normative_documents", "in_force")] == found(report)


def test_where_the_text_has_the_right_stock_the_cell_is_suspected() -> None:
    text = changed((MANAGED, "现行有效行政规范性文件15件。"))
    report = against(text, last_year((STOCK_BEFORE, "行政规范性文件 | 1 | 0 | 14 |")))
    (only,) = (each for each in report.diagnostics if each.code == "GK602")

    assert [(12, 15)] == [(each.actual, each.expected) for each in only.suspects]


def test_where_last_years_text_has_the_right_stock_its_table_is_suspected() -> None:
    before = last_year(
        (STOCK_BEFORE, "行政规范性文件 | 1 | 0 | 14 |"),
        ("修订信息发布流程，", "现行有效行政规范性文件11件。修订信息发布流程，"),
    )
    (only,) = against(changed(), before).diagnostics

    assert () == only.suspects
    assert only.message.endswith("与 2022 年报告的正文相比则相符，看来是那一年的表填错了，请核对。")


@pytest.mark.parametrize(
    ("new", "old", "codes"),
    [("2021年", "2020年", ["GK601"]), ("2022年", "2021年", ["GK601", "GK602"])],
)
def test_documents_in_force_are_not_compared_where_another_form_was_right(
    new: str, old: str, codes: list[str]
) -> None:
    text = changed().replace("2023年", new)
    before = last_year(
        (STOCK_BEFORE, "行政规范性文件 | 1 | 0 | 14 |"),
        (LEFT, "四、结转下年度继续办理 | 9 | 0 | 0 | 0 | 0 | 0 | 1 | ||"),
    ).replace("2022年", old)

    assert codes == sorted(code for code, _, _ in found(against(text, before)))


# -- none to compare with ------------------------------------------------------------------------


def test_without_a_report_of_last_year_nothing_is_said() -> None:
    report = Linter(load_rules()).check(Source(changed()))

    assert ((), ()) == (report.diagnostics, report.undecided)


def test_where_none_could_be_found_that_is_undecided_once_for_each_rule_with_the_reason() -> None:
    why = Lacking("earlier.itself", {"file": "去年.txt"})
    report = Linter(load_rules(), earlier=lambda _: why).check(Source(changed()))

    assert () == report.diagnostics
    assert report.alone
    assert {"作为上年报告给出的 去年.txt 就是这份报告，没有与上年对照"} == {
        reason for _, reason in undecided(report)
    }
    assert {"GK601", "GK602"} <= {code for code, _ in undecided(report)}


# -- generated reports ---------------------------------------------------------------------------


@SOME
@given(seed=SEEDS)
def test_generated_years_of_one_body_fit_together(seed: int) -> None:
    rng = Random(seed)
    first = make_report(rng, of_2019=rng.random() < 0.2)
    texts = [render(each, rng.choice(LAYOUTS), rng).text for each in (make_next(rng, first), first)]
    report = against(*texts)

    assert [] == found(report)
    assert [] == [code for code, _ in undecided(report) if code.startswith("GK60")]


@SOME
@given(seed=SEEDS)
def test_a_generated_fault_is_found_at_its_cell(seed: int) -> None:
    rng = Random(seed)
    first = make_report(rng, of_2019=rng.random() < 0.2)
    following = render(make_next(rng, first), rng.choice(LAYOUTS), rng).text
    column = rng.choice(("natural_person", "commercial", "legal", "total"))
    key = ("requests", "carried_out", column)
    more = first.numbers.counts[key] + rng.randint(1, 9)
    wrong = first.__class__(**{**vars(first), "numbers": first.numbers.with_counts({key: more})})
    report = against(following, render(wrong, rng.choice(LAYOUTS), rng).text)

    assert [("GK601", "carried_in", column)] == found(report)
