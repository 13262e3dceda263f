"""``--format concise``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.running import shown
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, write


def test_concise_is_one_line_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = write(tmp_path, a=WRONG_COUNT, b=CLEAN, c=NO_CONTACT)
    lines = shown(capsys, *paths, "--format", "concise").split("\n")

    assert 3 == len(lines)
    assert lines[0].startswith(f"{paths[0]}:7:25: warning GK402 ")
    assert lines[1].startswith(f"{paths[2]}:62:1: error GK501 ")
    assert "" == lines[2]


def test_a_page_of_one_line_has_a_place_that_people_can_find(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "examples/missing-row.html").read_text("utf-8")
    path = tmp_path / "a.html"
    path.write_text("".join(line.strip() for line in page.splitlines()), "utf-8")
    concise = shown(capsys, str(path), "--format", "concise").splitlines()
    text = shown(capsys, str(path)).splitlines()

    assert re.search(r":1:\d+: error GK304 第3个表格第4行第5格：表四“行政复议”一组：", concise[1])
    assert re.search(r":1:\d+ 第3个表格第4行第5格 错误 GK304 表四", text[4])
