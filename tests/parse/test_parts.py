"""The parts of a section, told by their stems."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text


@snippets("parts")
def test_parts_of_a_section_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)
