"""A report as a Word file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .boxes import HEAD_ROWS, boxes_of, cut, with_covered
from .document import Table
from .grids import VALUE, grid_of
from .layouts import Text, bundled, outline
from .lines import FILE_FIRST, FILE_LAST
from .lists import add_lists, numbered
from .runs import BREAK, Runs
from .where import Register, Where, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from docx.document import Document as WordDocument

    from .boxes import Box, Boxes
    from .document import Document
    from .lists import Numbered

_WIDTH = 8600  # between the margins, in twentieths of a point
_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2"}
_CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)
_PAGE_FIELD = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)


@dataclass(frozen=True)
class _Style:
    """What one file does everywhere; shares of the places where it does it."""

    styled: bool
    automatic: bool
    contents: bool
    empty: float
    controls: float
    joined: float
    deleted: float
    indent: str

    @staticmethod
    def draw(rng: Random) -> _Style:
        """Any style."""
        return _Style(
            styled=rng.random() < 0.5,
            automatic=rng.random() < 0.35,
            contents=rng.random() < 0.05,
            empty=rng.choice((0.0, 0.1, 0.4)),
            controls=rng.choice((0.0, 0.0, 0.1)),
            joined=rng.choice((0.0, 0.0, 0.0, 0.2)),
            deleted=rng.choice((0.0, 0.0, 0.05)),
            indent=rng.choice(("", "", "　　", "    ", "\t")),
        )


def write_docx(document: Document, rng: Random, tracked: float = 0.0) -> Written:
    """A Word file: the body written here, all other parts from python-docx's template.

    tracked: the share of labels and values that replace others, the change being tracked.
    """
    body = _Body(rng, _Style.draw(rng), tracked)
    body.write(outline(document))
    word = docx.Document()
    add_lists(word)
    _fill(word, "".join(body.parts))
    _furnish(word, rng)
    stream = io.BytesIO()
    word.save(stream)
    return Written(stream.getvalue(), ".docx", body.register.finished())


def _fill(word: WordDocument, markup: str) -> None:
    end = word.element.body.sectPr
    for element in list(parse_xml(f"<w:body {nsdecls('w')}>{markup}</w:body>")):
        end.addprevious(element)


def _furnish(word: WordDocument, rng: Random) -> None:
    """Header and footer."""
    section = word.sections[0]
    if rng.random() < 0.3:
        section.header.paragraphs[0].text = "政府信息公开工作年度报告"
    if rng.random() < 0.6:
        element = parse_xml(f"<w:p {nsdecls('w')}>{_PAGE_FIELD}</w:p>")
        section.footer.paragraphs[0]._p.addprevious(element)


class _Body:
    """The body of a file while it is written, and the places in it."""

    def __init__(self, rng: Random, style: _Style, tracked: float) -> None:
        self.rng = rng
        self.style = style
        self.tracked = tracked
        self.parts: list[str] = []
        self.register = Register()
        self.runs = Runs(rng)
        self.paragraphs = 0
        self.tables = 0

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def write(self, items: Sequence[Text | Table]) -> None:
        numbers = numbered(items) if self.style.automatic else {}
        for item in bundled(items, self.rng, 0.0 if numbers else self.style.joined):
            if isinstance(item, Table):
                self.table(item)
            else:
                self.texts(item, numbers.get(item[0].line))
            if self.style.contents and self.paragraphs == 1:
                self.contents(items)
            while self.chance(self.style.empty):
                self.paragraph("")
            if self.chance(self.style.deleted):
                mark = f"<w:rPr><w:del {self.runs.change()}/></w:rPr>"
                self.paragraph(self.runs.deleted(), mark)
        self.register.add((FILE_FIRST,), Where(paragraph=1))

    # -- paragraphs ------------------------------------------------------------------------

    def texts(self, items: Sequence[Text], number: Numbered | None) -> None:
        """One paragraph; several texts in it stand on lines of their own."""
        level = items[0].level
        text = items[0].line.text
        lead = "" if level == 1 else self.style.indent
        inner = lead + text if number is None else number.rest
        runs = self.runs.of(inner) + "".join(
            BREAK + self.runs.of(lead + item.line.text) for item in items[1:]
        )
        name = _STYLES.get(level) if self.style.styled else None
        properties = f'<w:pStyle w:val="{name}"/>' if name else ""
        properties += number.properties if number else ""
        properties += '<w:jc w:val="center"/>' if level == 1 else ""
        self.paragraph(runs, properties)
        where = Where(paragraph=self.paragraphs)
        self.register.add((mark.address for item in items for mark in item.line.marks), where)
        self.register.places[FILE_LAST] = {where}

    def paragraph(self, runs: str, properties: str = "") -> None:
        self.paragraphs += 1
        markup = self.paragraph_of(runs, properties)
        if self.chance(self.style.controls):
            markup = _control(markup)
        self.parts.append(markup)

    def paragraph_of(self, runs: str, properties: str = "") -> str:
        inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{inner}{runs}</w:p>"

    def contents(self, items: Sequence[Text | Table]) -> None:
        """A table of contents."""
        lines = [i.line.text for i in items if isinstance(i, Text) and i.level == 2]
        self.paragraphs += len(lines)
        entries = (self.paragraph_of(self.runs.of(f"{line}\u2026\u20263")) for line in lines)
        self.parts.append(_CONTENTS.format("".join(entries)))

    # -- tables ----------------------------------------------------------------------------

    def table(self, table: Table) -> None:
        boxes = boxes_of(grid_of(table))
        head = HEAD_ROWS[table.name]
        if len(boxes) > head + 2 and self.chance(0.15):
            top, bottom = cut(boxes, self.rng.randint(head + 1, len(boxes) - 1))
            self.grid(top)
            self.paragraph("")
            self.grid(bottom)
        else:
            self.grid(boxes)
        self.paragraph("")

    def grid(self, boxes: Boxes) -> None:
        nested = self.chance(0.05)
        self.tables += 2 if nested else 1
        rows = with_covered(boxes)
        columns = max(sum(box.across for box, _ in row) for row in rows)
        unit = _WIDTH // columns
        markup = _table([unit] * columns, "".join(self.rows(rows, unit)))
        if nested:
            markup = _table([_WIDTH], f"<w:tr><w:tc><w:tcPr/>{markup}<w:p/></w:tc></w:tr>")
        self.parts.append(_control(markup) if self.chance(self.style.controls) else markup)

    def rows(self, rows: Sequence[Sequence[tuple[Box, bool]]], unit: int) -> Iterator[str]:
        """The rows, and some that were deleted, where nothing is merged."""
        number = 0
        for row in rows:
            if self.chance(self.style.deleted) and not any(covered for _, covered in row):
                number += 1
                cells = f"<w:tc><w:tcPr/><w:p>{self.runs.deleted()}</w:p></w:tc>" * len(row)
                yield f"<w:tr><w:trPr><w:del {self.runs.change()}/></w:trPr>{cells}</w:tr>"
            number += 1
            inserted = f"<w:ins {self.runs.change()}/>" if self.chance(self.style.deleted) else ""
            yield f"<w:tr><w:trPr>{inserted}</w:trPr>{self.row(row, number, unit)}</w:tr>"

    def row(self, row: Iterable[tuple[Box, bool]], number: int, unit: int) -> str:
        markup = ""
        for cell, (box, covered) in enumerate(row, 1):
            markup += self.cell(box, covered, unit)
            if not covered:
                where = Where(table=self.tables, row=number, cell=cell)
                self.register.add(box.cell.marks, where)
        return markup

    def cell(self, box: Box, covered: bool, unit: int) -> str:
        properties = f'<w:tcW w:w="{box.across * unit}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{box.across}"/>' if box.across > 1 else ""
        if covered:
            properties += "<w:vMerge/>"
        elif box.down > 1:
            properties += '<w:vMerge w:val="restart"/>'
        text = "" if covered else box.cell.text
        if text and self.tracked and self.chance(self.tracked):
            inner = self.runs.replaced(text)
        else:
            inner = self.runs.of(text) if box.cell.kind == VALUE else self.runs.label(text)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{inner}</w:p></w:tc>"


def _table(widths: Sequence[int], rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _control(markup: str) -> str:
    """A content control around blocks."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{markup}</w:sdtContent></w:sdt>"
