"""What kind of file it is, told by its content and not by its name alone."""

from __future__ import annotations

import codecs
import io
import time
import zipfile

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.reading import nothing, take
from gklint.formats.sniff import KINDS, Kind, kind_of
from gklint.text.source import Place, Span
from tests.support.other_formats import mhtml, odt, ole, word_97
from tests.support.word import p, package, parts

PAGE = "<!DOCTYPE html>\n<html><body><p>一、总体情况</p></body></html>"
WORD_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="urn:w"/>'
)
DOCX = package(parts(p("一、总体情况")))
DOC = word_97()
ODT = odt("<text:p>一、总体情况</text:p>")
RTF = rb"{\rtf1\ansi \'d2\'bb}"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
SHEET = package({"[Content_Types].xml": "", "xl/workbook.xml": "", "_rels/.rels": ""})
OFD = package({"OFD.xml": "", "Doc_0/Document.xml": ""})


def refusal(data: bytes, name: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnreadableFileError) as caught:
        kind_of(data, name)
    return caught.value.reason, caught.value.detail


# -- kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [None, "年报.docx", "年报.doc", "年报.pdf", "年报.txt", "年报"])
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (DOCX, Kind.DOCX),
        (DOC, Kind.DOC),
        (ODT, Kind.ODT),
        (OFD, Kind.OFD),
        (RTF, Kind.RTF),
        (PDF, Kind.PDF),
        (WORD_XML.encode(), Kind.WORDML),
        (codecs.BOM_UTF8 + WORD_XML.encode(), Kind.WORDML),
        (WORD_XML.encode("utf-16"), Kind.WORDML),
        (mhtml(PAGE), Kind.MHTML),
        (b"From: <Saved by Blink>\r\nSubject: x\r\n y\r\n" + mhtml(PAGE), Kind.MHTML),
        (PAGE.encode(), Kind.HTML),
        (codecs.BOM_UTF8 + PAGE.encode(), Kind.HTML),
        (PAGE.encode("gb18030"), Kind.HTML),
        (PAGE.encode("utf-16"), Kind.HTML),
        (PAGE.encode("utf-16-be"), Kind.HTML),
        (codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"), Kind.HTML),
        (f'<?xml version="1.0"?>\n<!-- 一 -->\n<!-- 二 -->{PAGE}'.encode(), Kind.HTML),
        (b'\r\n<META charset="gb2312"><table><tr><td>', Kind.HTML),
        (b"<div class=x>", Kind.HTML),
    ],
)
def test_a_file_is_what_its_content_is(data: bytes, kind: Kind, name: str | None) -> None:
    assert kind is kind_of(data, name)


def test_a_compound_file_named_wps_is_one_of_wps() -> None:
    assert Kind.WPS is kind_of(DOC, "年报.WPS")


@pytest.mark.parametrize("name", ["年报.txt", "年报.md", "年报.html"])
def test_a_text_may_speak_of_pdf(name: str) -> None:
    assert KINDS["." + name.rpartition(".")[2]] is kind_of("格式为%PDF-1.7的文件".encode(), name)


def test_a_pdf_may_begin_with_something_else() -> None:
    assert Kind.PDF is kind_of(b"\r\n\0\0HTTP\r\n" + PDF, "年报.pdf")


def test_markdown_may_begin_with_html() -> None:
    assert Kind.TEXT is kind_of(b"<div align=center>\n\n# 2023\n", "年报.md")


@pytest.mark.parametrize("name", ["年报.doc", "年报.docx", "年报.wps", "年报.pdf"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_is_a_text_whatever_it_is_called(name: str, encoding: str) -> None:
    assert "一、总体情况\n" == take("一、总体情况\n".encode(encoding), name).text


def test_standard_input_without_a_name_is_told_by_its_content() -> None:
    assert Kind.TEXT is kind_of("一、总体情况".encode(), None)
    assert Kind.HTML is kind_of(PAGE.encode(), None)


# -- refusals ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["年报.xyz", "年报.XYZ"])
def test_a_type_nobody_knows_is_named(name: str) -> None:
    assert ("unknown-type", {"suffix": ".xyz"}) == refusal(b"text", name)


def test_a_file_without_a_suffix_is_named_without_its_folder() -> None:
    assert ("unknown-type", {"suffix": "年报"}) == refusal(b"text", "报送/年报")


@pytest.mark.parametrize(
    ("data", "program"),
    [
        (SHEET, "Excel"),
        (package({"ppt/presentation.xml": ""}), "PowerPoint"),
        (package({"2023/年报.docx": DOCX}), "ZIP"),
        (package({}), "ZIP"),
        (ole({"Workbook": bytes(4096)}), "Excel"),
        (ole({"PowerPoint Document": bytes(4096)}), "PowerPoint"),
    ],
)
def test_a_file_of_another_program_is_not_a_report(data: bytes, program: str) -> None:
    misnamed = ("misnamed", {"suffix": ".docx", "kind": program})

    assert misnamed == refusal(data, "年报.docx")
    assert ("unknown-type", {"suffix": ".et"}) == refusal(data, "年报.et")
    assert ("unknown-type", {"suffix": program}) == refusal(data, "年报")


def test_a_sheet_within_a_document_does_not_make_it_a_sheet() -> None:
    streams = {"Workbook": bytes(4096), "WordDocument": bytes(4096)}

    assert Kind.DOC is kind_of(ole(streams), "年报.doc")


@pytest.mark.parametrize("name", ["年报.docx", "年报.doc", "年报.odt", "年报.txt"])
@pytest.mark.parametrize(
    "data",
    [
        ole({"EncryptedPackage": bytes(4096), "EncryptionInfo": bytes(4096)}),
        word_97(flags=0x0100),
        word_97(flags=0x13F0),
        odt("", listed="<m:encryption-data/>"),
    ],
)
def test_a_password_is_told(data: bytes, name: str) -> None:
    assert ("encrypted", {}) == refusal(data, name)


def test_a_document_whose_other_flags_are_set_has_no_password() -> None:
    assert Kind.DOC is kind_of(word_97(flags=0x12F0), "年报.doc")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("年报.docx", DOCX[:300], "docx"),
        ("年报.docx", DOCX[300:], "docx"),
        ("年报.odt", ODT[:-30], "odt"),
        ("年报.doc", DOC[:1000], "doc"),
        ("年报.doc", DOC[:8], "doc"),
        ("年报.wps", DOC[:1000], "wps"),
        ("年报.wps", b"\x01\x02\0\0", "wps"),
        ("年报.pdf", bytes(2000), "pdf"),
        ("年报", DOCX[:300], "zip"),
    ],
)
def test_what_is_not_whole_is_damaged(name: str, data: bytes, kind: str) -> None:
    assert ("damaged", {"kind": kind}) == refusal(data, name)


