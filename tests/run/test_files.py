"""Files checked by several processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.running import shown
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, write

pytestmark = pytest.mark.slow
MANY = 40


@pytest.mark.parametrize("name", ["text", "concise", "json", "lsp"])
def test_several_processes_say_the_same_as_one(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = (CLEAN, WRONG_SUM, WRONG_COUNT, NO_CONTACT, "\x00\x01\x02")
    write(tmp_path, **{f"n{at:02}": kinds[at % len(kinds)] for at in range(MANY)})
    alone = shown(capsys, str(tmp_path), "--format", name, "--jobs", "1")
    together = shown(capsys, str(tmp_path), "--format", name, "--jobs", "2")

    assert 0 < alone.count("n39.txt")
    assert alone == together


def test_several_processes_end_with_the_same_status(tmp_path: Path) -> None:
    write(tmp_path, **{f"n{at:02}": CLEAN for at in range(MANY)})
    assert 0 == main(["check", str(tmp_path), "--jobs", "2"])
    write(tmp_path, n07=NO_CONTACT)
    assert 1 == main(["check", str(tmp_path), "--jobs", "2"])
    write(tmp_path, n08="\x00\x01\x02")

    assert 3 == main(["check", str(tmp_path), "--jobs", "2"])
