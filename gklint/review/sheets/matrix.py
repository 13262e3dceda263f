"""规则: which rules find how much in whose report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from gklint.extract.sheets import Sheet
from gklint.findings.messages import Speaker
from gklint.review.sheets.table import GROUNDS, Column, Marked, Value, write
from gklint.review.standing import Body
from gklint.ruleset.rules import Rule
from gklint.ruleset.severity import Severity

_BODY, _RULE = 30, 10


def matrix(
    sheet: Sheet, bodies: Sequence[Body], rules: Mapping[str, Rule], speaker: Speaker
) -> None:
    """Write the sheet: the rules that found anything, and the bodies that have a report."""
    levels = {item.found.code: item.found.severity for body in bodies for item in body.items}
    codes = sorted(levels)
    heads = (f"{code}\n{rules[code].finds[speaker.lang]}" for code in codes)
    columns = [Column(speaker.said("review.body"), _BODY), *(Column(head, _RULE) for head in heads)]
    write(sheet, columns, _rows(bodies, codes, levels))


def _rows(
    bodies: Sequence[Body], codes: Sequence[str], levels: Mapping[str, Severity]
) -> Iterator[Sequence[Value]]:
    for body in bodies:
        if body.cases:
            found = Counter(item.found.code for item in body.items)
            yield [body.name, *(_count(found[code], levels[code]) for code in codes)]


def _count(number: int, severity: Severity) -> Value:
    ground = GROUNDS.get(severity)
    return Marked(number, ground) if number and ground else number or None
