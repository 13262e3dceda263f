"""How the number of a list is written."""

from __future__ import annotations

import pytest

from gklint.formats.docx.numbering import formatted


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 9 10 11 20 21 99 100"),
        ("decimalZero", "01 02 09 10 11 20 21 99 100"),
        ("decimalFullWidth", "１ ２ ９ １０ １１ ２０ ２１ ９９ １００"),
        ("decimalEnclosedCircle", "① ② ⑨ ⑩ ⑪ ⑳ ㉑ 99 100"),
        ("decimalEnclosedCircleChinese", "① ② ⑨ ⑩ ⑪ ⑳ ㉑ 99 100"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑼ ⑽ ⑾ ⒇ 21 99 100"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒐ ⒑ ⒒ ⒛ 21 99 100"),
        ("chineseCounting", "一 二 九 十 十一 二十 二十一 九十九 一百"),
        ("chineseCountingThousand", "一 二 九 十 十一 二十 二十一 九十九 一百"),
        ("taiwaneseCountingThousand", "一 二 九 十 十一 二十 二十一 九十九 一百"),
        ("japaneseCounting", "一 二 九 十 十一 二十 二十一 九十九 一百"),
        ("ideographDigital", "一 二 九 一〇 一一 二〇 二一 九九 一〇〇"),
        ("ideographTraditional", "甲 乙 壬 癸 11 20 21 99 100"),
        ("chineseLegalSimplified", "壹 贰 玖 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰"),
        ("lowerLetter", "a b i j k t u uuuu vvvv"),
        ("upperLetter", "A B I J K T U UUUU VVVV"),
        ("lowerRoman", "i ii ix x xi xx xxi xcix c"),
        ("upperRoman", "I II IX X XI XX XXI XCIX C"),
        ("none", "        "),
        ("unknownFormat", "1 2 9 10 11 20 21 99 100"),
    ],
)
def test_numbers_are_printed_as_their_format_says(form: str, expected: str) -> None:
    assert expected == " ".join(
        formatted(number, form) for number in (1, 2, 9, 10, 11, 20, 21, 99, 100)
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [(101, "一百零一"), (110, "一百一十"), (1001, "一千零一"), (0, "〇"), (12345, "一二三四五")],
)
def test_large_numbers_in_chinese(number: int, expected: str) -> None:
    assert expected == formatted(number, "chineseCounting")
