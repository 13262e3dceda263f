"""What a page of an OFD shows, object by object."""

from __future__ import annotations

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.fixed.glyphs import UNKNOWN
from gklint.formats.limits import DEFAULT, Limits
from gklint.formats.reading import take
from gklint.text.source import Place, Source, Span
from tests.support.ofd import MM, document, package, page, text_code, text_object

PART = "Doc_0/Pages/Page_0/Content.xml"
WIDE = "我机关全年收到申请"


def read(*pages: str) -> Source:
    return take(document([(objects, "") for objects in pages]), "年报.ofd")


def refused(data: bytes, limits: Limits = DEFAULT) -> tuple[str, object]:
    with pytest.raises(UnreadableFileError) as caught:
        take(data, "年报.ofd", limits)
    return caught.value.reason, caught.value.detail.get("found")


def text(code: str, attributes: str = 'Size="4"', boundary: str = "30 30 100 5") -> str:
    return text_object(boundary, code, attributes)


def line(words: str, x: float = 30, y: float = 30, deltas: str = "") -> str:
    """A line of text at that place, its characters 4 mm high."""
    return text(text_code(words, 0, 4, deltas), boundary=f"{x} {y} 100 5")


def rule(x: float, y: float, to_x: float, to_y: float) -> str:
    data = f"M 0 0 L {to_x - x} {to_y - y}"
    return (
        f'<PathObject ID="3" Boundary="{x} {y} {to_x - x} {to_y - y}">'
        f"<AbbreviatedData>{data}</AbbreviatedData></PathObject>"
    )


def ruled(width: float = 20) -> str:
    """A row of three cells from (30, 50) on, 10 mm high."""
    across = [rule(30, y, 30 + 3 * width, y) for y in (50, 60)]
    return "".join([*across, *(rule(30 + n * width, 50, 30 + n * width, 60) for n in range(4))])


# -- text ----------------------------------------------------------------------------


def test_a_text_object_is_a_line() -> None:
    assert "全年收到申请12件\n" == read(line("全年收到申请12件", deltas="4 4 4 4 4 4 2 2")).text


@pytest.mark.parametrize(
    ("words", "deltas"),
    [
        ("收到12件", "4 4 2 2"),
        ("收到12件", "g 2 4 g 2 2"),
        ("收到12件", "4 g 1 4 2 2 9"),
        ("收到12件", "4"),
        ("收到12件", ""),
        ("收到12件", "4.0 4.0 4.0 4.0"),
    ],
    ids=["each", "repeated", "one too many", "fewer", "none", "digits as wide as the others"],
)
def test_no_character_is_lost_however_its_step_is_given(words: str, deltas: str) -> None:
    assert f"{words}\n" == read(line(words, deltas=deltas)).text


def test_a_row_in_one_text_object_goes_to_its_cells() -> None:
    row = line("3512", 35, 53, "20 20 2")

    assert "3\t5\t12\n" == read(ruled() + row).text


def test_rules_part_what_stands_close() -> None:
    row = line("1257", 30.2, 53, "2 2 4")

    assert "12\t5\t7\n" == read(ruled(4) + row).text


@pytest.mark.parametrize("around", ["\n", "\r\n\t"])
def test_a_line_break_around_the_text_is_no_character(around: str) -> None:
    code = text_code("10件", 0, 4, "2 2", around)

    assert "10件\n" == read(text(code)).text


def test_the_codes_of_a_text_object_follow_each_other() -> None:
    codes = text_code("收到", 0, 4, "4") + text_code("12件", 8, 4, "2 2")

    assert "收到12件\n" == read(text(codes)).text


def test_a_code_without_a_place_begins_where_the_one_before_did() -> None:
    assert "收\n到\n" == read(text(text_code("收", 0, 4) + '<TextCode Y="9">到</TextCode>')).text


def test_steps_are_scaled_by_the_matrix() -> None:
    matrix = f'Size="12" CTM="{MM} 0 0 {MM} 0 0"'

    assert "收到12件\n" == read(text(text_code("收到12件", 0, 12, "g 2 12 g 2 6"), matrix)).text


def test_narrow_characters_leave_no_blanks() -> None:
    narrow = text(text_code("收到12件", 0, 4, "2 2 1 1"), 'Size="4" HScale="0.5"')

    assert "收到12件\n" == read(narrow).text


