"""Programs that turn reports into other kinds of files, as they are met on the way to gklint."""

from __future__ import annotations

from dataclasses import dataclass

WQY = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
"""A font with Chinese characters, of Debian's package fonts-wqy-zenhei."""


@dataclass(frozen=True)
class Converter:
    """A program with the kind of file it is given and the suffix of what it makes.

    python: code that reads ``source`` and writes ``target``; command: of a program, in whose
    words these stand for the two.  needs: packages that the code imports, pinned.
    """

    name: str
    source: str
    target: str
    python: str = ""
    command: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def _text(function: str) -> str:
    return f"from pathlib import Path\nPath(target).write_text({function}, 'utf-8')"


def _read(function: str) -> str:
    return _text(function.replace("SOURCE", "Path(source).read_text('utf-8')"))


def _office(kind: str) -> tuple[str, ...]:
    return ("soffice", "--headless", "--convert-to", kind, "--outdir", "{folder}", "{source}")


def _pandoc(source: str, kind: str) -> tuple[str, ...]:
    return ("pandoc", "-f", source, "-t", kind, "--wrap=auto", "-o", "{target}", "{source}")


_CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
    *("--print-to-pdf={target}", "{source}"),
)
_STYLE = (
    "<style>@font-face{font-family:w;src:url(file://" + WQY + ")}"
    "*{font-family:w}table{border-collapse:collapse}td,th{border:1px solid #000}</style>"
)
_STYLED = f"from pathlib import Path\npage = {_STYLE!r} + Path(source).read_text('utf-8')\n"

CONVERTERS = (
    # -- to PDF
    Converter("LibreOffice, PDF of Word", "docx", "pdf", command=_office("pdf")),
    Converter(
        "LibreOffice, PDF of HTML", "html", "pdf", command=_office("pdf:writer_web_pdf_Export")
    ),
    Converter("Chromium", "html", "pdf", command=_CHROMIUM),
    Converter("wkhtmltopdf", "html", "pdf", command=("wkhtmltopdf", "-q", "{source}", "{target}")),
    Converter(
        "WeasyPrint",
        "html",
        "pdf",
        _STYLED + "import weasyprint\nweasyprint.HTML(string=page).write_pdf(target)",
        needs=("weasyprint==70.0",),
    ),
    Converter(
        "xhtml2pdf",
        "html",
        "pdf",
        _STYLED.replace("url(file://" + WQY + ")", "url(" + WQY + ")")
        + "from xhtml2pdf import pisa\npisa.CreatePDF(page, open(target, 'wb'))",
        needs=("xhtml2pdf==0.2.28",),
    ),
    # -- to other documents
    Converter("LibreOffice, ODT", "docx", "odt", command=_office("odt")),
    Converter("LibreOffice, HTML of Word", "docx", "html", command=_office("html")),
    Converter("LibreOffice, RTF", "docx", "rtf", command=_office("rtf")),
    Converter("pandoc, HTML of Word", "docx", "html", command=_pandoc("docx", "html")),
    Converter("pandoc, Word of HTML", "html", "docx", command=_pandoc("html", "docx")),
    Converter(
        "mammoth, HTML",
        "docx",
        "html",
        _text("mammoth.convert_to_html(open(source, 'rb')).value").replace(
            "from pathlib", "import mammoth\nfrom pathlib"
        ),
        needs=("mammoth==1.13.0",),
    ),
    # -- to Markdown
    Converter("pandoc, Markdown of Word", "docx", "md", command=_pandoc("docx", "markdown")),
    Converter("pandoc, GFM of Word", "docx", "md", command=_pandoc("docx", "gfm")),
    Converter("pandoc, GFM of HTML", "html", "md", command=_pandoc("html", "gfm")),
    Converter("pandoc, plain of Word", "docx", "txt", command=_pandoc("docx", "plain")),
    Converter("pandoc, RST of Word", "docx", "txt", command=_pandoc("docx", "rst")),
    Converter(
        "markitdown, Word",
        "docx",
        "md",
        _text("MarkItDown().convert(source).text_content").replace(
            "from pathlib", "from markitdown import MarkItDown\nfrom pathlib"
        ),
        needs=("markitdown[docx]==0.1.9",),
    ),
    Converter(
        "html2text",
        "html",
        "md",
        "import html2text\n" + _read("html2text.html2text(SOURCE)"),
        needs=("html2text==2025.4.15",),
    ),
    Converter(
        "markdownify",
        "html",
        "md",
        "import markdownify\n" + _read("markdownify.markdownify(SOURCE)"),
        needs=("markdownify==1.2.3",),
    ),
    # -- to text
    Converter("LibreOffice, text", "docx", "txt", command=_office("txt:Text (encoded):UTF8")),
    Converter(
        "docx2python",
        "docx",
        "txt",
        "from docx2python import docx2python\n" + _text("docx2python(source).text"),
        needs=("docx2python==3.7.1",),
    ),
    Converter(
        "docx2txt",
        "docx",
        "txt",
        "import docx2txt\n" + _text("docx2txt.process(source)"),
        needs=("docx2txt==0.9",),
    ),
    Converter(
        "inscriptis",
        "html",
        "txt",
        "from inscriptis import get_text\n" + _read("get_text(SOURCE)"),
        needs=("inscriptis==2.7.6",),
    ),
    Converter(
        "trafilatura",
        "html",
        "txt",
        "import trafilatura\n" + _read("trafilatura.extract(SOURCE) or ''"),
        needs=("trafilatura==2.3.1",),
    ),
    Converter(
        "lynx",
        "html",
        "txt",
        command=("sh", "-c", "lynx -dump -nolist -display_charset=utf-8 '{source}' > '{target}'"),
    ),
    Converter(
        "w3m", "html", "txt", command=("sh", "-c", "w3m -dump -O UTF-8 '{source}' > '{target}'")
    ),
    # -- of PDF
    Converter(
        "pdftotext -layout",
        "pdf",
        "txt",
        command=("pdftotext", "-layout", "{source}", "{target}"),
    ),
    Converter(
        "pdfplumber, text",
        "pdf",
        "txt",
        "import pdfplumber\n"
        + _text("'\\n'.join(p.extract_text() or '' for p in pdfplumber.open(source).pages)"),
        needs=("pdfplumber==0.11.10",),
    ),
    Converter(
        "pypdf",
        "pdf",
        "txt",
        "import pypdf\n"
        + _text("'\\n'.join(p.extract_text() for p in pypdf.PdfReader(source).pages)"),
        needs=("pypdf==7.1.1",),
    ),
    Converter(
        "PyMuPDF, text",
        "pdf",
        "txt",
        "import pymupdf\n" + _text("'\\n'.join(p.get_text() for p in pymupdf.open(source))"),
        needs=("pymupdf==2.0",),
    ),
    Converter(
        "pymupdf4llm",
        "pdf",
        "md",
        "import pymupdf4llm\n" + _text("pymupdf4llm.to_markdown(source)"),
        needs=("pymupdf4llm==2.0",),
    ),
)
