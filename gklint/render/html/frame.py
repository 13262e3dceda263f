"""What the page knows of a table before any report: its cells as they are drawn, and its sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from gklint.findings.report import CheckedBy
from gklint.findings.sums import about
from gklint.form.drawing import Box, drawing_of
from gklint.form.formula import Identity, Key
from gklint.form.structure import table_of
from gklint.model.outcomes import CellName
from gklint.render.html.markup import attributes, escaped


class Place(NamedTuple):
    """A cell of the drawing.

    ``words``: what the form prints there, as HTML; "" for a number.  ``name``: the cell, or the
    row whose label it is; None for other heads.  ``across``: how many columns it spans, which is
    also in its attributes (``spans``).
    """

    words: str
    name: CellName | None
    across: int
    spans: str


class Tie(NamedTuple):
    """A sum.  ``about``: the row or column that it runs in; "" if it is in several."""

    identity: Identity
    cells: Sequence[Key]
    about: str


class Frame(NamedTuple):
    """A table.  ``tokens``: how the page calls each cell, and each row."""

    rows: Sequence[Sequence[Place]]
    tokens: Mapping[CellName, str]
    ties: Sequence[Tie]


@lru_cache(maxsize=64)
def frame_of(by: CheckedBy, start: str) -> Frame:
    """The frame of a table by its start rule."""
    structure, table = by.speaker.structure, table_of(start)
    rows = [[_place(by, table, box) for box in row] for row in drawing_of(structure, start)]
    named = [place.name for place in chain.from_iterable(rows) if place.name]
    section = [*structure.tables].index(table)
    tokens = {name: f"{section}-{number}" for number, name in enumerate(named)}
    ties = [_tie(by, each) for each in by.identities[table].get(start, ())]
    return Frame(rows, tokens, ties)


def _place(by: CheckedBy, table: str, box: Box) -> Place:
    words = escaped(by.speaker.structure.printed[box.element]) if box.element else ""
    name = CellName(table, box.row, box.column or None) if box.row else None
    spans = attributes(
        colspan=box.across if box.across > 1 else None,
        rowspan=box.down if box.down > 1 else None,
        scope=_scope(box),
    )
    return Place(words, name, box.across, spans)


def _scope(box: Box) -> str:
    return box.heads + ("group" if box.heads and max(box.across, box.down) > 1 else "")


def _tie(by: CheckedBy, identity: Identity) -> Tie:
    cells = [addend.cell for addend in identity.addends()]
    return Tie(identity, cells, about(identity, by.speaker))
