"""Marks that Markdown has around its words are no words."""

from __future__ import annotations

import re

import pytest

from tests.support.checking import found
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def report() -> str:
    """A report without a fault, in Markdown."""
    return (ROOT / "examples/clean.md").read_text("utf-8")


def each_line(pattern: str, put: str, text: str) -> str:
    """The text with something else for what a pattern finds in its lines."""
    changed = re.sub(pattern, put, text, flags=re.MULTILINE)
    assert changed != text
    return changed


# -- horizontal rules ----------------------------------------------------------------------------


RULES = ("***", "* * *", "- - -", "-----", r"\*\*\*", r"\* \* \*", "___", "_" * 70, " ** * **")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("gap", ["", "\n"], ids=["close", "apart"])
def test_a_rule_behind_a_table_is_none_of_its_values(rule: str, gap: str, report: str) -> None:
    ruled = re.sub(r"(\|\n)\n", lambda end: f"{end[1]}{gap}{rule}\n\n", report)

    assert 3 == ruled.count(f"\n{rule}\n")
    assert [] == found(ruled, infos=True)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_between_paragraphs_says_nothing(rule: str, report: str) -> None:
    assert [] == found(report.replace("\n\n", f"\n\n{rule}\n\n"), infos=True)


def test_what_is_left_to_be_filled_in_is_still_found(report: str) -> None:
    cell = report.replace("| 行政强制 | 0 |", "| 行政强制 | ___ |")
    line = report.replace("党政综合办公室，电话", "______，电话")

    assert [("GK207", 32), ("GK707", 32)] == found(cell)
    assert [("GK707", 85)] == found(line)


def test_a_dash_in_a_cell_is_no_rule(report: str) -> None:
    assert [("GK206", 32)] == found(report.replace("| 行政强制 | 0 |", "| 行政强制 | - |"))


# -- quotations ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines", ["^", "^(?=.)", r"^(?=\|)", "^(?=#)", r"^(?=[^|#\n])"], ids=lambda lines: repr(lines)
)
@pytest.mark.parametrize("mark", ["> ", ">", "> > ", "  > "])
def test_a_report_is_the_same_in_a_quotation(lines: str, mark: str, report: str) -> None:
    assert [] == found(each_line(lines, mark, report), infos=True)


def test_what_is_wrong_in_a_quotation_is_found_where_it_stands(report: str) -> None:
    wrong = report.replace("| 行政强制 | 0 |", "| 行政强制 | 无 |")

    assert [("GK207", 32)] == found(each_line("^", "> ", wrong), infos=True)


# -- words set off with underscores --------------------------------------------------------------


@pytest.mark.parametrize("marks", ["_", "__", "___"])
@pytest.mark.parametrize(
    "words",
    [
        r"(?<=\| )([^|\n]*[^|\n\d -][^|\n]*)(?= \|)",
        r"(?<=\| )(\d+)(?= \|)",
        "(?<=^# )(.+)",
        "(?<=^## )(.+)",
        "^([^|#\n].*)",
    ],
    ids=["labels", "numbers", "title", "headings", "paragraphs"],
)
def test_words_that_are_set_off_are_as_without(marks: str, words: str, report: str) -> None:
    assert [] == found(each_line(words, rf"{marks}\1{marks}", report))


@pytest.mark.parametrize("opening", ["__一是主动公开。__", "一是__主动公开__。"])
def test_strong_words_in_a_sentence_are_no_blanks_of_a_template(opening: str, report: str) -> None:
    assert [] == found(report.replace("一是主动公开。", opening))


@pytest.mark.parametrize("number", ["5", "**5**", "__5__", "_5_", "___5___"])
def test_a_number_that_is_set_off_is_held_against_the_table(number: str, report: str) -> None:
    stated = f"全年收到政府信息公开申请{number}件"

    assert [("GK401", 11)] == found(report.replace("全年未收到政府信息公开申请", stated))


@pytest.mark.parametrize(
    ("template", "count"),
    [
        ("共__件", 1),
        ("共____件", 1),
        ("在__年__月__日", 3),
        ("向__县__局", 2),
        ("电话____，地址____", 2),
    ],
)
def test_a_line_to_write_on_is_to_be_filled_in(template: str, count: int, report: str) -> None:
    text = report.replace("指定专人登记", f"{template}，指定专人登记")

    assert [("GK707", 13)] * count == found(text)


# -- closed headings -----------------------------------------------------------------------------


@pytest.mark.parametrize("closed", [r"\1 #", r"\1 ##  ", r"\1#", r"**\1** #"])
def test_closing_marks_are_none_of_a_title_and_of_no_heading(closed: str, report: str) -> None:
    assert [] == found(each_line("(?<=# )(.+)", closed, report), infos=True)


# -- headings as items of a list -----------------------------------------------------------------


@pytest.mark.parametrize(
    "item", [r"1. \1", r"1) \1", r"1\\. \1", r"1. **\1**", r"## 1. \1", r"1. __\1__"]
)
def test_headings_with_their_numbers_behind_those_of_a_list_are_right(
    item: str, report: str
) -> None:
    assert [] == found(each_line("^## (.+)", item, report), infos=True)


def test_a_number_in_place_of_the_heading_s_own_is_wrong(report: str) -> None:
    numbered = (
        report.replace("## 一、", "1. ").replace("## 四、", "1. 四、").replace("## 五", "4.五")
    )

    assert [("GK105", 5), ("GK105", 77)] == found(numbered)


# -- anchors and links ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "anchored",
    [
        r'<a id="_Toc1"></a>\1',
        r'<a name="_Toc1"/>\1',
        r'<a id="_Toc1">\1</a>',
        r'<a id="_Toc1"></a>**\1**',
        r'\1<a id="_Toc1"></a>',
    ],
)
@pytest.mark.parametrize("words", ["(?<=^# )(.+)", "(?<=^## )(.+)"], ids=["title", "headings"])
def test_no_text_stands_before_a_heading_with_an_anchor(
    anchored: str, words: str, report: str
) -> None:
    assert [] == found(each_line(words, anchored, report), infos=True)


def test_an_address_that_only_a_tag_has_is_a_contact(report: str) -> None:
    address = '<a href="mailto:songxihe@example.gov.cn">邮箱</a>'

    assert [] == found(report.replace("电话：0834-6120055", address), infos=True)


@pytest.mark.parametrize(
    "linked",
    [
        r"[\1](#x)",
        r"[\1](http://example.gov.cn/a_(b)?c=1)",
        r'[\1](<#x y> "题")',
        r"[\1][x]",
        r"**[\1](#x)**",
        r"[**\1**](#x)",
        r"\1 [¶](#x)",
    ],
)
@pytest.mark.parametrize("words", ["(?<=^# )(.+)", "(?<=^## )(.+)"], ids=["title", "headings"])
def test_the_words_of_a_link_are_the_heading(linked: str, words: str, report: str) -> None:
    assert [] == found(each_line(words, linked, report), infos=True)


@pytest.mark.parametrize("item", [r"- [\1](#\1)", r"1. [\1](#\1)", r"[\1](#\1)<br>"])
def test_a_table_of_contents_of_links_says_nothing(item: str, report: str) -> None:
    lines = re.findall("^## (.+)", report, flags=re.MULTILINE)
    contents = "\n".join(re.sub("(.+)", item, line) for line in lines)

    assert [] == found(report.replace("\n\n", f"\n\n{contents}\n\n", 1), infos=True)
    linked = each_line("^## (.+)", r"## [\1](#x)", report)
    assert [] == found(linked.replace("\n\n", f"\n\n{contents}\n\n", 1), infos=True)
