"""Converters to other documents and to Markdown."""

from __future__ import annotations

from tests.interop.converters.base import Converter, reading, writing


def _pandoc(source: str, kind: str) -> tuple[str, ...]:
    return ("pandoc", "-f", source, "-t", kind, "--wrap=auto", "-o", "{target}", "{source}")


DOCUMENTS = (
    # -- to other documents
    Converter("LibreOffice, ODT", "plain", "odt", office=("odt",)),
    Converter("LibreOffice, HTML of Word", "plain", "html", office=("html",)),
    Converter(
        "LibreOffice, HTML of Word with tracked changes", "tracked", "html", office=("html",)
    ),
    Converter("LibreOffice, HTML of HTML", "page", "html", office=("html",)),
    Converter("LibreOffice, RTF", "plain", "rtf", office=("rtf",)),
    Converter("pandoc, HTML of Word", "plain", "html", command=_pandoc("docx", "html")),
    Converter("pandoc, Word of HTML", "page", "docx", command=_pandoc("html", "docx")),
    Converter(
        "mammoth, HTML",
        "plain",
        "html",
        writing("mammoth.convert_to_html(open(source, 'rb')).value").replace(
            "from pathlib", "import mammoth\nfrom pathlib"
        ),
        needs=("mammoth==1.13.0",),
    ),
    # -- to Markdown
    Converter("pandoc, Markdown of Word", "plain", "md", command=_pandoc("docx", "markdown")),
    Converter("pandoc, GFM of Word", "plain", "md", command=_pandoc("docx", "gfm")),
    Converter("pandoc, GFM of HTML", "page", "md", command=_pandoc("html", "gfm")),
    Converter("pandoc, plain of Word", "plain", "txt", command=_pandoc("docx", "plain")),
    Converter("pandoc, RST of Word", "plain", "txt", command=_pandoc("docx", "rst")),
    Converter(
        "markitdown, Word",
        "plain",
        "md",
        writing("MarkItDown().convert(source).text_content").replace(
            "from pathlib", "from markitdown import MarkItDown\nfrom pathlib"
        ),
        needs=("markitdown[docx]==0.1.9",),
    ),
    Converter(
        "html2text",
        "page",
        "md",
        "import html2text\n" + reading("html2text.html2text(SOURCE)"),
        needs=("html2text==2025.4.15",),
    ),
    Converter(
        "markdownify",
        "page",
        "md",
        "import markdownify\n" + reading("markdownify.markdownify(SOURCE)"),
        needs=("markdownify==1.2.3",),
    ),
)
