"""The text of a document, read and checked."""

from __future__ import annotations

import pytest

from gklint.errors import UnreadableFileError
from gklint.lsp.checking import path_of, read
from gklint.text.source import Markup
from tests.support.lsp_documents import checked
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, WRONG_COUNT, WRONG_SUM


def codes(text: str, uri: str = "untitled:a.md") -> list[str]:
    return [found["code"] for found in checked(text, uri).diagnostics]


@pytest.mark.parametrize(
    "uri",
    [
        "file:///reports/年报.md",
        "file:///reports/%E5%B9%B4%E6%8A%A5.TXT",
        "untitled:Untitled-1",
        "vscode-vfs://github/reports/a.md",
        "file:///reports/README",
        "file:///reports/a.rst",
    ],
)
def test_any_document_is_checked_as_text(uri: str) -> None:
    assert [] == codes(CLEAN, uri)
    assert ["GK303", "GK302"] == codes(WRONG_SUM, uri)


ACCEPTED = WRONG_COUNT.replace("结转下年1件。", "结转下年1件。 <!-- gklint: accept GK402{} -->")


@pytest.mark.parametrize(
    ("said", "saved", "codes"),
    [
        pytest.param(" 理由：", WRONG_COUNT, ["GK402"], id="put in, not saved"),
        pytest.param(" 理由：", ACCEPTED.format(" 理由："), ["GK402", "GK007"], id="saved"),
        pytest.param("", WRONG_COUNT, ["GK402", "GK007"], id="written otherwise"),
        pytest.param(" 理由：原表如此", WRONG_COUNT, [], id="with a reason"),
    ],
)
def test_a_comment_that_was_put_in_waits_for_its_reason(
    said: str, saved: str, codes: list[str]
) -> None:
    found = checked(ACCEPTED.format(said), saved=saved)

    assert codes == [each["code"] for each in found.diagnostics]
    assert codes == [each.code for each in found.report.diagnostics]


@pytest.mark.parametrize("uri", ["file:///a.html", "untitled:Untitled-1"])
def test_a_page_is_read_as_a_page(uri: str) -> None:
    page = (ROOT / "examples/missing-row.html").read_text("utf-8")
    found = checked(page, uri)

    assert isinstance(found.report.source.where, Markup)
    assert page == found.file.text
    assert [("GK202", 61), ("GK304", 74)] == [
        (item["code"], item["range"]["start"]["line"]) for item in found.diagnostics
    ]


def test_what_a_page_declares_does_not_matter() -> None:
    page = '<html><meta charset="gb2312"><p>一、总体情况𠮷</p></html>'

    assert page == read(page, "a.html").file.text


@pytest.mark.parametrize("text", ["", "\0", "\ufeff", "\r", "\x0c\u2028\u0085"])
def test_of_what_is_no_report_nothing_is_said(text: str) -> None:
    assert [] == codes(text)


def test_null_characters_do_not_make_it_utf_16() -> None:
    text = "表\0格\0" * 4

    assert text == read(text, "a.txt").text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("\x01" * 100, "binary", id="control characters"),
        pytest.param("a" * (11 * 1024 * 1024), "over-text", id="huge"),
        pytest.param("\n" * 100_001, "over-pieces", id="many lines"),
        pytest.param(
            "MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "binary", id="mail"
        ),
        pytest.param(
            '<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "binary", id="Word"
        ),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read(text, "a.txt")

    assert reason == error.value.reason


def test_what_is_over_a_limit_is_one_finding_at_the_beginning() -> None:
    (found,) = checked("\n" * 100_001).diagnostics
    start = {"line": 0, "character": 0}

    assert ("GK001", {"start": start, "end": start}) == (found["code"], found["range"])


FILES = {
    "年报.docx": ROOT / "examples" / "unbalanced.docx",
    "年报.pdf": ROOT / "examples" / "unbalanced.pdf",
    "年报.doc": ROOT / "tests" / "data" / "saved-by-libreoffice.doc",
    "年报.odt": ROOT / "tests" / "data" / "saved-by-libreoffice.odt",
    "页面.png": ROOT / "docs" / "page.png",
}


@pytest.mark.parametrize("coding", ["utf-8", "latin-1", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("name", FILES)
def test_what_an_editor_makes_of_another_file_is_not_called_damaged(name: str, coding: str) -> None:
    text = FILES[name].read_bytes().decode(coding, "replace")
    named, untitled = checked(text, f"file:///{name}"), checked(text)

    assert [] == named.diagnostics == untitled.diagnostics
    assert not untitled.elsewhere
    assert name.endswith(".png") or coding == "utf-16-le" or named.elsewhere


def test_a_web_page_that_is_called_doc_is_read_in_an_editor_too() -> None:
    found = checked("<html><body><p>一、总体情况</p></body></html>", "file:///年报.doc")

    assert found.diagnostics
    assert not found.elsewhere


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/%E8%A1%A8.md", "/a/表.md"),
        ("untitled:a.md", None),
        ("file://[::1", None),
        ("", None),
    ],
)
def test_only_a_file_has_a_path(uri: str, path: str | None) -> None:
    assert path == path_of(uri)


@pytest.mark.parametrize(("units", "character"), [("utf-8", 68), ("utf-16", 26), ("utf-32", 25)])
def test_positions_are_counted_as_agreed(units: str, character: int) -> None:
    line = "（二）依申请公开。𠮷2023年新收政府信息公开申请八件"
    text = CLEAN.replace("（二）依申请公开。2023年新收政府信息公开申请5件", line)
    (found,) = checked(text, units=units).diagnostics

    assert ("GK402", {"line": 6, "character": character}) == (
        found["code"],
        found["range"]["start"],
    )
