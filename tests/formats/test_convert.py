"""Old and foreign formats, converted by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gklint.formats import convert
from gklint.formats.reading import take
from gklint.formats.sniff import Kind
from tests.support.converting import Saved, refused
from tests.support.needs import needs_office
from tests.support.other_formats import odt, word_97
from tests.support.word import p, package

pytestmark = pytest.mark.slow


# -- what is converted ------------------------------------------------------------------------


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "wps", "rtf", "odt"])
def test_a_report_says_the_same_in_every_format(formats: dict[str, Saved], suffix: str) -> None:
    word, other = formats["docx"], formats[suffix]

    assert (str(other.path), word.source.text) == (other.source.path, other.source.text)
    assert [row.cells for row in word.source.rows] == [row.cells for row in other.source.rows]
    assert [(d.code, d.place, d.message) for d in word.found] == [
        (d.code, d.place, d.message) for d in other.found
    ]
    assert {"GK301", "GK303"} == {found.code for found in word.found}


@needs_office
def test_a_file_is_converted_by_its_content_whatever_its_name(formats: dict[str, Saved]) -> None:
    word, old = formats["docx"], formats["doc"]

    assert word.source.text == take(old.path.read_bytes(), "年报.docx").text


@needs_office
def test_rich_text_in_the_code_page_of_windows_is_read() -> None:
    words = "".join(rf"\'{byte:02x}" for byte in "一、总体情况".encode("gbk"))
    data = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 %s\par}"

    assert "一、总体情况\n" == take((data % words).encode(), "年报.rtf").text


@needs_office
def test_word_2003_xml_is_read() -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("规章", "0"))
    grid = "<w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
    data = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        f"{p('一、总体情况')}<w:tbl>{grid}<w:tr>{cells}</w:tr></w:tbl></w:body>"
        "</w:wordDocument>"
    )

    assert "一、总体情况\n规章\t0\n" == take(data.encode(), "年报.doc").text.replace("\n\n", "\n")


# -- what is not ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "suffix"),
    [
        (Kind.DOC, "Word 97–2003", ".doc"),
        (Kind.WPS, "WPS", ".wps"),
        (Kind.RTF, "RTF", ".rtf"),
        (Kind.ODT, "OpenDocument", ".odt"),
        (Kind.WORDML, "Word 2003 XML", ".xml"),
    ],
)
def test_without_libreoffice_the_format_is_named(
    kind: Kind, name: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "office", lambda: None)

    assert ("needs-conversion", {"kind": name, "suffix": suffix}) == refused(kind, b"")


def test_libreoffice_is_not_taken_from_the_folder_of_the_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setattr(convert, "OFFICE_PLACES", ())
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(tmp_path)
    assert convert.office() is None

    monkeypatch.setenv("PATH", ".")
    assert convert.office() is None

    monkeypatch.setenv("PATH", str(tmp_path))
    if sys.platform != "win32":
        assert str(tmp_path / "soffice") == convert.office()


def test_libreoffice_is_what_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "office"
    program.touch()
    monkeypatch.setenv("GKLINT_SOFFICE", str(program))

    assert str(program) == convert.office()


@pytest.mark.parametrize("named", ["soffice", "/nowhere/soffice"])
def test_a_wrong_name_of_libreoffice_is_no_reason_to_take_another(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKLINT_SOFFICE", named)

    assert ("no-such-office", {"variable": "GKLINT_SOFFICE", "path": named}) == refused(
        Kind.DOC, b""
    )


def test_what_converts_has_no_network_and_bounded_memory() -> None:
    able = shutil.which("unshare") and subprocess.run(
        [*convert._ALONE.split(), "true"], capture_output=True, check=False
    )
    if not able or able.returncode:
        pytest.skip("the system gives no program a world without network")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = f"import socket; socket.create_connection(('127.0.0.1', {port}), 5)"
        bounded = [*convert._bounded([sys.executable, "-c", code])]
        alone = subprocess.run(bounded, capture_output=True, text=True, check=False)
    limit = "import resource; print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    bounded = [*convert._bounded([sys.executable, "-c", limit])]
    memory = subprocess.run(bounded, capture_output=True, text=True, check=True)

    assert "Network is unreachable" in alone.stderr
    assert str(convert._MEMORY * 1024) == memory.stdout.strip()


@needs_office
@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (Kind.DOC, word_97),
        (Kind.RTF, lambda: rb"{\rtf1\ansi {\b broken off"),
        (Kind.WORDML, '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:'.encode),
    ],
    ids=["doc", "rtf", "xml"],
)
def test_what_libreoffice_cannot_open_is_told(kind: Kind, made: Callable[[], bytes]) -> None:
    assert "conversion-failed" == refused(kind, made())[0]


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "b">]>'
HARMFUL: dict[str, tuple[Kind, Callable[[], bytes], str]] = {
    "an entity": (Kind.WORDML, ENTITY.encode, "entities"),
    "an entity in utf-16": (Kind.WORDML, lambda: ENTITY[:-8].encode("utf-16"), "entities"),
    "an entity in a .odt": (
        Kind.ODT,
        lambda: odt("&a;", before='<!DOCTYPE a [<!ENTITY a "b">]>'),
        "entities",
    ),
    "a large part": (Kind.ODT, lambda: package({"content.xml": bytes(11 << 20)}), "over-text"),
    "a .odt that is cut off": (Kind.ODT, lambda: odt("")[:-40], "damaged"),
}


@pytest.mark.parametrize("case", HARMFUL)
def test_what_may_do_harm_does_not_reach_libreoffice(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, made, reason = HARMFUL[case]
    monkeypatch.setattr(convert, "office", lambda: "/nowhere/soffice")

    assert reason == refused(kind, made())[0]


def test_a_part_that_is_larger_than_it_says_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "office", lambda: "/nowhere/soffice")
    data = bytearray(package({"content.xml": bytes(64 << 20)}))
    size = data.index(b"PK\x01\x02") + 24  # in the list of files
    data[size : size + 4] = (100).to_bytes(4, "little")

    assert ("damaged", {"kind": "odt"}) == refused(Kind.ODT, bytes(data))


def test_a_program_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "office", lambda: "/nowhere/soffice")

    assert ("conversion-failed", {"kind": "RTF", "suffix": ".rtf"}) == refused(Kind.RTF, b"{}")
