"""The page around a report."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_page


@snippets("page")
def test_the_report_is_told_from_the_page_around_it(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_page)
