"""Word files that hold other files: chunks that Word shows as its own text, and workbooks."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import datetime

import pytest
from openpyxl import Workbook

from gklint.errors import UnreadableFileError
from gklint.formats.docx.commenting import Comment, commented
from gklint.formats.limits import DEFAULT
from gklint.text.source import Span
from tests.support.word import p, package, parts, places, r, read, tbl, tc, tr

WRITTEN = datetime(2025, 1, 20, 9, 30)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHUNK = f'<w:altChunk xmlns:r="{RELATIONS}" r:id="rIdX"/>'
OBJECT = r(
    '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed"'
    f' ProgID="Excel.Sheet.12" xmlns:r="{RELATIONS}" r:id="rIdX"/></w:object>'
)
TABLE = "<p>甲</p><table><tr><td rowspan=2>乙<td>1<tr><td>2</table>"


def holding(body: str, name: str, data: bytes) -> bytes:
    """A Word file that holds a file."""
    made: dict[str, str | bytes] = dict(parts(body))
    related = str(made["word/_rels/document.xml.rels"])
    listed = f'<Relationship Id="rIdX" Type="{RELATIONS}/aFChunk" Target="{name}"/></Relationships>'
    made["word/_rels/document.xml.rels"] = related.replace("</Relationships>", listed)
    made[f"word/{name}"] = data
    return package(made)


def mht(html: str) -> bytes:
    return b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html.encode()


def inner() -> bytes:
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p() + "</w:tc>" + tc("2")
    first = tc("乙", properties="<w:vMerge w:val='restart'/>")
    return package(parts(p("甲") + tbl(tr(first, tc("1")), tr(rest))))


FILES: Mapping[str, Callable[[], bytes]] = {
    "a.html": lambda: f"<!DOCTYPE html><meta charset=utf-8>{TABLE}".encode(),
    "a.mht": lambda: mht(f"<html>{TABLE}"),
    "a.docx": inner,
}


@pytest.mark.parametrize("name", FILES)
def test_a_chunk_is_read_where_word_shows_it(name: str) -> None:
    source = read(holding(p("前") + CHUNK + p("后"), name, FILES[name]()))

    assert [
        ("前", 1),
        ("甲", 2),
        ("乙", (1, 1, 1)),
        ("1", (1, 1, 2)),
        ("2", (1, 2, 1)),
        ("后", 3),
    ] == places(source)


def test_a_chunk_of_text_is_paragraphs() -> None:
    source = read(holding(CHUNK + p("后"), "a.txt", "甲\r\n乙".encode()))

    assert [("甲", 1), ("乙", 2), ("后", 3)] == places(source)


def test_word_files_may_hold_each_other_to_some_depth() -> None:
    data = package(parts(p("甲")))
    for _ in range(3):
        data = holding(CHUNK, "a.docx", data)

    assert [("甲", 1)] == places(read(data))
    assert "over-depth" == refused(holding(CHUNK, "a.docx", data))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.rtf", b"{\\rtf1 a}", "embedded"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("b.bin", b"\x00\x01", "unknown-type"),
    ],
)
def test_a_chunk_that_cannot_be_read_makes_the_file_unreadable(
    name: str, data: bytes, reason: str
) -> None:
    assert reason == refused(holding(CHUNK, name, data))


def test_a_chunk_that_is_missing_shows_nothing() -> None:
    assert "甲\n" == read(package(parts(p("甲") + CHUNK))).text


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(data)
    return caught.value.reason


def test_a_comment_on_a_chunk_stands_at_the_paragraph_above_it() -> None:
    data = holding(p("前") + CHUNK, "a.html", FILES["a.html"]())
    source = read(data)
    at = source.text.index("2")

    made = commented(data, [Comment(Span(at, at + 1), ("不对",))], DEFAULT, WRITTEN)

    assert 1 == made.written


# -- workbooks -----------------------------------------------------------------------


def workbook(merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["项目", "件数"], ["规章", 0], ["行政规范性文件", 3.0], ["收费", 12.5]):
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_values_of_a_workbook_are_a_table() -> None:
    source = read(holding(p("前", OBJECT), "embeddings/a.xlsx", workbook()))

    assert "前\n项目\t件数\n规章\t0\n行政规范性文件\t3\n收费\t12.5\n" == source.text
    assert ("3", (1, 3, 2)) in places(source)


def test_merged_cells_of_a_workbook_are_one() -> None:
    source = read(holding(p("前", OBJECT), "embeddings/a.xlsx", workbook("A2:A3")))

    assert ["前", "项目", "件数", "规章", "0", "3", "收费", "12.5"] == [
        each for each, _ in places(source)
    ]


@pytest.mark.parametrize("name", ["embeddings/a.bin", "embeddings/a.xls"])
def test_objects_of_other_programs_are_passed_over(name: str) -> None:
    assert "前\n" == read(holding(p("前", OBJECT), name, b"\xd0\xcf\x11\xe0")).text


def test_a_damaged_workbook_makes_the_file_unreadable() -> None:
    assert "damaged" == refused(holding(p(OBJECT), "embeddings/a.xlsx", b"PK\x05\x06"))
