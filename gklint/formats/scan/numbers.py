"""What a line of print may be as a number: its readings, also those in look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import log

from gklint.text.recognition import Reading

LONGEST = 14
"""Characters of a line of print that may be a number of a cell."""
_SAME = {  # no one writes these in a cell of numbers, and they look no different
    **dict.fromkeys("Oo〇○", "0"),
    **dict.fromkeys("Il|丨｜", "1"),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("．·", "."),
    "，": ",",
}
_LIKE = {
    **dict.fromkeys("QD°口", "0"),
    **dict.fromkeys("!！", "1"),
    **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("Ss", "5"),
    "b": "6",
    "B": "8",
    **dict.fromkeys("gq", "9"),
}
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,6})?")
_ALIKE = 0.5  # how likely a look-alike is meant as the digit
_DASHES = frozenset("一-—–―_－ー")
_LEAST = 1e-4  # a reading that is less likely is none
_NO_NUMBER = 0.05  # where all numbers together are less likely, the line is none


def readings_of(found: Iterable[tuple[str, float]]) -> tuple[float, tuple[Reading, ...]]:
    """The numbers that a line may be, the likeliest first, and how sure that one is.

    None if it is no number.
    """
    likely: dict[str, float] = {}
    whole = 0.0
    for text, share in found:
        whole += share
        for number, factor in _as_numbers("".join(text.split())):
            likely[number] = likely.get(number, 0.0) + share * factor
    ordered = sorted(likely.items(), key=lambda each: (-each[1], each[0]))
    if not ordered or sum(likely.values()) < _NO_NUMBER * whole:
        return 0.0, ()
    best = ordered[0][1]
    readings = (Reading(text, -log(share / best)) for text, share in ordered if share > _LEAST)
    return best / whole, tuple(readings)


def is_dash(text: str) -> bool:
    """Whether a line is a stroke in place of a number: recognition takes it for 一."""
    return text != "" and set(text) <= _DASHES


def _as_numbers(text: str) -> Iterator[tuple[str, float]]:
    """The number that a text may be, and how likely it is meant so."""
    same = "".join(_SAME.get(char, char) for char in text)
    alike = "".join(_LIKE.get(char, char) for char in same)
    if _NUMBER.fullmatch(alike):
        yield alike, 1.0 if same == alike else _ALIKE
