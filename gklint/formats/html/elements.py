"""What a page is built of: elements that are open, pictures, runs of text that one may not see."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gklint.formats.blocks import Block, Cell, Run
from gklint.formats.html.tags import CELLS, spans
from gklint.text.source import Span


class Image(NamedTuple):
    """An ``img``: its tag, where it gets its picture, its width, and how much stands before it.

    pixels: as the page has it, if that is said.  before: Chinese characters, roughly.
    """

    tag: Span
    address: str
    pixels: int | None
    before: int


@dataclass(slots=True)
class Open:
    """An element whose end has not come."""

    tag: str
    start: int
    within: int
    next_number: int | None = None
    across: int = 1
    down: int = 1
    blocks: list[Block[Span]] = field(default_factory=list)
    rows: list[tuple[Cell[Span], ...]] = field(default_factory=list)
    cells: list[Cell[Span]] = field(default_factory=list)


def open_of(tag: str, match: re.Match[str]) -> Open:
    """What a start tag of a table opens."""
    if tag not in CELLS:
        return Open(tag, *match.span())
    across, down = spans(match["attributes"])
    return Open("td", *match.span(), across=across, down=down)


def weight(text: str) -> int:
    """How many characters of running text, as against markup and scripts: two bytes more each."""
    return 0 if text.isascii() else (len(text.encode("utf-8", "replace")) - len(text)) // 2


# -- white text --------------------------------------------------------------------------------


def shows_others(runs: Sequence[Run[Span]], white: Collection[int]) -> bool:
    """Whether a paragraph has text besides its white runs, which then have no dark ground."""
    return any(run.text.strip() for at, run in enumerate(runs) if at not in white)


def without(runs: Sequence[Run[Span]], white: Collection[int]) -> tuple[Run[Span], ...]:
    """The runs of a paragraph, the white ones without their text."""
    return tuple(Run("", run.origin) if at in white else run for at, run in enumerate(runs))
