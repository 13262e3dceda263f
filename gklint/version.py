"""The version of gklint, and where its pages are."""

from __future__ import annotations

VERSION = "0.1.0"


HOME = "https://gklint.example"


def rule_page(code: str) -> str:
    """The address of the page that explains a rule."""
    return f"{HOME}/docs/rules/{code}.md"
