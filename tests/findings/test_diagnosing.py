"""Findings in words: sorted, in a language, with fingerprints that stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.json_report import only
from tests.support.running import as_json
from tests.support.sample import WRONG_SUM, changed, write


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
