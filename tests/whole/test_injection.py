"""Strings that would do something where they are not shown as text, put through every output."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import docx
import lxml.html
import pytest

from gklint.cli import main
from tests.support.sample import changed

pytestmark = pytest.mark.slow

HOSTILE = {
    "a command to the terminal": "\x1b[31m红\x1b]0;标题\x07\x9b2J",
    "the other direction": "\u202e告报\u2066\u200f",
    "markup of rich": "[red]红[/red][link=http://a]点[/link]",
    "a workflow command": "::error file=a::假",
    "a workflow command on a line of its own": "甲\r\n::set-env name=A::b\n::add-mask::*",
    "percent signs": "%0A::error::%25",
    "an element": "<img src=x onerror=alert(1)>",
    "a script": "</script><script>alert(1)</script>",
    "an attribute": '" onmouseover="alert(1)" \'',
    "the end of CDATA": "]]><a/>&lt;&b;<!--",
    "a formula": '=HYPERLINK("http://a","点")',
    "a sum": "+1+cmd|' /C calc'!A0",
    "a difference": "-2+3",
    "a function": "@SUM(1,2)",
    "a formula behind a blank": "\t=1+1",
    "a field": '{ INCLUDETEXT "a.txt" } { DDEAUTO c "a" }',
    "a template": "{{ 7*7 }}{% for a in b %}",
    "a shell": "$(touch a)`touch b`;rm",
}
HARMLESS = "某某"
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile(r"\s*[=+\-@]")
_ACTIVE = {"fldSimple", "instrText", "hyperlink", "object", "OLEObject", "script", "iframe"}
_TITLE = "青石县水务局2023年政府信息公开工作年度报告"
_CELL = "行政许可 | 36 |"


def put(folder: Path, hostile: str) -> Path:
    """A report of a body that is called so, with it in a cell and in a sentence."""
    text = changed(
        (_TITLE, f"{hostile}水务局2023年政府信息公开工作年度报告"),
        (_CELL, f"行政许可 | {_one_line(hostile)} |"),
        ("（一）主动公开。", f"（一）主动公开。{hostile}申请0件，０件。"),
    )
    name = re.sub(r"[/\x00]", "", hostile)[:40] or "a"
    path = folder / f"{name}.md"
    path.write_bytes(text.encode())
    return path


def _one_line(text: str) -> str:
    return re.sub(r"[|\r\n]", " ", text)


def said(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    main([*arguments, "--isolated"])
    return capfd.readouterr().out


# -- what reads outputs ------------------------------------------------------------------------


def for_terminals(output: str) -> None:
    assert [] == _UNSAFE.findall(output)


def for_workflows(output: str) -> None:
    for line in output.splitlines():
        assert not line.startswith("::") or re.match(r"::(?:error|warning|notice) file=", line)
        assert "set-env" not in line.partition("::")[0]
    assert [] == [line for line in output.split("\n") if line.startswith(("::set", "::add"))]


def for_json(output: str) -> None:
    json.loads(output)


def for_junit(output: str) -> None:
    tags = {element.tag for element in ElementTree.fromstring(output).iter()}
    assert tags <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "system-out",
        "properties",
    } | {
        "property",
        "error",
        "skipped",
    }


def for_browsers(output: str) -> None:
    page = lxml.html.fromstring(output)
    scripts = [element for element in page.iter("script") if not element.get("nonce")]
    handlers = [name for element in page.iter() for name in element.keys() if name[:2] == "on"]  # noqa: SIM118
    assert ([], [], []) == (
        [element.text for element in scripts if "alert(1)" in (element.text or "")],
        handlers,
        [*page.iter("img", "iframe", "object")],
    )


READERS: Mapping[str, Callable[[str], None]] = {
    "text": for_terminals,
    "concise": for_terminals,
    "json": for_json,
    "lsp": for_json,
    "sarif": for_json,
    "gitlab": for_json,
    "github": for_workflows,
    "junit": for_junit,
    "html": for_browsers,
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_an_output_shows_it_as_text(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    put(tmp_path, HOSTILE[kind])
    output = said(capfd, "check", str(tmp_path), "--format", name, "--no-cache")

    assert len(output) > 100
    READERS[name](output)


# -- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_table_holds_no_formula(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    report = put(tmp_path, HOSTILE[kind])
    output = said(capfd, "extract", str(report), "--format", "csv")
    rows = [*csv.reader(io.StringIO(output.removeprefix("\ufeff")))]
    texts = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d.]+", cell)]

    assert 2 <= len(rows)
    assert [] == [cell for cell in texts if _FORMULA.match(cell)]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_workbook_holds_no_formula_and_no_link_but_to_our_files(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    put(reports, HOSTILE[kind])
    book = tmp_path / "a.xlsx"
    said(capfd, "extract", str(reports), "-o", str(book))
    said(capfd, "review", str(reports), "-o", str(out))

    for path in (book, out / "审核结果.xlsx"):
        found = [*elements(path, "xl/worksheets/")]
        formulas = [text for tag, text in found if tag == "f"]
        assert "c" in {tag for tag, _ in found}
        assert [] == [each for each in formulas if not each.startswith("SUBTOTAL(109,")]
    links = [target for path in [out / "审核结果.xlsx"] for target in targets(path)]
    assert [] == [link for link in links if link.startswith(("http:", "javascript:", "file:"))]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_letter_holds_no_field(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    hostile, harmless = (letter(tmp_path / name, capfd, text) for name, text in pair(kind))

    assert harmless == hostile


@pytest.mark.parametrize("kind", HOSTILE)
def test_comments_in_word_hold_no_field(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    document = docx.Document()
    safe = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", HOSTILE[kind])
    for line in put(tmp_path, HARMLESS).read_text("utf-8").replace(HARMLESS, safe).splitlines():
        document.add_paragraph(line)
    document.save(str(source))
    said(capfd, "annotate", str(source), "-o", str(target))
    found = Counter(tag for tag, _ in elements(target, "word/comments"))

    assert found["comment"] > 0
    assert [] == [tag for tag in _ACTIVE if found[tag]]


def pair(kind: str) -> Iterator[tuple[str, str]]:
    yield from (("hostile", HOSTILE[kind]), ("harmless", HARMLESS))


def letter(folder: Path, capfd: pytest.CaptureFixture[str], text: str) -> Mapping[str, int]:
    """What is active in the letter to a body that is called so."""
    reports, out = folder / "reports", folder / "out"
    reports.mkdir(parents=True)
    put(reports, text)
    said(capfd, "review", str(reports), "-o", str(out))
    (path,) = (out / "退回").glob("*.docx")
    found = Counter(tag for tag, _ in elements(path, "word/document"))
    return {tag: found[tag] for tag in _ACTIVE}


def elements(path: Path, start: str) -> Iterator[tuple[str, str]]:
    """The elements of the parts of a document whose names begin so, and their texts."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith(start) and name.endswith(".xml"):
                for element in ElementTree.fromstring(package.read(name)).iter():
                    yield element.tag.rpartition("}")[2], element.text or ""


def targets(path: Path) -> Iterator[str]:
    """Where the links of a workbook lead."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".rels") and "worksheets" in name:
                for element in ElementTree.fromstring(package.read(name)):
                    yield element.get("Target", "")
