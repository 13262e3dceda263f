"""Headings that Word numbers itself: 一、 and （一）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .layouts import Text
from .voice import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument

    from .document import Table
    from .lines import Line

_LIST = "77"
_HEADING = re.compile(rf"([{NUMERALS}])、(.+)")
_PART = re.compile(rf"（([{NUMERALS}])）(.+)")
_DEFINITION = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/>
<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>"""
_NUMBER = f"""
<w:num {nsdecls("w")} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>"""


class Numbered(NamedTuple):
    """What a numbered paragraph says itself, and the properties that number it."""

    rest: str
    properties: str


def add_lists(word: WordDocument) -> None:
    """Define the list of headings and sub-headings."""
    numbering = word.part.numbering_part.element
    numbering.insert(0, parse_xml(_DEFINITION))
    numbering.append(parse_xml(_NUMBER))


def numbered(items: Sequence[Text | Table]) -> dict[Line, Numbered]:
    """The lines whose numerals Word would count as they are written.

    Empty unless all headings bear numerals in order.
    """
    found: dict[Line, Numbered] = {}
    sections = parts = 0
    for item in items:
        if not isinstance(item, Text):
            continue
        if item.level == 2:
            match = _HEADING.fullmatch(item.line.text)
            if match is None or match[1] != NUMERALS[sections]:
                return {}
            sections, parts = sections + 1, 0
            found[item.line] = Numbered(match[2], _properties(0))
        elif (match := _PART.fullmatch(item.line.text)) and match[1] == NUMERALS[parts]:
            parts += 1
            found[item.line] = Numbered(match[2], _properties(1))
    return found


def _properties(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{_LIST}"/></w:numPr>'
