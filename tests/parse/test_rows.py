"""Lines of several cells: labels, each with its values."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text


@snippets("rows")
def test_lines_of_several_cells_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)