def test_text_that_is_turned_reads_along_its_cell() -> None:
    turned = text(text_code("法人", 0, 0, "4"), 'Size="4" CTM="0 1 -1 0 0 0"', "58 51 4 9")

    assert "1\t法人\t2\n" == read(ruled() + line("1", 35, 53) + turned + line("2", 75, 53)).text


def test_characters_below_each_other_read_downwards() -> None:
    stacked = text(
        '<TextCode X="0" Y="4" DeltaX="0" DeltaY="4">法人</TextCode>', boundary="52 51 4 9"
    )

    assert "\t法人\t\n" == read(ruled() + stacked).text


def test_a_character_of_private_use_is_unknown() -> None:
    assert f"{WIDE}1{UNKNOWN}件\n" == read(line(f"{WIDE}1\ue123件")).text


@pytest.mark.parametrize("visible", ["false", "False", "0"])
def test_what_is_not_visible_is_not_there(visible: str) -> None:
    hidden = line("99件", y=40).replace("<TextObject", f'<TextObject Visible="{visible}"')

    assert "收到5件\n" == read(line("收到5件") + hidden).text


def test_what_lies_beyond_its_box_or_the_page_is_read() -> None:
    beyond = text(text_code("办结5件", 0, 4), boundary="300 60 1 1")

    assert "收到5件\n办结5件\n" == read(line("收到5件") + beyond).text


# -- lines and shapes ----------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        ("<AbbreviatedData>M", "<AbbreviatedData>S"),
        ("<AbbreviatedData>M", "<StrokeColor Value='0 0 0'/><AbbreviatedData>M"),
        ("<AbbreviatedData>M", "<StrokeColor Value='#20 #20 #20'/><AbbreviatedData>M"),
        ("<AbbreviatedData>M", "<StrokeColor Value='0 0 0 255'/><AbbreviatedData>M"),
    ],
)
def test_lines_make_a_table_however_they_are_written(changed: tuple[str, str]) -> None:
    assert "3\t5\t8\n" == read(ruled().replace(*changed) + line("358", 35, 53, "20 20")).text


@pytest.mark.parametrize(
    "changed",
    [
        ("<AbbreviatedData>M", "<StrokeColor Value='255 255 255'/><AbbreviatedData>M"),
        ("<AbbreviatedData>M", "<StrokeColor Value='#ff #ff #ff'/><AbbreviatedData>M"),
        ("<AbbreviatedData>M", "<StrokeColor Value='0 0 0' Alpha='0'/><AbbreviatedData>M"),
        ("<PathObject", "<PathObject Stroke='false'"),
        ("<PathObject", "<PathObject Visible='false'"),
    ],
)
def test_lines_that_cannot_be_seen_make_none(changed: tuple[str, str]) -> None:
    assert () == read(ruled().replace(*changed) + line("358", 35, 53, "20 20")).rows


def test_curves_are_no_lines() -> None:
    curved = ruled().replace("M 0 0 L", "M 0 0 B 1 1 2 2")

    assert () == read(curved + line("358", 35, 53, "20 20")).rows


# -- what holds objects --------------------------------------------------------------


def test_blocks_within_blocks_are_read() -> None:
    block = "<PageBlock ID='7'><PageBlock ID='8'>{}</PageBlock></PageBlock>"

    assert "收到5件\n" == read(block.format(line("收到5件"))).text


def drawn_once(named: str) -> bytes:
    unit = f"<CompositeGraphicUnit ID='70' Width='50' Height='10'><Content>{line('办结5件', 0, 0)}"
    resources = f"<CompositeGraphicUnits>{unit}</Content></CompositeGraphicUnit>"
    return package(
        {
            "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
            "Doc_0/Document.xml": "<Document><CommonData><PublicRes>Res.xml</PublicRes>"
            f"</CommonData><Pages><Page ID='1' BaseLoc='{PART[6:]}'/></Pages></Document>",
            "Doc_0/Res.xml": f"<Res>{resources}</CompositeGraphicUnits></Res>",
            PART: page(
                line("收到5件")
                + f"<CompositeObject ID='9' Boundary='30 60 50 10' ResourceID='{named}'/>"
            ),
        }
    )


