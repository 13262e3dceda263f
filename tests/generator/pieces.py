"""Cutting texts at random, as word processors and wrapped cells do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_TIED = re.compile(r"[0-9A-Za-z０-９.,@:—*#/-]{2}")


def pieces(text: str, rng: Random, most: int = 4) -> list[str]:
    """`text` cut anywhere into up to `most` pieces, none of them empty."""
    number = min(rng.randint(0, most - 1), max(len(text) - 1, 0))
    return parts(text, sorted(rng.sample(range(1, len(text)), number)) if number else [])


def parts(text: str, cuts: list[int]) -> list[str]:
    """`text` cut before each of these code points (ascending)."""
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def spots(text: str) -> list[int]:
    """Code points before which a line may break: not inside a number or a Latin word."""
    return [at for at in range(1, len(text)) if not _TIED.search(text[at - 1 : at + 1])]
