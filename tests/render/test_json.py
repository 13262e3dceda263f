"""``--format json`` and ``--format lsp``: the shapes that the contract gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.version import VERSION
from tests.support.json_report import cell, only, place
from tests.support.running import as_json, codes
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, changed, write

BLANK = changed(
    ("二、上年结转政府信息公开申请数量 | 1 |", "二、上年结转政府信息公开申请数量 | / |")
)
DIAGNOSTIC = ["code", "name", "severity", "message", "range", "place", "cell", "related"]


DIAGNOSTIC += ["suspects", "fix", "basis", "fingerprint"]


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
        "not_checked": [],
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
        " + 法律服务机构 0 + 其他 0 = 3 件，而总计写作 5 件，相差 2 件。"
        "最可能写错的是“总计”：应为 3。",
        "range": place(32, 47, 48),
        "place": None,
        "cell": cell("granted", "total"),
        "suspects": [{"cell": cell("granted", "total"), "actual": 5, "expected": 3}],
        "fix": None,
    }
    assert columns == [note["cell"]["column"] for note in related]
    assert ["message", "range", "place", "cell", "path"] == [*related[0]]
    assert place(32, 23, 24) == related[0]["range"]
    assert len(fingerprint) >= 16
    assert basis


def test_keys_stand_in_the_order_of_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    document = as_json(capsys, path)
    file = document["files"][0]

    assert ["version", "tool", "files", "summary", "not_checked"] == [*document]
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
