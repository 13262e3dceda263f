"""Converters to light markup, and other ways to text: what pages, Word files and PDFs become."""

from __future__ import annotations

from collections.abc import Iterator

from tests.interop.converters.base import Converter, reading, writing

_PANDOC = "pypandoc_binary==1.17"
_TEXTS = ("plain", "rst", "org", "asciidoc", "dokuwiki", "mediawiki", "djot", "textile")
_MARKDOWNS = ("markdown", "gfm", "commonmark_x", "markdown_mmd")


def _pandoc() -> Iterator[Converter]:
    """A newer pandoc than systems have, as a package brings it along."""
    for name, source in (("Word", "plain"), ("HTML", "page")):
        for kind in (*_TEXTS, *_MARKDOWNS):
            yield Converter(
                f"pandoc 3, {kind} of {name}",
                source,
                "md" if kind in _MARKDOWNS else "txt",
                f"import pypandoc\npypandoc.convert_file(source, {kind!r}, outputfile=target)",
                needs=(_PANDOC,),
            )


def _kreuzberg() -> Iterator[Converter]:
    for name, source, target in (
        ("Word", "plain", "md"),
        ("HTML", "page", "md"),
        ("PDF", "pdf", "txt"),
    ):
        yield Converter(
            f"kreuzberg, {name}",
            source,
            target,
            "import kreuzberg\n" + writing("kreuzberg.extract_file_sync(source).content"),
            needs=("kreuzberg==4.10.4",),
        )


def _html2text() -> Iterator[Converter]:
    for name, option in (("left", "bypass_tables"), ("dropped", "ignore_tables")):
        yield Converter(
            f"html2text, tables {name}",
            "page",
            "md",
            f"import html2text\nmaker = html2text.HTML2Text()\nmaker.{option} = True\n"
            + reading("maker.handle(SOURCE)"),
            needs=("html2text==2025.4.15",),
        )


def _beautiful_soup() -> Iterator[Converter]:
    for name, how in (("a line each", r"'\n', strip=True"), ("text", "")):
        yield Converter(
            f"Beautiful Soup, {name}",
            "page",
            "txt",
            "from bs4 import BeautifulSoup\n"
            + reading(f"BeautifulSoup(SOURCE, 'html.parser').get_text({how})"),
            needs=("beautifulsoup4==4.15.0",),
        )


MARKUP = (
    *_pandoc(),
    *_kreuzberg(),
    *_html2text(),
    *_beautiful_soup(),
    Converter(
        "mammoth, Markdown",
        "plain",
        "md",
        "import mammoth\n" + writing("mammoth.convert_to_markdown(open(source, 'rb')).value"),
        needs=("mammoth==1.13.0",),
    ),
    Converter(
        "markitdown, HTML",
        "page",
        "md",
        "from markitdown import MarkItDown\n"
        + writing("MarkItDown().convert(source).text_content"),
        needs=("markitdown[docx]==0.1.9",),
    ),
    Converter("pdftotext", "pdf", "txt", command=("pdftotext", "{source}", "{target}"), asked="-v"),
    Converter(
        "pdftotext -raw",
        "pdf",
        "txt",
        command=("pdftotext", "-raw", "{source}", "{target}"),
        asked="-v",
    ),
    Converter(
        "pdfminer.six",
        "pdf",
        "txt",
        "from pdfminer.high_level import extract_text\n" + writing("extract_text(source)"),
        needs=("pdfminer.six==20260107",),
    ),
    Converter(
        "pypdf, layout",
        "pdf",
        "txt",
        "import pypdf\npages = pypdf.PdfReader(source).pages\n"
        + writing(r"'\n'.join(p.extract_text(extraction_mode='layout') for p in pages)"),
        needs=("pypdf==7.1.1",),
    ),
    Converter(
        "PyMuPDF, sorted",
        "pdf",
        "txt",
        "import pymupdf\n"
        + writing(r"'\n'.join(p.get_text(sort=True) for p in pymupdf.open(source))"),
        needs=("pymupdf==2.0",),
    ),
)
