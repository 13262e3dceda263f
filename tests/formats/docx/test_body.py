"""Word files: the text of paragraphs, and where it stands in the file."""

from __future__ import annotations

import pickle

import pytest
from lxml import etree

from gklint.formats.docx.reading import parse
from gklint.formats.limits import Limits
from tests.support.word import (
    DATED,
    WORD,
    box,
    document,
    p,
    package,
    parts,
    places,
    r,
    read,
    saved,
    tbl,
    tc,
    text,
    tr,
    word,
)

FIELD = '<w:fldChar w:fldCharType="{}"/>'
BEGIN, SEPARATE, END = (r(FIELD.format(what)) for what in ("begin", "separate", "end"))
DELETED = f"<w:del {DATED}>{r('<w:delText>旧</w:delText>')}</w:del>"
INSTRUCTION = r("<w:instrText>PAGE</w:instrText>")


def alternatives(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def drawing(*paragraphs: str) -> str:
    """A text box as Word writes it since 2010."""
    return (
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{''.join(paragraphs)}"
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def picture(*paragraphs: str) -> str:
    return (
        "<w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def test_each_paragraph_is_a_line() -> None:
    made = document()
    made.add_heading("一、总体情况", level=1)
    made.add_paragraph("主动公开").add_run("12条。").bold = True

    assert "一、总体情况\n主动公开12条。\n" == read(saved(made)).text


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("<w:t>甲</w:t><w:br/><w:t>乙</w:t>", "甲\n乙"),
        ("<w:t>甲</w:t><w:cr/><w:t>乙</w:t>", "甲\n乙"),
        ('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>', "甲\n乙"),
        ("<w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t>", "甲乙"),
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲 乙"),
        ("<w:t>甲</w:t><w:ptab/><w:t>乙</w:t>", "甲 乙"),
        ("<w:t>0919</w:t><w:noBreakHyphen/><w:t>2345678</w:t>", "0919-2345678"),
        ("<w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t>", "甲乙"),
        ("<w:t>甲\n\t乙</w:t>", "甲  乙"),
        ('<w:sym w:font="宋体" w:char="2460"/><w:t>甲</w:t>', "①甲"),
        ('<w:sym w:font="Wingdings" w:char="F0A3"/><w:t>甲</w:t>', "甲"),
        ('<w:sym w:font="宋体" w:char="xyz"/><w:sym w:char="FFFFFFFFF"/><w:sym/>', ""),
        ('<w:t>甲</w:t><w:footnoteReference w:id="2"/><w:t>乙</w:t>', "甲乙"),
        ('<w:t>甲</w:t><w:commentReference w:id="2"/><w:t>乙</w:t>', "甲乙"),
        (
            f"<w:ruby><w:rubyPr/><w:rt>{r('shui')}</w:rt>"
            f"<w:rubyBase>{r('水')}</w:rubyBase></w:ruby>",
            "水",
        ),
    ],
)
def test_what_stands_in_a_run_reads_as_it_is_printed(run: str, expected: str) -> None:
    assert f"{expected}\n" == text(p(r(run)))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink>', "链接"),
        ("<w:smartTag><w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag></w:smartTag>", "标记"),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
            "控件",
        ),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        ('<w:bookmarkStart w:id="0" w:name="x"/><w:r><w:t>甲</w:t></w:r>', "甲"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath>", "x=1"),
        ("<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>", "x"),
        (BEGIN + INSTRUCTION + SEPARATE + r("3") + END + r("页"), "3页"),
        (BEGIN + r("不是文字") + SEPARATE + r("3") + END, "3"),
        (BEGIN + BEGIN + INSTRUCTION + SEPARATE + r("内") + END + SEPARATE + r("3") + END, "3"),
        (END + SEPARATE + r("没有开头"), "没有开头"),
        (alternatives(r("新"), r("旧")), "新"),
        (alternatives("", r("旧")), "旧"),
        ("<mc:AlternateContent/>", ""),
        ("<!-- 注 --><?pi x?>", ""),
    ],
)
def test_what_encloses_text_does_not_hide_it(content: str, expected: str) -> None:
    assert f"{expected}\n" == text(p(content))


