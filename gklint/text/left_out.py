"""What of a text a person does not read as its content: numbers struck through, marks of notes.

In formats that know more than characters their readers see to most of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.text.expressions import lazy_compile
from gklint.text.source import Span

_END = r"(?=[ \t]*(?:[|\t\r\n]|$))"  # of a cell; in running text it may be m², or words of a note
_RAISED = lazy_compile(rf"(?<=\d)[¹²³⁰⁴-⁹⁽⁾]{{1,4}}{_END}")
_SIGN = r"<sup>[ \[(（]{0,2}注?[\d*※①-⑳]{1,2}[ \])）]{0,2}</sup>"
# ~~9~~6, <del>9</del>6, 6[^1], 6^1^, 6<sup>1</sup>
_MARKUP = lazy_compile(
    r"~~\d[\d.,]*~~"
    r"|<(del|s|strike)(?:\s[^<>|\r\n]*)?>[^<>|\r\n]*</\1>"
    rf"|(?<=\d)(?:\[\^[\w-]{{1,20}}\]|\^\d{{1,2}}\^|{_SIGN}){_END}",
    re.IGNORECASE,
)
_SIGNS = ("~~", "</", "[^", "^")
_RAISED_SIGNS = "¹²³⁰⁴⁵⁶⁷⁸⁹"


def find_left_out(text: str, *, markup: bool) -> Sequence[Span]:
    """Where such stands in a text.  ``markup``: what Markdown makes of its marks counts, too."""
    found: list[Span] = []
    if markup and any(sign in text for sign in _SIGNS):
        found += (Span(*match.span()) for match in _MARKUP.finditer(text))
    if any(sign in text for sign in _RAISED_SIGNS):
        found += (Span(*match.span()) for match in _RAISED.finditer(text))
    return sorted(found)


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks in their place, one for one."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join((*parts, text[done:])) if parts else text
