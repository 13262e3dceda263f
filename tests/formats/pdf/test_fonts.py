"""Fonts that a PDF names and does not hold."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gklint.formats.limits import DEFAULT
from gklint.formats.pdf.fonts import box_font
from gklint.formats.pdf.reading import read_pdf
from tests.support.box_font import box_font as made

TEXTS = ("一、总体情况", "申请12件", "0", "1,024", "〔2021〕30号", "Open Data")
FONTS = ("STSong-Light", "MSung-Light", "HeiseiMin-W3", "HYSMyeongJo-Medium")


def page(font: str) -> bytes:
    """A page of lines in a font that is not in the file."""
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFont(font, 12)
    for number, text in enumerate(TEXTS):
        canvas.drawString(100, 700 - 40 * number, text)
    canvas.save()
    return stream.getvalue()


def test_the_font_is_the_one_that_is_made_of_its_description() -> None:
    assert made() == box_font()


@pytest.mark.parametrize("font", FONTS)
def test_text_is_read_whatever_fonts_the_system_has(font: str) -> None:
    lines = read_pdf(page(font), None, DEFAULT).text.split("\n")

    assert [*TEXTS] == [line for line in lines if line]
