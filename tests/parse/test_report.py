"""From a text to the model of the report in it."""

from __future__ import annotations

import pytest

from gklint.docs import sample_text
from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.text.source import Markup, Segment, Source, Span
from tests.support.tokens import form

TITLE = "云岭县民政局2023年政府信息公开工作年度报告\n"
PERIOD = "统计期限自2023年1月1日起至2023年12月31日止。\n"
LATER = "统计期限自2022年2月1日起至2022年11月30日止。\n"


def read(text: str) -> Document:
    return parse(Source(text), form())


def printed(document: Document, *spans: Span) -> list[str]:
    return [document.source.text[slice(*span)] for span in spans]


def test_the_sample_is_read_whole() -> None:
    document = read(sample_text())

    assert () == document.deviations
    assert list(form().structure.sections) == list(document.sections)
    assert list(form().structure.tables) == list(document.tables)
    assert "2021" == document.version
    assert document.title is not None
    assert (document.agency, document.year) == (document.title.agency, document.title.year)
    assert all(name == section.name for name, section in document.sections.items())
    assert all(name == table.name for name, table in document.tables.items())


def test_the_preamble_goes_on_below_the_first_heading() -> None:
    text = TITLE + "甲。\n一、总体情况\n乙。\n丙。\n丁。\n（一）主动公开\n戊。\n"
    document = read(text)

    assert ["甲。"] == [prose.text for prose in document.front]
    assert ["甲。", "乙。", "丙。"] == [prose.text for prose in document.preamble]


def test_a_part_is_no_preamble() -> None:
    document = read(TITLE + "一、总体情况\n（一）主动公开\n戊。\n")

    assert ((), ()) == (document.front, document.preamble)


def test_without_the_first_section_there_is_only_the_front() -> None:
    document = read(TITLE + "甲。\n五、存在的主要问题及改进情况\n乙。\n")

    assert ["甲。"] == [prose.text for prose in document.preamble]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TITLE + PERIOD + "一、总体情况\n" + LATER, 2023),
        (TITLE + PERIOD + LATER, 2023),
        (TITLE + "一、总体情况\n" + LATER + PERIOD, 2022),
        (TITLE + "五、存在的主要问题及改进情况\n" + LATER, None),
        (TITLE, None),
    ],
)
def test_one_period_is_that_of_the_figures(text: str, expected: int | None) -> None:
    years = [period.first[0] for period in read(text).periods]

    assert ([expected] if expected else []) == years


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("规章 | 3 |\n", True),
        ("规章 |\n", False),
        ("规章 | 行政许可 |\n", False),
        ("规章 | 行政许可 | 行政处罚 |\n", True),
        ("规章 |\n鱼塘的面积数量 |\n虾塘的面积数量 |\n", False),
    ],
)
def test_a_table_has_a_value_or_several_labels(table: str, expected: bool) -> None:
    document = read("二、主动公开政府信息情况\n" + table)

    assert (["disclosure"] if expected else []) == list(document.tables)


@pytest.mark.parametrize(
    ("year", "version", "start"),
    [
        (2018, None, "requests_table"),
        (2019, "2019", "requests_table_2019"),
        (2023, "2021", "requests_table"),
    ],
)
def test_the_version_is_told_by_the_year_where_no_label_tells_it(
    year: int, version: str | None, start: str
) -> None:
    text = f"云岭县民政局{year}年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
    document = read(text + "自然人 | 总计 |\n一、本年新收政府信息公开申请数量 | 7 | 8 |\n")

    assert (version, start) == (document.version, document.tables["requests"].start)


def test_what_differs_in_tables_comes_first() -> None:
    document = read("二、主动公开政府信息情况\n规章 | 3 | 1 | 2 |\n")
    kinds = [deviation.element.value for deviation in document.deviations]

    assert kinds.index("heading") == max(
        at + 1 for at, kind in enumerate(kinds) if kind in ("row", "column")
    )


def test_marks_in_the_writing_are_named_by_their_places() -> None:
    broken = "全年公开信息七条其中规章一件规范性文件二\n件。\n"
    text = TITLE + "一、总体情况\n據(jù)此公開(kai)信息。\n— 3 —\n" + broken
    document = read(text)

    assert ["(jù)", "(kai)"] == printed(document, *document.glosses)
    assert "據開" == "".join(text[at] for at in document.traditional)
    assert ["— 3 —"] == printed(document, *document.page_numbers)
    assert ["全年公开信息七条其中规章一件规范性文件二"] == printed(
        document, *(line for line, _ in document.broken_lines)
    )
    assert ["件。"] == printed(document, document.last_line)


def test_broken_lines_of_the_front_are_named_too() -> None:
    text = TITLE + "根据《中华人民共和国政府信息公开条例》和有关规\n定编制。\n一、总体情况\n"
    document = read(text)

    assert ["根据《中华人民共和国政府信息公开条例》和有关规"] == printed(
        document, *(line for line, _ in document.broken_lines)
    )


def test_a_single_odd_character_of_a_name_is_left_as_it_is() -> None:
    text = TITLE.replace("云岭", "鳳平") + "一、总体情况\n鳳平县公開（目錄）。\n"
    document = read(text)

    assert "鳳平县民政局" == document.agency
    assert "鳳平县公开(目录)。" == (document.sections["overview"].text)
    assert "開錄" == "".join(text[at] for at in document.traditional)


def test_a_name_in_traditional_characters_is_read() -> None:
    assert "云岭县民政局" == read(TITLE.replace("云岭县", "雲嶺縣")).agency


def test_comments_of_a_text_are_no_text() -> None:
    text = TITLE + "一、总体情况\n<!-- 二、鱼塘 -->\n无。\n"

    assert "无。" == read(text).sections["overview"].text


def test_where_a_reader_left_comments_out_what_looks_like_one_is_text() -> None:
    text = TITLE + "一、总体情况\n<!-- 甲 -->\n无。\n"
    markup = Markup(text, (Segment(0, Span(0, len(text))),))

    document = parse(Source(text, where=markup), form())

    assert "<!--甲-->无。" == document.sections["overview"].text


def test_beside_the_report_nothing_is_named() -> None:
    beside = "據(jù)此\n— 3 —\n"
    report = TITLE + "一、总体情况\n公開(kāi)。\n— 4 —\n無。\n"
    text = beside + report + beside
    inner = Span(len(beside), len(beside + report))

    document = parse(Source(text, containers=(Span(0, len(text)), inner)), form())

    assert (inner,) == document.extent
    assert ["(kāi)"] == printed(document, *document.glosses)
    assert "開無" == "".join(text[at] for at in document.traditional)
    assert ["— 4 —"] == printed(document, *document.page_numbers)
    assert ["無。"] == printed(document, document.last_line)


def test_the_year_by_the_period_is_not_that_of_another_report_beside() -> None:
    beside = "发布于2022年1月1日\n"
    report = "一、总体情况\n" + PERIOD
    inner = Span(len(beside), len(beside + report))

    document = parse(Source(beside + report, containers=(inner,)), form())

    assert 2023 == document.year


def test_an_empty_text_is_a_document_with_nothing() -> None:
    document = read("")

    assert (Span(0, 0), (Span(0, 0),), None, {}) == (
        document.last_line,
        document.extent,
        document.title,
        document.sections,
    )
    assert {Span(0, 0)} == {deviation.span for deviation in document.deviations}
