"""Chinese numerals."""

from __future__ import annotations

from functools import lru_cache

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


_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "○": 0}


_LONGEST = 15


_UNITS = {"十": 10, "百": 100, "千": 1000}


_FORMAL = str.maketrans(
    {
        **dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True)),
        "廿": "二十",
        "卅": "三十",
        "卌": "四十",
    }
)
"""What documents and old people write."""

_PLAIN = "零○一二三四五六七八九十百千万两"
CHINESE_NUMERALS = _PLAIN + "".join(map(chr, _FORMAL))
CHINESE_NUMERAL = f"[{CHINESE_NUMERALS}]"

CHINESE_YEAR = "二[零○][零○一二三四五六七八九]{2}"
"""A year digit by digit."""


_DIGIT = "[零一二三四五六七八九]"
_ESTIMATE = lazy_compile(
    f"(?<!{_DIGIT})(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?!{_DIGIT})"
)


_BLANK = lazy_compile("○{2,}")  # to be filled in
_ROUND = lazy_compile(rf"(?:{_DIGIT}?十)?(?:{_DIGIT}|两)?[百千万]+")


def is_estimate(text: str) -> bool:
    """Whether a numeral leaves open how many: 三四, 十七八, 二三十, 百十."""
    plain = text.translate(_FORMAL)
    return plain == "百十" or (len(plain) > 1 and _ESTIMATE.search(plain) is not None)


def is_formal(text: str) -> bool:
    """Whether a numeral is written as documents of money and old people write it: 叁, 廿, 贰拾."""
    return text.translate(_FORMAL) != text


def is_round(text: str) -> bool:
    """Whether a numeral counts by hundreds and more: 三百, 两千, but neither 二十 nor 三百五十."""
    return _ROUND.fullmatch(text.translate(_FORMAL)) is not None


@lru_cache(maxsize=1024)  # hardly any is above a hundred
def chinese_number(text: str) -> int | None:
    """A Chinese or Arabic numeral in running text as a number: 二十四, 两, 零, 廿五, 叁, 1,024.

    An estimate (三四) is none.
    """
    plain = text.replace(",", "").translate(_FORMAL)
    if not plain or len(plain) > _LONGEST or is_estimate(plain) or _BLANK.fullmatch(plain):
        return None
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if all(char in _DIGITS for char in plain):
        return int("".join(str(_DIGITS[char]) for char in plain))
    head, wan, tail = plain.partition("万")
    if wan:
        high, low = _below_wan(head) or None, _below_wan(tail, 10_000) if tail else 0
        return None if high is None or low is None else high * 10_000 + low
    return _below_wan(plain)


def _below_wan(text: str, unit: int = 10) -> int | None:
    """``unit``: what stands before the text; a digit right behind 百 counts tens: 一百二 is 120."""
    total, digit = 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            unit = unit if digit else 10
        elif char in _UNITS:
            unit = _UNITS[char]
            total += (digit or 1) * unit
            digit = 0
        else:
            return None
    return total + digit * max(unit // 10, 1)
