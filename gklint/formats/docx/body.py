"""The body of a Word file to blocks: paragraphs with their lists' numbers, tables, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, Cell, Group, Paragraph, Run, Table
from gklint.formats.docx.embedded import Embedded
from gklint.formats.docx.numbering import Numbering
from gklint.formats.docx.paragraph import (
    DELETED,
    INSERTED,
    Anchor,
    Draft,
    Origin,
    Reading,
    mark,
    read_paragraph,
)
from gklint.formats.docx.pictures import Linked
from gklint.formats.docx.table import Grid, shape_of
from gklint.formats.docx.xml import TABLES, TEXTS, contents, relation
from gklint.formats.held import FEW, Pictures
from gklint.text.source import Place

_NESTED = 30  # tables and text boxes in each other; more is no document

Blocks = list[Block[Origin]]


class Body:
    """Reads the body once, from its beginning to its end.

    ``blocks`` raises UnreadableFileError for too many pieces or tables, or too deep ones.
    """

    def __init__(
        self, reading: Reading, numbering: Numbering, embedded: Embedded, pictures: Pictures
    ) -> None:
        self.reading = reading
        self.pictures = pictures
        self.embedded = embedded
        self.styles, self.properties, self.limits = reading
        self.numbering = numbering
        self.paragraphs = 0
        self.pieces = 0
        self.tables = 0
        self.nested = 0
        self.shown: dict[int, tuple[Linked, etree._Element, Place]] = {}
        """Pictures by their numbers, which wait for what is no picture: tables may go on."""
        self.numbered = self.large = 0  # of all pictures; of those that may be pages
        self.marks: list[Run[Origin]] = []
        """Changes between paragraphs; they wait for the next one."""

    def blocks(self, parent: etree._Element, place: Place | None = None) -> Blocks:
        """What stands in ``parent``; ``place``: of the cell or text box that it is."""
        blocks: Blocks = []
        joined: Draft | None = None  # its end is deleted
        outer, self.shown = self.shown, {}
        for name, element in contents(parent, self.limits):
            self.count()
            if name == "p":
                joined = self.paragraph(element, place, joined, blocks)
            elif name == "tbl":
                self.flush(joined, blocks)
                joined = None
                self.read_pictures(blocks)
                blocks.append(self.table(element))
            elif name == "altChunk":
                found = self.embedded.blocks(relation(element))
                blocks.extend(self.foreign(block, element, place) for block in found)
            elif name == "toc":
                with self.within():
                    self.blocks(element, place)
            else:
                self.change(name, element)
        self.flush(joined, blocks)
        self.read_pictures(blocks)
        self.shown = outer
        return blocks

    def count(self) -> None:
        self.pieces += 1
        self.limits.check("pieces", self.pieces)

    def flush(self, joined: Draft | None, blocks: Blocks) -> None:
        """There is no paragraph to join with."""
        if joined and any(run.text for run in joined.runs):
            blocks.append(joined.block())
        elif joined:
            self.marks.extend(joined.runs)

    def change(self, name: str, element: etree._Element) -> None:
        """A tracked change of whole paragraphs, rows or cells, if it is one."""
        if name in INSERTED or name in DELETED:
            self.marks.append(mark(element))

    @contextmanager
    def within(self) -> Iterator[None]:
        """In a table or text box."""
        self.nested += 1
        if self.nested > _NESTED:
            raise UnreadableFileError("over-depth", found=self.nested, limit=_NESTED)
        yield
        self.nested -= 1

    # -- paragraphs ------------------------------------------------------------------------

    def paragraph(
        self, element: etree._Element, place: Place | None, joined: Draft | None, blocks: Blocks
    ) -> Draft | None:
        """Read a paragraph.  It comes back if it goes on with the next one."""
        if place is None:
            self.paragraphs += 1
            place = Place(paragraph=self.paragraphs)
        draft = read_paragraph(element, place, self.reading)
        if self.marks or joined:
            draft.runs[:0] = [*(joined.runs if joined else ()), *self.marks]
            self.marks = []
        boxes = [block for box in draft.boxes for block in self.box(box, place)]
        for each in draft.objects:
            found = self.embedded.workbook(relation(each))
            boxes += (self.foreign(block, element, place) for block in found)
        if any(run.text for run in draft.runs):
            self.read_pictures(blocks)
        for linked in draft.pictures:
            self.numbered += 1
            self.large += self.embedded.is_large(linked)
            if self.pictures.can_be_read:
                self.shown[self.numbered] = (linked, element, place)
        if not draft.joins and not self.styles.of(draft.style).contents:
            if number := self.number(draft):
                draft.runs.insert(0, Run(number, draft.end))
            blocks.append(draft.block())
        blocks.extend(boxes)
        return draft if draft.joins else None

    def number(self, draft: Draft) -> str:
        """The number that Word puts before a paragraph; it does not show what is all hidden."""
        number, level, _ = draft.numbered
        if number is None:
            number, styled, style = self.styles.of(draft.style).numbered
            if level is None and number is not None and style is not None:
                linked = self.numbering.lists.level(number, style)
                level = styled if linked is None else linked
        text = "" if number is None else self.numbering.next(number, level or 0)
        return text if not draft.hidden or any(run.text for run in draft.runs) else ""

    def box(self, box: etree._Element, place: Place) -> Blocks:
        """Read a text box, in which lists begin anew."""
        numbering, self.numbering = self.numbering, Numbering(self.numbering.lists)
        with self.within():
            blocks = self.blocks(box, place)
        self.numbering = numbering
        return blocks

    # -- other files -----------------------------------------------------------------------

    def read_pictures(self, blocks: Blocks) -> None:
        """Read the pictures with no text between them, as the pages that they may be."""
        if not self.shown:
            return
        waiting, self.shown = self.shown, {}
        held = (self.embedded.picture(linked, number) for number, (linked, *_) in waiting.items())
        bare = any(_is_bare(node) for _, node, _ in waiting.values())
        for first, block in self.pictures.blocks(filter(None, held), pages=bare):
            _, node, place = waiting[first]
            blocks.append(self.foreign(block, node, place))

    def foreign(
        self, block: Block[Any], node: etree._Element, place: Place | None
    ) -> Block[Origin]:
        """A block of another file where Word shows it; ``node``: what stands there in this one."""
        self.count()
        if isinstance(block, Group):
            return Group(tuple(self.foreign(each, node, place) for each in block.blocks))
        if isinstance(block, Table):
            return self.foreign_table(block, node)
        if place is None:
            self.paragraphs += 1
            place = Place(paragraph=self.paragraphs)
        anchor = Anchor(place, node)
        return Paragraph(tuple(Run(run.text, anchor, run.seen) for run in block.runs), anchor)

    def foreign_table(self, table: Table[Any], node: etree._Element) -> Table[Origin]:
        self.tables += 1
        self.limits.check("tables", self.tables)
        number, rows = self.tables, []
        for row, cells in enumerate(table.rows, start=1):
            done: list[Cell[Origin]] = []
            for index, cell in enumerate(cells, start=1):
                place = Place(table=number, row=row, cell=index)
                inner = tuple(self.foreign(each, node, place) for each in cell.blocks)
                done.append(Cell(inner, Anchor(place, node), cell.across, cell.down))
            rows.append(tuple(done))
        return Table(tuple(rows))

    # -- tables ----------------------------------------------------------------------------

    def table(self, element: etree._Element) -> Table[Origin]:
        self.tables += 1
        self.limits.check("tables", self.tables)
        table, number = self.tables, 0
        grid = Grid()
        with self.within():
            for name, child in contents(element, self.limits):
                if name == "tr":
                    number += 1
                    self.row(child, table, number, grid)
                else:
                    self.change(name, child)
        return grid.table()

    def row(self, element: etree._Element, table: int, row: int, grid: Grid) -> None:
        properties = self.properties.of(element)
        for name in properties:
            self.change(name, properties[name])
        if not properties.keys().isdisjoint(DELETED):
            self.skip(element)
            return
        grid.row(properties.get("gridBefore"))
        number = 0
        for name, child in contents(element, self.limits):
            self.count()
            if name == "tc":
                number += 1
                self.cell(child, Place(table=table, row=row, cell=number), grid)
            else:
                self.change(name, child)

    def cell(self, element: etree._Element, place: Place, grid: Grid) -> None:
        shape = shape_of(self.properties.of(element))
        if shape.change is not None:
            self.marks.append(mark(shape.change))
        cell = None if shape.deleted else grid.add(element, place, shape)
        if cell:
            cell.blocks.extend(self.blocks(element, place))
        else:
            self.skip(element)

    def skip(self, element: etree._Element) -> None:
        """Leave out a part; its tables count, as they stand in the file."""
        self.tables += sum(1 for _ in element.iter(*TABLES))


def _is_bare(node: etree._Element) -> bool:
    """Whether the file of which it is has hardly any text."""
    texts = node.getroottree().getroot().iter(*TEXTS)
    return sum(len(each.text or "") for each in texts) < FEW
