"""``--format lsp`` and the types of the protocol."""

from __future__ import annotations

import json
from os.path import basename
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lsprotocol import converters, types

from gklint.cli import main
from gklint.findings.diagnostics import Related
from gklint.render.lsp import diagnostics
from gklint.text.source import Position, Range
from tests.support.diagnostics import CELL, finding, report
from tests.support.json_report import cell, only, place
from tests.support.paths import EXAMPLES, ROOT
from tests.support.running import as_json
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_SUM, changed, write


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES, ids=basename)
def test_what_format_lsp_writes_is_the_same_read_and_written_by_lsprotocol(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(ROOT / example), "--isolated", "--format", "lsp"])
    (params,) = json.loads(capsys.readouterr().out)
    converter = converters.get_converter()
    read = converter.structure(params, types.PublishDiagnosticsParams)

    assert params == converter.unstructure(read, types.PublishDiagnosticsParams)


def as_lsp(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    main(["check", *arguments, "--format", "lsp"])
    return json.loads(capsys.readouterr().out)


def test_every_file_has_its_diagnostics_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, 年报=NO_CONTACT, b=CLEAN)
    first, second = as_lsp(capsys, *paths)

    assert ["uri", "diagnostics"] == [*first] == [*second]
    assert [f"file://{path}" for path in paths] == [unquote(first["uri"]), unquote(second["uri"])]
    assert first["uri"].isascii()
    assert ["GK501"] == [found["code"] for found in first["diagnostics"]]
    assert [] == second["diagnostics"]


def test_a_published_diagnostic_has_the_keys_of_the_protocol(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)
    (params,) = as_lsp(capsys, path, "--select", "GK303")
    (found,) = params["diagnostics"]
    told = only(as_json(capsys, path, "--select", "GK303"))
    related = found["relatedInformation"]

    assert {"line": 31, "character": 46} == found["range"]["start"]
    assert {"line": 31, "character": 47} == found["range"]["end"]
    assert (1, "GK303", "gklint") == (found["severity"], found["code"], found["source"])
    assert (ROOT / "docs/rules/GK303.md").as_uri() == found["codeDescription"]["href"]
    assert told["message"] == found["message"]
    assert 6 == len(related)
    assert params["uri"] == related[0]["location"]["uri"]
    assert {"line": 31, "character": 22} == related[0]["location"]["range"]["start"]
    assert {
        "fingerprint": told["fingerprint"],
        "cell": cell("granted", "total"),
        "place": None,
        "fix": None,
    } == found["data"]


@pytest.mark.parametrize(("level", "number"), [("error", 1), ("warning", 2), ("info", 3)])
def test_severities_are_those_of_the_protocol(
    tmp_path: Path, level: str, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    (params,) = as_lsp(capsys, path, "--severity", f"GK501={level}")

    assert [number] == [found["severity"] for found in params["diagnostics"]]


@pytest.mark.parametrize(
    ("before", "columns", "units"),
    [
        ("", 0, 0),
        ("青石乡", 3, 3),
        ("𠮷乡", 2, 3),
        ("𠮷𠮷𠮷乡", 4, 7),
        ("e\u0301", 2, 2),
    ],
)
def test_columns_are_code_points_and_characters_are_utf16_units(
    tmp_path: Path, before: str, columns: int, units: int, capsys: pytest.CaptureFixture[str]
) -> None:
    text = changed(
        ("（二）依申请公开。2023年新收政府信息公开申请5件",
         f"（二）依申请公开。{before}2023年新收政府信息公开申请八件"),
    )  # fmt: skip
    (path,) = write(tmp_path, a=text)
    (params,) = as_lsp(capsys, path)
    (found,) = params["diagnostics"]
    start = {"line": 7, "column": 25 + columns}

    assert start == only(as_json(capsys, path))["range"]["start"]
    assert {"line": 6, "character": 24 + units} == found["range"]["start"]
    assert {"line": 6, "character": 26 + units} == found["range"]["end"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_positions_do_not_depend_on_encoding_and_line_breaks(
    tmp_path: Path, encoding: str, line_break: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG_SUM.replace("\n", line_break).encode(encoding))
    (params,) = as_lsp(capsys, str(path), "--select", "GK303")

    assert {"line": 31, "character": 46} == params["diagnostics"][0]["range"]["start"]
    assert place(32, 47, 48) == only(as_json(capsys, str(path), "--select", "GK303"))["range"]


def test_a_fix_is_told_by_edits_as_the_protocol_has_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = changed(("（二）依申请公开。", "（二）依申请公开。𠮷文檔"))
    (path,) = write(tmp_path, a=text)
    (params,) = as_lsp(capsys, path, "--select", "GK702")
    (found,) = params["diagnostics"]
    place = {"start": {"line": 6, "character": 12}, "end": {"line": 6, "character": 13}}

    assert {"safe": False, "edits": [{"range": place, "newText": "档"}]} == found["data"]["fix"]


@pytest.mark.parametrize(("units", "start"), [("utf-16", 5), ("utf-32", 3), ("utf-8", 9)])
def test_a_related_place_in_another_file_is_counted_in_the_characters_of_that_file(
    tmp_path: Path, units: str, start: int
) -> None:
    there = Range(Position(54, 4), Position(54, 5))
    note = Related("上年的", there, None, None, str(tmp_path / "去年.txt"), "𠮷𠮷|2|")
    (found,) = diagnostics(
        report("b.txt", finding("年报", CELL, related=(note,))),
        {"GK501": "rules/contact/GK501.yaml"},
        "file:///b.txt",
        "zh",
        units,
    )
    (other,) = (each["location"] for each in found["relatedInformation"])

    assert (tmp_path / "去年.txt").as_uri() == other["uri"]
    assert {"line": 53, "character": start} == other["range"]["start"]
    assert {"line": 53, "character": start + 1} == other["range"]["end"]
