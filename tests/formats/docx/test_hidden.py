"""Word files: what is hidden, or not part of the text, is left out."""

from __future__ import annotations

import pytest

from tests.support.word import (
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

HIDING = (
    '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Hid2"><w:name w:val="Hid2"/>'
    '<w:basedOn w:val="Hid"/></w:style>'
    '<w:style w:type="character" w:styleId="Shown"><w:name w:val="Shown"/>'
    '<w:basedOn w:val="Hid2"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="HidP"><w:name w:val="HidP"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="HidP2"><w:name w:val="HidP2"/>'
    '<w:basedOn w:val="HidP"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("", True),
        ("<w:vanish/>", False),
        ('<w:vanish w:val="1"/>', False),
        ('<w:vanish w:val="true"/>', False),
        ('<w:vanish w:val="0"/>', True),
        ('<w:vanish w:val="false"/>', True),
        ("<w:specVanish/>", False),
        ('<w:rStyle w:val="Hid"/>', False),
        ('<w:rStyle w:val="Hid2"/>', False),
        ('<w:rStyle w:val="Shown"/>', True),
        ('<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>', True),
        ('<w:rStyle w:val="Unknown"/>', True),
        ("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", True),
    ],
)
def test_hidden_text_is_left_out(properties: str, shown: bool) -> None:
    content = p("甲", r("乙", properties), box(p("框"), properties=properties))

    assert ("甲乙\n框\n" if shown else "甲\n") == text(content, styles=HIDING)


@pytest.mark.parametrize(
    ("style", "properties", "shown"),
    [
        ("HidP", "", False),
        ("HidP2", "", False),
        ("HidP", '<w:vanish w:val="0"/>', True),
        ("HidP", '<w:rStyle w:val="Hid"/>', True),  # one takes back the other
        ("HidP", '<w:rStyle w:val="Shown"/>', False),
        ("Loop", "", True),
    ],
)
def test_a_paragraph_style_hides_text(style: str, properties: str, shown: bool) -> None:
    content = p(r("甲", properties), properties=f'<w:pStyle w:val="{style}"/>')

    assert ("甲\n" if shown else "\n") == text(content, styles=HIDING)


def test_a_hidden_field_still_ends() -> None:
    begin, end = (
        r(f'<w:fldChar w:fldCharType="{what}"/>', "<w:vanish/>") for what in ("begin", "end")
    )

    assert "甲乙\n" == text(p("甲", begin, r("<w:instrText>XE</w:instrText>"), end, "乙"))


def test_headers_footers_and_comments_are_not_read() -> None:
    made = document(p("甲"))
    made.sections[0].header.paragraphs[0].text = "页眉"
    made.sections[0].footer.paragraphs[0].text = "页脚"
    made.add_comment(made.paragraphs[0].runs, text="批注", author="审核", initials="S")

    assert "甲\n" == read(saved(made)).text


@pytest.mark.parametrize("name", ["toc 1", "TOC 2", "TOC Heading", "WPSOffice手动目录 1"])
def test_lines_of_a_table_of_contents_are_left_out_by_their_style(name: str) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="11"><w:name w:val="{name}"/></w:style>'
    source = word(p("一、总体情况 1", properties='<w:pStyle w:val="11"/>') + p("甲"), styles=style)

    assert [("甲", 2)] == places(source)


def test_a_table_of_contents_is_left_out_by_its_gallery() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = p("目录") + tbl(tr("一、总体情况", "1"))
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{contents}</w:sdtContent></w:sdt>"
    source = word(control + p("甲") + tbl(tr("0")))

    assert [("甲", 2), ("0", (2, 1, 1))] == places(source)


def test_the_main_part_may_have_any_name() -> None:
    named = parts(p("甲", properties='<w:pStyle w:val="HidP"/>'), HIDING)
    moved = {
        "[Content_Types].xml": named["[Content_Types].xml"],
        "_rels/.rels": named["_rels/.rels"].replace("word/document.xml", "/doc/Main.xml"),
        "doc/main.xml": named["word/document.xml"],
        "doc/_rels/main.xml.rels": named["word/_rels/document.xml.rels"].replace(
            "styles.xml", "../word/styles.xml"
        ),
        "word/styles.xml": named["word/styles.xml"],
    }

    assert "\n" == read(package(named)).text
    assert "\n" == read(package(moved)).text


# -- struck through, and marks of notes ----------------------------------------------


def in_cell(*runs: str) -> str:
    return tbl(tr(tc(p(r("（一）予以公开"))), tc(p(*runs))))


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("<w:strike/>", "6"),
        ("<w:dstrike/>", "6"),
        ('<w:strike w:val="true"/>', "6"),
        ('<w:strike w:val="0"/>', "96"),
        ("<w:b/>", "96"),
    ],
)
def test_what_is_struck_through_is_left_out_and_noted(properties: str, shown: str) -> None:
    source = word(in_cell(r("9", properties), r("6")))

    assert f"（一）予以公开\t{shown}\n" == source.text
    assert (((8, 8),) if shown == "6" else ()) == source.left_out


