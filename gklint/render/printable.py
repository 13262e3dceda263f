"""Text of a document made safe to show."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Diagnostic, Related
    from gklint.ruleset.severity import Severity
    from gklint.text.source import Place

# Control codes could move the cursor, bidirectional marks could reorder the line, a lone
# surrogate could not be encoded, and for U+FFFE and U+FFFF neither HTML nor XML has any room.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufffe\uffff]"
)


def severity_word(severity: Severity, lang: str) -> str:
    """A severity as users read it."""
    return say(lang, f"render.{severity}")


def place_words(place: Place, lang: str) -> str:
    """A place without lines, as one says it: 第2个表格第5行第4格."""
    parts = (
        say(lang, f"render.place-{kind}", number=printable(str(number)))
        for kind, number in place._asdict().items()
        if number is not None
    )
    return say(lang, "render.place-joint").join(parts)


def printable(text: str) -> str:
    """``text`` with what is unsafe replaced by blanks, one for one."""
    return _UNSAFE.sub(" ", text)


def width(text: str) -> int:
    """The terminal columns that ``text`` takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def told(found: Diagnostic | Related, lang: str) -> str:
    """The message, with the place before it if the file has no lines."""
    if found.place is None:
        return printable(found.message)
    message = printable(found.message)
    return say(lang, "render.at-place", place=place_words(found.place, lang), message=message)


def basis_of(found: Diagnostic, lang: str) -> str:
    """On whose authority it is a finding."""
    return say(lang, "render.basis", basis=printable(found.basis))
