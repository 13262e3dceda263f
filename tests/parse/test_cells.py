"""Values that stand on lines of their own."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text


@snippets("cells")
def test_values_on_lines_of_their_own_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)
