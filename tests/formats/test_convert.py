"""Old and foreign formats, converted by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from random import Random
from threading import Thread
from typing import NamedTuple

import pytest

from gklint.errors import UnreadableFileError
from gklint.findings.diagnostics import Diagnostic
from gklint.formats import convert
from gklint.formats.limits import DEFAULT, Limits
from gklint.formats.reading import read, take
from gklint.formats.sniff import Kind
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.generator.boxes import Box, boxes_of, with_covered
from tests.generator.document import Table, build_document
from tests.generator.grids import grid_of
from tests.generator.layouts import Text, outline
from tests.generator.model import make_report
from tests.support.other_formats import odt, word_97
from tests.support.word import document, p, package, parts, saved, tbl, tc, tr

needs_office = pytest.mark.skipif(
    convert.office() is None, reason="LibreOffice, which converts, is not installed"
)
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="the script is one for sh")

FILTERS = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt:writer8"}


def refusal(kind: Kind, data: bytes, limits: Limits = DEFAULT) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnreadableFileError) as caught:
        convert.read_converted(kind, data, "年报", limits)
    return caught.value.reason, caught.value.detail


def report() -> bytes:
    """A report in Word, its tables with merged cells; the last number of table three is wrong."""
    blocks = []
    for item in outline(build_document(make_report(Random(1)))):
        if isinstance(item, Text):
            blocks.append(p(item.line.text))
        elif item.name == "requests":
            before, _, after = table(item).rpartition("<w:t>0</w:t>")
            blocks.append(f"{before}<w:t>9</w:t>{after}")
        else:
            blocks.append(table(item))
    return saved(document("".join(blocks)))


def table(item: Table) -> str:
    rows = with_covered(boxes_of(grid_of(item)))
    columns = sum(box.across for box, _ in rows[0])
    grid = '<w:gridCol w:w="900"/>' * columns
    made = tbl(*(tr(*map(cell, row)) for row in rows))
    return made.replace("<w:tblGrid/>", f"<w:tblGrid>{grid}</w:tblGrid>")


def cell(placed: tuple[Box, bool]) -> str:
    box, covered = placed
    merged = "" if covered else ' w:val="restart"'
    down = f"<w:vMerge{merged}/>" if box.down > 1 else ""
    text = "" if covered else box.cell.text
    width = f'<w:tcW w:w="{900 * box.across}" w:type="dxa"/>'
    return tc(text, properties=f'{width}<w:gridSpan w:val="{box.across}"/>{down}')


class Saved(NamedTuple):
    """A report in one of the formats: the file, what is read and what is found."""

    path: Path
    source: Source
    found: tuple[Diagnostic, ...]


@pytest.fixture(scope="module")
def formats(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Saved]:
    """A report as .docx, and as LibreOffice saves it as .doc, .wps, .rtf and .odt."""
    folder = tmp_path_factory.mktemp("报送 2023")
    paths = {suffix: folder / f"年报.{suffix}" for suffix in ("docx", "wps", *FILTERS)}
    paths["docx"].write_bytes(report())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for output in FILTERS.values():
        options = ("--headless", "--convert-to", output, "--outdir", str(folder))
        command = (str(convert.office()), profile, *options, str(paths["docx"]))
        subprocess.run(command, check=True, capture_output=True)
    shutil.copy(paths["doc"], paths["wps"])
    return {suffix: saved_as(path) for suffix, path in paths.items()}


def saved_as(path: Path) -> Saved:
    source = read(path)
    return Saved(path, source, Linter(load_rules()).check(source).diagnostics)


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

    assert ("needs-conversion", {"kind": name, "suffix": suffix}) == refusal(kind, b"")


def test_libreoffice_is_not_taken_from_the_folder_of_the_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setattr(convert, "_PLACES", ())
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(tmp_path)
    assert convert.office() is None

    monkeypatch.setenv("PATH", ".")
    assert convert.office() is None

    monkeypatch.setenv("PATH", str(tmp_path))
    if sys.platform != "win32":
        assert str(tmp_path / "soffice") == convert.office()


def test_ofd_is_never_converted() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        take(package({"OFD.xml": ""}), "年报.ofd")

    assert ("ofd", {}) == (caught.value.reason, caught.value.detail)


@needs_office
@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.DOC, word_97()),
        (Kind.RTF, rb"{\rtf1\ansi {\b broken off"),
        (Kind.WORDML, b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:word"),
    ],
)
def test_what_libreoffice_cannot_open_is_told(kind: Kind, data: bytes) -> None:
    assert "conversion-failed" == refusal(kind, data)[0]


@pytest.mark.parametrize(
    ("kind", "data", "reason"),
    [
        (Kind.WORDML, b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "b">]>', "entities"),
        (Kind.WORDML, '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY'.encode("utf-16"), "entities"),
        (Kind.ODT, odt("&a;", before='<!DOCTYPE a [<!ENTITY a "b">]>'), "entities"),
        (Kind.ODT, package({"content.xml": bytes(11 << 20)}), "over-text"),
        (Kind.ODT, odt("")[:-40], "damaged"),
    ],
)
def test_what_may_do_harm_does_not_reach_libreoffice(
    kind: Kind, data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "office", lambda: "/nowhere/soffice")

    assert reason == refusal(kind, data)[0]


def test_a_part_that_is_larger_than_it_says_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "office", lambda: "/nowhere/soffice")
    data = bytearray(package({"content.xml": bytes(64 << 20)}))
    size = data.index(b"PK\x01\x02") + 24  # in the list of files
    data[size : size + 4] = (100).to_bytes(4, "little")

    assert ("damaged", {"kind": "odt"}) == refusal(Kind.ODT, bytes(data))


def test_a_program_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "office", lambda: "/nowhere/soffice")

    assert ("conversion-failed", {"kind": "RTF", "suffix": ".rtf"}) == refusal(Kind.RTF, b"{}")


# -- how it is run ----------------------------------------------------------------------------


def office_that(lines: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a script in the place of LibreOffice; ``$made`` is what it should write."""
    script = folder / "soffice"
    made = 'while [ $# -gt 0 ]; do [ "$1" = --outdir ] && made="$2"; file="$1"; shift; done'
    script.write_text(f"#!/bin/sh\n{made}\nmkdir $made\n{lines}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(convert, "office", lambda: str(script))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary folders, of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@needs_posix
def test_what_takes_too_long_is_ended_with_all_that_it_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    office_that(f"sleep 60 &\necho $! >{pid}\nwait", tmp_path, monkeypatch)
    started = time.monotonic()

    assert ("over-seconds", {"found": 2, "limit": 1}) == refusal(Kind.RTF, b"", Limits(seconds=1))
    assert time.monotonic() - started < 10
    assert [] == [*temporary.iterdir()]
    assert ended(int(pid.read_text()))


def ended(pid: int) -> bool:
    """Whether a process has ended, or does so soon."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{pid}/stat")
        if status.exists() and " Z " in status.read_text():  # nobody has asked for its end
            return True
        time.sleep(0.1)
    return False


@needs_posix
def test_what_is_left_running_in_the_background_is_ended(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    office_that(f"sleep 60 &\necho $! >{pid}", tmp_path, monkeypatch)

    assert "conversion-failed" == refusal(Kind.RTF, b"")[0]
    assert ended(int(pid.read_text()))
    assert [] == [*temporary.iterdir()]


@needs_posix
def test_the_file_has_a_plain_name_and_all_folders_are_its_own(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    office_that(f'echo "$file" "$TMPDIR" "$PWD" >{told}; cat >>{told}', tmp_path, monkeypatch)
    refusal(Kind.WPS, b"")
    file, folder, current = told.read_text().split()

    assert temporary == Path(folder).parent
    assert (f"{folder}/report.doc", folder) == (file, current)


@needs_posix
def test_macros_links_and_the_network_are_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    file = "$TMPDIR/profile/user/registrymodifications.xcu"
    office_that(f"cat {file} >{told}", tmp_path, monkeypatch)
    refusal(Kind.RTF, b"")
    settings = told.read_text("utf-8")

    for name, value in (
        ("DisableMacrosExecution", "true"),
        ("MacroSecurityLevel", 3),
        ("BlockUntrustedRefererLinks", "true"),
        ("Link", 2),
        ("ooInetProxyType", 2),
        ("ooInetHTTPSProxyName", "127.0.0.1"),
    ):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in settings


@needs_posix
def test_what_is_made_is_read_within_the_limits(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = tmp_path / "result"
    result.write_bytes(package(parts(p("一、总体情况"))))
    office_that(f"echo noise; echo noise >&2; cp {result} $made/report.docx", tmp_path, monkeypatch)

    assert "一、总体情况\n" == take(b"{\\rtf1 }", "年报.rtf").text
    assert [] == [*temporary.iterdir()]

    office_that("head -c 1100000 /dev/zero >$made/report.docx", tmp_path, monkeypatch)
    assert ("over-file", {"found": 2, "limit": 1}) == refusal(Kind.RTF, b"", Limits(file=1))


@needs_office
def test_several_at_once_do_not_disturb_each_other(
    formats: dict[str, Saved], temporary: Path
) -> None:
    others = {*Path("/tmp").glob("OSL_PIPE_*")}
    paths = [formats[suffix].path for suffix in ("doc", "rtf", "odt")]
    with ThreadPoolExecutor(3) as pool:
        texts = {source.text for source in pool.map(read, paths)}

    assert {formats["docx"].source.text} == texts
    assert [] == [*temporary.iterdir()]
    assert {*Path("/tmp").glob("OSL_PIPE_*")} <= others


@needs_office
@needs_posix
def test_libreoffice_that_is_ended_leaves_nothing_behind(temporary: Path) -> None:
    before = {*Path("/tmp").glob("OSL_PIPE_*")}
    nested = b"{\\rtf1 " + b"{\\b " * 100_000 + b"}" * 100_000 + b"}"

    assert "over-seconds" == refusal(Kind.RTF, nested, Limits(seconds=3))[0]
    assert [] == [*temporary.iterdir()]
    assert {*Path("/tmp").glob("OSL_PIPE_*")} <= before


# -- what it must not do ----------------------------------------------------------------------


class Visits(BaseHTTPRequestHandler):
    """A site that remembers who came."""

    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@needs_office
def test_nothing_is_loaded_from_the_network_or_from_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    with HTTPServer(("127.0.0.1", 0), Visits) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_address[1]}"
        source = take(linked(site, secret.as_uri()), "年报.odt")
        server.shutdown()

    assert [] == Visits.seen
    assert "secret" not in source.text
    assert "一、总体情况" in source.text


def linked(site: str, file: str) -> bytes:
    """A text with a picture, an object and two sections from elsewhere."""
    frame = '<draw:frame svg:width="1cm" svg:height="1cm">{}</draw:frame>'
    pull = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    picture = frame.format(f'<draw:image xlink:href="{site}/picture.png" {pull}/>')
    thing = frame.format(f'<draw:object xlink:href="{site}/object.odt" {pull}/>')
    sections = "".join(
        f'<text:section text:name="{name}"><text:section-source xlink:href="{link}"/>'
        "<text:p/></text:section>"
        for name, link in (("a", file), ("b", f"{site}/section.odt"))
    )
    return odt(f"<text:p>一、总体情况{picture}{thing}</text:p>{sections}")
