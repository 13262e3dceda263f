"""What the styles of a Word file say about text: hidden, struck, numbered, a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from gklint.formats.docx.xml import OFF, integer, kinds, on, value

_CONTENTS = re.compile(r"(?:toc|WPSOffice手动目录) ?(?:\d|heading)", re.IGNORECASE)
_HIGHEST = 3276  # half points by which Word lifts text at most
_LIFTED = 4  # so far text is lifted that stands above the line
_BASES = 20  # styles based on each other; who has more loses what the first of them say


class Numbered(NamedTuple):
    """``w:numPr``: the list and the level (from 0); None where it does not say.

    style: the style that names the list.
    """

    list: str | None = None
    level: int | None = None
    style: str | None = None


NOT_NUMBERED = Numbered()


@dataclass(frozen=True)
class Style:
    """What one style says itself; None where it leaves it to the style it is based on."""

    contents: bool = False
    base: str | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    numbered: Numbered = NOT_NUMBERED


PLAIN = Style()


class Styles:
    """The styles of a Word file."""

    def __init__(self, elements: Iterator[etree._Element]) -> None:
        """``elements``: the ``w:style`` of the file, taken only as far as one is looked for."""
        self._elements = elements
        self._found: dict[str | None, etree._Element] = {}
        self._read: dict[str | None, Style] = {}

    def of(self, key: str | None) -> Style:
        """A style with what it has from those it is based on; None: that of most paragraphs."""
        if key not in self._read:
            self._read[key] = self._based(key)
        return self._read[key]

    def _based(self, key: str | None) -> Style:
        whole = self._own(key)
        for _ in range(_BASES):
            if whole.base is None:
                break
            whole = _on_base(whole, self._own(whole.base))
        return whole

    def _own(self, key: str | None) -> Style:
        while key not in self._found:
            element = next(self._elements, None)
            if element is None:
                return PLAIN
            self._found[value(element, "styleId") or ""] = element
            is_default = (value(element, "default") or "0") not in OFF
            if is_default and value(element, "type") == "paragraph":
                self._found.setdefault(None, element)
        return _style(self._found[key])


def _on_base(style: Style, base: Style) -> Style:
    number, level, by = style.numbered
    return Style(
        style.contents,
        base.base,
        base.hidden if style.hidden is None else style.hidden,
        base.struck if style.struck is None else style.struck,
        base.raised if style.raised is None else style.raised,
        Numbered(
            base.numbered.list if number is None else number,
            base.numbered.level if level is None else level,
            base.numbered.style if number is None else by,
        ),
    )


def _style(element: etree._Element) -> Style:
    key = value(element, "styleId")
    found = dict(kinds(element))
    name = value(found["name"]) if "name" in found else None
    run = dict(kinds(found["rPr"])) if "rPr" in found else {}
    paragraph = found.get("pPr")
    by = None if paragraph is None else numbered(dict(kinds(paragraph)))._replace(style=key)
    return Style(
        contents=any(_CONTENTS.fullmatch(each or "") for each in (key, name)),
        base=value(found["basedOn"]) if "basedOn" in found else None,
        hidden=hides(run),
        struck=strikes(run),
        raised=raises(run),
        numbered=by or NOT_NUMBERED,
    )


def hides(properties: Mapping[str, etree._Element]) -> bool | None:
    """Whether a ``w:rPr`` hides text; None if it does not say."""
    return _switched(properties, "vanish", "specVanish")


def strikes(properties: Mapping[str, etree._Element]) -> bool | None:
    """Whether a ``w:rPr`` strikes text through; None if it does not say."""
    return _switched(properties, "strike", "dstrike")


def raises(properties: Mapping[str, etree._Element]) -> bool | None:
    """Whether a ``w:rPr`` lifts text above the line; None if it does not say."""
    if "vertAlign" in properties:
        return value(properties["vertAlign"]) == "superscript"
    if "position" in properties:
        return integer(value(properties["position"]), -_HIGHEST, _HIGHEST, 0) >= _LIFTED
    return None


def _switched(properties: Mapping[str, etree._Element], *names: str) -> bool | None:
    said = [on(properties[name]) for name in names if name in properties]
    return any(said) if said else None


def numbered(properties: Mapping[str, etree._Element]) -> Numbered:
    """What the ``w:numPr`` of a ``w:pPr`` says."""
    if "numPr" not in properties:
        return NOT_NUMBERED
    found = dict(kinds(properties["numPr"]))
    return Numbered(
        value(found["numId"]) if "numId" in found else None,
        integer(value(found["ilvl"]), 0, 8, 0) if "ilvl" in found else None,
    )
