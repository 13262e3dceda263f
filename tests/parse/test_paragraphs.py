"""Lines of running text that make paragraphs."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_paragraphs


@snippets("paragraphs")
def test_lines_are_joined_to_paragraphs(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_paragraphs)
