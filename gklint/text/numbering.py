"""The numbers before headings and rows: 一、 （三） 2."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gklint.text.numerals import chinese_ordinal

WRONG_MARKS = "。:;·"
"""Marks that stand behind an Arabic number by mistake, for the point."""

_LABEL = 100  # characters; what is longer is no label
_CHARACTER = r"[^\W\d_A-Za-z]"  # a Chinese one; a range of them all is slow to compile
_NUMBERING = re.compile(
    r"(?:[#>\s*•·●■◆]|[-+](?=\s|[一二三四五六]、))*(?:"
    r"第?(?P<section>[一二三四五六七八九十]{1,2})(?:[、.,:]|部分[、.,:]?|\s)"
    r"|\(\s*(?P<bracket>[一二三四五六七八九十]{1,2})\s*\)\s*[、.]?"
    rf"|(?P<arabic>\d{{1,2}})\s*(?:[、.,){WRONG_MARKS}](?!\d)|(?={_CHARACTER}))"
    r")\s*"
)


_STOP = re.compile(r"(?<!(?<!\S)\d)。")


def has_full_stop(text: str) -> bool:
    """Whether a normal text has one: that of a number, which ought to be a point (1。), is none."""
    return "。" in text and _STOP.search(text) is not None


class Numbering(NamedTuple):
    """``style``: ``section`` (一、), ``bracket`` (（一）), ``arabic`` (1.); ``number`` from 1."""

    style: str
    number: int


def split_numbering(text: str) -> tuple[Numbering | None, str]:
    """The numbering a normal text begins with, and the rest."""
    return _kept(text) if len(text) < _LABEL else _split(text)


def _split(text: str) -> tuple[Numbering | None, str]:
    match = _NUMBERING.match(text)
    if not match:
        return None, text
    style = match.lastgroup or "arabic"
    digits = match[style]
    number = int(digits) if digits.isdigit() else chinese_ordinal(digits)
    return Numbering(style, number), text[match.end() :]


_kept = lru_cache(maxsize=4096)(_split)  # the same labels stand in every report


def is_wrongly_marked(text: str) -> bool:
    """Whether the numbering that a normal text begins with has a mark that is none (1。)."""
    _, rest = split_numbering(text)
    return not {*WRONG_MARKS}.isdisjoint(text[: len(text) - len(rest)])
