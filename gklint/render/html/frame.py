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
    row whose label it is; None for other heads.  ``token``: how the page calls that.  ``across``:
    how many columns it spans, which is also in its attributes (``spans``).
    """

    words: str
    name: CellName | None
    token: str
    across: int
    spans: str


class Tie(NamedTuple):
    """A sum.  ``about``: the row or column that it runs in; "" if it is in several.

    ``tokens``: how the page calls its cells.
    """

    identity: Identity
    cells: Sequence[Key]
    about: str
    tokens: str


class Frame(NamedTuple):
    """A table.  ``tokens``: how the page calls each cell, and each row."""

    rows: Sequence[Sequence[Place]]
    tokens: Mapping[CellName, str]
    ties: Sequence[Tie]


@lru_cache(maxsize=64)
def frame_of(by: CheckedBy, start: str) -> Frame:
    """The frame of a table by its start rule."""
    structure, table = by.speaker.structure, table_of(start)
    drawing = drawing_of(structure, start)
    section = [*structure.tables].index(table)
    names = [_name(table, box) for box in chain.from_iterable(drawing) if box.row]
    tokens = {name: f"{section}-{number}" for number, name in enumerate(names)}
    rows = [[_place(by, table, box, tokens) for box in row] for row in drawing]
    ties = [_tie(by, each, tokens) for each in by.identities[table].get(start, ())]
    return Frame(rows, tokens, ties)


def _name(table: str, box: Box) -> CellName:
    return CellName(table, box.row, box.column or None)


def _place(by: CheckedBy, table: str, box: Box, tokens: Mapping[CellName, str]) -> Place:
    words = escaped(by.speaker.structure.printed[box.element]) if box.element else ""
    name = _name(table, box) if box.row else None
    spans = attributes(
        colspan=box.across if box.across > 1 else None,
        rowspan=box.down if box.down > 1 else None,
        scope=_scope(box),
    )
    return Place(words, name, tokens[name] if name else "", box.across, spans)


def _scope(box: Box) -> str:
    return box.heads + ("group" if box.heads and max(box.across, box.down) > 1 else "")


def _tie(by: CheckedBy, identity: Identity, tokens: Mapping[CellName, str]) -> Tie:
    cells = [addend.cell for addend in identity.addends()]
    own = " ".join(tokens[CellName(identity.table, *cell)] for cell in cells)
    return Tie(identity, cells, about(identity, by.speaker), own)
