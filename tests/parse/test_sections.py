"""Sections: their running text, and what differs from the form."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_sections


@snippets("sections")
def test_sections_are_fitted_into_the_form(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_sections)
