"""Numbers as they are printed: in cells, and in running text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gklint.text.expressions import lazy_compile

_NUMBER = lazy_compile(r"([-+−]?)(\d{1,15}(?:\.\d{1,12})?)$")
_THOUSANDS = lazy_compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
YUAN = {"元": 1, "万元": 10_000, "万": 10_000, "亿元": 100_000_000}
"""The units of money, in yuan."""

_YUAN_SIGNS = ("人民币", "￥", "¥")
COUNTERS = ("件", "个", "份", "项", "宗", "起", "条", "次")
"""What is counted."""

_UNIT = lazy_compile(rf"(?<=\d)(?:{'|'.join((*YUAN, *COUNTERS))})$")
_REMARK = lazy_compile(rf"(?<=[\d元{''.join(COUNTERS)}])\(.*\)?$")
_OF_COLUMN = lazy_compile(r"[(（](?:单位[:：]?)?(元|万元|亿元)[)）]")
_CALL = lazy_compile(r"[A-Za-z]\(|\$?[A-Za-z]{1,3}\$?\d")
_ERROR = lazy_compile(
    r"#(?:REF|VALUE|DIV/0|NAME|NUM|NULL|N/A|SPILL|CALC)[!?]?|#{3,}", re.IGNORECASE
)
_IN_CIRCLES = {
    **{chr(0x2460 + number - 1): number for number in range(1, 21)},
    **{chr(0x2776 + number - 1): number for number in range(1, 11)},
    "⓪": 0,
}
_NO_VALUE = frozenset(("", "/", "\\", "-", "--", "—", "——", "–", "―", "─", "-/-", "∕", "、", "."))

Number = int | Decimal


class Value(NamedTuple):
    """``blank``: nothing, or a stroke in place of a number.  ``number``: None if unreadable.

    ``unit``: what it is printed to be a number of, if anything.
    """

    blank: bool
    number: Number | None
    unit: str = ""

    def counted_in(self, unit: str | None) -> Number | None:
        """The number in this unit of money; as it is printed where one of both has none."""
        if self.number is None or unit not in YUAN or self.unit not in YUAN:
            return self.number
        if YUAN[self.unit] == YUAN[unit]:
            return self.number
        return Decimal(self.number) * YUAN[self.unit] / YUAN[unit]


def circled(digits: str) -> str | None:
    """The sign that is a number in a circle; None where there is none."""
    if not digits.isdecimal():
        return None
    return next((sign for sign, number in _IN_CIRCLES.items() if number == int(digits)), None)


def out_of_circle(sign: str) -> str | None:
    """The digits of a number in a circle; None for anything else."""
    return str(_IN_CIRCLES[sign]) if sign in _IN_CIRCLES else None


@lru_cache(maxsize=8192)
def read_value(text: str) -> Value:
    """What a cell's normal text says: ``750,524``, ``160.5 万元``, ``22(其中修订16件)``."""
    bare = "".join(text.split()).strip("*")
    squeezed = bare.removeprefix("人民币").strip("￥¥")
    if squeezed in _NO_VALUE:
        return Value(True, None)
    squeezed = _REMARK.sub("", squeezed)
    unit = found[0] if (found := _UNIT.search(squeezed)) else ""
    squeezed = squeezed.removesuffix(unit)
    if not unit and bare.startswith(_YUAN_SIGNS):
        unit = "元"
    if _THOUSANDS.match(squeezed):
        squeezed = squeezed.replace(",", "")
    match = _NUMBER.match(squeezed)
    if not match:
        return Value(False, _IN_CIRCLES.get(squeezed))
    sign = -1 if match[1] in ("-", "−") else 1
    return Value(False, sign * (Decimal(match[2]) if "." in match[2] else int(match[2])), unit)


def unit_of_column(text: str) -> str | None:
    """The unit of money that a heading gives: 本年收费金额(单位:万元)."""
    found = _OF_COLUMN.search(text)
    return found[1] if found else None


def is_formula(text: str) -> bool:
    """Whether a spreadsheet's formula stands there: ``=SUM(C8:C28)``."""
    return text.startswith(("=", "+", "-")) and _CALL.search(text) is not None


def is_formula_error(text: str) -> bool:
    """Whether a spreadsheet says there that its formula has no result: ``#REF!``."""
    return _ERROR.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """Whether a piece of text stands for a number, or for its absence."""
    value = read_value(text)
    return value.blank or value.number is not None
