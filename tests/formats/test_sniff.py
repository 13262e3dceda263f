"""What kind of file it is, told by its content and not by its name alone."""

from __future__ import annotations

import codecs
import io
import time
import zipfile
from collections.abc import Callable

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.reading import nothing, take
from gklint.formats.sniff import KINDS, Kind, kind_of
from tests.support.checking import refusal
from tests.support.other_formats import mhtml, odt, ole, word_97
from tests.support.word import p, package, parts

PAGE = "<!DOCTYPE html>\n<html><body><p>一、总体情况</p></body></html>"
WORD_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="urn:w"/>'
)
RTF = rb"{\rtf1\ansi \'d2\'bb}"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def docx() -> bytes:
    return package(parts(p("一、总体情况")))


def text_document() -> bytes:
    return odt("<text:p>一、总体情况</text:p>")


def locked() -> bytes:
    return ole({"EncryptedPackage": bytes(4096), "EncryptionInfo": bytes(4096)})


# -- kinds ------------------------------------------------------------------------------------


FILES: dict[str, tuple[Callable[[], bytes], Kind]] = {
    "docx": (docx, Kind.DOCX),
    "doc": (word_97, Kind.DOC),
    "odt": (text_document, Kind.ODT),
    "ofd": (lambda: package({"OFD.xml": "", "Doc_0/Document.xml": ""}), Kind.OFD),
    "rtf": (lambda: RTF, Kind.RTF),
    "pdf": (lambda: PDF, Kind.PDF),
    "Word 2003 XML": (WORD_XML.encode, Kind.WORDML),
    "Word 2003 XML with mark": (lambda: codecs.BOM_UTF8 + WORD_XML.encode(), Kind.WORDML),
    "Word 2003 XML in utf-16": (lambda: WORD_XML.encode("utf-16"), Kind.WORDML),
    "a page in one file": (lambda: mhtml(PAGE), Kind.MHTML),
    "a page in one file, as Chrome saves it": (
        lambda: b"From: <Saved by Blink>\r\nSubject: x\r\n y\r\n" + mhtml(PAGE),
        Kind.MHTML,
    ),
    "a page": (PAGE.encode, Kind.HTML),
    "a page with mark": (lambda: codecs.BOM_UTF8 + PAGE.encode(), Kind.HTML),
    "a page in gb18030": (lambda: PAGE.encode("gb18030"), Kind.HTML),
    "a page in utf-16": (lambda: PAGE.encode("utf-16"), Kind.HTML),
    "a page in utf-16 without mark": (lambda: PAGE.encode("utf-16-be"), Kind.HTML),
    "a page in utf-16 of the other order": (
        lambda: codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"),
        Kind.HTML,
    ),
    "a page after comments": (
        lambda: f'<?xml version="1.0"?>\n<!-- 一 -->\n<!-- 二 -->{PAGE}'.encode(),
        Kind.HTML,
    ),
    "a table": (lambda: b'\r\n<META charset="gb2312"><table><tr><td>', Kind.HTML),
    "an element": (lambda: b"<div class=x>", Kind.HTML),
}


@pytest.mark.parametrize("name", [None, "年报.docx", "年报.doc", "年报.pdf", "年报.txt", "年报"])
@pytest.mark.parametrize("file", FILES)
def test_a_file_is_what_its_content_is(file: str, name: str | None) -> None:
    data, kind = FILES[file]

    assert kind is kind_of(data(), name)


def test_a_compound_file_named_wps_is_one_of_wps() -> None:
    assert Kind.WPS is kind_of(word_97(), "年报.WPS")


@pytest.mark.parametrize("name", ["年报.txt", "年报.md", "年报.html"])
def test_a_text_may_speak_of_pdf(name: str) -> None:
    assert KINDS["." + name.rpartition(".")[2]] is kind_of("格式为%PDF-1.7的文件".encode(), name)


def test_a_pdf_may_begin_with_something_else() -> None:
    assert Kind.PDF is kind_of(b"\r\n\0\0HTTP\r\n" + PDF, "年报.pdf")


def test_markdown_may_begin_with_html() -> None:
    assert Kind.TEXT is kind_of(b"<div align=center>\n\n# 2023\n", "年报.md")


def test_a_wiki_text_may_begin_with_a_place_to_link_to() -> None:
    text = '<span id="甲"></span>\n= 甲 =\n'

    assert Kind.TEXT is kind_of(text.encode(), "年报.txt")
    assert Kind.HTML is kind_of(text.replace("= 甲 =", "甲").encode(), "年报.txt")


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
    assert ("unknown-type", {"suffix": ".xyz"}) == refusal(kind_of, b"text", name)


