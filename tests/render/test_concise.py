"""``--format concise``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running import shown
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, write


def test_concise_is_one_line_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = write(tmp_path, a=WRONG_COUNT, b=CLEAN, c=NO_CONTACT)
    lines = shown(capsys, *paths, "--format", "concise").split("\n")

    assert 3 == len(lines)
    assert lines[0].startswith(f"{paths[0]}:7:25: warning GK402 ")
    assert lines[1].startswith(f"{paths[2]}:62:1: error GK501 ")
    assert "" == lines[2]
