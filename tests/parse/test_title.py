"""What stands before the first heading."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_front


@snippets("title")
def test_title_and_preamble_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_front)
