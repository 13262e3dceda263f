"""How LibreOffice is run: bounded in time, apart from others, without network or macros."""

from __future__ import annotations

import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from gklint.formats import convert
from gklint.formats.limits import Limits
from gklint.formats.reading import read, take
from gklint.formats.sniff import Kind
from tests.support.converting import Saved, refused
from tests.support.needs import needs_office, needs_posix
from tests.support.other_formats import odt
from tests.support.word import p, package, parts

pytestmark = pytest.mark.slow


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

    assert ("over-seconds", {"found": 2, "limit": 1}) == refused(Kind.RTF, b"", Limits(seconds=1))
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

    assert "conversion-failed" == refused(Kind.RTF, b"")[0]
    assert ended(int(pid.read_text()))
    assert [] == [*temporary.iterdir()]


@needs_posix
def test_the_file_has_a_plain_name_and_all_folders_are_its_own(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    office_that(f'echo "$file" "$TMPDIR" "$PWD" >{told}; cat >>{told}', tmp_path, monkeypatch)
    refused(Kind.WPS, b"")
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
    refused(Kind.RTF, b"")
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
    assert ("over-file", {"found": 2, "limit": 1}) == refused(Kind.RTF, b"", Limits(file=1))


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

    assert "over-seconds" == refused(Kind.RTF, nested, Limits(seconds=3))[0]
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
