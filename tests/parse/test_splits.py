"""Tables that came in pieces."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_tables


@snippets("splits")
def test_the_pieces_of_a_table_are_put_together(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_tables)
