"""Invented characters in place of others: as many, of the same kind, and the same for the same."""

from __future__ import annotations

import re
from hashlib import blake2b
from random import Random
from string import ascii_lowercase, ascii_uppercase

from gklint.anonymise.lexicon import lexicon

# Of the Thousand Character Classic what no report is searched for, and no name is made of.
_NEUTRAL = (
    "天宇宙洪荒张寒暑秋冬藏云腾露霜丽昆冈剑巨夜光珍李柰菜芥姜咸淡鳞潜翔皇裳虞陶唐汤坐朝垂"
    "爱黎遐迩宾王鸣凤驹恭惟贞洁良莫短使墨丝染诗赞羔贤圣声虚堂庆尺璧宝敬孝竭忠薄夙温兰馨松"
    "盛川渊澄笃诚美慎籍甚"
)
_TRADITIONAL = "雲騰張麗劍寶聲虛鳳鳴愛賢聖淵鱗慶"
# By the number of their letters: what may be read out, without and with the mark of a tone.
_SYLLABLES = ("", "a", "de", "men", "shan", "zhang", "zhuang")
_TONED = ("", "ā", "dé", "mén", "shān", "zhāng", "zhuāng")
_PUBLIC = re.compile(r"(?:12345|12315|12350|12348|12333|12366|12328|12329|12356|110|119|120)(?!\d)")
_KEPT_DIGITS = 2  # which tell an area code, a mobile, and a service from each other


class Inventor:
    """Invents by what it replaces and by a secret: whoever has only the result cannot go back."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._neutral = [each for each in _NEUTRAL if each not in lexicon().used]

    def _random(self, text: str) -> Random:
        key = self._secret[:64]
        return Random(blake2b(text.encode("utf-8", "surrogatepass"), key=key).digest())

    def words(self, text: str) -> str:
        """For Chinese, other letters."""
        drawn = self._random(text)
        draws = (drawn.sample(self._neutral, 2) for _ in text)  # two: one of them is another one
        return "".join(
            first if first != old else second
            for old, (first, second) in zip(text, draws, strict=True)
        )

    def traditional(self, text: str) -> str:
        """For a traditional character, another one."""
        return self._random(text).choice(_TRADITIONAL)

    def latin(self, text: str) -> str:
        """For Latin letters and digits; all other signs stay."""
        drawn = self._random(text.lower())
        return "".join(_like(each, drawn) for each in text)

    def number(self, text: str) -> str:
        """For a number by which somebody is reached or known, one of the same kind.

        How it begins stays, but for the area code of the capital; so do zeros.
        """
        if _PUBLIC.fullmatch(text):
            return text
        digits = [at for at, each in enumerate(text) if each.isdecimal()]
        drawn = self._random("".join(text[at] for at in digits))
        made = [*text]
        for at in digits[_KEPT_DIGITS:]:
            if int(text[at]):
                made[at] = _digit(drawn.randint(2, 8), text[at])
        if digits[1:] and (int(text[digits[0]]), int(text[digits[1]])) == (0, 1):
            made[digits[1]] = _digit(2, text[digits[1]])
        return "".join(made)

    def gloss(self, text: str) -> str:
        """For the reading of a character in brackets, that of another one."""
        letters = "".join(text[1:-1].split())
        known = _SYLLABLES if letters.isascii() else _TONED
        if len(letters) >= len(known):
            return text
        new = iter(known[len(letters)])
        return (
            text[0] + "".join(next(new) if each.strip() else each for each in text[1:-1]) + text[-1]
        )


def _digit(number: int, other: str) -> str:
    """A digit, in full or half width as another one is."""
    return chr(ord(other) - int(other) + number)


def _like(character: str, drawn: Random) -> str:
    if not character.isascii() or not character.isalnum():
        return character
    if character.isdecimal():
        return str(drawn.randint(1, 9))
    return drawn.choice(ascii_lowercase if character.islower() else ascii_uppercase)
