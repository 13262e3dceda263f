"""Word files for tests: python-docx, with snippets of WordprocessingML put into it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml

from gklint.formats.docx.reading import read_docx
from gklint.formats.limits import Limits
from gklint.text.source import Places, Source, Span

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {
    "w": WORD,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{key}="{uri}"' for key, uri in _NAMESPACES.items())
DATED = 'w:id="1" w:author="审核" w:date="2030-01-08T09:00:00Z"'


def document(body: str = "") -> Document:
    """A document of python-docx with these elements in its body."""
    made = docx.Document()
    for each in parse_xml(f"<w:body {DECLARED}>{body}</w:body>"):
        made.element.body.append(each)
    return made


def saved(made: Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def word(body: str, *, styles: str = "", numbering: str = "") -> Source:
    """What is read of a file with these elements in its body and in its other parts."""
    return read(package(parts(body, styles, numbering)))


def read(data: bytes) -> Source:
    return read_docx(data, "年报.docx", Limits())


def text(body: str, *, styles: str = "", numbering: str = "") -> str:
    return word(body, styles=styles, numbering=numbering).text


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of texts and of elements that stand in paragraphs."""
    inner = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(content: str, properties: str = "") -> str:
    """A run of a text, or of elements that stand in runs."""
    inner = content if content.startswith("<") else f"<w:t>{content}</w:t>"
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def tc(*blocks: str, properties: str = "") -> str:
    """A cell of texts and blocks."""
    inner = "".join(each if each.startswith("<") else p(each) for each in blocks or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of texts and cells."""
    inner = "".join(each if each.startswith("<") else tc(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(*paragraphs: str, properties: str = "") -> str:
    """A run with a text box, as Word 2007 writes it."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return r(f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>", properties)


def places(source: Source) -> list[tuple[str, int | tuple[int, int, int]]]:
    """Each line and cell with its paragraph, or its table, row and cell."""
    cells = [cell for row in source.rows for cell in row.cells]
    marked = {row.span.start for row in source.rows}
    lines = [
        source.line_span(number)
        for number, start in enumerate(source.line_starts[:-1], 1)
        if start not in marked
    ]
    return [(source.text[slice(*span)], place(source, span)) for span in sorted(lines + cells)]


def place(source: Source, span: Span) -> int | tuple[int, int, int]:
    assert isinstance(source.where, Places)
    found = source.where.at(span.start)
    assert found is not None
    assert found.page is None
    assert found.line is None
    if found.paragraph is not None:
        return found.paragraph
    assert found.table
    assert found.row
    assert found.cell
    return found.table, found.row, found.cell


def parts(body: str, styles: str = "", numbering: str = "") -> dict[str, str]:
    """The parts of a package by their names: only what a Word file must have."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relationships(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": _relationships(
            styles="styles.xml", numbering="/word/numbering.xml"
        ),
        "word/document.xml": f"<w:document {DECLARED}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {DECLARED}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {DECLARED}>{numbering}</w:numbering>",
    }


def _relationships(**targets: str) -> str:
    listed = (
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f"<Relationships>{''.join(listed)}</Relationships>"


def package(named: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of parts by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in named.items():
            archive.writestr(name, content)
    return stream.getvalue()


def change(name: str, *content: str) -> str:
    return f"<w:{name} {DATED}>{''.join(content)}</w:{name}>"


def deleted(words: str) -> str:
    return change("del", r(f"<w:delText>{words}</w:delText>"))


def inserted(words: str) -> str:
    return change("ins", r(words))


def ended(name: str) -> str:
    """The property of a paragraph whose end is a change."""
    return f"<w:rPr><w:{name} {DATED}/></w:rPr>"


def paragraphs(text: str) -> bytes:
    """A Word file with the lines of a text that are no rows of a table."""
    lines = (line for line in text.splitlines() if "|" not in line)
    return package(parts("".join(p(escape(line)) for line in lines)))
