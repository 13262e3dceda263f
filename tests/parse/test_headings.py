"""Headings, and lines that merely look like headings."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text


@snippets("headings")
def test_headings_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)
