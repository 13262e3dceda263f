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


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What ``check … --format json`` prints."""
    main(["check", *arguments, "--format", "json"])
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def codes(document: dict[str, Any]) -> list[str]:
    """The codes of all diagnostics of a JSON document."""
    return [found["code"] for file in document["files"] for found in file["diagnostics"]]


def configure(text: str, folder: str = ".") -> None:
    """Write a ``gklint.toml``."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / "gklint.toml").write_text(text, "utf-8")


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# -- in a process of its own -----------------------------------------------------------------

GKLINT = (sys.executable, "-m", "gklint")


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that imports gklint from this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def python(*arguments: str, folder: Path | None = None) -> Run:
    """Python with arguments, such as ``-c`` and a program."""
    done = subprocess.run(
        (sys.executable, *arguments),
        cwd=folder,
        env=environment(PYTHONIOENCODING="utf-8"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)
