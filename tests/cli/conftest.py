"""What tests of several commands are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sample import CLEAN, NO_CONTACT, NOT_A_REPORT, TRADITIONAL, WRONG_COUNT, write

TEXTS = {
    "clean": CLEAN,
    "error": NO_CONTACT,
    "warning": WRONG_COUNT,
    "info": TRADITIONAL,
    "other": NOT_A_REPORT,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One file for each outcome; ``bad`` cannot be decoded."""
    write(tmp_path, **TEXTS)
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00")
    return tmp_path
