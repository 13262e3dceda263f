"""Where the marks of a comment stand in a Word file."""

from __future__ import annotations

import io
import re

import docx
import pytest
from lxml import etree

from gklint.formats.docx.reading import read_docx
from gklint.formats.limits import DEFAULT
from gklint.text.source import Span
from tests.support.annotating import (
    RUN,
    W,
    checked,
    comment,
    marked,
    paragraph_xml,
    parents,
    part,
    word,
)
from tests.support.word import saved


def test_a_run_is_split_where_a_comment_begins_and_ends() -> None:
    run = "<w:r w:rsidR='00A1'><w:rPr><w:b/></w:rPr><w:t>新收 申请5件</w:t></w:r>"

    data = comment(word(f"<w:p>{run}</w:p>"), "申请5").data

    properties = "<w:rPr><w:b/></w:rPr>"
    assert (
        "<w:p>"
        f'<w:r w:rsidR="00A1">{properties}<w:t xml:space="preserve">新收 </w:t></w:r>'
        '<w:commentRangeStart w:id="0"/>'
        f'<w:r w:rsidR="00A1">{properties}<w:t xml:space="preserve">申请5</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        f'<w:r w:rsidR="00A1">{properties}<w:t xml:space="preserve">件</w:t></w:r>'
        "</w:p>"
    ) == paragraph_xml(data)


def test_what_else_is_in_a_run_stays_in_its_place() -> None:
    run = "<w:r><w:t>一</w:t><w:tab/><w:t>二三</w:t><w:br/><w:t>四</w:t></w:r>"

    data = comment(word(f"<w:p>{run}</w:p>"), "二").data

    assert ["二"] == marked(data)
    assert ["一", "tab", "二", "三", "br", "四"] == [
        node.text or etree.QName(node).localname
        for node in etree.fromstring(part(data).encode()).iter(
            *(f"{{{W}}}{n}" for n in ("t", "tab", "br"))
        )
    ]
    assert "一 二三\n四\n" == read_docx(data, None, DEFAULT).text


def test_a_whole_run_is_not_split() -> None:
    data = word(f"<w:p>{RUN.format('一')}{RUN.format('二')}{RUN.format('三')}</w:p>")

    assert part(data).count("<w:r>") + 1 == part(comment(data, "二").data).count("<w:r>")


@pytest.mark.parametrize(
    ("block", "span", "expected"),
    [
        pytest.param("第一段", Span(1, 1), "第一段", id="an empty span"),
        pytest.param("第一段", Span(4, 4), "第一段", id="the end of the text"),
        pytest.param("<w:p/>", Span(0, 0), "", id="an empty paragraph"),
        pytest.param(
            f"<w:p>{RUN.format('一')}<w:r><w:tab/></w:r></w:p>", Span(1, 2), "一", id="a tab"
        ),
    ],
)
def test_a_place_without_text_is_marked_by_its_paragraph(
    block: str, span: Span, expected: str
) -> None:
    assert [expected] == marked(comment(word(block), span).data)


def cells(*texts: str) -> str:
    inner = "".join(f"<w:tc><w:p>{RUN.format(text) if text else ''}</w:p></w:tc>" for text in texts)
    return f"<w:tr>{inner}</w:tr>"


def test_an_empty_cell_is_marked_in_its_first_paragraph() -> None:
    data = word(f"<w:tbl>{cells('一', '', '二')}{cells('三', '四', '五')}</w:tbl>", "后")
    source = read_docx(data, None, DEFAULT)

    commented = comment(data, source.rows[0].cells[1]).data

    assert [""] == marked(commented)
    assert "</w:tc><w:tc><w:p><w:commentRangeStart" in part(commented)


def test_an_automatic_number_is_marked_by_its_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("总体情况", "List Number")

    assert ["总体情况"] == marked(comment(saved(document), Span(0, 1)).data)
    assert ["总"] == marked(comment(saved(document), Span(0, len("1.总"))).data)


@pytest.mark.parametrize(
    "blocks", [["值班表", "一月"], [f"<w:tbl>{cells('值班表', '一月')}</w:tbl>", "后"]]
)
def test_a_finding_about_the_file_stands_at_its_first_paragraph(blocks: list[str]) -> None:
    annotated = checked(word(*blocks))

    (found,) = docx.Document(io.BytesIO(annotated.data)).comments
    assert "错误 GK002" == found.text[:8]
    assert ["值班表"] == marked(annotated.data)


def test_a_file_without_a_paragraph_gets_one() -> None:
    empty = word()

    assert [""] == marked(checked(empty).data)


def test_a_comment_reaches_over_paragraphs_and_whole_tables() -> None:
    data = word("第一段", "第二段", f"<w:tbl>{cells('甲', '乙')}</w:tbl>", "第三段")
    text = read_docx(data, None, DEFAULT).text

    assert ["一段第二"] == marked(comment(data, "一段\n第二").data)
    assert ["段甲乙第"] == marked(comment(data, Span(text.index("段\n甲"), text.index("三"))).data)


