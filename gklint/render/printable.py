"""Text of a document made safe to show."""

from __future__ import annotations

import re
import unicodedata

from gklint.findings.diagnostics import Diagnostic, Related
from gklint.ruleset.severity import Severity
from gklint.text.source import Place

# Control codes could move the cursor, bidirectional marks could reorder the line, a lone
# surrogate could not be encoded.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


SEVERITY = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {level: level.value for level in Severity},
}
DELETED = {"zh": "（删去）", "en": "(deleted)"}
BASIS = {"zh": "依据：", "en": "basis: "}
_PLACE = {
    "zh": {
        "page": "第{}页",
        "paragraph": "第{}段",
        "table": "第{}个表格",
        "row": "第{}行",
        "cell": "第{}格",
        "line": "第{}行",
    },
    "en": {name: name + " {}" for name in Place._fields},
}


def place_words(place: Place, lang: str) -> str:
    """A place without lines, as one says it: 第2个表格第5行第4格."""
    parts = [
        _PLACE[lang][name].format(number)
        for name, number in place._asdict().items()
        if number is not None
    ]
    return ("" if lang == "zh" else ", ").join(parts)


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
    colon = "：" if lang == "zh" else ": "
    return place_words(found.place, lang) + colon + printable(found.message)
