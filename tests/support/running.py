"""The command line, run in this process."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gklint.cli import main


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What ``check … --format json`` prints."""
    main(["check", *arguments, "--format", "json"])
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def codes(document: dict[str, Any]) -> list[str]:
    """The codes of all diagnostics of a JSON document."""
    return [found["code"] for file in document["files"] for found in file["diagnostics"]]
