"""Quotation marks, numbers and brackets, and what they are mended to."""

from __future__ import annotations

import pytest

import gklint
from tests.support.checking import messages
from tests.support.fixes import applied, check_page, fixes, mend, mended, page, silent, unmended
from tests.support.sample import changed

FEE = "2023年，本机关未收取信息处理费。"
NEW = "一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||"
LICENCES = "行政许可 | 36 | ||"


# -- quotation marks -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("推进“互联网+政务〞公开。", "推进“互联网+政务”公开。"),
        ("推进〝互联网+政务〞公开。", "推进“互联网+政务”公开。"),
        ("推进＂政务公开＂，做好＂解读＂。", "推进“政务公开”，做好“解读”。"),
        ('推进"政务公开"，做好"解读"。', "推进“政务公开”，做好“解读”。"),
        ('推进"互联网+"，公开。', "推进“互联网+”，公开。"),
        ("推进“甲〞、“乙”、“丙〞。", "推进“甲”、“乙”、“丙”。"),
        ('推进"甲"和“乙”。', "推进“甲”和“乙”。"),
        ('推进“甲"。', "推进“甲”。"),
        ('他说："好。"另有 "web" 一栏。', '他说：“好。”另有 "web" 一栏。'),
    ],
)
def test_quotation_marks_are_put_right(printed: str, expected: str) -> None:
    assert expected == mend(FEE, printed, "GK703")


@pytest.mark.parametrize(
    "printed",
    [
        '推进"政务公开。',
        '推进"甲"和"乙。',
        '推进“甲"乙"丙”。',
        "推进〞甲〞。",
        "推进〞甲〝。",
        '配备21"显示器和24"显示器。',
        '推进"，甲"。',
        '见[年报](https://example.org/a "年报")。',
        '见<abbr title="年报">链接</abbr>。',
    ],
)
def test_where_it_cannot_be_told_what_opens_no_quotation_mark_is_changed(printed: str) -> None:
    unmended(FEE, printed, "GK703")


def test_those_in_the_tag_of_a_link_are_none_of_the_text() -> None:
    assert [] == messages(changed((FEE, '见<a title="年报">链接</a>。')), "GK703")


def test_paragraphs_are_looked_at_one_by_one() -> None:
    text = changed((FEE, '推进"甲。\n推进"乙"。'))

    assert changed((FEE, '推进"甲。\n推进“乙”。')) == applied(gklint.check(text), "GK703")


def test_quotation_marks_on_both_sides_of_a_broken_line_belong_together() -> None:
    old = "定期清理失效文件。"
    new = '定期清理"已经失效或者不再\n\n适用"的文件。'

    assert "定期清理“已经失效或者不再\n\n适用”的文件。" == mend(old, new, "GK703")


def test_all_wrong_quotation_marks_are_counted() -> None:
    (message,) = messages(changed((FEE, '推进"互联网+"，做好“解读〞。')), "GK703")

    assert '全文有 3 处引号用得不对（如“"”），应为“ ”。' == message


def test_quotation_marks_written_as_entities_have_no_fix() -> None:
    html = page(changed((FEE, '推进"甲"。')))
    entities = check_page(html.replace('"', "&quot;"))

    assert html.replace('"甲"', "“甲”") == applied(check_page(html), "GK703")
    assert "GK703" in [found.code for found in entities.diagnostics]
    assert [] == fixes(entities, "GK703")


# -- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "printed", "expected"),
    [
        (LICENCES, "行政许可 | ３６ | ||", LICENCES),
        (LICENCES, "行政许可 | 3 6 | ||", LICENCES),
        (LICENCES, "行政许可 | ３\u00a0６ | ||", LICENCES),
        (LICENCES, "行政许可 | 3\u200b6 | ||", LICENCES),
        (LICENCES, "行政许可 | １，２ ３６ | ||", "行政许可 | 1,236 | ||"),
        (LICENCES, "行政许可 | ３６（其中 １２ 件） | ||", "行政许可 | 36（其中 12 件） | ||"),
        ("行政事业性收费 | 15.62 | ||", "行政事业性收费 | １５．６ ２ | ||", None),
        ("行政事业性收费 | 15.62 | ||", "行政事业性收费 | 15. 62 | ||", None),
        (FEE, "２０２３年，本机关未收取信息处理费。", FEE),
        (FEE, "2０２3年，本机关未收取信息处理费。", FEE),
    ],
)
def test_numbers_become_half_width_and_lose_their_blanks(
    old: str, printed: str, expected: str | None
) -> None:
    assert (expected or old) == mend(old, printed, "GK709")


