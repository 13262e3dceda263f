"""Small variations of the sample report, each with one known finding, and how to run them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from tests.helpers import changed

CLEAN = changed()
# GK303 and GK302 (errors) and nothing else.
WRONG_SUM = changed(
    ("（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |", "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 5 |")
)
# GK501 (error) and nothing else.
NO_CONTACT = changed(
    ("如有疑问，请与青石县水务局办公室联系（地址：青石县河滨路8号，电话：0919-2345678）。\n", "")
)
# GK402 (warning) and nothing else.
WRONG_COUNT = changed(("新收政府信息公开申请5件", "新收政府信息公开申请八件"))
# GK702 (info) and nothing else.
TRADITIONAL = changed(("定期清理失效文件", "定期清理失效文檔"))
NOT_A_REPORT = "青石县水务局值班表\n一月：王某\n"


def write(folder: Path, **texts: str) -> list[str]:
    """Write texts as ``<name>.txt``; return their paths."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, "utf-8")
        paths.append(str(path))
    return paths


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What ``check … --format json`` prints."""
    main(["check", *arguments, "--format", "json"])
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def codes(document: dict[str, Any]) -> list[str]:
    """The codes of all diagnostics of a JSON document."""
    return [found["code"] for file in document["files"] for found in file["diagnostics"]]
