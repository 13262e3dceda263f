"""Converters to light markup, and other ways to text: what pages, Word files and PDFs become."""

from __future__ import annotations

from collections.abc import Iterator

from tests.interop.converters import Converter

_PANDOC = "pypandoc_binary==1.17"
_TEXTS = ("plain", "rst", "org", "asciidoc", "dokuwiki", "mediawiki", "djot", "textile")
_MARKDOWNS = ("markdown", "gfm", "commonmark_x", "markdown_mmd")


def _writing(value: str) -> str:
    return f"from pathlib import Path\nPath(target).write_text({value}, 'utf-8')"


def _of_page(value: str) -> str:
    return _writing(value.replace("PAGE", "Path(source).read_text('utf-8')"))


def _pandoc() -> Iterator[Converter]:
    """A newer pandoc than systems have, as a package brings it along."""
    for source in ("docx", "html"):
        for kind in (*_TEXTS, *_MARKDOWNS):
            yield Converter(
                f"pandoc 3, {kind} of {source}",
                source,
                "md" if kind in _MARKDOWNS else "txt",
                f"import pypandoc\npypandoc.convert_file(source, {kind!r}, outputfile=target)",
                needs=(_PANDOC,),
            )


def _kreuzberg() -> Iterator[Converter]:
    for source, target in (("docx", "md"), ("html", "md"), ("pdf", "txt")):
        yield Converter(
            f"kreuzberg, {source}",
            source,
            target,
            "import kreuzberg\n" + _writing("kreuzberg.extract_file_sync(source).content"),
            needs=("kreuzberg==4.10.4",),
        )


def _html2text() -> Iterator[Converter]:
    for name, option in (("left", "bypass_tables"), ("dropped", "ignore_tables")):
        yield Converter(
            f"html2text, tables {name}",
            "html",
            "md",
            f"import html2text\nmaker = html2text.HTML2Text()\nmaker.{option} = True\n"
            + _of_page("maker.handle(PAGE)"),
            needs=("html2text==2025.4.15",),
        )


def _beautiful_soup() -> Iterator[Converter]:
    for name, how in (("a line each", r"'\n', strip=True"), ("text", "")):
        yield Converter(
            f"Beautiful Soup, {name}",
            "html",
            "txt",
            "from bs4 import BeautifulSoup\n"
            + _of_page(f"BeautifulSoup(PAGE, 'html.parser').get_text({how})"),
            needs=("beautifulsoup4==4.15.0",),
        )


MARKUP = (
    *_pandoc(),
    *_kreuzberg(),
    *_html2text(),
    *_beautiful_soup(),
    Converter(
        "mammoth, Markdown",
        "docx",
        "md",
        "import mammoth\n" + _writing("mammoth.convert_to_markdown(open(source, 'rb')).value"),
        needs=("mammoth==1.13.0",),
    ),
    Converter(
        "markitdown, HTML",
        "html",
        "md",
        "from markitdown import MarkItDown\n"
        + _writing("MarkItDown().convert(source).text_content"),
        needs=("markitdown[docx]==0.1.9",),
    ),
    Converter("pdftotext", "pdf", "txt", command=("pdftotext", "{source}", "{target}")),
    Converter(
        "pdftotext -raw", "pdf", "txt", command=("pdftotext", "-raw", "{source}", "{target}")
    ),
    Converter(
        "pdfminer.six",
        "pdf",
        "txt",
        "from pdfminer.high_level import extract_text\n" + _writing("extract_text(source)"),
        needs=("pdfminer.six==20260107",),
    ),
    Converter(
        "pypdf, layout",
        "pdf",
        "txt",
        "import pypdf\npages = pypdf.PdfReader(source).pages\n"
        + _writing(r"'\n'.join(p.extract_text(extraction_mode='layout') for p in pages)"),
        needs=("pypdf==7.1.1",),
    ),
    Converter(
        "PyMuPDF, sorted",
        "pdf",
        "txt",
        "import pymupdf\n"
        + _writing(r"'\n'.join(p.get_text(sort=True) for p in pymupdf.open(source))"),
        needs=("pymupdf==2.0",),
    ),
)
