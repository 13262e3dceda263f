"""Configurations of other programs that docs/repositories.md gives, as they stand there."""

from __future__ import annotations

import re

from tests.support.paths import ROOT


def configuration(file: str) -> str:
    """The text of a file: the block behind its name."""
    page = (ROOT / "docs" / "repositories.md").read_text("utf-8")
    found = re.search(rf"`{re.escape(file)}`[^\n]*：\n\n```\w+\n(.*?)^```$", page, re.M | re.S)
    assert found, file
    return found[1]
