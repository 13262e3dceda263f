"""Small Word files, annotated: what stands in them before and after."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime

import docx
from lxml import etree

from gklint.docs import sample_text
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.formats.docx.commenting import Commented
from gklint.formats.docx.reading import read_docx
from gklint.formats.limits import DEFAULT
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.run.annotate import annotate
from gklint.text.source import Source, Span
from tests.support import diagnostics
from tests.support.sample import replace_once
from tests.support.word import package, saved

TIME = datetime(2024, 1, 30, 9, 5, 7)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MAIN, COMMENTS = "word/document.xml", "word/comments.xml"
RELATIONSHIPS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LISTED = (
    f'{HEAD}<Types xmlns="{OOXML}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/{MAIN}" ContentType="{CONTENT}.document.main+xml"/></Types>'
)
RELATED = (
    f'{HEAD}<Relationships xmlns="{OOXML}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{OOXML}/officeDocument/2006/relationships/officeDocument" Target="{MAIN}"/>'
    "</Relationships>"
)
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


# -- making and reading files -----------------------------------------------------------------


def word(*blocks: str, root: str = f'xmlns:w="{W}"') -> bytes:
    """A small Word file with these blocks; what is no XML is a paragraph's text."""
    body = "".join(
        block if block.startswith("<") else f"<w:p>{RUN.format(block)}</w:p>" for block in blocks
    )
    text = f"{HEAD}<w:document {root}><w:body>{body}<w:sectPr/></w:body></w:document>"
    return package({TYPES: LISTED, "_rels/.rels": RELATED, MAIN: text})


def sample(*changes: tuple[str, str]) -> bytes:
    """The sample report as a Word file, after changes of its text."""
    text = sample_text()
    for old, new in changes:
        text = replace_once(text, old, new)
    return as_word(text)


def as_word(text: str) -> bytes:
    """A text as a Word file, its lines with bars as tables."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if "|" in line:
            rows.append(line.split("|"))
            continue
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    cell.text = words.strip()
            rows = []
        document.add_paragraph(line)
    return saved(document)


def repacked(data: bytes, changed: Mapping[str, bytes | str]) -> bytes:
    """The file with some parts replaced or added."""
    return package({**parts_of(data), **changed}, zipfile.ZIP_STORED)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str = MAIN) -> str:
    return parts_of(data)[name].decode()


def paragraph_xml(data: bytes) -> str:
    """The first paragraph without its namespaces."""
    found = re.search(r"<w:p>.*?</w:p>", part(data))
    assert found
    return found[0]


def finding(span: Span, message: str = "不对。") -> Diagnostic:
    return diagnostics.finding(message, None)._replace(span=span)


def report(source: Source, found: Iterable[Diagnostic]) -> Report:
    return Report(None, source, None, None, None, tuple(found))


def comment(data: bytes, *spans: Span | str, lang: str = "zh") -> Commented:
    """Comment on spans, or on words that occur once."""
    source = read_docx(data, None, DEFAULT)
    found = []
    for span in spans:
        if isinstance(span, str):
            assert source.text.count(span) == 1
            start = source.text.index(span)
            span = Span(start, start + len(span))
        found.append(finding(span))
    return annotate(data, report(source, found), DEFAULT, lang, TIME)


def checked(data: bytes, lang: str = "zh") -> Commented:
    """Comment on what the linter finds."""
    linter = Linter(load_rules(()), lang=lang)
    return annotate(data, linter.check(read_docx(data, None, DEFAULT)), DEFAULT, lang, TIME)


def marked(data: bytes) -> list[str]:
    """The text that each comment is about, in the order of the comments."""
    texts: dict[str | None, str] = {}
    is_open: set[str | None] = set()
    for node in etree.fromstring(part(data).encode()).iter(f"{{{W}}}*", f"{{{STRICT}}}*"):
        name = etree.QName(node).localname
        number = node.get(node.tag.replace(name, "id"))
        if name == "commentRangeStart":
            texts[number] = ""
            is_open.add(number)
        elif name == "commentRangeEnd":
            is_open.remove(number)
        elif name == "t":
            for each in is_open:
                texts[each] += node.text or ""
    assert not is_open
    return [texts[str(each.comment_id)] for each in docx.Document(io.BytesIO(data)).comments]


def parents(data: bytes) -> list[str]:
    """In what the marks of ranges stand."""
    names = [f"{{{W}}}commentRange{kind}" for kind in ("Start", "End")]
    marks = etree.fromstring(part(data).encode()).iter(*names)
    return [
        etree.QName(parent).localname for mark in marks if (parent := mark.getparent()) is not None
    ]