def test_an_archive_packed_as_no_office_does_is_damaged() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")

    assert ("damaged", {"kind": "odt"}) == refusal(packed.getvalue(), "年报.odt")


@pytest.mark.parametrize("name", ["年报.doc", "年报.docx", "年报.pdf", "年报.mht", "年报.ofd"])
def test_an_empty_file_is_empty(name: str) -> None:
    assert ("empty", {}) == refusal(b"", name)


@pytest.mark.parametrize("name", ["年报.txt", "年报.md", "年报.html"])
def test_an_empty_text_is_a_text(name: str) -> None:
    assert "" == take(b"", name).text.strip()


@pytest.mark.parametrize("name", ["~$年报.docx", "报送/~$年报.doc", ".~年报.docx", ".~lock.x.odt#"])
def test_what_word_leaves_beside_an_open_file_is_no_report(name: str) -> None:
    assert ("lock-file", {}) == refusal(b"\x05admin".ljust(162, b"\0"), name)


def test_a_report_may_be_called_like_what_word_leaves() -> None:
    assert Kind.DOCX is kind_of(DOCX, "~$年报.docx")


def test_an_archive_of_too_many_files_is_not_opened() -> None:
    many = package({"[Content_Types].xml": "", **{f"word/{n}.xml": "" for n in range(10)}})
    with pytest.raises(UnreadableFileError) as caught:
        kind_of(many, "年报.docx", Limits(entries=10))

    assert {"found": 11, "limit": 10} == caught.value.detail
    assert Kind.DOCX is kind_of(many, "年报.docx", Limits(entries=11))


@pytest.mark.parametrize(
    "data",
    [
        b"<!---->" * 600 + b"x",
        b"<!--" * 1200,
        b"a:b\n" * 1200,
        b"a:\n" + b" \n" * 2400,
        b"<?xml " * 800,
        b" \n" * 2400,
    ],
)
def test_a_beginning_that_goes_on_and_on_costs_no_time(data: bytes) -> None:
    started = time.perf_counter()

    assert Kind.TEXT is kind_of(data, "年报.doc")
    assert time.perf_counter() - started < 0.5


# -- what a file that cannot be read is taken for ---------------------------------------------


@pytest.mark.parametrize("suffix", KINDS)
def test_a_file_that_cannot_be_read_has_no_lines_unless_its_kind_has(suffix: str) -> None:
    source = nothing(f"年报{suffix}")

    assert (source.where is None) is KINDS[suffix].has_lines


# -- pages saved as one file ------------------------------------------------------------------

TABLES = "<p>甲</p><table><tr><td>1<td>2<tr><td>3</table><p>乙<table><tr><td>4</table>"


@pytest.mark.parametrize("name", ["年报.mht", "年报.mhtml", "年报.doc"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file_is_read_with_places_as_in_word(name: str, charset: str) -> None:
    source = take(mhtml(TABLES, charset), name)
    starts = [source.text.index(text) for text in "甲123乙4"]

    assert "甲\n1\t2\n3\n乙\n4\n" == source.text.replace(" \n", "\n")
    assert [
        Place(paragraph=1),
        Place(table=1, row=1, cell=1),
        Place(table=1, row=1, cell=2),
        Place(table=1, row=2, cell=1),
        Place(paragraph=2),
        Place(table=2, row=1, cell=1),
    ] == [source.locate(Span(start, start + 1)).place for start in starts]


def test_a_page_may_be_all_that_is_in_the_file() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode()

    assert "一、总体情况\n" == take(data, "年报.mht").text


def test_a_file_without_its_page_is_damaged() -> None:
    data = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n\ntext\n--x--'
    with pytest.raises(UnreadableFileError) as caught:
        take(data, "年报.mht")

    assert ("damaged", {"kind": "mht"}) == (caught.value.reason, caught.value.detail)


def test_a_page_of_too_many_parts_is_not_read() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        take(mhtml(PAGE), "年报.mht", Limits(entries=1))

    assert "over-entries" == caught.value.reason
