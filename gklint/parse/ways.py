"""The ways through the form of a table: whole tables, and rows whose header is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gklint.form.structure import Automaton, Shape, Structure, is_column

_FEWEST = 5  # rows that have no header above them


class Way(NamedTuple):
    """A way through the form of a table, from a state on.

    ``widths``: how many values each element has; ``behind``: how many more follow the last one.
    """

    automaton: Automaton
    state: int
    widths: Mapping[str, int]
    behind: int


@lru_cache(maxsize=8)
def ways(structure: Structure) -> Mapping[str, Sequence[Way]]:
    """All ways, by their first elements: whole tables before rows without a header."""
    found: dict[str, list[Way]] = {}
    for start, shape in structure.shapes.items():
        automaton = structure.automata[start]
        form = [slot.element for slot in automaton.form]
        widths = {element: 0 if shape.wide else shape.width(element) for element in form}
        behind = shape.width(form[0]) if shape.wide else 0
        for at in (0, *_below_header(automaton, shape)):
            way = Way(automaton, automaton.after(form[:at]), widths, behind)
            found.setdefault(form[at], []).append(way)
    return found


def _below_header(automaton: Automaton, shape: Shape) -> Sequence[int]:
    """Where in the form several rows begin that no column parts any more."""
    columns = [at for at, slot in enumerate(automaton.form) if is_column(slot)]
    rows = [at for at, slot in enumerate(automaton.form) if slot.element in shape.row_elements]
    below = [at for at in rows if at > columns[-1]]
    return below[:1] if len(below) >= _FEWEST else ()
