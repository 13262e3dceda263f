"""What a line of a table of contents looks like, whatever it lists."""

from __future__ import annotations

import re

_LEADERS = re.compile(r"(?:\.{4}|…{2}|·{4})[.…·\s]*\d{1,3}$")
_LABEL_AND_DOTS = 8


def has_leaders(text: str) -> bool:
    """Whether dots lead to the number of a page."""
    return len(text) > _LABEL_AND_DOTS and text[-1].isdigit() and bool(_LEADERS.search(text))
