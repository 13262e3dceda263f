"""概况: how far the county is, which rules find most, which bodies have most; as charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gklint.extract.sheets import HEADING, Cell, Sheet
from gklint.findings.messages import Speaker
from gklint.review.standing import Body, Standing
from gklint.ruleset.rules import Rule
from gklint.ruleset.severity import Severity

_MOST = 12  # bars that can be read side by side
_WIDTHS = (44, 10)
_CHART_AT = 3  # the column
_CHART_WIDTH, _BAR_HEIGHT, _LEAST_HEIGHT, _ROW_HEIGHT = 756, 26, 246, 20  # pixels


class _Block(NamedTuple):
    """Numbers that are one chart."""

    title: str
    rows: Sequence[tuple[str, int]]


def picture(
    sheet: Sheet, bodies: Sequence[Body], rules: Mapping[str, Rule], speaker: Speaker
) -> None:
    """Write the sheet: three tables, and beside each its bars."""
    sheet.set_widths(_WIDTHS)
    sheet.set_page(1)
    for block in _blocks(bodies, rules, speaker):
        if block.rows:
            _write(sheet, block, speaker)


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


def _write(sheet: Sheet, block: _Block, speaker: Speaker) -> None:
    """Write a block below what there is, and room for its chart."""
    first = sheet.rows + 2
    sheet.append(Cell(words, HEADING) for words in (block.title, speaker.said("review.number")))
    for row in block.rows:
        sheet.append(row)
    height = max(_LEAST_HEIGHT, _BAR_HEIGHT * (len(block.rows) + 2))
    sheet.add_bars(block.title, first, sheet.rows, _CHART_AT, (_CHART_WIDTH, height))
    sheet.skip_to(first + round(height / _ROW_HEIGHT))
