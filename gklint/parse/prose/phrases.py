"""What the phrases of several kinds of statements have in common.

Phrases match text without blanks, in half-width and simplified characters.  Which words name
what (``Vocabulary``) stands in ``rules/format/prose.yaml``; in this folder is their grammar.
Repetitions are bounded, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re

from gklint.text.numerals import CHINESE_NUMERAL

UNIT = r"(?:件次|件|条|宗|次|份|起|例|项|个|篇)"
# Bounded and guarded on the left, so that a long run of digits is looked at once.
NUMBER = (
    rf"(?<![\d.]|{CHINESE_NUMERAL})"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}|{CHINESE_NUMERAL}{{1,9}})"
)
ROUGH = r"(?P<before>近|约|超过|超|逾|上|数)?"
COUNT = re.compile(rf"{ROUGH}{NUMBER}(?P<about>余|多)?(?P<unit>{UNIT})")
INFORMATION = re.compile(
    r"信息公开|依申请|依法申请|公开申请|申请公开|公开的?信息|(?:收到|受理|接收|新收|接到)了?(?:的|书面)?申请"
)
