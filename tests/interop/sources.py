"""The reports that converters are given, in the kinds of files that these take."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random

import docx
from docx.document import Document as WordDocument
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.generator.boxes import Box, Boxes, boxes_of
from tests.generator.broken import DEFECTS, Task
from tests.generator.document import Document, Table, build_document
from tests.generator.files import write
from tests.generator.grids import VALUE, grid_of
from tests.generator.html import write_html
from tests.generator.ink import CHINESE
from tests.generator.layouts import Text, outline
from tests.generator.pdf import write_pdf
from tests.generator.strategies import clean_file
from tests.generator.word import write_docx
from tests.interop.converters.base import FONT

_CHARSET = re.compile(r"(charset=[\"']?)[\w-]+")
_SCRIPT = re.compile(r"<script.*?</script>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Source:
    """A kind of file: its suffix, and how a report is written as one."""

    suffix: str
    write: Callable[[Document, Random], bytes]


def document_of(seed: int, fault: str | None) -> Document:
    """The report of a seed, correct or with a defect."""
    report = clean_file(seed, "docx", noisy=False).report
    if fault is None:
        return build_document(report)
    if not DEFECTS[fault].in_2019 and report.numbers.of_2019:
        report = clean_file(seed + 1_000_000, "docx", noisy=False).report
    return DEFECTS[fault].make(Task(report, "docx", Random(seed))).document


def _written(form: str) -> Callable[[Document, Random], bytes]:
    return lambda document, rng: write(document, form, rng).data


def _pdf(document: Document, rng: Random) -> bytes:
    """A PDF that has its font in it, as most have: not every converter knows of another."""
    font = CHINESE
    if Path(FONT).exists():
        font = "embedded"
        pdfmetrics.registerFont(TTFont(font, FONT))
    return write_pdf(document, rng, font).data


def _site(document: Document, rng: Random) -> bytes:
    """The page of a site, in UTF-8."""
    text = write_html(document, rng).text
    return _CHARSET.sub(r"\1utf-8", text).encode()


def _shown(document: Document, rng: Random) -> bytes:
    """The page of a site without its scripts, which would write lines of a report."""
    return _SCRIPT.sub("", _site(document, rng).decode()).encode()


def _plain(document: Document, _: Random) -> bytes:
    """A Word file with nothing that a converter may drop: no lists, no hidden or changed text."""
    word = docx.Document()
    for item in outline(document):
        if isinstance(item, Table):
            _word_table(word, boxes_of(grid_of(item)))
        elif item.level:
            word.add_heading(item.line.text, item.level)
        else:
            word.add_paragraph(item.line.text)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _word_table(word: WordDocument, boxes: Boxes) -> None:
    columns = max(box.column + box.across for row in boxes for box in row)
    made = word.add_table(len(boxes), columns)
    made.style = "Table Grid"
    for number, row in enumerate(boxes):
        for box in row:
            last = made.cell(number + box.down - 1, box.column + box.across - 1)
            made.cell(number, box.column).merge(last).text = box.cell.text


def _tracked(document: Document, rng: Random) -> bytes:
    """A Word file in which numbers and words replace others while changes are tracked."""
    return write_docx(document, rng, tracked=0.15).data


def _page(document: Document, rng: Random) -> bytes:
    """A page that holds the report and nothing else."""
    label, value = rng.choice(("left", "center")), rng.choice(("left", "center", "right"))
    body = "\n".join(_markup(item, label, value) for item in outline(document))
    return f'<!DOCTYPE html>\n<html lang="zh">\n<meta charset="utf-8">\n{body}\n</html>\n'.encode()


def _markup(item: Text | Table, label: str, value: str) -> str:
    if isinstance(item, Text):
        name = f"h{item.level}" if item.level else "p"
        return f"<{name}>{escape(item.line.text)}</{name}>"
    rows = (
        "".join(
            f'<td colspan="{box.across}" rowspan="{box.down}"'
            f' align="{value if box.cell.kind == VALUE else label}">{escape(box.cell.text)}</td>'
            for box in row
        )
        for row in boxes_of(grid_of(item))
    )
    return '<table border="1">\n' + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _blocks(document: Document, _: Random) -> bytes:
    """What a program draws that knows nothing of reports: ``[level, text]`` or ``[rows]``."""
    return json.dumps([*map(_block, outline(document))], ensure_ascii=False).encode()


def _block(item: Text | Table) -> list[object]:
    if isinstance(item, Text):
        return [item.level, item.line.text]
    return [[[*map(_cell, row)] for row in boxes_of(grid_of(item))]]


def _cell(box: Box) -> list[object]:
    return [box.cell.text, box.column, box.across, box.down]


SOURCES = {
    "docx": Source("docx", _written("docx")),
    "plain": Source("docx", _plain),
    "tracked": Source("docx", _tracked),
    "html": Source("html", _site),
    "site": Source("html", _shown),
    "page": Source("html", _page),
    "pdf": Source("pdf", _pdf),
    "ofd": Source("ofd", _written("ofd")),
    "blocks": Source("json", _blocks),
}
"""By name, what a converter may be given."""
