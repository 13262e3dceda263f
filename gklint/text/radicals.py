"""Radicals that stand for characters.

Some programs name a character by the radical that has the same glyph (⽉ for 月, ⻔ for 门). That
is no traditional character, also where Unicode relates the radical to one (⼾ to 戶).
"""

from __future__ import annotations

import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)

# Those that Unicode relates to a traditional character, or to none.
_SIMPLIFIED = dict(
    zip(
        "⼾⾒⾙⾞⾧⾨⾱⾴⾵⾶⾺⾾⿂⿃⿄⿆⿈⿌⿑⿒⿓⿔⺁⺎⺒⺓⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "户见贝车长门韦页风飞马斗鱼鸟卤麦黄黾齐齿龙龟厂兀巳幺民虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)

RADICALS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI} | _SIMPLIFIED
"""The character that each radical looks like, in its simplified form."""
