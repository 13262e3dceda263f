"""What the phrases of several kinds of statements have in common.

Phrases match text without blanks, in half-width and simplified characters.  Which words name
what (``Vocabulary``) stands in ``rules/format/prose.yaml``; in this folder is their grammar.
Repetitions are bounded, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from gklint.text.expressions import lazy_compile
from gklint.text.numerals import (
    CHINESE_NUMERAL,
    CHINESE_NUMERALS,
    chinese_number,
    is_estimate,
    is_formal,
    is_round,
)

_UNITS = "条宗次份起例项部个篇"
UNIT = rf"(?:件次|件(?:\(次\))?|{'|'.join(_UNITS)})"
# Bounded and guarded on the left, so that a long run of digits is looked at once.
NUMBER = (
    rf"(?<![\d.]|{CHINESE_NUMERAL})"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}|{CHINESE_NUMERAL}{{1,9}})"
)
_RANGE = rf"(?:\d{{1,6}}|{CHINESE_NUMERAL}{{1,7}})[-~—至到]"
"""What a number is the upper end of: 3至4件."""
ROUGH = r"(?P<before>将近|大约|超过|不到|不足|[近约超逾]|[上成数几](?=[十百千万]))?"
_BEGINS = rf"(?=[0-9{CHINESE_NUMERALS}将大超不近约逾上成数几若好])"  # for speed alone
_AFTER = r"(?=(?P<after>左右|上下|以上|以下|以内|开外|不等|余(?=[,。;]|$))?)"
COUNT = lazy_compile(
    rf"{_BEGINS}(?:(?P<from>{_RANGE})?{ROUGH}{NUMBER}(?P<about>(?:\.\d{{1,4}})?[百千万亿]?[余多几来+]?)"
    rf"|(?P<few>若干|好几|几|数(?!量)))(?P<unit>{UNIT}){_AFTER}"
)
AMOUNT = (
    rf"(?P<amount>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,6}})?|\d{{1,9}}(?:\.\d{{1,6}})?"
    rf"|{CHINESE_NUMERAL}{{1,9}})(?P<currency>[万亿]?元)"
)
INFORMATION = lazy_compile(
    r"(?=[信依公申自收受接新办])(?:信息公开|依申请|依法申请|公开申请|申请公开|公开的?信息|自然人申请|(?:收到|受理|接收|新收|接到|收办|办结)了?的?(?:书面|[\d零一二两三四五六七八九十百千]{1,9}[件宗份起])?申请)"
)
_BEFORE_UNIT = f"[0-9{CHINESE_NUMERALS}余多几来干数亿+]"
CASES = _BEFORE_UNIT + UNIT
"""The end of a number of cases, which is found faster than the number."""
COUNTED = lazy_compile(f"[件{_UNITS}](?<={_BEFORE_UNIT}.)")
"""That there is one, which is found faster still."""
OURSELVES = r"[我本](?:局|办|委|厅|院|县|市|区|镇|乡|街道|机关|单位|部门)"
"""What a body calls itself."""
CURRENCIES = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


class Quantity(NamedTuple):
    """How many are counted; ``number`` is None where that is only said roughly."""

    number: int | None


def quantity(match: re.Match[str]) -> Quantity | None:
    """What a match of ``COUNT`` says; None if it is no number."""
    rough = any(match[part] for part in ("from", "before", "about", "few", "after"))
    # What is written in a form of its own may be meant as loosely as a round number.
    if rough or any(told(match["number"]) for told in (is_estimate, is_round, is_formal)):
        return Quantity(None)
    number = chinese_number(match["number"])
    return None if number is None else Quantity(number)


def yuan(match: re.Match[str]) -> Decimal | None:
    """What a match of ``AMOUNT`` says, in yuan; None if it is no exact amount."""
    plain = match["amount"].replace(",", "")
    number = plain if plain[0].isascii() else chinese_number(plain)
    return None if number is None else Decimal(number) * CURRENCIES[match["currency"]]