def test_a_field_left_open_ends_with_its_paragraph() -> None:
    assert "甲\n乙\n" == text(p("甲", BEGIN, INSTRUCTION) + p("乙"))


def test_paragraphs_in_content_controls_are_paragraphs() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    source = word(p("甲") + control.format(p("乙") + control.format(p("丙"))) + p("丁"))

    assert [("甲", 1), ("乙", 2), ("丙", 3), ("丁", 4)] == places(source)


@pytest.mark.parametrize(
    "holder",
    [drawing(p("框"), p("内")), picture(p("框"), p("内"))],
    ids=["drawing", "vml"],
)
def test_a_text_box_follows_the_paragraph_that_holds_it(holder: str) -> None:
    source = word(p("甲", r(holder), "乙") + p("丙"))

    assert [("甲乙", 1), ("框", 1), ("内", 1), ("丙", 2)] == places(source)


def test_a_text_box_written_twice_is_read_once() -> None:
    both = alternatives(drawing(p("框")), picture(p("框")))

    assert "甲\n框\n乙\n" == text(p("甲", r(both)) + p("乙"))
    assert "甲\n旧框\n" == text(p("甲", r(alternatives(drawing(p("")), picture(p("旧框"))))))


def test_a_text_box_may_hold_tables_and_text_boxes() -> None:
    inner = tbl(tr("规章", "0")) + p("末", box(p("最里")))
    source = word(tbl(tr("一")) + p("甲", box(inner)) + tbl(tr("三")))

    assert [
        ("一", (1, 1, 1)),
        ("甲", 1),
        ("规章", (2, 1, 1)),
        ("0", (2, 1, 2)),
        ("末", 1),
        ("最里", 1),
        ("三", (3, 1, 1)),
    ] == places(source)


def test_a_text_box_in_a_cell_stands_in_the_cell() -> None:
    assert "甲 框\t0\n" == text(tbl(tr(tc(p("甲", box(p("框")))), "0")))


def test_places_count_the_paragraphs_outside_tables() -> None:
    made = document()
    made.add_paragraph("甲")
    made.add_table(1, 2).rows[0].cells[1].text = "表内"
    made.add_paragraph("乙")
    source = read(saved(made))

    assert [("甲", 1), ("", (1, 1, 1)), ("表内", (1, 1, 2)), ("乙", 2)] == places(source)


def test_each_character_is_anchored_where_it_stands() -> None:
    parsed = parse(
        package(parts(p("甲乙", r("<w:tab/><w:t>丙</w:t>")) + tbl(tr("规章")))), Limits()
    )
    composition = parsed.composition
    found = [
        (composition.text[start:end], origin.node.tag.rpartition("}")[2], origin.offset)
        for start, end, origin in zip(
            composition.starts,
            [*composition.starts[1:], len(composition.text)],
            composition.origins,
            strict=True,
        )
    ]

    assert [
        ("甲乙", "t", 0),
        (" ", "p", -1),
        ("丙", "t", 0),
        ("\n", "p", -1),
        ("规章", "t", 0),
        ("\n", "tc", -1),
    ] == found


def test_the_document_is_not_changed_by_reading() -> None:
    parsed = parse(saved(document(p("甲") + tbl(tr("规章", "0")))), Limits())
    again = parsed.package.parse(parsed.package.main)

    assert etree.tostring(again) == etree.tostring(parsed.root)


def test_what_is_read_can_be_sent_to_another_process() -> None:
    source = word(p("甲", DELETED) + tbl(tr("规章", "0")))

    assert source == pickle.loads(pickle.dumps(source))


def test_strict_files_read_alike() -> None:
    merged = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'
    table = tbl(tr(tc("丙", properties=merged), "丁"), tr("1", "2", "3"))
    content = p("甲", r("乙", '<w:vanish w:val="1"/>'), DELETED) + table
    strict = {
        name: part.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in parts(content).items()
    }

    assert read(package(parts(content))) == read(package(strict))
    assert "甲\n丙\t丁\n1\t2\t3\n" == read(package(strict)).text
