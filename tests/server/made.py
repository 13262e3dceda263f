"""Documents that were checked, without a process."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from gklint.linter import Linter
from gklint.ruleset import load_rules
from gklint.server.checking import Checked, check
from gklint.server.positions import position_of, span_of
from gklint.server.settings import InForce, Settings
from gklint.source import Source


class Defaults(Settings):
    """The default settings, whatever stands around the tests."""

    def of(self, path: Path) -> InForce:  # noqa: ARG002
        return InForce(Linter(load_rules(), lang=self.lang))


def checked(
    text: str, uri: str = "untitled:a.md", lang: str = "zh", units: str = "utf-16"
) -> Checked:
    return check(uri, text, Defaults(lang), units)


def at(found: Checked, words: str, skip: int = 0) -> types.Position:
    """The position of ``words``, which occur once, or ``skip`` characters into them."""
    assert found.file.text.count(words) == 1, words
    return position_of(found.file.text.index(words) + skip, found.file, found.units)


def applied(text: str, edits: list[types.TextEdit], units: str = "utf-16") -> str:
    """The text after edits that do not overlap."""
    file = Source(text)
    spans = sorted((span_of(edit.range, file, units), edit.new_text) for edit in edits)
    for span, new in reversed(spans):
        text = text[: span.start] + new + text[span.end :]
    return text
