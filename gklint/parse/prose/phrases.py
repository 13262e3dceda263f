"""What the phrases of several kinds of statements have in common.

Phrases match text without blanks, in half-width and simplified characters.  Which words name
what (``Vocabulary``) stands in ``rules/format/prose.yaml``; in this folder is their grammar.
Repetitions are bounded, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re
from collections.abc import Container
from decimal import Decimal
from functools import lru_cache
from math import prod
from typing import NamedTuple

from gklint.model.statements import Doubt
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
    rf"(?<![\d.OoIl{CHINESE_NUMERALS}])(?<!\d,)"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}|{CHINESE_NUMERAL}{{1,9}})"
)
_RANGE = rf"(?:\d{{1,6}}|{CHINESE_NUMERAL}{{1,7}}){UNIT}?[-~—至到]{{1,2}}"
"""What a number is the upper end of: 3至4件, 3件至4件."""
_ROUGHLY = (
    r"(?:将近|大[约概致]|约莫|超过|突破|不(?:[到足满]|[少多低高]于|超过|下于?)|至[少多]|最[少多]"
    r"|[近约超逾]|[上成数几](?=[十百千万]))?"
)
NUMBERED = NUMBER.replace("?P<number>", "?:") + UNIT
"""A number of something."""
ESTIMATE = r"(?<!\d)[一二两三四五六七八1-8]、[二两三四五六七八九2-9](?!\d)[十百千万]?"
"""A number that leaves open which of two it is."""
PARTING_ESTIMATE = rf"、(?<=[一二两三四五六七八1-8]、)(?=[二两三四五六七八九2-9][十百千万]?{UNIT})"
"""The mark within one."""
NEARLY = r"\((?:余|约数?|含|以上)\)"
"""What makes the number before it no exact one."""
ANY_NUMBER = (
    rf"[0-9{CHINESE_NUMERALS}、将近大约概超突破不到足满少于至多最逾上成数几余来若干好]{{1,12}}"
    rf"{UNIT}"
)
"""What looks like one, also where it is only said roughly: it is looked for between clauses."""
_BEGINS = rf"(?=[0-9{CHINESE_NUMERALS}将大超突不至最近约逾上成数几若好多])"  # for speed alone
_AFTER = (
    r"(?=(?P<after>左右|上下|内外|以上|以下|以内|开外|不等|不到|出头|有余|之多|许(?!可)"
    rf"|{NEARLY}|余(?=[,。;]|$))?)"
)
COUNT = lazy_compile(
    rf"{_BEGINS}(?:(?P<few>若干|好几|几|多|数(?!量)|{ESTIMATE})"
    rf"|(?P<from>{_RANGE})?(?P<before>{_ROUGHLY}){NUMBER}(?P<about>(?:\.\d{{1,4}})?[百千万亿]?(?:有余|[余多几来+])?))"
    rf"(?P<unit>{UNIT}){_AFTER}"
)
AMOUNT = (
    rf"(?P<roughly>{_ROUGHLY})(?:(?P<some>若干|好几|[几数])"
    rf"|(?<!{CHINESE_NUMERAL})(?P<amount>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,6}})?|\d{{1,9}}(?:\.\d{{1,6}})?"
    rf"|{CHINESE_NUMERAL}{{1,9}})(?P<odd>有余|[余多几来])?)(?P<currency>[十百千万亿]{{0,2}}元)"
    r"(?=(?P<nearly>左右|上下|以上|以下|以内|不等|不到|出头|余|[-~—至到]{1,2}\d)?)"
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
_UNITS_OF_MONEY = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "元": 1}


class Quantity(NamedTuple):
    """How many are counted; ``number`` is None where that is only said roughly."""

    number: int | None

    @property
    def doubt(self) -> Doubt | None:
        """Why it need not be exactly so many."""
        return Doubt.ROUGH if self.number is None else None


def quantity(match: re.Match[str]) -> Quantity | None:
    """What a match of ``COUNT`` says; None if it is no number."""
    rough = any(match.group("from", "before", "about", "few", "after"))
    return Quantity(None) if rough else _quantity(match["number"])


@lru_cache(maxsize=1024)
def _quantity(numeral: str) -> Quantity | None:
    # What is written in a form of its own may be meant as loosely as a round number.
    if is_estimate(numeral) or is_round(numeral) or is_formal(numeral):
        return Quantity(None)
    number = chinese_number(numeral)
    return None if number is None else Quantity(number)


def numbers_in(text: str, units: Container[str]) -> list[re.Match[str]]:
    """The numbers of such units in a text: matches of ``COUNT``."""
    if not COUNTED.search(text):
        return []
    return [match for match in COUNT.finditer(text) if match["unit"] in units]


def yuan(match: re.Match[str]) -> Decimal | None:
    """What a match of ``AMOUNT`` says, in yuan, be it roughly; None if it names no number."""
    plain = (match["amount"] or "").replace(",", "")
    number = plain if plain[:1].isascii() else chinese_number(plain)
    if not plain or number is None:
        return None
    return Decimal(number) * worth(match["currency"])


def worth(currency: str) -> int:
    """A currency in yuan: 万元 is 10,000."""
    return prod(_UNITS_OF_MONEY[unit] for unit in currency)


def is_rough(match: re.Match[str]) -> bool:
    """Whether an amount, a match of ``AMOUNT``, is no exact one: 约400元, 几百元, 上千元."""
    amount = match["amount"]
    if any(match.group("roughly", "some", "odd", "nearly")) or is_estimate(amount):
        return True
    return amount[0] in _UNITS_OF_MONEY  # 百元
