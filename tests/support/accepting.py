"""Accept files, made and used."""

from __future__ import annotations

import pytest

from gklint.cli import main
from tests.support.running import as_json

HEAD = "# 经审核接受的检查结果，由 gklint accept 写入。改正后请删去相应的一条。\n"


def accept(*arguments: str) -> int:
    return main(["accept", *arguments])


def told(file: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Line, code and message of what is said of a file."""
    document = as_json(capsys, *arguments)
    found = [each for each in document["files"] if each["path"] == file]
    return [
        f"{each['range']['start']['line']} {each['code']} {each['message']}"
        for file in found
        for each in file["diagnostics"]
    ]
