"""Headings with the number of a list, or of another kind."""

from __future__ import annotations

import re

import pytest

from gklint.docs import sample_text
from gklint.model.document import Document, Wrong
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.tokens import form

NUMBERS = {
    "1、": "1、 2、 3、 4、 5、 6、",
    "1.": "1. 2. 3. 4. 5. 6.",
    "1．": "１． ２． ３． ４． ５． ６．",
    "(1)": "(1) (2) (3) (4) (5) (6)",
    "（一）": "（一） （二） （三） （四） （五） （六）",
    "①": "① ② ③ ④ ⑤ ⑥",
    "①、": "①、 ②、 ③、 ④、 ⑤、 ⑥、",
    "⑴": "⑴ ⑵ ⑶ ⑷ ⑸ ⑹",
    "⒈": "⒈ ⒉ ⒊ ⒋ ⒌ ⒍",
    "㈠": "㈠ ㈡ ㈢ ㈣ ㈤ ㈥",
    "㊀": "㊀ ㊁ ㊂ ㊃ ㊄ ㊅",
    "❶": "❶ ❷ ❸ ❹ ❺ ❻",
    "壹、": "壹、 贰、 叁、 肆、 伍、 陆、",
    "甲、": "甲、 乙、 丙、 丁、 戊、 己、",
    "（甲）": "（甲） （乙） （丙） （丁） （戊） （己）",
    "子、": "子、 丑、 寅、 卯、 辰、 巳、",
    "Ⅰ、": "Ⅰ、 Ⅱ、 Ⅲ、 Ⅳ、 Ⅴ、 Ⅵ、",
    "I.": "I. II. III. IV. V. VI.",
    "A.": "A. B. C. D. E. F.",
    "第1部分": "第1部分: 第2部分: 第3部分: 第4部分: 第5部分: 第6部分:",
    "第一章": "第一章 第二章 第三章 第四章 第五章 第六章",
}
MARKS = {
    "plain": "{}",
    "ATX": "## {}",
    "setext": "{}\n----",
    "bold": "**{}**",
    "underscores": "__{}__",
    "quoted": "> {}",
    "tags": "<u>{}</u>",
    "closed": "## {} ##",
}
HEADING = re.compile(
    r"(?m)^[一二三四五六]、(?=总体|主动公开政府|收到|政府信息公开行|存在|其他需)(.*)$"
)


def numbered(numbers: str, marks: str) -> str:
    """The sample with its headings numbered and marked in another way."""
    given = iter(NUMBERS[numbers].split())
    return HEADING.sub(lambda match: MARKS[marks].format(next(given) + match[1]), sample_text())


def read(text: str) -> Document:
    return parse(Source(text), form())


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_heading_is_known_by_its_words_whatever_its_number(numbers: str, marks: str) -> None:
    document = read(numbered(numbers, marks))

    assert list(form().structure.sections) == list(document.sections)
    assert [Wrong.RENUMBERED] * 6 == [each.wrong for each in document.deviations]
    assert list(form().structure.tables) == list(document.tables)


def test_it_is_shown_with_its_number() -> None:
    document = read(numbered("甲、", "underscores"))

    assert "甲、总体情况" == document.deviations[0].printed


@pytest.mark.parametrize(
    "line", ["己方总体情况良好", "甲、总体情况如下", "第总体情况", "xx总体情况"]
)
def test_other_words_before_or_behind_a_heading_make_none(line: str) -> None:
    document = read(sample_text().replace("一、总体情况", line))

    assert "overview" not in document.sections
