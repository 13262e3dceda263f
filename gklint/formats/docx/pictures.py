"""Pictures in the text of a Word file, as DrawingML and as VML have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gklint.formats.docx.xml import RELATIONS, alternative, kind, relation
from gklint.formats.scan.shown import AS_IT_IS, Shown

_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
_BLIPS = {f"{{{space}}}blip" for space in _DRAWING}
_EXTENTS = tuple(f"{{{space}}}ext" for space in _DRAWING)
_CUTS = tuple(f"{{{space}}}srcRect" for space in _DRAWING)
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_EMU = 914_400.0  # an inch
_CUT = 100_000.0  # a whole
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(?P<number>\d{1,6}(?:\.\d{1,6})?)(?P<unit>pt|in|cm|mm)")
_UNITS = {"pt": 72.0, "in": 1.0, "cm": 2.54, "mm": 25.4}  # in an inch


class Linked(NamedTuple):
    """A picture by the relationship that names its file, and how it is shown."""

    key: str | None
    shown: Shown


def inside(drawing: etree._Element) -> Iterator[etree._Element | Linked]:
    """The outermost text boxes of a drawing, and the pictures beside them, in their order."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        name = kind(element)
        if name == "txbxContent":
            yield element
        elif name == "AlternateContent":
            stack.append(alternative(element))
        elif element.tag in _BLIPS:
            yield Linked(_embedded(element), Shown(_inches(element), _cut(element)))
        elif element.tag == _VML:
            yield Linked(relation(element), Shown(_styled(element)))
        else:
            stack.extend(reversed(element))


def _embedded(blip: etree._Element) -> str | None:
    return next(filter(None, (blip.get(f"{{{space}}}embed") for space in RELATIONS)), None)


def _inches(blip: etree._Element) -> float | None:
    """The width of the frame that it fills."""
    fill = blip.getparent()
    picture = None if fill is None else fill.getparent()
    sizes = () if picture is None else picture.iter(*_EXTENTS)
    found = (_number(each.get("cx")) / _EMU for each in sizes)
    return next((inches for inches in found if inches > 0), None)


def _cut(blip: etree._Element) -> tuple[float, float, float, float]:
    fill = blip.getparent()
    cuts = () if fill is None else fill.iterchildren(*_CUTS)
    for each in cuts:
        left, top, right, bottom = (_number(each.get(side)) / _CUT for side in "ltrb")
        return left, top, right, bottom
    return AS_IT_IS.cut


def _styled(data: etree._Element) -> float | None:
    """The width that the style of a shape says."""
    shape = data.getparent()
    found = _WIDTH.search("" if shape is None else shape.get("style", ""))
    return float(found["number"]) / _UNITS[found["unit"]] or None if found else None


def _number(text: str | None) -> float:
    return float(text) if text and re.fullmatch(r"-?\d{1,12}", text) else 0.0
