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

    ``first``: what may come first, by elements, and the states behind.  ``widths``: how many values
    each element has; ``behind``: how many more follow the last one.  ``headings``: of sections.
    """

    automaton: Automaton
    first: Mapping[str, int]
    widths: Mapping[str, int]
    behind: int
    headings: Collection[str]

    def step(self, label: Label, edges: Mapping[str, int]) -> tuple[Mapping[str, int], int] | None:
        """What may come next behind a label, and how many values it has.

        ``edges``: what may come where it stands.  None if the label may not.
        """
        if label.elements[0] in self.headings:
            return None
        for element in label.elements:
            if element in edges:
                following = self.automaton.edges[edges[element]]
                return following, self.widths[element] + (0 if following else self.behind)
        return None


@lru_cache(maxsize=8)
def ways(structure: Structure) -> Mapping[str, Sequence[Way]]:
    """All ways, by their first elements: whole tables before rows without a header."""
    found: dict[str, list[Way]] = {}
    headings = frozenset(structure.sections)
    for start, shape in structure.shapes.items():
        automaton = structure.automata[start]
        form = [slot.element for slot in automaton.form]
        widths = {element: 0 if shape.wide else shape.width(element) for element in form}
        behind = shape.width(form[0]) if shape.wide else 0
        for at in (0, *_below_header(automaton, shape)):
            first = automaton.edges[automaton.after(form[:at])]
            way = Way(automaton, first, widths, behind, headings)
            found.setdefault(form[at], []).append(way)
    return found


def _below_header(automaton: Automaton, shape: Shape) -> Sequence[int]:
    """Where in the form several rows begin that no column parts any more."""
    columns = [at for at, slot in enumerate(automaton.form) if is_column(slot)]
    rows = [at for at, slot in enumerate(automaton.form) if slot.element in shape.row_elements]
    below = [at for at in rows if at > columns[-1]]
    return below[:1] if len(below) >= _FEWEST else ()
