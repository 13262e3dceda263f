"""Labels of tables, and headings, that are no known words on one line."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text


@snippets("labels")
def test_labels_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)
