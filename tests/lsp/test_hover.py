"""What is told of a place."""

from __future__ import annotations

import pytest
from lsprotocol import types

from gklint.lsp.hover import hover
from gklint.lsp.positions import offset_of
from tests.support.lsp_documents import at, checked
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, WRONG_SUM, changed

GRANTED = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 5 |"
PAGE = (ROOT / "docs/rules/GK303.md").as_uri()
RULE = f"""\
**GK303 applicants-sum**

表三“（一）予以公开”一行：自然人 2 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 \
+ 法律服务机构 0 + 其他 0 = 3 件，而总计写作 5 件，相差 2 件。最可能写错的是“总计”：应为 3。

查什么：表三某一行：各类申请人之和不等于总计

总计为自然人与五类法人或其他组织之和（国办公开办函〔2021〕30号；按已发布的报告验算；这是推算的，不是原话）

[规则说明]({PAGE})"""
CELL = """\
**表三“（一）予以公开”一行“总计”一列：5**

- （一）予以公开 5 + （二）部分公开 1 + 1.本机关不掌握相关政府信息 1 = 7 \
≠ （七）总计 5：不成立，相差 2
- 自然人 2 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 \
+ 其他 0 = 3 ≠ 总计 5：不成立，相差 2"""


def told(
    text: str, words: str, skip: int = 0, lang: str = "zh", *, plain: bool = False
) -> str | None:
    """What is shown at ``words``."""
    found = checked(text, lang=lang)
    place = offset_of(at(found, words, skip), found.file, found.units)
    shown = hover(found, place, plain=plain)
    if shown is None:
        return None
    assert isinstance(shown.contents, types.MarkupContent)
    return shown.contents.value


def test_a_finding_is_told_with_its_rule_and_basis_then_the_cell() -> None:
    assert f"{RULE}\n\n---\n\n{CELL}" == told(WRONG_SUM, GRANTED, len(GRANTED) - 3)


def test_both_ends_of_a_cell_belong_to_it() -> None:
    for skip in (10, 11):
        shown = told(WRONG_SUM, GRANTED, skip)
        assert shown
        assert shown.startswith("**表三“（一）予以公开”一行“自然人”一列：2**")


def test_a_cell_without_sums_is_told_alone() -> None:
    shown = told(CLEAN, "行政许可 | 36 |", 7)

    assert "**表二“行政许可”一行“本年处理决定数量”一列：36**" == shown


def test_a_relation_that_is_no_equation_is_told_too() -> None:
    shown = told(CLEAN, "规章 | 0 | 0 | 0 |", 5)
    assert shown

    assert shown.endswith("- 现行有效件数 0 - 本年制发件数 0 + 本年废止件数 0 ≥ 0：成立")


def test_a_sum_that_holds_says_so() -> None:
    shown = told(CLEAN, "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |", 10)
    assert shown

    assert "- 自然人 2 + 商业企业 1" in shown
    assert shown.endswith("= 总计 3：成立")


def test_a_sum_with_a_cell_without_a_number_names_the_cell() -> None:
    text = changed(
        ("二、上年结转政府信息公开申请数量 | 1 |", "二、上年结转政府信息公开申请数量 | / |")
    )
    shown = told(text, "二、上年结转政府信息公开申请数量 | / | 0", 23)
    assert shown

    assert shown.split("\n")[-1] == (
        "- 自然人 ？ + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = "
        "总计 1：无法判断：“二、上年结转政府信息公开申请数量”一行的“自然人”没有数字"
    )


def test_in_english_all_is_english_but_what_is_printed() -> None:
    shown = told(WRONG_SUM, GRANTED, len(GRANTED) - 3, "en")
    assert shown

    assert "finds: " in shown
    assert "**Table 3, row “（一）予以公开”, column “总计”: 5**" in shown
    assert "does not hold, the difference is 2" in shown


def test_plain_text_has_no_marks() -> None:
    shown = told(WRONG_SUM, GRANTED, len(GRANTED) - 3, plain=True)
    assert shown

    assert shown.startswith("GK303 applicants-sum\n\n表三")
    assert f"规则说明 {PAGE}" in shown


def test_what_stands_in_the_document_is_shown_and_not_interpreted() -> None:
    shown = told(changed(("新收政府信息公开申请5件", "新收政府信息公开申请八件")), "申请八件", 2)
    assert shown
    evil = told(CLEAN.replace("规章 | 0 | 0 | 0 |", "规章 | [a](b)<i>*x* | 0 | 0 |"), "[a](b)", 1)
    assert evil

    assert "[a](b)" not in evil
    assert "\\[a\\](b)\\<i\\>\\*x\\*" in evil


def test_nothing_is_told_of_running_text() -> None:
    assert told(CLEAN, "定期清理失效文件") is None


def test_nothing_is_told_of_what_is_no_report() -> None:
    assert hover(checked("值班表\n一月\n"), 6) is None


def test_a_cell_of_a_page_is_found_in_the_page() -> None:
    page = (ROOT / "examples/missing-row.html").read_text("utf-8")
    found = checked(page, "file:///a.html")
    (wrong,) = (item for item in found.diagnostics if item["code"] == "GK304")
    start = types.Position(**wrong["range"]["start"])
    shown = hover(found, offset_of(start, found.file, found.units))
    assert shown
    assert isinstance(shown.contents, types.MarkupContent)
    assert shown.range

    assert "**表四“行政复议”一行“总计”一列：2**" in shown.contents.value
    assert wrong["range"]["start"] == {
        "line": shown.range.start.line,
        "character": shown.range.start.character,
    }


@pytest.mark.parametrize("current", [True, False])
def test_a_range_is_given_only_for_the_text_as_it_is(current: bool) -> None:
    found = checked(WRONG_SUM)
    place = offset_of(at(found, GRANTED, 10), found.file, found.units)
    shown = hover(found, place, current=current)
    assert shown

    assert current == (shown.range is not None)
