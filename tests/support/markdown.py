"""What stands in fences in a page of Markdown."""

from __future__ import annotations

import re

from tests.support.paths import ROOT

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(readme: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    text = (ROOT / readme).read_text("utf-8")
    return [found["text"] for found in _BLOCK.finditer(text) if found["language"] == language]
