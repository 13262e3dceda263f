"""The official form as a Word file: title, headings and tables as they are mandated, no prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gklint import paper
from gklint.form.drawing import Box, Drawing, drawing_of, placed
from gklint.form.form import Form
from gklint.form.structure import REPORT, Structure, table_of
from gklint.model.outcomes import CellName
from gklint.text.values import Number

_TABLE_FONT, _TABLE_SIZE = "宋体", 9  # points: 小五
_LABELS, _CAPTIONS = 44, 14  # millimetres: what rows are called, and what stands left of that
_HEIGHT = 6  # millimetres at least
_MARGIN = "45"  # twentieths of a point
_YEAR = "    "  # to be filled in


def word(
    form: Form,
    version: str,
    numbers: Mapping[CellName, Number],
    agency: str | None = None,
    year: int | None = None,
) -> bytes:
    """The form in one of its versions; a cell without a number stays blank."""
    document = paper.sheet()
    core = document.core_properties  # python-docx says that it is the author
    core.author, core.comments, core.title = "", "", ""
    structure = form.structure
    for slot in structure.automata[REPORT].form:
        printed = structure.printed.get(slot.element)
        if printed is None:
            table = table_of(slot.element)
            drawing = drawing_of(structure, structure.start(table, version))
            _table(document, structure, drawing, _of_table(numbers, table))
        elif slot.rule == REPORT:
            _title(document, f"{agency or ''}{_YEAR if year is None else year}{printed}")
        else:
            _heading(document, printed, part=slot.element in structure.parts)
        if slot.element not in structure.tables.values():
            _text(document, "", paper.BODY_FONT)  # for what is to be said
    return paper.saved(document)


def _of_table(
    numbers: Mapping[CellName, Number], table: str
) -> Mapping[tuple[str, str | None], Number]:
    return {(row, column): number for (own, row, column), number in numbers.items() if own == table}


def _title(document: Any, words: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paper.write(paragraph, words, paper.TITLE_FONT, paper.TITLE_SIZE)
    form = paragraph.paragraph_format
    form.alignment, form.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(paper.LINE)


def _heading(document: Any, words: str, *, part: bool) -> None:
    """A heading, which Word lists in its outline."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    heading = _text(document, words, paper.BODY_FONT if part else paper.HEAD_FONT)
    heading.paragraph_format.keep_with_next = True
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1" if part else "0")
    heading._p.pPr.append(level)


def _text(document: Any, words: str, font: str) -> Any:
    """A paragraph of the text; where it is empty, what is typed there has its font, too."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.line_spacing, form.space_after = Pt(paper.LINE), Pt(0)
    form.first_line_indent = Pt(2 * paper.BODY_SIZE)
    run = paper.write(paragraph, words, font, paper.BODY_SIZE)
    if not words:
        paragraph._p.get_or_add_pPr().append(run._element.rPr)
        paragraph._p.remove(run._element)
    return paragraph


# -- tables ------------------------------------------------------------------------------------


def _table(
    document: Any,
    structure: Structure,
    drawing: Drawing,
    numbers: Mapping[tuple[str, str | None], Number],
) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    boxes = [*placed(drawing)]
    widths = [*map(Mm, _widths(boxes))]
    table = document.add_table(len(drawing), len(widths), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _narrow(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row.height = Mm(_HEIGHT)
    cells = [row.cells for row in table.rows]
    for row in cells:
        for cell, width in zip(row, widths, strict=True):
            cell.width = width  # merging adds them up
    for at, column, box in boxes:
        last = cells[at + box.down - 1][column + box.across - 1]
        number = numbers.get((box.row, box.column))
        printed = structure.printed[box.element] if box.element else _shown(number)
        _fill(cells[at][column].merge(last), printed, centred=box.heads != "row")


def _widths(boxes: Sequence[tuple[int, int, Box]]) -> list[float]:
    """How wide the columns are, in millimetres: those of the numbers share what labels leave."""
    of_numbers = {
        column + across
        for _, column, box in boxes
        if box.element is None
        for across in range(box.across)
    }
    labels = min(of_numbers)
    taken = [*[_CAPTIONS] * (labels - 1), _LABELS] if labels else []
    share = (paper.TEXT_WIDTH - sum(taken)) / len(of_numbers)
    return [*taken, *[share] * len(of_numbers)]


def _narrow(table: Any) -> None:
    """Leave little beside the words of a cell: the tables have up to fifteen columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _MARGIN)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _fill(cell: Any, words: str, *, centred: bool) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    first, *others = cell.paragraphs
    for each in others:
        cell._tc.remove(each._p)
    first.paragraph_format.space_after = Pt(0)
    if centred:
        first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.write(first, words, _TABLE_FONT, _TABLE_SIZE)


def _shown(number: Number | None) -> str:
    if number is None:
        return ""
    return format(number, "f") if isinstance(number, Decimal) else str(number)  # never 3.8E-2