STRIKING = (
    '<w:style w:type="character" w:styleId="Old"><w:name w:val="Old"/>'
    "<w:rPr><w:strike/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Flat"><w:name w:val="Flat"/><w:basedOn w:val="Note"/>'
    '<w:rPr><w:vertAlign w:val="baseline"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="OldP"><w:name w:val="OldP"/>'
    "<w:rPr><w:dstrike/></w:rPr></w:style>"
)


@pytest.mark.parametrize(
    ("style", "properties", "shown"),
    [
        ("", '<w:rStyle w:val="Old"/>', "6"),
        ("", '<w:rStyle w:val="Old"/><w:strike w:val="0"/>', "96"),
        ("OldP", "", ""),
        ("OldP", '<w:rStyle w:val="Old"/>', "9"),  # one takes back the other
        ("OldP", '<w:dstrike w:val="0"/>', "9"),
        ("", '<w:rStyle w:val="Note"/>', "96"),
    ],
)
def test_styles_strike_text_through(style: str, properties: str, shown: str) -> None:
    content = p(r("9", properties), r("6"), properties=f'<w:pStyle w:val="{style}"/>')
    source = word(tbl(tr(tc(p("甲")), tc(content))), styles=STRIKING)

    assert f"甲\t{shown}\n" == source.text
    assert 2 - len(shown) == len(source.left_out or ())


@pytest.mark.parametrize(
    ("properties", "left_out"),
    [
        ('<w:rStyle w:val="Note"/>', True),
        ('<w:rStyle w:val="Flat"/>', False),
        ('<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>', False),
        ('<w:position w:val="8"/>', True),
        ('<w:position w:val="2"/>', False),  # as of numbers that are made to fit their line
        ('<w:position w:val="-8"/>', False),
    ],
)
def test_the_mark_of_a_note_may_be_lifted_by_other_means(properties: str, left_out: bool) -> None:
    source = word(in_cell(r("22"), r("1", properties)), styles=STRIKING)

    assert f"（一）予以公开\t22{'' if left_out else '1'}\n" == source.text


def test_a_number_that_is_lifted_as_a_whole_has_no_mark() -> None:
    lifted = '<w:position w:val="8"/>'
    source = word(in_cell(r("2", lifted), r("2", lifted)))

    assert ("（一）予以公开\t22\n", ()) == (source.text, source.left_out)


# -- white on white ------------------------------------------------------------------

WHITE = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'


@pytest.mark.parametrize("runs", [(r("6"), r("9", WHITE)), (r("9", WHITE), r("6"))])
def test_white_text_beside_other_text_is_left_out_and_noted(runs: tuple[str, str]) -> None:
    source = word(in_cell(*runs))

    assert ("（一）予以公开\t6\n", 1) == (source.text, len(source.left_out or ()))


@pytest.mark.parametrize(
    "runs",
    [
        (r("9", WHITE), r("6", WHITE)),
        (r("9", f'{WHITE}<w:shd w:val="clear" w:fill="000000"/>'), r("6")),
        (r("9", f'{WHITE}<w:highlight w:val="black"/>'), r("6")),
        (r("9", '<w:color w:val="FEFEFE"/>'), r("6")),
        (r("9", WHITE), r(" ", "<w:b/>"), r("6", WHITE)),
    ],
    ids=["all of it", "on a ground", "marked", "not white", "beside a blank"],
)
def test_white_text_that_may_be_seen_is_text(runs: tuple[str, ...]) -> None:
    source = word(in_cell(*runs))

    assert ("96", ()) == (source.text.split("\t")[1].replace(" ", "").strip(), source.left_out)


# -- marks of notes ------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["1", "[1]", "注2", "*", "①"])
def test_the_mark_of_a_note_at_a_number_in_a_table_is_left_out(mark: str) -> None:
    source = word(in_cell(r("22"), r(mark, '<w:vertAlign w:val="superscript"/>')))

    assert ("（一）予以公开\t22\n", ((10, 10),)) == (source.text, source.left_out)


@pytest.mark.parametrize(
    "body",
    [
        p(r("22"), r("2", '<w:vertAlign w:val="superscript"/>')),
        in_cell(r("2", '<w:vertAlign w:val="superscript"/>'), r("22")),
        in_cell(r("22"), r("2", '<w:vertAlign w:val="subscript"/>')),
        in_cell(r("22"), r("另有", '<w:vertAlign w:val="superscript"/>')),
    ],
    ids=["in running text", "before a number", "subscript", "words"],
)
def test_what_may_be_meant_is_kept(body: str) -> None:
    source = word(body)

    assert source.left_out == ()
    assert "22" in source.text.replace("另有", "2")
