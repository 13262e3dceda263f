"""The fonts that a PDF names and does not hold: PDFium is given one in place of the system's.

To read text needs no shapes, but PDFium leaves out what has none.  Where the system's font for
Chinese lacks digits (Droid Sans Fallback), all cells of numbers are gone without a word; where it
has no font for Chinese, so are headings.  So one font stands for all that are Chinese, Japanese or
Korean, on every machine: each of its characters is a box.  Where they stand, the PDF says itself.
"""

from __future__ import annotations

import ctypes
import zlib
from base64 import b85decode
from functools import cache

import pypdfium2.raw as raw

_CHARSETS = frozenset(
    (
        raw.FXFONT_SHIFTJIS_CHARSET,
        raw.FXFONT_HANGEUL_CHARSET,
        raw.FXFONT_GB2312_CHARSET,
        raw.FXFONT_CHINESEBIG5_CHARSET,
    )
)
_HANDLE = 1  # anything but nothing
_NAME = b"Box\0"
# Made by tests/support/box_font.py; zlib and base 85.
_FONT = (
    "c-n<hJxc>Y5Pf%hIW;j#Dj^6tK_#S-93mEipn|0k1+6p}J(D8wf*){-_yHDTWo4D0V6UZrAV0vy$|80aS}Ck=bElpk"
    "=)l~)_jYD>W_O_hh~o$X*4+GvJ+nA00WC|lxLR}SNMV8eoIG2u?yffz%`WmA^3jUxtQBvk8^o9Nu?hv_KDI}EPamw*"
    "wtXWFoAIaQX4PADkVcaHTJf6W*I~dU?<BW2oSHlIID1F_M1EEGwzlgBq6Fxweh#Wv`tieAZl!nP8A7!1-E7&=&V@xJ"
    "pobcBgeAxMZNb);IF0r#OKU4Sy9rkGA9cAG^J0wn$0Y5A-pWXcLu4jtYC0){9)2+^=uDkdyBEP50lL*m(fU89P?4+}"
    ";3Usdq4$Xe(3cuW+1m1&IC<UwV@1`z2q#s$;bZC!vH**SZbWd5|9FVaw$2Qri;9Uvh;{Vv-2_-fbR&XejLL-ARQi<X"
    "7u@nr)!EEr3LbnE;G&EjRN-I~`QL8kt8rb^MalDlH@x#(f&"
)


@cache
def use_own() -> None:
    """Have PDFium ask for no font of the system from now on, in this process."""
    raw.FPDF_SetSystemFontInfo(ctypes.byref(_info()))


def box_font() -> bytes:
    """The font, as a file."""
    return zlib.decompress(b85decode(_FONT))


@cache
def _info() -> raw.FPDF_SYSFONTINFO:
    """What PDFium asks for fonts.  It is kept, as PDFium keeps its address."""
    font = box_font()

    def map_font(
        _: object, __: int, ___: int, charset: int, ____: int, _____: object, ______: object
    ) -> int | None:
        return _HANDLE if charset in _CHARSETS else None

    def data(_: object, __: object, table: int, into: int | None, size: int) -> int:
        return 0 if table else _copied(font, into, size)

    def name(_: object, __: object, into: object, size: int) -> int:
        return _copied(_NAME, into, size)

    answers = {
        **dict.fromkeys(("Release", "EnumFonts", "GetFont", "DeleteFont"), _nothing),
        "MapFont": map_font,
        "GetFontData": data,
        "GetFaceName": name,
        "GetFontCharset": lambda *_: raw.FXFONT_GB2312_CHARSET,
    }
    info = raw.FPDF_SYSFONTINFO(version=1)
    for each, kind in raw.FPDF_SYSFONTINFO._fields_[1:]:
        setattr(info, each, kind(answers[each]))
    return info


def _nothing(*_: object) -> None:
    """There is nothing to be done, or to be had."""


def _copied(data: bytes, into: object, size: int) -> int:
    """Copy bytes to where PDFium wants them, if there is room; how many there are."""
    if into and size >= len(data):
        ctypes.memmove(into, data, len(data))  # type: ignore[arg-type]
    return len(data)
