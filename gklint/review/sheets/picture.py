"""概况: how far the county is, which rules find most, which bodies have most; as charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gklint.extract.sheets import Sheet, heading, text_cell
from gklint.findings.messages import Speaker
from gklint.review.sheets.table import set_page
from gklint.review.standing import Body, Standing
from gklint.ruleset.rules import Rule
from gklint.ruleset.severity import Severity

_MOST = 12  # bars that can be read side by side
_WIDTHS = (44, 10)
_CHART_WIDTH, _BAR_HEIGHT, _LEAST_HEIGHT = 20, 0.7, 6.5  # centimetres


class _Block(NamedTuple):
    """Numbers that are one chart."""

    title: str
    rows: Sequence[tuple[str, int]]


def picture(
    sheet: Sheet, bodies: Sequence[Body], rules: Mapping[str, Rule], speaker: Speaker
) -> None:
    """Write the sheet: three tables, and beside each its bars."""
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    set_page(sheet, 1)
    row = 1
    for block in _blocks(bodies, rules, speaker):
        if block.rows:
            row = _write(sheet, block, row, speaker)


def _blocks(
    bodies: Sequence[Body], rules: Mapping[str, Rule], speaker: Speaker
) -> Iterable[_Block]:
    standing = Counter(body.standing for body in bodies)
    known = [(speaker.said(f"review.{each.value}"), standing[each]) for each in Standing]
    yield _Block(speaker.said("review.how-far"), known)
    items = [item.found for body in bodies for item in body.items]
    codes = Counter(found.code for found in items if found.severity is not Severity.INFO)
    named = [(f"{code} {rules[code].finds[speaker.lang]}", n) for code, n in codes.most_common()]
    yield _Block(speaker.said("review.most-rules"), named[:_MOST])
    counted = Counter({body.name: body.count(Severity.ERROR) for body in bodies})
    most = [(name, number) for name, number in counted.most_common(_MOST) if number]
    yield _Block(speaker.said("review.most-bodies"), most)


def _write(sheet: Sheet, block: _Block, row: int, speaker: Speaker) -> int:
    """Write a block from a row on.  Returns the row of the next one."""
    from openpyxl.chart import BarChart, Reference

    sheet.append([heading(sheet, block.title), heading(sheet, speaker.said("review.number"))])
    for name, number in block.rows:
        sheet.append([text_cell(sheet, name), number])
    last = row + len(block.rows)
    chart = BarChart(barDir="bar")
    chart.title, chart.legend = block.title, None
    chart.add_data(Reference(sheet, min_col=2, min_row=row + 1, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=row + 1, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"  # the first on top
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.y_axis.numFmt = "0"
    chart.width = _CHART_WIDTH
    chart.height = max(_LEAST_HEIGHT, _BAR_HEIGHT * (len(block.rows) + 2))
    sheet.add_chart(chart, f"D{row}")
    below = row + round(chart.height / 0.5) + 1  # a row is half a centimetre high
    for _ in range(last + 1, below):
        sheet.append([])
    return max(below, last + 1)
