"""Glosses, traditional characters and broken lines, and what they are mended to."""

from __future__ import annotations

import pytest

import gklint
from tests.support.fixes import check_page, fixes, mend, page, unmended
from tests.support.sample import changed

FEE = "2023年，本机关未收取信息处理费。"


# -- glosses, traditional characters -----------------------------------------------------------


def test_all_glosses_are_deleted() -> None:
    expected = "本機關以后未收取信息處理費。"

    assert expected == mend(FEE, "本機關(guān)以后(hou)未收取信息處（chǔ）理費(fèi)。", "GK701")


def test_what_can_be_no_reading_stays() -> None:
    expected = "本機關管线12公里(km)，服务号(app)，信箱(vip)。"

    assert expected == mend(FEE, expected.replace("關", "關(guān)"), "GK701")


def test_traditional_characters_become_simplified() -> None:
    assert "本机关未收取信息处理费。" == mend(FEE, "本機關未收取信息處理費。", "GK702")


def test_those_beside_each_other_in_the_file_are_one_change() -> None:
    (fix,) = fixes(gklint.check(changed((FEE, "本機關未收取信息處理費。"))), "GK702")

    assert [("機關", "机关"), ("處", "处"), ("費", "费")] == [each[1:] for each in fix.edits]


def test_markup_between_them_is_left_alone() -> None:
    html = page(changed((FEE, "本機關未收取信息處理費。"))).replace("機關", "機<b>關</b>")
    (fix,) = fixes(check_page(html), "GK702")

    assert [("機", "机"), ("關", "关")] == [each[1:] for each in fix.edits][:2]


def test_whether_a_fix_is_safe_is_what_its_rule_says() -> None:
    report = gklint.check(changed((FEE, "本機關(guān)未收取。")))

    assert [True] == [fix.safe for fix in fixes(report, "GK701")]
    assert [False] == [fix.safe for fix in fixes(report, "GK702")]


# -- broken lines --------------------------------------------------------------------------------


MANAGED = "严格落实信息发布审核制度，定期清理失效文件。"


@pytest.mark.parametrize(
    "between", ["\n", "\n\n", "  \n\n　　", "\r\n\r\n", "\r"], ids=lambda text: repr(text)
)
def test_a_broken_line_is_joined(between: str) -> None:
    printed = f"严格落实信息发布审核制度，定期清{between}理失效文件。"

    assert MANAGED == mend(MANAGED, printed, "GK704")


def test_a_line_is_not_joined_across_a_page_number() -> None:
    unmended(MANAGED, "严格落实信息发布审核制度，定期清\n— 3 —\n理失效文件。", "GK704")


def test_latin_words_are_not_run_together() -> None:
    unmended(MANAGED, "严格落实信息发布审核制度，定期清理 web\nserver 失效文件。", "GK704")


def test_paragraphs_of_a_page_are_not_joined() -> None:
    text = changed((MANAGED, "严格落实信息发布审核制度，定期清\n理失效文件。"))
    report = check_page(page(text))

    assert "GK704" in [found.code for found in report.diagnostics]
    assert [] == fixes(report, "GK704")