@pytest.mark.parametrize(
    ("named", "text"), [("70", "收到5件\n办结5件\n"), ("71", "收到5件\n")], ids=["there", "missing"]
)
def test_a_graphic_stands_where_an_object_names_it(named: str, text: str) -> None:
    assert text == take(drawn_once(named), "年报.ofd").text


def templates(body: str) -> bytes:
    return package(
        {
            "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
            "Doc_0/Document.xml": "<Document><CommonData>"
            "<TemplatePage ID='50' BaseLoc='Tpls/Tpl_7/Content.xml'/></CommonData><Pages>"
            "<Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/>"
            "<Page ID='2' BaseLoc='Pages/Page_Insert_9/Content.xml'/></Pages></Document>",
            "Doc_0/Tpls/Tpl_7/Content.xml": page(ruled()),
            PART: page(line("358", 35, 53, "20 20"), body),
            "Doc_0/Pages/Page_Insert_9/Content.xml": page(line("附注", 35, 53)),
        }
    )


def test_a_template_is_drawn_on_the_pages_that_name_it() -> None:
    source = take(templates("<Template TemplateID='50'/>"), "年报.ofd")

    assert ("3\t5\t8\n附注\n", 1) == (source.text, len(source.rows))


def test_a_page_that_names_no_template_has_none() -> None:
    assert () == take(templates(""), "年报.ofd").rows


# -- files ---------------------------------------------------------------------------


def test_pages_come_in_the_order_of_the_document_and_have_places() -> None:
    source = read(line("第一页", y=60), line("第二页", y=60))
    second = source.text.index("第二页")

    assert ("第一页\n第二页\n", Place(page=2, line=1)) == (
        source.text,
        source.locate(Span(second, second + 3)).place,
    )


def test_all_documents_of_a_file_are_read() -> None:
    bodies = "".join(
        f"<DocBody><DocRoot>{root}/Document.xml</DocRoot></DocBody>" for root in ("Doc_1", "/Doc_0")
    )
    parts = {"OFD.xml": f"<OFD>{bodies}</OFD>"}
    for root, words in (("Doc_0", "后一份"), ("Doc_1", "前一份")):
        listed = f"<Pages><Page ID='1' BaseLoc='/{root}/P/Content.xml'/></Pages>"
        parts[f"{root}/Document.xml"] = f"<Document>{listed}</Document>"
        parts[f"{root}/P/Content.xml"] = page(line(words, y=60))

    assert "前一份\n后一份\n" == take(package(parts), "年报.ofd").text


def test_names_of_parts_in_chinese_and_of_other_case_are_found() -> None:
    parts = {
        "OFD.xml": "<OFD><DocBody><DocRoot>文档/document.xml</DocRoot></DocBody></OFD>",
        "文档/Document.xml": "<Document><Pages><Page BaseLoc='页/内容.xml'/></Pages></Document>",
        "文档/页/内容.xml": page(line("收到5件")),
    }

    assert "收到5件\n" == take(package(parts), "年报.ofd").text


def test_a_limit_counts_pages_and_objects() -> None:
    data = document([(line("收到5件") * 3, "")] * 3)

    assert [("over-pages", 3), ("over-pieces", 9)] == [
        refused(data, limits) for limits in (Limits(pages=2), Limits(pieces=8))
    ]


# -- text that was recognised --------------------------------------------------------


def scan(width: float = 210) -> str:
    return f'<ImageObject ID="7" Boundary="0 0 {width} 297" ResourceID="9"/>'


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ((scan(), text(text_code(WIDE * 5, 0, 4), 'Size="4" Alpha="0"')), 1),
        ((scan(), text(text_code(WIDE * 5, 0, 4), 'Size="4"')), 0),
        ((text(text_code(WIDE * 5, 0, 4), 'Size="4"'), scan()), 0),
        ((scan(100), text(text_code(WIDE * 5, 0, 4), 'Size="4" Alpha="0"')), 0),
    ],
    ids=["unseen", "over a background", "below a watermark", "small picture"],
)
def test_unseen_text_over_a_picture_of_the_page_was_recognised(
    objects: tuple[str, ...], expected: int
) -> None:
    source = read("".join(objects))

    assert source.recognised is not None
    assert expected == len(source.recognised)
    assert WIDE in source.text
