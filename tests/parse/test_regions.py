"""Which labels belong to which table."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_regions


@snippets("regions")
def test_each_table_has_its_own_labels(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_regions)
