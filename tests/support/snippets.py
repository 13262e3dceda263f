"""Snippets: a text, a line ``---``, and what the parser makes of it, compared exactly.

They stand in ``tests/parse/snippets/KIND/*.txt``.  After a wanted change run
``python -m pytest tests/parse --update-goldens`` and read the diff.  What of the text is in no
token stands in the snippet as ``left out``; where that would become more, nothing is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).parents[1] / "parse" / "snippets"
LEFT_OUT = "left out "
_RULE = "\n---\n"


class Snippet(NamedTuple):
    """A snippet file: its text, and what is expected of it."""

    path: Path
    text: str
    expected: str

    def agrees(self, found: str, *, update: bool) -> None:
        """Fail unless ``found`` is as expected; write it into the file on ``update``."""
        if update and found != self.expected:
            lost = [line for line in found.splitlines() if line.startswith(LEFT_OUT)]
            new = [line for line in lost if line not in self.expected.splitlines()]
            assert not new or not self.expected, f"{self.path}: these characters would be lost"
            self.path.write_text(self.text + _RULE + found, encoding="utf-8", newline="")
            return
        assert self.expected == found


def read_snippet(path: Path) -> Snippet:
    """The snippet in a file; one without the line ``---`` expects nothing yet."""
    text, rule, expected = path.read_bytes().decode("utf-8").partition(_RULE)
    return Snippet(path, text if rule else text.removesuffix("\n"), expected)


def snippets(kind: str) -> pytest.MarkDecorator:
    """Runs a test with every snippet of a kind."""
    paths = sorted((FOLDER / kind).glob("*.txt"))
    assert paths, f"no snippets of the kind {kind}"
    return pytest.mark.parametrize("path", paths, ids=[path.stem for path in paths])
