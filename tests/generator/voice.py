"""Sentences with marks, and the voice (year, names, ways to write numbers) they are spoken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from .agencies import Agency
    from .figures import Numbers
    from .labels import Address

_DIGITS = "零一二三四五六七八九"
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Sentence:
    """A piece of running text; `marks` are the structural addresses that it answers to."""

    text: str
    marks: tuple[Address, ...] = ()


Paragraph = tuple[Sentence, ...]


def chinese_number(value: int) -> str:
    """Chinese numeral of 0 <= value <= 99: 二十四."""
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _DIGITS[ones]
    head = "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def plain(*texts: str) -> Paragraph:
    """A paragraph of unmarked sentences."""
    return tuple(Sentence(text) for text in texts)


@dataclass(frozen=True)
class Voice:
    """What sentences are made from: randomness, the body, the report's year, its numbers."""

    rng: Random
    agency: Agency
    year: int
    numbers: Numbers

    def pick(self, pool: Sequence[str], **more: str) -> str:
        """One template of the pool, filled: {y} year, {p}/{n} previous/next year, {w}, {me}, …"""
        return self.fill(self.rng.choice(pool), **more)

    def fill(self, template: str, **more: str) -> str:
        """Fill one template."""
        known = {
            "y": str(self.year),
            "p": str(self.year - 1),
            "n": str(self.year + 1),
            "w": self.when(),
            "me": self.me(),
            "agency": self.agency.name,
            "area": self.agency.area,
        }
        return template.format(**{**known, **more})

    def when(self) -> str:
        """Words for the report's period at the head of a sentence."""
        year = self.year
        return self.rng.choice(
            (
                f"{year}年，",
                f"{year}年度，",
                f"{year}年，",
                "本年度，",
                "全年",
                "一年来，",
                "本年度",
            )
        )

    def me(self) -> str:
        """Words for the body."""
        return self.agency.self_name(self.rng)

    def count(self, value: int, measure: str = "件") -> str:
        """A number with its measure: 24件, 二十四件, 2 件."""
        if 0 < value <= 99 and self.rng.random() < 0.12:
            words = "两" if value == 2 else chinese_number(value)
            return f"{words}{measure}"
        return f"{value}{measure}"

    def few(self, low: int = 1, high: int = 30) -> str:
        """A small number as digits."""
        return str(self.rng.randint(low, high))

    def split_sum(self, total: int, parts: int) -> list[int]:
        """`parts` positive numbers that add up to `total` (total >= parts)."""
        cuts = sorted(self.rng.sample(range(1, total), parts - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]
