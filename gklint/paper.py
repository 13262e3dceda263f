"""Word files that we make: the paper and the letters of official documents, as GB/T 9704 has them.

A module that needs it asks ``extras`` for python-docx before it calls anything here.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

TITLE_FONT, HEAD_FONT, BODY_FONT = "方正小标宋简体", "黑体", "仿宋"
TITLE_SIZE, BODY_SIZE = 22, 16  # points: 二号 and 三号
LINE = 28  # points between lines
TEXT_WIDTH = 156  # millimetres: what the margins leave
_MARGINS = {"top": 37, "bottom": 35, "left": 28, "right": 26}  # millimetres


def sheet() -> Any:
    """An empty document of python-docx, on A4."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    (page,) = document.sections
    page.page_width, page.page_height = Mm(210), Mm(297)
    for side, width in _MARGINS.items():
        setattr(page, f"{side}_margin", Mm(width))
    return document


def write(paragraph: Any, words: str, font: str, size: float) -> Any:
    """Words in a paragraph, in a font for Chinese and for all else; gives their run."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(words)
    run.font.name, run.font.size = font, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    written = BytesIO()
    document.save(written)
    return written.getvalue()
