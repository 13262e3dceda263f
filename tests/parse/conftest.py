"""What the tests of the parser are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.snippets import read_snippet

Agrees = Callable[[Path, Callable[[str], str]], None]


@pytest.fixture
def agrees(request: pytest.FixtureRequest) -> Agrees:
    """Compares what a function makes of a snippet's text with what the snippet expects."""

    def compare(path: Path, shown: Callable[[str], str]) -> None:
        snippet = read_snippet(path)
        snippet.agrees(shown(snippet.text), update=request.config.getoption("--update-goldens"))

    return compare
