"""``--format json`` and ``--format lsp``: the shapes that the contract gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from gklint.cli import main
from gklint.version import VERSION
from tests.support.running import as_json, codes
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, changed, write

BLANK = changed(
    ("二、上年结转政府信息公开申请数量 | 1 |", "二、上年结转政府信息公开申请数量 | / |")
)
DIAGNOSTIC = ["code", "name", "severity", "message", "range", "place", "cell", "related"]
DIAGNOSTIC += ["suspects", "fix", "basis", "fingerprint"]


def only(document: dict[str, Any]) -> dict[str, Any]:
    """The only diagnostic of a document."""
    (file,) = document["files"]
    (found,) = file["diagnostics"]
    assert isinstance(found, dict)
    return found


def place(line: int, start: int, end: int) -> dict[str, Any]:
    """A range within one line."""
    return {"start": {"line": line, "column": start}, "end": {"line": line, "column": end}}


def cell(row: str, column: str, table: str = "requests") -> dict[str, str]:
    return {"table": table, "row": row, "column": column}


def test_a_clean_file_has_every_key_and_empty_lists(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=CLEAN)
    document = as_json(capsys, path)
    checks = document["files"][0].pop("checks")

    assert document == {
        "version": 1,
        "tool": {"name": "gklint", "version": VERSION},
        "files": [
            {
                "path": path,
                "format": "2021",
                "agency": "青石县水务局",
                "year": 2023,
                "undecided": [],
                "diagnostics": [],
                "accepted": [],
            }
        ],
        "summary": {"files": 1, "error": 0, "warning": 0, "info": 0},
    }
    assert ["passed", "failed", "undecided", "not_applicable"] == [*checks]
    assert checks["passed"] > 50
    assert (0, 0) == (checks["failed"], checks["undecided"])


def test_a_broken_sum_is_told_with_addends_and_suspect(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)
    found = only(as_json(capsys, path, "--select", "GK303"))
    related = found.pop("related")
    fingerprint = found.pop("fingerprint")
    basis = found.pop("basis")
    columns = ["natural_person", "commercial", "research", "social", "legal", "other"]

    assert found == {
        "code": "GK303",
        "name": "applicants-sum",
        "severity": "error",
        "message": "表三“（一）予以公开”一行：自然人 2 + 商业企业 1 + 科研机构 0 + 社会公益组织 0"
        " + 法律服务机构 0 + 其他 0 = 3，而总计写作 5，相差 2。最可能写错的是“总计”：应为 3。",
        "range": place(32, 47, 48),
        "place": None,
        "cell": cell("granted", "total"),
        "suspects": [{"cell": cell("granted", "total"), "actual": 5, "expected": 3}],
        "fix": None,
    }
    assert columns == [note["cell"]["column"] for note in related]
    assert ["message", "range", "place", "cell"] == [*related[0]]
    assert place(32, 23, 24) == related[0]["range"]
    assert len(fingerprint) >= 16
    assert basis


def test_keys_stand_in_the_order_of_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    document = as_json(capsys, path)
    file = document["files"][0]

    assert ["version", "tool", "files", "summary"] == [*document]
    keys = ["path", "format", "agency", "year", "checks", "undecided", "diagnostics", "accepted"]
    assert keys == [*file]
    assert DIAGNOSTIC == [*only(document)]


def test_what_does_not_apply_is_null_or_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    found = only(as_json(capsys, path))

    assert (None, None, [], []) == (
        found["cell"],
        found["fix"],
        found["related"],
        found["suspects"],
    )


def test_what_cannot_be_decided_has_code_reason_and_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=BLANK)
    document = as_json(capsys, path)
    undecided = document["files"][0]["undecided"]

    assert ["GK206"] == codes(document)
    assert place(31, 20, 21) == only(document)["range"]
    assert ["GK301", "GK303"] == [item["code"] for item in undecided]
    assert [["code", "reason", "cell"]] * 2 == [[*item] for item in undecided]
    assert ["carried_in", "total"] == [undecided[1]["cell"][key] for key in ("row", "column")]
    assert 2 == document["files"][0]["checks"]["undecided"]


def test_an_unreadable_file_has_nulls_and_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02")
    document = as_json(capsys, str(path))
    file = document["files"][0]

    assert [None, None, None] == [file[key] for key in ("format", "agency", "year")]
    assert ("GK001", "error") == (only(document)["code"], only(document)["severity"])
    assert "无法检查这个文件：这不是文本文件" in only(document)["message"]
    assert {"files": 1, "error": 1, "warning": 0, "info": 0} == document["summary"]


def test_the_summary_counts_files_and_levels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=WRONG_SUM, b=WRONG_COUNT, c=CLEAN)
    document = as_json(capsys, *paths)

    assert {"files": 3, "error": 2, "warning": 1, "info": 0} == document["summary"]
    assert [2, 1, 0] == [file["checks"]["failed"] for file in document["files"]]


def test_diagnostics_are_sorted_by_position_then_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = changed(
        ("（七）总计 | 4 |", "（七）总计 | 9 |"),
        ("2 | 1 | 12 |", "2 | x | 12 |"),
        ("2023年，本机关未收取信息处理费。", "无。"),
        ("新收政府信息公开申请5件", "新收政府信息公开申请八件"),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"),
    )
    (path,) = write(tmp_path, a=text)
    found = as_json(capsys, path)["files"][0]["diagnostics"]
    keys = [(*item["range"]["start"].values(), item["code"]) for item in found]

    assert sorted(keys) == keys
    assert {"GK113", "GK402", "GK207", "GK301", "GK302", "GK303", "GK403"} == {
        item["code"] for item in found
    }


def test_english_messages_are_asked_for_with_lang(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)
    chinese = only(as_json(capsys, path, "--select", "GK303"))
    english = only(as_json(capsys, path, "--select", "GK303", "--lang", "en"))

    assert english["message"].startswith("Table 3, row “（一）予以公开”: ")
    assert english["message"].endswith("column “总计”, which should be 3.")
    assert [chinese[key] for key in ("range", "cell", "suspects", "fingerprint")] == [
        english[key] for key in ("range", "cell", "suspects", "fingerprint")
    ]


# -- fingerprints --------------------------------------------------------------------------------


def fingerprints(
    folder: Path, text: str, capsys: pytest.CaptureFixture[str], name: str = "a"
) -> list[str]:
    (path,) = write(folder, **{name: text})
    (file,) = as_json(capsys, path)["files"]
    return [found["fingerprint"] for found in file["diagnostics"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n" + WRONG_SUM, id="lines before"),
        pytest.param(WRONG_SUM.replace("\n", "\r\n"), id="other line breaks"),
        pytest.param(
            WRONG_SUM.replace("2 | 1 | 0 | 0 | 0 | 0 | 5 |", "2 | 1 | 0 | 0 | 0 | 0 | 9 |"),
            id="another value",
        ),
    ],
)
def test_a_fingerprint_does_not_depend_on_lines_and_values(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprints(tmp_path, WRONG_SUM, capsys)

    assert 2 == len(before)
    assert before == fingerprints(tmp_path, text, capsys)


def test_a_fingerprint_depends_on_file_and_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    other_row = changed((f"{label} | 1 |", f"{label} | 3 |"))
    found = [
        *fingerprints(tmp_path, WRONG_SUM, capsys),
        *fingerprints(tmp_path, WRONG_SUM, capsys, "b"),
        *fingerprints(tmp_path, other_row, capsys),
    ]

    assert 6 == len(set(found))


# -- lsp -----------------------------------------------------------------------------------------


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
    assert found["codeDescription"]["href"].startswith("https://")
    assert found["codeDescription"]["href"].endswith("/docs/rules/GK303.md")
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
