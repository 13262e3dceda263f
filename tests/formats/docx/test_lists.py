"""The numbers of lists that Word makes itself."""

from __future__ import annotations

import pytest

from tests.support.sources import rows
from tests.support.word import DATED, box, deleted, ended, p, places, r, tbl, tc, text, tr, word


def level(index: int, form: str, printed: str, *, start: int | None = 1, more: str = "") -> str:
    begins = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{begins}<w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{printed}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, *overrides: str) -> str:
    inner = f'<w:abstractNumId w:val="{of}"/>{"".join(overrides)}'
    return f'<w:num w:numId="{key}">{inner}</w:num>'


def override(index: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{index}">{inner}</w:lvlOverride>'


def in_list(key: int | None, index: int | None = None) -> str:
    """The property of a paragraph in a list."""
    parts = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    parts += "" if key is None else f'<w:numId w:val="{key}"/>'
    return f"<w:numPr>{parts}</w:numPr>"


def item(words: str, index: int = 0, key: int = 1) -> str:
    return p(words, properties=in_list(key, index))


HEADINGS = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
) + num(1, 0)


def numbers(*items: str, numbering: str = HEADINGS, styles: str = "") -> str:
    """The lines, with blanks between them."""
    return " ".join(text("".join(items), numbering=numbering, styles=styles).split("\n")).strip()


def test_the_number_stands_before_the_text() -> None:
    source = word(item("总体情况") + p("甲") + item("主动公开"), numbering=HEADINGS)

    assert [("一、总体情况", 1), ("甲", 2), ("二、主动公开", 3)] == places(source)


def test_a_level_begins_anew_under_the_next_of_a_level_above() -> None:
    assert "一、 （一） （二） 1. 二、 （一） 1. 2." == numbers(
        *(item("", index) for index in (0, 1, 1, 2, 0, 1, 2, 2))
    )


def test_a_number_may_hold_those_of_the_levels_above() -> None:
    numbering = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%1-%2-%3", more="<w:isLgl/>"),
    ) + num(1, 0)

    assert "I. II. II.1 II.2 2-2-1" == numbers(
        *(item("", index) for index in (0, 0, 1, 1, 2)), numbering=numbering
    )


def test_a_level_that_was_left_out_counts() -> None:
    numbering = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 0)

    assert "1.1 2 2.1" == numbers(item("", 1), item(""), item("", 1), numbering=numbering)


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", "1 a x 2 a x"),
        ('<w:lvlRestart w:val="0"/>', "1 a x 2 a y"),
        ('<w:lvlRestart w:val="1"/>', "1 a x 2 a x"),
        ('<w:lvlRestart w:val="abc"/>', "1 a x 2 a x"),
    ],
)
def test_a_level_may_go_on_counting(restart: str, expected: str) -> None:
    numbering = abstract(
        0,
        level(0, "decimal", "%1"),
        level(1, "lowerLetter", "%2"),
        level(2, "lowerLetter", "%3", start=24, more=restart),
    ) + num(1, 0)

    assert expected == numbers(*(item("", i) for i in (0, 1, 2, 0, 1, 2)), numbering=numbering)


def test_a_level_begins_anew_only_after_the_level_that_it_names() -> None:
    numbering = abstract(
        0,
        *(level(index, "decimal", f"%{index + 1}") for index in (0, 1)),
        level(2, "decimal", "%3", more='<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)

    assert "1 1 1 2 2 2 1 1" == numbers(
        *(item("", i) for i in (0, 1, 2, 1, 2, 0, 1, 2)), numbering=numbering
    )


def test_lists_of_one_kind_go_on_with_each_other_unless_one_begins_anew() -> None:
    lists = (
        abstract(0, level(0, "decimal", "%1."))
        + num(1, 0)
        + num(2, 0)
        + num(3, 0, override(0, '<w:startOverride w:val="1"/>'))
    )

    assert "1. 2. 3. 1. 2. 3." == numbers(
        *(item("", key=key) for key in (1, 1, 2, 3, 3, 1)), numbering=lists
    )


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = override(0, level(0, "decimal", "第%1项", start=5))
    lists = abstract(0, level(0, "decimal", "%1.")) + num(1, 0, own)

    assert "第5项 第6项" == numbers(item(""), item(""), numbering=lists)


def test_paragraphs_get_their_list_by_their_style() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="A"><w:pPr>{in_list(1)}</w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>'
        f"<w:pPr>{in_list(None, 1)}</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="D"><w:basedOn w:val="C"/>'
        f"<w:pPr>{in_list(0)}</w:pPr></w:style>"
    )
    styled = [p(key, properties=f'<w:pStyle w:val="{key}"/>') for key in "ABCDA"]
    off = p("无", properties=f'<w:pStyle w:val="A"/>{in_list(0)}')
    deeper = p("深", properties=f'<w:pStyle w:val="A"/>{in_list(None, 2)}')

    assert "一、A （一）B （二）C D 二、A 无 1.深" == numbers(*styled, off, deeper, styles=styles)


def test_a_list_may_take_its_levels_from_a_style_of_lists() -> None:
    styles = f'<w:style w:type="numbering" w:styleId="L"><w:pPr>{in_list(2)}</w:pPr></w:style>'
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + abstract(2, '<w:styleLink w:val="L"/>', level(0, "decimal", "%1)"))
        + num(1, 1)
        + num(2, 2)
    )

    assert "1) 2)" == numbers(item(""), item(""), numbering=linked, styles=styles)


