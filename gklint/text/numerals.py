"""Chinese numerals."""

from __future__ import annotations

from gklint.text.expressions import lazy_compile

CHINESE_DIGITS = "一二三四五六七八九十"
"""The digits that number sections and rows."""


def chinese_ordinal(digits: str) -> int:
    """一 to 九十九 as a number."""
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return CHINESE_DIGITS.index(digits[-1]) + 1
    return 10 * (CHINESE_DIGITS.index(tens) + 1 if tens else 1) + (
        CHINESE_DIGITS.index(ones) + 1 if ones else 0
    )


_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}


_LONGEST = 15


_UNITS = {"十": 10, "百": 100, "千": 1000}


CHINESE_NUMERAL = "[零一二三四五六七八九十百千万两]"

CHINESE_YEAR = "二[零○][零○一二三四五六七八九]{2}"
"""A year digit by digit."""


_DIGIT = "[零一二三四五六七八九]"
_ESTIMATE = lazy_compile(
    f"(?<!{_DIGIT})(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?!{_DIGIT})"
)


def is_estimate(text: str) -> bool:
    """Whether a numeral names two neighbours and leaves it open: 三四, 十七八, 二三十."""
    return len(text) > 1 and not text.isascii() and _ESTIMATE.search(text) is not None


def chinese_number(text: str) -> int | None:
    """A Chinese or Arabic numeral in running text as a number: 二十四, 两, 零, 1,024.

    An estimate (三四) is none.
    """
    plain = text.replace(",", "")
    if not plain or len(plain) > _LONGEST or is_estimate(plain):
        return None
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    head, wan, tail = text.partition("万")
    if wan:
        high, low = _below_wan(head) or None, _below_wan(tail) if tail else 0
        return None if high is None or low is None else high * 10_000 + low
    return _below_wan(text)


def _below_wan(text: str) -> int | None:
    total, digit = 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            return None
    return total + digit