def test_a_number_is_read_the_same_before_and_after() -> None:
    text = changed((NEW, NEW.replace("4", "４").replace("1", "１").replace("5", "５")))
    report = gklint.check(text)
    new = gklint.check(mended(text, "GK709"))

    assert ["GK709"] == [found.code for found in report.diagnostics]
    assert report.document
    assert new.document
    assert report.document.tables["requests"].numbers == new.document.tables["requests"].numbers


@pytest.mark.parametrize(
    ("old", "printed"),
    [
        (LICENCES, "行政许可 | 1 036 | ||"),
        (LICENCES, "行政许可 | 36 件 | ||"),
        (LICENCES, "行政许可 |  36  | ||"),
        (LICENCES, "行政许可 | 36 （其中 1 2 件） | ||"),
        (NEW, "一、本年新收政府信息公开申请数量 | 4 1 | | 0 | 0 | 0 | 0 | 5 | ||"),
        (NEW, "一、本年新收政府信息公开申请数量 | 4 | 1 0 | 0 | 0 | 0 | 0 | 5 | ||"),
        (FEE, "（１）２号楼３层。" + FEE),
    ],
)
def test_other_blanks_and_digits_are_left_alone(old: str, printed: str) -> None:
    silent(old, printed, "GK709")


def test_numbers_are_counted_once_for_the_file() -> None:
    text = changed(
        (LICENCES, "行政许可 | ３６件 | ||"), (FEE, "２０２３年，本机关未收取信息处理费。")
    )
    (message,) = messages(text, "GK709")

    expected = (
        "有 2 个数字用了全角、带了圈或者中间夹着空格（如“３６件”），应为半角、不带圈、中间不空格。"
    )
    assert expected == message


# -- brackets ------------------------------------------------------------------------------------


BASIS = "（国办公开办函〔2021〕30号）"
GRANTED = "三、本年度办理结果 | （一）予以公开 |"
PLATFORM = "（四）政府信息公开平台建设。"


@pytest.mark.parametrize("pair", ["[]", "［］", "()", "（）", "【】", "﹝﹞", "〔]", "[〕"])
def test_the_year_of_a_document_number_gets_its_brackets(pair: str) -> None:
    printed = f"（国办公开办函{pair[0]}2021{pair[1]}30号）"

    assert BASIS == mend(BASIS, printed, "GK710")


@pytest.mark.parametrize(
    ("old", "printed"),
    [
        (GRANTED, "三、本年度办理结果 | (一)予以公开 |"),
        (GRANTED, "三、本年度办理结果 | （一)予以公开 |"),
        (PLATFORM, "(四)政府信息公开平台建设。"),
        (PLATFORM, "(四）政府信息公开平台建设。"),
        (GRANTED, "三、本年度办理结果 | (一) 予以公开 |"),  # as zhlint writes it
        (PLATFORM, "(四)  政府信息公开平台建设。"),
    ],
)
def test_the_number_of_a_row_or_sub_heading_gets_its_brackets(old: str, printed: str) -> None:
    assert old == mend(old, printed, "GK710")


def test_marks_and_blanks_before_the_number_stay() -> None:
    printed = "　　### **(四)政府信息公开平台建设。**"

    assert "　　### **（四）政府信息公开平台建设。**" == mend(PLATFORM, printed, "GK710")


@pytest.mark.parametrize(
    "printed",
    [
        "依据条例第二十条第\n(一)项公开。",
        "一是(一)类事项，二是(二)类事项。",
        "见[2021](https://example.org/30号)。",
        "见[通知](https://example.org/函[2021]30号.html)。",
        "见 https://example.org/函(2021)30号 。",
        "全年（2021）公开 12 条，长 30 公里(km)。",
        "（2021）京01行终30号判决。",
    ],
)
def test_brackets_of_running_text_are_left_alone(printed: str) -> None:
    silent(FEE, printed + "\n" + FEE, "GK710")


def test_a_number_in_a_circle_is_taken_out_of_it() -> None:
    assert "行政处罚 | 3 | ||" == mend("行政处罚 | 3 | ||", "行政处罚 | ③ | ||", "GK709")
