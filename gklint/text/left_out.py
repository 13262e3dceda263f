"""What of a text a person does not read as its content: numbers struck through, marks of notes.

In formats that know more than characters their readers see to most of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.text.expressions import lazy_compile
from gklint.text.source import Span

NOTE_MARK = r"(?:[\[［(（]?注?\d{1,2}[\]］)）]?|[*＊※①-⑳])"
"""An expression for what marks a note, where it is lifted above the line."""

_END = r"(?=[ \t]*(?:[|\t\r\n]|$))"  # of a cell; in running text it may be m², or words of a note
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = lazy_compile(rf"(?<=\d)[{_DIGITS}⁽⁾]{{1,4}}{_END}")
_SIGN = rf"<sup>\s{{0,2}}{NOTE_MARK}\s{{0,2}}</sup>"
# ~~9~~6, <del>9</del>6, 6[^1], 6^1^, 6<sup>1</sup>
_MARKUP = lazy_compile(
    r"~~\d[\d.,]*~~"
    r"|<(del|s|strike)(?:\s[^<>|\r\n]*)?>[^<>|\r\n]*</\1>"
    rf"|(?<=\d)(?:\[\^[\w-]{{1,20}}\]|\^\d{{1,2}}\^|{_SIGN}){_END}",
    re.IGNORECASE,
)
_SIGNS = ("~~", "</", "[^", "^")


def find_left_out(text: str, *, markup: bool) -> Sequence[Span]:
    """Where such stands in a text.  ``markup``: what Markdown makes of its marks counts, too."""
    found: list[Span] = []
    if markup and any(sign in text for sign in _SIGNS):
        found += (Span(*match.span()) for match in _MARKUP.finditer(text))
    if any(sign in text for sign in _DIGITS):
        found += (Span(*match.span()) for match in _RAISED.finditer(text))
    return sorted(found)
