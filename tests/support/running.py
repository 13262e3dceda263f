"""The command line, run in this process or in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from gklint.cli import main
from tests.support.paths import ROOT


class Run(NamedTuple):
    """How a run ended, and what it wrote."""

    status: int
    out: str
    err: str


Check = Callable[..., Run]


# -- in this process -------------------------------------------------------------------------


def in_process(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    """A run of gklint."""
    status = main([*map(str, arguments)])
    return Run(status, *capsys.readouterr())


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What ``check`` prints."""
    return in_process(capsys, "check", *arguments).out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What ``check … --format json`` prints."""
    document: dict[str, Any] = json.loads(shown(capsys, *arguments, "--format", "json"))
    return document


def codes(document: dict[str, Any]) -> list[str]:
    """The codes of all diagnostics of a JSON document."""
    return [found["code"] for file in document["files"] for found in file["diagnostics"]]


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def told_by_file(
    capsys: pytest.CaptureFixture[str], *arguments: str
) -> dict[str, list[tuple[str, str]]]:
    """Code and message of every diagnostic, by the name of the file."""
    return {
        Path(file["path"]).name: [(each["code"], each["message"]) for each in file["diagnostics"]]
        for file in as_json(capsys, *arguments)["files"]
    }


# -- in a process of its own -----------------------------------------------------------------

GKLINT = (sys.executable, "-m", "gklint")


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that imports gklint from this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def python(*arguments: str, folder: Path | None = None, **more: str) -> Run:
    """Python with arguments, such as ``-c`` and a program; ``more``: of its environment."""
    done = subprocess.run(
        (sys.executable, *arguments),
        cwd=folder,
        env=environment(PYTHONIOENCODING="utf-8", **more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)
