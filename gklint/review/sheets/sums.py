"""对账: each cell of a government's report beside the sum of those of the bodies below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.bodies.rollup import Line, reconcile
from gklint.extract.sheets import Sheet
from gklint.findings.messages import Speaker
from gklint.form.bodies import BodyNames
from gklint.model.county import County
from gklint.model.outcomes import CellName
from gklint.review.sheets.places import cell_name
from gklint.review.sheets.table import GREEN, GREY, RED, Column, Marked, Value, write

_COLUMNS = (
    *(("body", 24), ("cell", 44), ("own", 12), ("sum", 12), ("difference", 10), ("result", 12)),
    *(("addends", 60), ("lacking", 40)),
)


def sums(sheet: Sheet, county: County, names: BodyNames, speaker: Speaker) -> None:
    """Write the sheet; a cell that is no number everywhere has no sum, and is said to."""
    columns = [Column(speaker.said(f"review.{name}"), width) for name, width in _COLUMNS]
    write(sheet, columns, _rows(county, names, speaker))


def _rows(county: County, names: BodyNames, speaker: Speaker) -> Iterator[Sequence[Value]]:
    parents = dict.fromkeys(member.parent for member in county.members.values() if member.parent)
    for parent in parents:
        for cell, line in reconcile(county, parent, names).items():
            yield [parent, cell_name(CellName(*cell), speaker), *_line(line, speaker)]


def _line(line: Line, speaker: Speaker) -> Iterator[Value]:
    joint = speaker.said("clauses")
    yield from (line.own, line.known, line.difference)
    if line.agrees is None:
        yield Marked(speaker.said("review.unclear"), GREY)
    else:
        key, ground = ("fits", GREEN) if line.agrees else ("unequal", RED)
        yield Marked(speaker.said(f"review.{key}"), ground)
    yield joint.join(f"{each.body} {each.number}" for each in line.addends if each.number)
    lacking = ((each.body, each.lack) for each in line.addends if each.lack)
    yield joint.join(
        speaker.said("review.lacks", body=body, lack=speaker.said(lack)) for body, lack in lacking
    )
