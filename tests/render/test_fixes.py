"""Which formats say how to mend what was found: only for these it is made out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gklint.linter import Linter
from gklint.render import RENDERERS, WITH_FIXES
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.support.json_report import place
from tests.support.rendering import rendered
from tests.support.running import shown
from tests.support.sample import changed, write

TEXT = changed(("2023年，本机关未收取信息处理费。", "2023年，本機關未收取信息處理費。"))


def said(name: str, *, fixes: bool) -> str:
    return rendered(name, [Linter(load_rules(), fixes=fixes).check(Source(TEXT, "a.txt"))])


@pytest.mark.parametrize("name", RENDERERS)
def test_a_format_differs_by_them_if_it_has_them(name: str) -> None:
    same = said(name, fixes=True) == said(name, fixes=False)

    assert same is (name not in WITH_FIXES)


@pytest.mark.parametrize("screen", ["text", "concise"])
def test_they_are_made_for_a_file_beside_a_screen_without_them(
    screen: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=TEXT)
    out = tmp_path / "out.json"

    shown(capsys, path, "--format", screen, f"--format=json={out}")

    (found,) = json.loads(out.read_text("utf-8"))["files"][0]["diagnostics"]
    assert [(place(63, 8, 18), "机关未收取信息处理费")] == [
        (edit["range"], edit["text"]) for edit in found["fix"]["edits"]
    ]