def test_a_style_of_lists_that_names_itself_gives_no_number() -> None:
    styles = f'<w:style w:type="numbering" w:styleId="L"><w:pPr>{in_list(1)}</w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'

    assert "甲" == numbers(item("甲"), numbering=linked + num(1, 1), styles=styles)


@pytest.mark.parametrize(
    ("form", "printed", "expected"),
    [("bullet", "●", "甲"), ("none", "", "甲"), ("none", "附件%1：", "附件：甲")],
)
def test_a_list_may_have_no_numbers(form: str, printed: str, expected: str) -> None:
    numbering = abstract(0, level(0, form, printed)) + num(1, 0)

    assert expected == numbers(item("甲"), numbering=numbering)


@pytest.mark.parametrize("key", [0, 9])
def test_a_list_that_is_none_gives_no_number(key: int) -> None:
    assert "甲" == numbers(item("甲", key=key))


def test_a_format_that_only_new_versions_know_has_a_fallback() -> None:
    both = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="upperLetter"/></mc:Fallback></mc:AlternateContent>'
    )
    one = f'<w:lvl w:ilvl="0"><w:start w:val="2"/>{both}<w:lvlText w:val="%1)"/></w:lvl>'

    assert "B)" == numbers(item(""), numbering=abstract(0, one) + num(1, 0))


def test_paragraphs_in_tables_are_counted_in_the_order_of_the_file() -> None:
    cells = tbl(tr(tc(item("甲", 2)), "0"), tr(tc(item("乙", 2)), "1"))
    source = word(item("表", 1) + cells + item("丙", 2), numbering=HEADINGS)

    assert [["1.甲", "0"], ["2.乙", "1"]] == rows(source)
    assert source.text.endswith("3.丙\n")


def test_hidden_paragraphs_are_counted_and_deleted_ones_are_not() -> None:
    end = "<w:rPr><w:vanish/></w:rPr>"
    hidden = p(r("旧", "<w:vanish/>"), properties=in_list(1, 0) + end)
    gone = p(deleted("旧"), properties=in_list(1, 0) + ended("del"))
    only_its_end = p("丁", properties=in_list(1, 0) + end)

    assert "一、甲  三、乙 四、丁" == numbers(item("甲"), hidden, gone, item("乙"), only_its_end)


def test_lists_begin_anew_in_a_text_box() -> None:
    boxed = p("乙", box(item("框"), item("内")), properties=in_list(1, 0))

    assert "一、甲 二、乙 一、框 二、内 三、丙" == numbers(item("甲"), boxed, item("丙"))


def test_a_level_may_name_its_style() -> None:
    def style(key: str, more: str = "") -> str:
        return f'<w:style w:type="paragraph" w:styleId="{key}">{more}</w:style>'

    listed = f"<w:pPr>{in_list(1)}</w:pPr>"
    styles = style("A", listed) + style("B", listed) + style("C", '<w:basedOn w:val="B"/>')
    numbering = abstract(
        0,
        level(0, "decimal", "%1", more='<w:pStyle w:val="A"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="B"/>'),
    )
    items = [p(properties=f'<w:pStyle w:val="{key}"/>') for key in "ABBAC"]

    assert "1 1.1 1.2 2 2.1" == numbers(*items, numbering=numbering + num(1, 0), styles=styles)


def test_a_joined_paragraph_has_the_number_of_its_end() -> None:
    first = p("总体", properties=in_list(1, 1) + ended("del"))

    assert "一、总体情况" == numbers(first, item("情况"))


def test_a_change_of_the_list_is_not_the_list() -> None:
    old = f"<w:pPrChange {DATED}><w:pPr>{in_list(1, 0)}</w:pPr></w:pPrChange>"

    assert "甲" == numbers(p("甲", properties=old))


@pytest.mark.parametrize("index", ["-1", "9", "abc", "99999999999"])
def test_an_absurd_level_never_crashes(index: str) -> None:
    absurd = f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="1"/></w:numPr>'

    assert numbers(p("甲", properties=absurd)).endswith("甲")


def test_a_number_is_never_longer_than_a_line() -> None:
    endless = abstract(0, level(0, "lowerRoman", "%1" * 1000, start=32767)) + num(1, 0)

    assert 64 == len(numbers(item(""), numbering=endless))
