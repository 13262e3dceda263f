"""A report in Word, and as LibreOffice saves and converts it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import NamedTuple

from gklint.findings.diagnostics import Diagnostic
from gklint.formats import convert
from gklint.formats.limits import DEFAULT, Limits
from gklint.formats.reading import read
from gklint.formats.sniff import Kind
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.generator import make_report
from tests.generator.boxes import Box, boxes_of, with_covered
from tests.generator.document import Table, build_document
from tests.generator.grids import grid_of
from tests.generator.layouts import Text, outline
from tests.support.checking import refusal
from tests.support.word import document, p, saved, tbl, tc, tr

FILTERS = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt:writer8"}


def refused(kind: Kind, data: bytes, limits: Limits = DEFAULT) -> tuple[str, dict[str, object]]:
    """Why a file is not converted, with the details."""
    return refusal(convert.read_converted, kind, data, "年报", limits)


def report() -> bytes:
    """A report in Word, its tables with merged cells; the last number of table three is wrong."""
    blocks = []
    for item in outline(build_document(make_report(Random(1)))):
        if isinstance(item, Text):
            blocks.append(p(item.line.text))
        elif item.name == "requests":
            before, _, after = _table(item).rpartition("<w:t>0</w:t>")
            blocks.append(f"{before}<w:t>9</w:t>{after}")
        else:
            blocks.append(_table(item))
    return saved(document("".join(blocks)))


def _table(item: Table) -> str:
    rows = with_covered(boxes_of(grid_of(item)))
    columns = sum(box.across for box, _ in rows[0])
    grid = '<w:gridCol w:w="900"/>' * columns
    made = tbl(*(tr(*map(_cell, row)) for row in rows))
    return made.replace("<w:tblGrid/>", f"<w:tblGrid>{grid}</w:tblGrid>")


def _cell(placed: tuple[Box, bool]) -> str:
    box, covered = placed
    merged = "" if covered else ' w:val="restart"'
    down = f"<w:vMerge{merged}/>" if box.down > 1 else ""
    text = "" if covered else box.cell.text
    width = f'<w:tcW w:w="{900 * box.across}" w:type="dxa"/>'
    return tc(text, properties=f'{width}<w:gridSpan w:val="{box.across}"/>{down}')


class Saved(NamedTuple):
    """A report in one of the formats: the file, what is read and what is found."""

    path: Path
    source: Source
    found: tuple[Diagnostic, ...]


def saved_as(path: Path) -> Saved:
    source = read(path)
    return Saved(path, source, Linter(load_rules()).check(source).diagnostics)
