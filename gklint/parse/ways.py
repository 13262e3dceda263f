"""The ways through the form of a table: whole tables, and rows whose header is odd."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gklint.form.structure import Automaton, Shape, Structure, is_column
from gklint.form.wordings import Label

_FEWEST = 5  # rows that have no header above them


NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,9})?"
"""A value as it is taken at a stroke: plain digits, for an amount with decimals."""


class Way(NamedTuple):
    """A way through the form of a table.

    ``steps``: for each state of its automaton what may come next, by elements: the state behind,
    and how many values each has there.  ``first``: the state where the way begins.  ``headings``:
    those of sections.
    """

    steps: Sequence[Mapping[str, tuple[int, int]]]
    first: int
    headings: Collection[str]

    def step(self, label: Label, state: int) -> tuple[int, int] | None:
        """The state behind a label, and how many values it has.  None if it may not come."""
        if label.elements[0] in self.headings:
            return None
        steps = self.steps[state]
        for element in label.elements:
            if element in steps:
                return steps[element]
        return None


@lru_cache(maxsize=8)
def ways(structure: Structure) -> Mapping[str, Sequence[Way]]:
    """All ways, by their first elements: whole tables before rows without a header."""
    found: dict[str, list[Way]] = {}
    headings = frozenset(structure.sections)
    for start, shape in structure.shapes.items():
        automaton = structure.automata[start]
        form = [slot.element for slot in automaton.form]
        steps = _steps(automaton, shape)
        for at in (0, *_below_header(automaton, shape)):
            way = Way(steps, automaton.after(form[:at]), headings)
            found.setdefault(form[at], []).append(way)
    return found


def _steps(automaton: Automaton, shape: Shape) -> Sequence[Mapping[str, tuple[int, int]]]:
    """In a wide table all values stand behind the last label."""
    edges = automaton.edges
    width = shape.width(automaton.form[0].element)
    return [
        {
            element: (state, (0 if edges[state] else width) if shape.wide else shape.width(element))
            for element, state in following.items()
        }
        for following in edges
    ]


def _below_header(automaton: Automaton, shape: Shape) -> Sequence[int]:
    """Where in the form several rows begin that no column parts any more."""
    columns = [at for at, slot in enumerate(automaton.form) if is_column(slot)]
    rows = [at for at, slot in enumerate(automaton.form) if slot.element in shape.row_elements]
    below = [at for at in rows if at > columns[-1]]
    return below[:1] if len(below) >= _FEWEST else ()
