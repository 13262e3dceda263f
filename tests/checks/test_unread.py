"""Tables of which too much cannot be read, because nothing marks their cells."""

from __future__ import annotations

import re

import pytest

import gklint
from tests.support.sample import changed

FIRST, LAST = "一、本年新收", "四、结转下年度"


def loose(broken: int, *, altered: bool = False) -> str:
    """The sample with table three as a page without borders gives it; so many rows are broken."""
    lines, left, inside = [], broken, False
    for line in changed().splitlines():
        inside = inside or line.startswith(FIRST)
        if inside and "|" in line:
            cells = [each.strip() for each in line.rstrip("| ").split("|")]
            labels, values = [each for each in cells[:-7] if each], cells[-7:]
            if left and labels[-1][0].isdigit():
                left -= 1
                labels, values = (["予处理", *labels], values) if altered else (labels, values[:-1])
            line = " ".join([*labels, *values])
        inside = inside and not line.startswith(LAST)
        lines.append(line)
    return "\n".join(lines) + "\n"


def codes(text: str) -> list[str]:
    return [each.code for each in gklint.check(text).diagnostics]


def test_a_table_that_only_blanks_part_is_read() -> None:
    assert [] == codes(loose(0))


@pytest.mark.parametrize("altered", [False, True], ids=["values lost", "words of other cells"])
def test_a_table_is_unread_if_more_than_a_quarter_of_its_rows_is(altered: bool) -> None:
    assert ["GK215"] == codes(loose(7, altered=altered))


def test_up_to_a_quarter_each_row_is_told() -> None:
    assert ["GK205"] * 6 == codes(loose(6))


def test_the_finding_says_how_much_and_stands_at_the_table() -> None:
    text = loose(7)
    (found,) = gklint.check(text).diagnostics

    assert found.message.startswith("表三有 7 行（共 25 行）读不出来：")
    assert found.range
    assert "本列数据的勾稽关系" in text.splitlines()[found.range.start.line - 1]


def test_a_table_with_marked_cells_is_never_unread() -> None:
    lines = changed().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(FIRST))
    whole = "\n".join(lines[: at + 2] + lines[at + 20 :]) + "\n"

    assert "GK215" not in codes(whole)


TORN = """（六）其他
2.申请人逾期未按收费通知要求缴纳费
处理
用、行政机关不再处理其政府信息公开申请
1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
{values}
3.其他
（七）总计
四、结转下年度继续办理
"""


def torn(words: str) -> str:
    """The sample without marks, the last rows of table three as ``words`` and then all values."""
    text = loose(0)
    start, end = text.index("（六）其他处理"), text.index("四、政府信息公开行政复议")
    values = "\n".join(re.findall(r"(?<= )\d+", text[start:end]))
    return text[:start] + words.format(values=values) + text[end:]


def test_a_few_rows_are_unread_if_their_words_are_there_but_not_together() -> None:
    assert ["GK215"] == codes(torn(TORN))


def test_words_that_are_not_there_the_author_left_out() -> None:
    assert "GK202" in codes(torn(TORN.replace("收费通知", "通知")))


DISPUTES = (
    changed().partition("四、政府信息公开行政复议、行政诉讼情况\n")[2].partition("五、存在")[0]
)


@pytest.mark.parametrize(("numbers", "expected"), [(8, "GK215"), (7, "GK201")])
def test_numbers_without_any_label_are_a_table_that_is_unread(numbers: int, expected: str) -> None:
    scattered = "\n".join(["维持结", "正纠结", *["0"] * numbers]) + "\n"

    assert [expected] == codes(changed((DISPUTES, scattered)))


def test_of_a_table_that_is_unread_all_rows_are_counted() -> None:
    (found,) = gklint.check(changed((DISPUTES, "维持结\n" + "0 1\n" * 8))).diagnostics

    assert "表四有 3 行（共 3 行）读不出来" in found.message
    assert found.range is not None
    assert 55 == found.range.start.line


def test_line_breaks_of_a_converter_in_most_cells_make_a_table_unread() -> None:
    row = re.compile(r"(\d\.[^|\n]{2,9}[^|\n]*) \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \|")
    text = row.sub(lambda match: f"{'<br>'.join(match[1])} | 0<br>0{' | 0' * 6} |", changed(), 9)

    assert ["GK215"] == codes(text)


def test_a_few_line_breaks_do_not() -> None:
    text = changed(("2.重复申请 | 0 | 0 |", "2.重复<br>申请 | 0 | 0 | 0 |"))

    assert ["GK205"] == codes(text)


@pytest.mark.parametrize(
    ("more", "expected"), [(-3, "GK215"), (-2, "GK205"), (1, "GK205"), (2, "GK205"), (3, "GK215")]
)
def test_one_or_two_values_too_many_or_too_few_in_one_line_may_be_the_author_s(
    more: int, expected: str
) -> None:
    row = next(line for line in changed().splitlines() if re.fullmatch(r"[\d |]{40,}", line))
    values = (re.findall(r"\d+", row) + ["0"] * 3)[: 15 + more]

    assert [expected] == codes(changed((row, "\n".join(values))))
