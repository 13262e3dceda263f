"""Writing variants made equal, without moving a single character.

``normalise`` returns a text of exactly the original's length: full width becomes
half width, traditional becomes simplified, 二〇二三年 becomes 2023年, what has no
meaning (Latin glosses, zero-width characters, entities) becomes blanks.  So an offset
in the normal text *is* the offset in the original, and nothing has to be mapped back.
Blanks are taken out later and locally: in ``words`` (for comparing labels) and in
``squeeze`` (for prose, which then knows where each character came from).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from gklint.text.blanking import blanked
from gklint.text.expressions import lazy_compile
from gklint.text.numerals import CHINESE_YEAR
from gklint.text.radicals import RADICALS
from gklint.text.source import Span

_ZERO_WIDTH = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad"
)
_FOLDED: dict[str, str] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **RADICALS,
    **dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009\u0085" + _ZERO_WIDTH, " "),
    # What is no character at all: LibreOffice writes content controls to HTML with them.
    **dict.fromkeys(map(chr, (*range(0x09), *range(0x0E, 0x1C), 0x7F)), " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe58\ufe63", "-"),
    "〇": "零",
}
_FOLD = lazy_compile("[" + re.escape("".join(_FOLDED)) + "]")
# Behind a backslash Markdown has a mark that is none there, or the end of a line that is one.
_ENTITY = lazy_compile(
    r"&(?:[a-z]{2,6}|#\d{2,5});|<br ?/?>|\\(?=[!-/\[-`{-~]|\r?$)", re.IGNORECASE | re.MULTILINE
)

# A conversion to traditional characters that went wrong leaves the reading of a
# character behind it: 據(jù), 發(fā), (rén)(rén).
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_GLOSS = lazy_compile(rf"\((?=[a-z ]{{0,6}}[{_TONES}])[a-z{_TONES} ]{{1,10}}\)")
# Without the tone mark only what can be a syllable: 以后(hou), but neither (km) nor (app).
_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)?"
    r"(?:[iu]?a(?:i|o|ng?)?|[iu]e|e(?:i|r|ng?)?|i(?:u|ng?|ong)?|o(?:u|ng)?|u[ion]?|ve?)"
)
_TONELESS_GLOSS = lazy_compile(rf"(?<=[\u4e00-\u9fff])\((?=[a-z]{{1,6}}\)){_SYLLABLE}\)")
_CHINESE_YEAR = lazy_compile(f"{CHINESE_YEAR}(?=年)")
_YEAR_DIGITS = str.maketrans("零○一二三四五六七八九", "00123456789")
_NO_WORDS = lazy_compile(r"[\W_]+")
_WORD = lazy_compile(r"[^\W_]")
HARDLY_ANY = 50  # one traditional character in so many is no traditional text


class Normal(NamedTuple):
    """The normal text, and what was found wrong with the writing of the original."""

    text: str
    glosses: tuple[Span, ...]
    traditional: tuple[int, ...]


class Simplifier(NamedTuple):
    """Traditional characters: ``telling`` finds those that are nothing else, ``all`` all."""

    telling: re.Pattern[str]
    all: re.Pattern[str]
    simplified: Mapping[str, str]

    def found_in(self, text: str) -> re.Pattern[str] | None:
        """What is traditional in ``text``, if anything: 於 and 后 are standard where hardly any
        other is.
        """
        telling = len(self.telling.findall(text))
        if not telling:
            return None
        return self.all if telling * HARDLY_ANY > len(text) else self.telling


def normalise(original: str, simplifier: Callable[[], Simplifier]) -> Normal:
    """Fold ``original``; ``simplifier`` is only asked when there may be traditional characters."""
    text = _folded(original)
    if "二零" in text or "二○" in text:
        text = _CHINESE_YEAR.sub(lambda year: year[0].translate(_YEAR_DIGITS), text)
    if "&" in text or "<" in text or "\\" in text:
        text = _ENTITY.sub(_blank, text)
    glosses = _glosses(text)
    if glosses:
        text = blanked(text, glosses)
    if _within_gb2312(text):
        return Normal(text, glosses, ())
    known = simplifier()
    traditional = known.found_in(text)
    if traditional is None:
        return Normal(text, glosses, ())
    found = tuple([match.start() for match in traditional.finditer(text)])
    return Normal(_put_in(text, found, known.simplified), glosses, found)


def _within_gb2312(text: str) -> bool:
    """Whether GB 2312 has all characters: hardly any there are traditional (於, 後, 著)."""
    narrow = len(text.encode("ascii", "ignore"))
    return len(text.encode("gb2312", "ignore")) == 2 * len(text) - narrow


def _folded(text: str) -> str:
    """A text with each such character, of which it has many but few kinds, in its plain form."""
    for char in {*_FOLD.findall(text)}:
        text = text.replace(char, _FOLDED[char])
    return text


def _put_in(text: str, offsets: Sequence[int], simplified: Mapping[str, str]) -> str:
    """A text with the simplified forms of the characters at some places."""
    chars = [*text]
    for offset in offsets:
        chars[offset] = simplified[chars[offset]]
    return "".join(chars)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _glosses(text: str) -> tuple[Span, ...]:
    spans = [Span(*match.span()) for match in _GLOSS.finditer(text)]
    if spans:  # one reading with a tone mark makes 后(hou) a reading too, not a unit
        spans += [Span(*match.span()) for match in _TONELESS_GLOSS.finditer(text)]
    return tuple(sorted(set(spans)))


def words(normal: str) -> str:
    """Only the characters that carry meaning: no blanks, punctuation, brackets, quotes."""
    return _NO_WORDS.sub("", normal)


def says_anything(normal: str) -> bool:
    """Whether a single character carries meaning."""
    return _WORD.search(normal) is not None
