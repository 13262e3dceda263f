"""What has to hold of every input, however damaged: each function raises where it does not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from xml.etree import ElementTree

import lxml.html

from gklint.accept.baseline import read_baseline
from gklint.accept.file import read_accept_file
from gklint.bodies.listing import read_bodies
from gklint.corpus.items import File, Item
from gklint.corpus.rows import Rows
from gklint.corpus.telling import Read, tell
from gklint.docs import sample_text
from gklint.errors import GklintError, UnreadableFileError
from gklint.extract.extracting import facts
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.lsp.wire import Reader
from gklint.project.config import load as read_config
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.render import RENDERERS
from gklint.render.printable import printable
from gklint.ruleset.loading import load_rules
from gklint.ruleset.selection import Selection
from gklint.run.annotate import annotate
from gklint.run.fixing import _said, fix
from gklint.run.mending import _again
from gklint.text.coding import coding_of
from gklint.text.source import Places, Range, Source
from gklint.words import LANGUAGES
from tests.fuzz.seeds import no_names
from tests.support.rendering import rendered

LIMITS = Limits(seconds=20)
_JSON = ("json", "lsp", "sarif", "gitlab")
_NOW = datetime(2024, 1, 30)
_OFTEN, _SELDOM = 20, 200  # one input in so many
_CRASHED = "GK003"


@cache
def linter() -> Linter:
    """The linter of all inputs."""
    return Project(Options(isolated=True, limits=LIMITS)).linter(Path())


def report_of(name: str, data: bytes) -> Report:
    """What is found, which is never a fault of ours."""
    report = linter().check_file(name, lambda: take(data, name, LIMITS))
    crashed = [each.message for each in report.diagnostics if each.code == _CRASHED]
    assert not crashed, crashed
    return report


def hold_report(name: str, number: int, data: bytes) -> None:
    """A report, in any format; ``number``: that of the input, by which the dear things are done."""
    report = report_of(name, data)
    _within(report)
    if number % _OFTEN == 0:
        again = report_of(name, data)
        assert again.diagnostics == report.diagnostics, "not the same twice"
        facts(report, linter().rules.form)
        tell(Rows(), Read(_item(name), report, data, "", ""), linter().rules.form, no_names)
    if number % _OFTEN == 1 and not isinstance(report.source.where, Places):
        _fixed(name, data, report)
    if number % _OFTEN == 2 and name.endswith(".docx"):
        _commented(data, report)
    if number % _SELDOM == 3:
        _rendered(report)


def _item(name: str) -> Item:
    return Item(name, ".", None, File(name))


def _within(report: Report) -> None:
    """All places are in the file."""
    source, file = report.source, report.source.file
    for found in report.diagnostics:
        if found.span is not None:
            assert 0 <= found.span.start <= found.span.end <= len(source.text), found
        for range_ in _ranges(found):
            for line, column in range_:
                assert 1 <= line <= len(file.line_starts), found
                start, end = file.line_span(line)
                assert 1 <= column <= end - start + 1, found


def _ranges(found: Diagnostic) -> Iterator[Range]:
    own = (each.range for each in found.related if each.path is None)
    yield from filter(None, (found.range, *own))


def _fixed(name: str, data: bytes, report: Report) -> None:
    """No number is changed, and a second time there is nothing to do."""
    coding = coding_of(data, report.source.file.text)
    if coding is None:
        return
    read = partial(_again, name, LIMITS, coding)
    safe = fix(linter(), report, read, unsafe=False)
    assert _said(report) <= _said(safe.report), "a fix changed what is said"
    for unsafe in (False, True):
        once = safe if not unsafe else fix(linter(), report, read, unsafe=True)
        source = read(once.text)
        assert source is not None, "a fix made a file that cannot be read"
        twice = fix(linter(), linter().check(source), read, unsafe=unsafe)
        assert twice.text == once.text, [each.code for each in twice.applied]


def _commented(data: bytes, report: Report) -> None:
    """Comments change nothing that is read."""
    if report.unreadable:
        return
    try:
        done = annotate(data, report, LIMITS, "zh", _NOW)
    except UnreadableFileError:
        return
    again = report_of("a.docx", done.data)
    assert again.source.text == report.source.text, "comments changed the text"
    codes = [each.code for each in report.diagnostics]
    assert codes == [each.code for each in again.diagnostics], "comments changed the findings"


def _rendered(report: Report) -> None:
    """Every output of it can be read by what reads such outputs."""
    for name in RENDERERS:
        text = rendered(name, [report])
        if name in _JSON:
            json.loads(text)
        elif name == "junit":
            ElementTree.fromstring(text)
        elif name == "html":
            lxml.html.fromstring(text)


# -- other files -------------------------------------------------------------------------------


def hold_file(read: Callable[[Path], object], suffix: str, data: bytes) -> None:
    """A file of settings: it is read, or what is wrong with it is said, in each language."""
    path = folder() / f"a{suffix}"
    path.write_bytes(data)
    try:
        read(path)
    except GklintError as error:
        for lang in LANGUAGES:
            printable(error.said(lang))  # as the command line shows it, on one line


def rules(path: Path) -> object:
    """A rule file, put to use."""
    found = load_rules([path])
    selection = Selection((), (), {})
    return Linter(found, selection, "zh").check(Source(sample_text(), "a.md"))


def config(path: Path) -> object:
    """A configuration."""
    return read_config(path)


def baseline(path: Path) -> object:
    """A baseline."""
    return read_baseline(path).accepts()


def accepting(path: Path) -> object:
    """An accept file."""
    return read_accept_file(path).accepts()


def bodies(path: Path) -> object:
    """A list of bodies."""
    return read_bodies(path)


@cache
def folder() -> Path:
    """Where the files of this process are."""
    return Path(mkdtemp(prefix="gklint-fuzz-"))


# -- what clients send -------------------------------------------------------------------------


def hold_messages(data: bytes) -> None:
    """Bytes that a client of the language server sends: each message comes out, or none."""
    asyncio.run(_messages(data))


async def _messages(data: bytes) -> None:
    chunks = iter([data[:100], data[100:], b""])

    async def more() -> bytes:
        return next(chunks, b"")

    reader = Reader(more)
    while line := await reader.readline():
        if line == b"\r\n":
            continue
        if not await reader.readexactly(0):
            break
