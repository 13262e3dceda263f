"""A report that its file holds more than once."""

from __future__ import annotations

import pytest

from gklint.docs import sample_text
from gklint.model.document import Document, Element, Wrong
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.tokens import form

SAMPLE = sample_text()
TITLE, _, UNTITLED = SAMPLE.partition("\n")
LINES = SAMPLE.splitlines(keepends=True)
NO_TABLES = "".join(line for line in LINES if "|" not in line)
ONE_LINE = SAMPLE.replace("|", "").replace("\n", " ")
WRONG = SAMPLE.replace("（一）予以公开 | 2", "（一）予以公开 | 9")
TABLES = SAMPLE[SAMPLE.index("二、主动") : SAMPLE.index("五、存在")]
TOP = SAMPLE[: SAMPLE.index("二、主动")]


def read(text: str) -> Document:
    return parse(Source(text), form())


def copies(text: str) -> list[tuple[str, int]]:
    """The headings with which copies begin that are not read, and their lines."""
    document = read(text)
    return [
        (each.printed, document.source.position(each.span.start).line)
        for each in document.deviations
        if (each.wrong, each.element) == (Wrong.DOUBLED, Element.REPORT)
    ]


def others(text: str) -> list[tuple[Wrong, Element]]:
    """All else that differs from the form."""
    found = read(text).deviations
    return [(each.wrong, each.element) for each in found if each.element is not Element.REPORT]


FIRST = "一、总体情况"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAMPLE, []),
        (SAMPLE + SAMPLE, [(FIRST, 68)]),
        (SAMPLE + "\n" + UNTITLED, [(FIRST, 68)]),
        (SAMPLE + SAMPLE + SAMPLE, [(FIRST, 68), (FIRST, 131)]),
        (NO_TABLES + SAMPLE, [(FIRST, 5)]),
        (SAMPLE + NO_TABLES, [(FIRST, 68)]),
        (SAMPLE + TABLES, [("二、主动公开政府信息情况", 64)]),
        (TOP + "二、主动公开政府信息情况\n" + SAMPLE, [(FIRST, 5)]),
        (ONE_LINE + "\n" + SAMPLE, [(FIRST, 1)]),
        (SAMPLE + ONE_LINE, [(FIRST, 64)]),
    ],
    ids=[
        *("once", "twice", "no_title_again", "three_times", "preview_above", "preview_below"),
        *("tables_again", "beginning_above", "line_above", "line_below"),
    ],
)
def test_each_copy_that_is_not_read_is_one_difference(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert (expected, []) == (copies(text), others(text))
    assert list(form().structure.tables) == list(read(text).tables)


@pytest.mark.parametrize("text", [WRONG + SAMPLE, WRONG + NO_TABLES, NO_TABLES + WRONG])
def test_the_copy_that_is_read_is_the_first_whole_one(text: str) -> None:
    assert 9 == read(text).tables["requests"].number("granted", "natural_person")


def test_a_copy_with_text_is_more_whole_than_one_of_headings_and_tables() -> None:
    bare = "".join(line for line in LINES if "。" not in line)
    text = bare + SAMPLE

    assert [(FIRST, 2)] == copies(text)
    assert not read(text).sections["problems"].silent


def test_what_stands_above_a_copy_without_a_title_is_its_front() -> None:
    bare = "".join(line for line in LINES if "。" not in line)
    document = read(bare + UNTITLED)

    assert "2023年1月1日至2023年12月31日" in document.preamble[1].text


def test_the_other_copy_is_left_alone() -> None:
    other = SAMPLE.replace("定期清理失效文件", "定期清理失效文檔")

    assert ((), 1) == (read(SAMPLE + other).traditional, len(read(other).traditional))
    assert len(SAMPLE) - 1 == read(SAMPLE + other).last_line.end


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (NO_TABLES + TABLES, 3),  # neither is whole
        (SAMPLE + "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n", 2),
        (SAMPLE + "一、总体情况\n", 1),
    ],
)
def test_some_sections_that_come_again_are_no_copy(text: str, headings: int) -> None:
    doubled = [each for each in others(text) if each == (Wrong.DOUBLED, Element.HEADING)]

    assert ([], headings) == (copies(text), len(doubled))


def test_a_sentence_that_lists_the_sections_is_no_copy() -> None:
    listed = "".join(f"{heading}。" for heading in _headings())
    long = f"本报告由六个部分组成。{listed}"

    assert [] == copies(SAMPLE.replace("所列数据的", long + "所列数据的"))


def _headings() -> list[str]:
    structure = form().structure
    return [structure.printed[each] for each in structure.sections]
