"""Grammars of phrases: one line stands for all that it can expand to.

`[a|b|]` is one of its alternatives, `<name>` an entry of the lexicon, `{name}` a slot that is
filled later. Brackets nest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

_NAME = re.compile(r"<(\w+)>")
_INNERMOST = re.compile(r"\[([^\[\]]*)\]")


def expand(phrase: str, lexicon: Mapping[str, str], rng: Random) -> str:
    """One of the sentences of a phrase, its slots still open."""
    while name := _NAME.search(phrase):
        phrase = f"{phrase[: name.start()]}[{lexicon[name[1]]}]{phrase[name.end() :]}"
    return _chosen(phrase, rng)


def _chosen(phrase: str, rng: Random) -> str:
    """Settle the brackets from the innermost outwards."""
    while group := _INNERMOST.search(phrase):
        choice = rng.choice(group[1].split("|"))
        phrase = phrase[: group.start()] + choice + phrase[group.end() :]
    return phrase


def forms(phrase: str, lexicon: Mapping[str, str]) -> int:
    """How many ways there are through a phrase."""
    while name := _NAME.search(phrase):
        phrase = f"{phrase[: name.start()]}[{lexicon[name[1]]}]{phrase[name.end() :]}"
    return _ways(phrase)


def _ways(phrase: str) -> int:
    total, ways, depth, start = 0, 1, 0, 0
    for at, sign in enumerate(phrase):
        if sign == "[":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif sign == "]":
            depth -= 1
            ways *= 1 if depth else _ways(phrase[start:at])
        elif sign == "|" and depth == 0:
            total, ways = total + ways, 1
    return total + ways
