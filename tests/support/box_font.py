"""The font of one glyph that PDFium is given, made with fontTools."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

_EM = 1000
_MANY_TO_ONE = 13  # the format of a table of characters in which many have one glyph


def box_font() -> bytes:
    """Each character is a box that is narrower than half a character, so that none overlap."""
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    pen = TTGlyphPen(None)
    pen.moveTo((50, -100))
    for point in ((50, 800), (400, 800), (400, -100)):
        pen.lineTo(point)
    pen.closePath()
    glyph = pen.glyph()
    builder.setupGlyf({".notdef": glyph, "box": glyph})
    builder.setupHorizontalMetrics({".notdef": (_EM, 50), "box": (_EM, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    names = ("familyName", "uniqueFontIdentifier", "fullName", "psName")
    builder.setupNameTable({**dict.fromkeys(names, "Box"), "styleName": "Regular", "version": "1"})
    characters = newTable("cmap")
    characters.tableVersion = 0
    characters.tables = [_characters()]
    builder.font["cmap"] = characters
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    head = builder.font["head"]
    head.created = head.modified = 0
    builder.font.recalcTimestamp = False
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _characters() -> CmapSubtable:
    table = CmapSubtable.newSubtable(_MANY_TO_ONE)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups = _MANY_TO_ONE, 0, 0, 0
    table.cmap = dict.fromkeys(range(0x20, 0x10000), "box")
    return table
