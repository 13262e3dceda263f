"""Lines in which labels and numbers were run together."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text


@snippets("running")
def test_what_a_crawler_ran_together_is_cut(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)
