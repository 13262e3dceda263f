"""Converters to plain text."""

from __future__ import annotations

from tests.interop.converters.base import Converter, reading, writing

TEXT = (
    # -- to text
    Converter("LibreOffice, text", "plain", "txt", office=("txt:Text (encoded):UTF8",)),
    Converter(
        "docx2python",
        "plain",
        "txt",
        "from docx2python import docx2python\n" + writing("docx2python(source).text"),
        needs=("docx2python==3.7.1",),
    ),
    Converter(
        "docx2txt",
        "plain",
        "txt",
        "import docx2txt\n" + writing("docx2txt.process(source)"),
        needs=("docx2txt==0.9",),
    ),
    Converter(
        "inscriptis",
        "page",
        "txt",
        "from inscriptis import get_text\n" + reading("get_text(SOURCE)"),
        needs=("inscriptis==2.7.6",),
    ),
    Converter(
        "trafilatura",
        "page",
        "txt",
        "import trafilatura\n" + reading("trafilatura.extract(SOURCE) or ''"),
        needs=("trafilatura==2.3.1", "lxml-html-clean==0.4.6"),
    ),
    Converter(
        "lynx",
        "page",
        "txt",
        command=("sh", "-c", "lynx -dump -nolist -display_charset=utf-8 '{source}' > '{target}'"),
        program="lynx",
    ),
    Converter(
        "w3m",
        "page",
        "txt",
        command=("sh", "-c", "w3m -dump -O UTF-8 '{source}' > '{target}'"),
        program="w3m",
        asked="-version",
    ),
    # -- of PDF
    Converter(
        "pdftotext -layout",
        "pdf",
        "txt",
        command=("pdftotext", "-layout", "{source}", "{target}"),
        asked="-v",
    ),
    Converter(
        "pdfplumber, text",
        "pdf",
        "txt",
        "import pdfplumber\n"
        + writing("'\\n'.join(p.extract_text() or '' for p in pdfplumber.open(source).pages)"),
        needs=("pdfplumber==0.11.10",),
    ),
    Converter(
        "pypdf",
        "pdf",
        "txt",
        "import pypdf\n"
        + writing("'\\n'.join(p.extract_text() for p in pypdf.PdfReader(source).pages)"),
        needs=("pypdf==7.1.1",),
    ),
    Converter(
        "PyMuPDF, text",
        "pdf",
        "txt",
        "import pymupdf\n" + writing("'\\n'.join(p.get_text() for p in pymupdf.open(source))"),
        needs=("pymupdf==2.0",),
    ),
    Converter(
        "pymupdf4llm",
        "pdf",
        "md",
        "import pymupdf4llm\n" + writing("pymupdf4llm.to_markdown(source)"),
        needs=("pymupdf4llm==2.0",),
    ),
)