def test_a_comment_reaches_over_cells_and_rows() -> None:
    data = word(f"<w:tbl>{cells('甲', '乙', '丙')}{cells('丁', '戊', '己')}</w:tbl>", "后")

    assert ["甲乙"] == marked(comment(data, "甲\t乙").data)
    assert ["乙丙丁"] == marked(comment(data, "乙\t丙\n丁").data)


def test_a_comment_does_not_reach_into_a_table_or_out_of_it() -> None:
    data = word("第一段", "第二段", f"<w:tbl>{cells('甲', '乙')}</w:tbl>", "第三段")

    assert ["一段第二段"] == marked(comment(data, "一段\n第二段\n甲").data)
    assert ["乙"] == marked(comment(data, "乙\n第三").data)


def test_comments_at_one_place_enclose_each_other() -> None:
    data = comment(word("甲乙丙丁"), "甲乙丙", "乙", "乙丙", "乙丙", Span(2, 2)).data

    marks = re.findall(r'commentRange(Start|End) w:id="(\d)"|<w:t[^>]*>(.)', paragraph_xml(data))
    assert "S4 S0 甲 S3 S2 S1 乙 E1 丙 E2 E3 E0 丁 E4" == " ".join(
        f"{kind[:1]}{number}{text}" for kind, number, text in marks
    )


def test_comments_that_overlap_each_keep_their_words() -> None:
    data = comment(word("甲乙丙丁"), "甲乙丙", "丙丁", "乙丙").data

    assert ["甲乙丙", "丙丁", "乙丙"] == marked(data)


TWO = RUN.format("新收") + RUN.format("申请")


@pytest.mark.parametrize(
    ("holder", "inside"),
    [
        ("ins", f"<w:ins w:id='7' w:author='x'>{TWO}</w:ins>"),
        ("hyperlink", f"<w:hyperlink w:anchor='x'>{TWO}</w:hyperlink>"),
        ("sdtContent", f"<w:sdt><w:sdtPr/><w:sdtContent>{TWO}</w:sdtContent></w:sdt>"),
        ("fldSimple", f"<w:fldSimple w:instr='PAGE'>{TWO}</w:fldSimple>"),
    ],
)
def test_marks_stay_out_of_what_is_marked_as_a_whole(holder: str, inside: str) -> None:
    data = word(f"<w:p>{RUN.format('前')}{inside}{RUN.format('后')}</w:p>")

    whole, half, over = (comment(data, words).data for words in ("新收申请", "收申", "前新收"))

    assert ["新收申请"] == marked(whole)
    assert ["p", "p"] == parents(whole)
    assert ["收申"] == marked(half)
    assert [holder, holder] == parents(half)
    assert ["前新收"] == marked(over)
    assert ["p", holder] == parents(over)


def test_the_result_of_a_field_is_marked_and_deleted_text_left_alone() -> None:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in kinds)
    deleted = "<w:del w:id='1' w:author='x'><w:r><w:delText>没</w:delText></w:r></w:del>"
    field = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{separate}{TWO}{end}"

    data = word(f"<w:p>{RUN.format('前')}{field}{deleted}{RUN.format('后')}</w:p>")

    assert ["收申"] == marked(comment(data, "收申").data)
    assert ["请后"] == marked(comment(data, "请后").data)


BOX = "<w:pict><w:txbxContent><w:p>{}</w:p>{}</w:txbxContent></w:pict>"


@pytest.mark.parametrize("words", ["盒", "盒中字", pytest.param("一\n盒", id="from outside"), "框"])
def test_a_text_box_is_marked_from_outside(words: str) -> None:
    box = BOX.format(RUN.format("盒中字"), f"<w:tbl>{cells('框')}</w:tbl>")
    data = word(f"<w:p><w:r><w:t>第</w:t>{box}<w:t>一</w:t></w:r></w:p>", "后")

    commented = comment(data, words).data

    assert ["一" if "一" in words else "盒中字框"] == marked(commented)
    assert ["p", "p"] == parents(commented)
    assert read_docx(data, None, DEFAULT) == read_docx(commented, None, DEFAULT)


def test_a_formula_is_marked_as_a_whole() -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f"<m:oMath xmlns:m='{space}'><m:r><m:t>5+3</m:t></m:r></m:oMath>"
    data = word(f"<w:p>{RUN.format('共')}{formula}{RUN.format('件')}</w:p>")

    xml = paragraph_xml(comment(data, "+").data)

    assert re.search(r"<w:commentRangeStart [^>]*/><m:oMath.*</m:oMath><w:commentRangeEnd", xml)


def test_what_stands_over_other_characters_is_marked_as_a_whole() -> None:
    above, base = RUN.format("shen"), RUN.format("申请")
    ruby = f"<w:ruby><w:rt>{above}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby>"
    data = word(f"<w:p><w:r><w:t>新收</w:t>{ruby}<w:t>五件</w:t></w:r></w:p>")

    commented = comment(data, "请").data

    assert ["shen申请"] == marked(commented)
    assert ["p", "p"] == parents(commented)
