"""The numbers that Word itself puts before the paragraphs of a list (一、 （二） 3.)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from gklint.formats.docx.lists import LEVELS, LONGEST, List, Lists

_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LATIN_REPEATS = 30
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd")),
    *((100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Numbering:
    """Counts the paragraphs of all lists of a text, in the order in which they stand."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, number: str, level: int) -> str:
        """The number of the next paragraph of a level (from 0) of the list ``number``."""
        found = self.lists.get(number)
        if found is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        before = counts[level]
        begins = level in found.starts and (number, level) not in self._started
        counts[level] = _start(found, level) if begins or before is None else before + 1
        self._started.add((number, level))
        for above in range(level):  # Word counts what was left out
            if counts[above] is None:
                counts[above] = _start(found, above)
        for lower in range(level + 1, LEVELS):
            if level < found.levels[lower].restart:
                counts[lower] = None
        return _text(found, level, counts)


def _start(found: List, level: int) -> int:
    return found.starts.get(level, found.levels[level].start)


def _text(found: List, level: int, counts: list[int | None]) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        count = counts[index]
        form = "decimal" if own.legal else found.levels[index].format
        return formatted(_start(found, index) if count is None else count, form)

    return _PLACE.sub(number, own.text)[:LONGEST]


def formatted(number: int, form: str) -> str:
    """A number as one of the formats of ``ST_NumberFormat``, decimal in those not known."""
    return _FORMATS.get(form, str)(number)


def _counting(number: int, digits: str, tens: str = "十百千", *, first: bool = False) -> str:
    """Chinese numerals up to 9999; ``first``: 一十 is written for ten."""
    if not 0 < number < 10**4:
        return "".join(digits[int(digit)] for digit in str(number))
    text = ""
    for power, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            text += "零"
        else:
            text += digits[int(digit)] + ("", *tens)[power]
    text = re.sub("零+", "零", text).rstrip("零")
    return text[1:] if not first and 10 <= number < 20 else text


def _from(characters: Iterable[str]) -> Callable[[int], str]:
    """One character a number, from 1; decimal after the last."""
    signs = tuple(characters)
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _letters(number: int) -> str:
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1) if repeats < _LATIN_REPEATS else str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        text += sign * times
    return text


def _chinese(number: int) -> str:
    return _counting(number, _DIGITS)


def _legal_chinese(number: int) -> str:
    return _counting(number, _LEGAL, "拾佰仟", first=True)


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_circled = _from([*map(chr, range(0x2460, 0x2474)), *map(chr, range(0x3251, 0x3260))])

_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from(map(chr, range(0x2474, 0x2488))),
    "decimalEnclosedFullstop": _from(map(chr, range(0x2488, 0x249C))),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": _legal_chinese,
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "ideographTraditional": _from(_STEMS),
    "ideographEnclosedCircle": _from(map(chr, range(0x3280, 0x328A))),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
