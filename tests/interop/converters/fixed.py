"""Producers of fixed pages: PDF and OFD."""

from __future__ import annotations

from tests.interop.converters.base import FONT, OPENTYPE, OPENTYPE_FILE, Converter, styled
from tests.interop.converters.drawing import EASYOFD, FPDF, FPDF_LINES, PLATYPUS, TYPST

_BOTH = "table{border-collapse:collapse}td,th{border:1px solid #000}"
_FACE = "@font-face{font-family:w;src:url(FILE)}*{font-family:w}"
_ZENHEI = _FACE.replace("FILE", f"file://{FONT}")
_BARE = "table,tr,td,th{border:none!important}table{border-collapse:collapse}td,th{padding:3px}"
_ACROSS = _BARE.replace("padding", "border-bottom:1px solid #000!important;padding")
_SHADED = _BARE + "tr:nth-child(odd) td{background:#ddd}"
_CENTRED = "td,th{text-align:center!important}"
_UPWARDS = "td:not([rowspan='1']){writing-mode:sideways-lr}"


def _chromium(name: str, style: str, source: str = "page", *needs: str) -> Converter:
    """Prints with a style; ``OTF`` in it is the font of a package."""
    code = f"""
import subprocess, sysconfig
page = page.replace('OTF', 'file://' + sysconfig.get_path('purelib') + '/{OPENTYPE_FILE}')
Path(source + '.styled.html').write_text(page, 'utf-8')
subprocess.run(
    ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer',
     '--print-to-pdf=' + target, source + '.styled.html'], check=True, capture_output=True)
"""
    name = f"Chromium{name and ', '}{name}"
    return Converter(name, source, "pdf", styled(style, code), program="chromium", needs=needs)


def _weasyprint(name: str, style: str) -> Converter:
    code = "import weasyprint\nweasyprint.HTML(string=page).write_pdf(target)"
    name = f"WeasyPrint{name and ', '}{name}"
    return Converter(
        name, "page", "pdf", styled(_ZENHEI + style, code), needs=("weasyprint==70.0",)
    )


def _drawn(name: str, code: str, *needs: str, target: str = "pdf") -> Converter:
    code = code.replace("FONT", repr(FONT)).replace("OTF", repr(OPENTYPE_FILE))
    return Converter(name, "blocks", target, code, needs=needs)


_TYPST = "typst==0.15.2"
_PANDOC_TYPST = f"""
import os, pypandoc, typst
pypandoc.convert_file(
    source, 'typst', outputfile=source + '.typ',
    extra_args=['-s', '-V', 'mainfont=WenQuanYi Zen Hei', '-V', 'papersize=a4',
                '-V', 'header-includes=#show figure: set block(breakable: true)'])
typst.compile(source + '.typ', output=target, font_paths=[os.path.dirname({FONT!r})])
"""

_XHTML2PDF = f"""
from fontTools.ttLib import TTCollection
from xhtml2pdf import pisa
if not Path('w.ttf').exists():  # it takes no collections of fonts
    TTCollection({FONT!r})[0].save('w.ttf')
pisa.CreatePDF(page.replace('w.ttf', str(Path('w.ttf').resolve())), open(target, 'wb'))
"""

FIXED = (
    Converter("LibreOffice, PDF of Word", "docx", "pdf", office=("pdf",)),
    Converter("LibreOffice, PDF of Word with tracked changes", "tracked", "pdf", office=("pdf",)),
    Converter(
        "LibreOffice, PDF of HTML", "page", "pdf", office=("--infilter=HTML (StarWriter)", "pdf")
    ),
    _chromium("", ""),
    _chromium("of a site", "", "site"),
    _chromium("landscape", "@page{size:A4 landscape}" + _BOTH),
    _chromium("A3", "@page{size:A3}" + _BOTH),
    _chromium("another font", _FACE.replace("FILE", "OTF") + _BOTH, "page", OPENTYPE),
    _chromium("labels upwards", _BOTH + _UPWARDS),
    _chromium("without lines", _BARE),
    _chromium("without lines, centred", _BARE + _CENTRED),
    _chromium("lines across only", _ACROSS),
    _chromium("shaded rows only", _SHADED),
    Converter("wkhtmltopdf", "page", "pdf", command=("wkhtmltopdf", "-q", "{source}", "{target}")),
    _weasyprint("", _BOTH),
    _weasyprint("border=1", ""),
    _weasyprint("without lines", _BARE),
    _weasyprint("lines across only", _ACROSS),
    Converter(
        "xhtml2pdf",
        "page",
        "pdf",
        styled(
            _FACE.replace("FILE", "w.ttf").replace(
                "*", "body,h1,h2,h3,p,td{-pdf-word-wrap:CJK}body,h1,h2,h3,p,td"
            )
            + _BOTH,
            _XHTML2PDF,
        ),
        needs=("xhtml2pdf==0.2.28", "fonttools==4.68.0"),
    ),
    _drawn("typst", TYPST, _TYPST),
    Converter(
        "pandoc and typst", "page", "pdf", _PANDOC_TYPST, needs=("pypandoc-binary==1.17", _TYPST)
    ),
    _drawn("fpdf2", FPDF.replace("FACE", "FONT"), "fpdf2==2.8.9"),
    _drawn(
        "fpdf2, OpenType font",
        FPDF.replace("FACE", "sysconfig.get_path('purelib') + '/' + OTF"),
        "fpdf2==2.8.9",
        OPENTYPE,
    ),
    _drawn("fpdf2, lines across only", FPDF_LINES.replace("FACE", "FONT"), "fpdf2==2.8.9"),
    _drawn("reportlab", PLATYPUS, "reportlab==5.1.0"),
    _drawn(
        "reportlab and easyofd",
        PLATYPUS.replace("build(target", "build(target + '.pdf'") + EASYOFD,
        "reportlab==5.1.0",
        "easyofd==20260427",
        target="ofd",
    ),
    Converter("this project's own writer", "ofd", "ofd"),
)
