"""Files and paths in SARIF."""

from __future__ import annotations

import os
from pathlib import Path, PurePath, PureWindowsPath

import pytest

from gklint.findings.diagnostics import Related
from gklint.render.sarif_results import uri
from gklint.text.source import Position, Range
from tests.support.diagnostics import CELL, HERE, finding, report
from tests.support.needs import needs_posix
from tests.support.sarif import rendered


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "a.txt"),
        ("./b/../年 报.txt", "%E5%B9%B4%20%E6%8A%A5.txt"),
        ("100%,a;b=c?#.txt", "100%25%2Ca%3Bb%3Dc%3F%23.txt"),
        ("c:d.txt", "c%3Ad.txt"),
        ("a\nb.txt", "a%0Ab.txt"),
        ("reports\\a.txt", "reports%5Ca.txt"),
        (os.fsdecode(b"\xc4\xea.txt"), "%C4%EA.txt"),
    ],
)  # fmt: skip
@needs_posix
def test_a_path_is_relative_and_percent_encoded(path: str, expected: str) -> None:
    run = rendered(report(path, finding()))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]

    assert {"uri": expected, "uriBaseId": "%SRCROOT%", "index": 0} == location


def test_a_path_inside_the_folder_is_relative_however_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    same = ("b/a.txt", f"{tmp_path}/b/a.txt", f"../{tmp_path.name}/b/a.txt", "b/./a.txt")
    run = rendered(*(report(path, finding()) for path in same))
    locations = [result["locations"][0]["physicalLocation"] for result in run["results"]]

    assert ["b/a.txt"] == [file["location"]["uri"] for file in run["artifacts"]]
    assert [("b/a.txt", 0)] * 4 == [
        (place["artifactLocation"]["uri"], place["artifactLocation"]["index"])
        for place in locations
    ]


def test_a_path_outside_the_folder_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "b")
    (file,) = rendered(report("../年.txt"))["artifacts"]

    assert {"uri": (tmp_path / "年.txt").as_uri()} == file["location"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePath("a", "b.txt"), "a/b.txt"),
        (PureWindowsPath("reports\\年 报.txt"), "reports/%E5%B9%B4%20%E6%8A%A5.txt"),
        (None, "untitled:stdin"),
    ],
)
def test_paths_of_each_system_become_uris(path: PurePath | None, expected: str) -> None:
    assert expected == uri(path)


@pytest.mark.parametrize("path", ["-", None])
def test_standard_input_is_no_file_of_the_folder(path: str | None) -> None:
    run = rendered(report(path, finding()))

    assert {"uri": "untitled:stdin"} == run["artifacts"][0]["location"]


def test_a_related_place_in_another_file_has_that_file(tmp_path: Path) -> None:
    there = Range(Position(54, 19), Position(54, 20))
    notes = (
        Related("上年的", there, None, None, "去年/a b.txt", "一行"),
        Related("上年的", None, CELL, None, str(tmp_path / "去年.docx")),
        Related("本年的", HERE, None, None),
    )
    run = rendered(report("b.txt", finding(related=notes)))
    other, word, own = (each["physicalLocation"] for each in run["results"][0]["relatedLocations"])

    assert {
        "artifactLocation": {"uri": "%E5%8E%BB%E5%B9%B4/a%20b.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 54, "startColumn": 19, "endLine": 54, "endColumn": 20},
    } == other
    assert {"artifactLocation": {"uri": (tmp_path / "去年.docx").as_uri()}} == word
    assert "b.txt" == own["artifactLocation"]["uri"]