@pytest.mark.parametrize("name", ["第一页.png", "第一页.JPG"])
def test_what_is_called_a_picture_and_is_none_is_damaged(name: str) -> None:
    assert ("damaged", {"kind": name[-3:].lower()}) == refusal(kind_of, b"\0\1\2", name)


def test_a_file_without_a_suffix_is_named_without_its_folder() -> None:
    assert ("unknown-type", {"suffix": "年报"}) == refusal(kind_of, b"text", "报送/年报")


OTHERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "xlsx": (
        lambda: package({"[Content_Types].xml": "", "xl/workbook.xml": "", "_rels/.rels": ""}),
        "Excel",
    ),
    "pptx": (lambda: package({"ppt/presentation.xml": ""}), "PowerPoint"),
    "an archive": (lambda: package({"2023/年报.docx": docx()}), "ZIP"),
    "an empty archive": (lambda: package({}), "ZIP"),
    "xls": (lambda: ole({"Workbook": bytes(4096)}), "Excel"),
    "ppt": (lambda: ole({"PowerPoint Document": bytes(4096)}), "PowerPoint"),
}


@pytest.mark.parametrize("file", OTHERS)
def test_a_file_of_another_program_is_not_a_report(file: str) -> None:
    made, program = OTHERS[file]
    data = made()
    misnamed = ("misnamed", {"suffix": ".docx", "kind": program})

    assert misnamed == refusal(kind_of, data, "年报.docx")
    assert ("unknown-type", {"suffix": ".et"}) == refusal(kind_of, data, "年报.et")
    assert ("unknown-type", {"suffix": program}) == refusal(kind_of, data, "年报")


def test_a_sheet_within_a_document_does_not_make_it_a_sheet() -> None:
    streams = {"Workbook": bytes(4096), "WordDocument": bytes(4096)}

    assert Kind.DOC is kind_of(ole(streams), "年报.doc")


@pytest.mark.parametrize("name", ["年报.docx", "年报.doc", "年报.odt", "年报.txt"])
@pytest.mark.parametrize(
    "made",
    [
        pytest.param(locked, id="docx"),
        pytest.param(lambda: word_97(flags=0x0100), id="doc"),
        pytest.param(lambda: word_97(flags=0x13F0), id="doc with other flags"),
        pytest.param(lambda: odt("", listed="<m:encryption-data/>"), id="odt"),
    ],
)
def test_a_password_is_told(made: Callable[[], bytes], name: str) -> None:
    assert ("encrypted", {}) == refusal(kind_of, made(), name)


def test_a_document_whose_other_flags_are_set_has_no_password() -> None:
    assert Kind.DOC is kind_of(word_97(flags=0x12F0), "年报.doc")


@pytest.mark.parametrize(
    ("name", "made", "part", "kind"),
    [
        ("年报.docx", docx, slice(300), "docx"),
        ("年报.docx", docx, slice(300, None), "docx"),
        ("年报.odt", text_document, slice(-30), "odt"),
        ("年报.doc", word_97, slice(1000), "doc"),
        ("年报.doc", word_97, slice(8), "doc"),
        ("年报.wps", word_97, slice(1000), "wps"),
        ("年报.wps", lambda: b"\x01\x02\0\0", slice(None), "wps"),
        ("年报.pdf", lambda: bytes(2000), slice(None), "pdf"),
        ("年报", docx, slice(300), "zip"),
    ],
)
def test_what_is_not_whole_is_damaged(
    name: str, made: Callable[[], bytes], part: slice, kind: str
) -> None:
    assert ("damaged", {"kind": kind}) == refusal(kind_of, made()[part], name)


def test_an_archive_packed_as_no_office_does_is_damaged() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")

    assert ("damaged", {"kind": "odt"}) == refusal(kind_of, packed.getvalue(), "年报.odt")


@pytest.mark.parametrize("name", ["年报.doc", "年报.docx", "年报.pdf", "年报.mht", "年报.ofd"])
def test_an_empty_file_is_empty(name: str) -> None:
    assert ("empty", {}) == refusal(kind_of, b"", name)


@pytest.mark.parametrize("name", ["年报.txt", "年报.md", "年报.html"])
def test_an_empty_text_is_a_text(name: str) -> None:
    assert "" == take(b"", name).text.strip()


@pytest.mark.parametrize("name", ["~$年报.docx", "报送/~$年报.doc", ".~年报.docx", ".~lock.x.odt#"])
def test_what_word_leaves_beside_an_open_file_is_no_report(name: str) -> None:
    assert ("lock-file", {}) == refusal(kind_of, b"\x05admin".ljust(162, b"\0"), name)


def test_a_report_may_be_called_like_what_word_leaves() -> None:
    assert Kind.DOCX is kind_of(docx(), "~$年报.docx")


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
