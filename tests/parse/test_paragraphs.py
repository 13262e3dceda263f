"""Lines of running text that make paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.parse.paragraphs import goes_on
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_paragraphs

LONG = "全年公开政府信息的情况总的来看都比较好的"


@snippets("paragraphs")
def test_lines_are_joined_to_paragraphs(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_paragraphs)


@pytest.mark.parametrize("mark", '。!?;:”"》)】>…')
def test_a_mark_ends_a_paragraph(mark: str) -> None:
    assert not goes_on(LONG + mark, "各项工作平稳推进。")


@pytest.mark.parametrize("mark", ["", ",", "、", "(", "《", "“", "1"])
def test_a_long_line_without_a_mark_goes_on(mark: str) -> None:
    assert goes_on(LONG + mark, "各项工作平稳推进。")


@pytest.mark.parametrize(
    "text",
    [
        *("#甲", ">甲", "*甲", "•甲", "·甲", "-甲", " # 甲"),
        *("一、甲", "十一、甲", "(二)甲", "三)甲", "一是甲", "十是甲"),
        *("1.甲", "12、甲", "3)甲", "(4)甲"),
    ],
)
def test_a_mark_of_a_list_begins_a_paragraph(text: str) -> None:
    assert not goes_on(LONG, text)


@pytest.mark.parametrize("text", ["甲、乙", "一甲", "十一是甲", "1甲", "123.甲"])
def test_other_beginnings_go_on(text: str) -> None:
    assert goes_on(LONG, text)


@pytest.mark.parametrize("text", [*"年月日件条元项个名次份"])
def test_what_is_counted_goes_on_after_its_number(text: str) -> None:
    assert goes_on("收到5", text)
    assert not goes_on("收到五", text)


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("共计:", "12件", True),
        ("共计:", "(12)件", True),
        ("共计:", "+12", True),
        ("共计:", "十二件", False),
        ("一、公开政府信息的情况总的来看都比较好", "各项", False),
        ("一、公开政府信息的情况,总的来看都比较好", "各项", False),
        ("一、公开政府信息的情况5条,总的来看都比较好", "各项", True),
        ("一、公开政府信息的情况,总的来看都比较好并", "各项", True),
        ("一是。公开政府信息的情况总的来看都比较好", "各项", True),
        ("短行", "各项工作平稳推进很好了。", True),
        ("短行", "各项工作平稳推进很好了的。", False),
        ("短行", "各项工作", False),
        ("改进措施", "公开目录。", False),
        ("存在的主要问题", "图解少。", False),
    ],
)
def test_a_line_goes_on_by_its_end_and_what_follows(
    line: str, following: str, expected: bool
) -> None:
    assert expected is goes_on(line, following)
