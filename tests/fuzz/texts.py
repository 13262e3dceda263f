"""Texts damaged at random, as copying, converting and careless hands damage them.

The same seed gives the same text.  A general mutator of bytes seldom leaves a report: most of what
it makes is told to be none.  So these changes keep lines and cells what they are, or nearly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Lines = list[str]
Change = Callable[[Random, Lines], None]

_SIGNS = (
    *"０５①Ⅳ〇一十百两年月日件、，。；：！？（）()【】《》“”\"'|+-=#*_~`<>&\\/·…—",
    *(" ", "\u3000", "\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u0085", "\x0c", "\x00"),
    *("後", "乾", "𠮷", "é", "e\u0301", "\u202e", "\ud800"),
    *("&nbsp;", "&#8203;", "<br>", "</td>", "<!--", "-->", "```", "---", "| --- |", "gklint:"),
    *("0", "1", "99", "-1", "0.5", "1,000", "1.2万", "９９９９９９９９９９９９９９９９９９９９"),
)
_MOST = 6  # changes in one text


def damaged(text: str, rng: Random, others: Sequence[str] = ()) -> str:
    """A text with some changes; ``others``: texts of which lines may be put in."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, _MOST)):
        rng.choice(_CHANGES)(rng, lines)
        if others and rng.random() < 0.05:
            other = rng.choice(others).split("\n")
            at = rng.randrange(len(other))
            lines[_at(rng, lines) : 0] = other[at : at + rng.randint(1, 8)]
    return "\n".join(lines)


def _at(rng: Random, lines: Lines) -> int:
    return rng.randrange(len(lines)) if lines else 0


def _place(rng: Random, lines: Lines) -> tuple[int, int]:
    """A line that is not empty, if there is one, and a place in it."""
    filled = [number for number, line in enumerate(lines) if line] or [_at(rng, lines)]
    number = rng.choice(filled)
    return number, rng.randint(0, len(lines[number]) if lines else 0)


def _insert(rng: Random, lines: Lines) -> None:
    if lines:
        number, at = _place(rng, lines)
        sign = rng.choice(_SIGNS) * rng.choice((1, 1, 1, 2, 40))
        lines[number] = lines[number][:at] + sign + lines[number][at:]


def _delete(rng: Random, lines: Lines) -> None:
    if lines:
        number, at = _place(rng, lines)
        lines[number] = lines[number][:at] + lines[number][at + rng.choice((1, 1, 2, 8)) :]


def _replace(rng: Random, lines: Lines) -> None:
    if lines:
        number, at = _place(rng, lines)
        lines[number] = lines[number][:at] + rng.choice(_SIGNS) + lines[number][at + 1 :]


def _exchange(rng: Random, lines: Lines) -> None:
    if lines:
        one, other = _at(rng, lines), _at(rng, lines)
        lines[one], lines[other] = lines[other], lines[one]


def _drop(rng: Random, lines: Lines) -> None:
    at = _at(rng, lines)
    del lines[at : at + rng.choice((1, 1, 1, 3, 20))]


def _double(rng: Random, lines: Lines) -> None:
    at = _at(rng, lines)
    lines[at:at] = lines[at : at + rng.choice((1, 1, 5, 40))]


def _join(rng: Random, lines: Lines) -> None:
    if len(lines) > 1:
        at = rng.randrange(len(lines) - 1)
        lines[at : at + 2] = [lines[at] + rng.choice(("", " ", "\t")) + lines[at + 1]]


def _break(rng: Random, lines: Lines) -> None:
    if lines:
        number, at = _place(rng, lines)
        line = lines[number]
        lines[number : number + 1] = [line[:at], *([""] * rng.choice((0, 0, 1))), line[at:]]


def _blank_cell(rng: Random, lines: Lines) -> None:
    """Empty a cell, or write another number into it."""
    rows = [number for number, line in enumerate(lines) if line.count("|") > 1 or "\t" in line]
    if rows:
        number = rng.choice(rows)
        parting = "\t" if "\t" in lines[number] else "|"
        cells = lines[number].split(parting)
        cells[rng.randrange(len(cells))] = rng.choice(("", " ", " / ", " 0 ", " 3 ", "—", "０"))
        lines[number] = parting.join(cells)


def _other_parting(rng: Random, lines: Lines) -> None:
    """Part the cells of some lines in another way."""
    at = _at(rng, lines)
    old, new = rng.choice((("\t", "|"), ("|", "\t"), ("\t", " "), ("|", " "), ("\t", "    ")))
    for number in range(at, min(at + rng.choice((1, 3, 40)), len(lines))):
        lines[number] = lines[number].replace(old, new)


def _cut(rng: Random, lines: Lines) -> None:
    if rng.random() < 0.2:
        del lines[_at(rng, lines) :]


_CHANGES: Sequence[Change] = (
    *(_insert, _delete, _replace, _exchange, _drop, _double, _join, _break),
    *(_blank_cell, _other_parting, _cut),
)
