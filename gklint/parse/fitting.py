"""The tokens of a table, fitted into the form: which of them is which element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from gklint.form.alignment import Step, align
from gklint.form.structure import Shape, Slot, Structure, is_column
from gklint.parse.tokens import Kind, Token


class Fitted(NamedTuple):
    """The tokens of a table by the start rule of the grammar that they fit best.

    ``labels``: those of ``tokens`` that have known words; ``steps`` counts them.  ``slots``: the
    elements of the form.  ``missing``: those that stand nowhere in their place.  ``found``: the
    token of each that stands anywhere.
    """

    start: str
    structure: Structure
    tokens: Sequence[Token]
    labels: Sequence[Token]
    steps: Sequence[Step]
    slots: Mapping[str, Slot]
    missing: Set[str]
    found: Mapping[str, Token]

    @property
    def shape(self) -> Shape:
        """The mandated rows and columns."""
        return self.structure.shapes[self.start]

    @property
    def in_groups(self) -> bool:
        """Whether the rows of a wide table have their values beside their labels."""
        rows = [label for row in self.shape.rows if (label := self.found.get(row.element))]
        return self.shape.wide and bool(rows) and all(label.cells for label in rows)

    def token(self, step: Step) -> Token | None:
        """The token of a step; None where something is missing."""
        return None if step.token is None else self.labels[step.token]

    def is_row(self, element: str) -> bool:
        """Whether the element is the label of a row."""
        return element in self.shape.row_elements

    def is_repeated(self, element: str) -> bool:
        """Whether the element stands in several places of the form."""
        form = self.structure.automata[self.start].form
        return sum(slot.element == element for slot in form) > 1

    def is_column(self, element: str) -> bool:
        """Whether the element is the heading of a column."""
        return is_column(self.slots[element])


def fitted(tokens: Sequence[Token], structure: Structure, starts: Sequence[str]) -> Fitted:
    """Fit the tokens of a table by the start rule of ``starts`` that takes them best."""
    labels = [token for token in tokens if token.kind is Kind.LABEL]
    candidates = tuple([token.label.elements if token.label else () for token in labels])
    fits = {start: align(structure.automata[start], candidates) for start in starts}
    start = min(fits, key=lambda each: misfits(fits[each])) if len(fits) > 1 else starts[0]
    slots = structure.automata[start].slots
    missing = {step.element for step in fits[start] if step.token is None and step.element}
    found = _found(labels, fits[start], slots, missing)
    return Fitted(start, structure, tokens, labels, fits[start], slots, missing, found)


def misfits(steps: Sequence[Step]) -> int:
    """How many elements are missing, and how many tokens not expected."""
    return sum([step.token is None or step.element is None for step in steps])


def candidates_of(token: Token) -> tuple[str, ...]:
    """The elements that a token may be."""
    return token.label.elements if token.label else ()


def _found(
    labels: Sequence[Token], steps: Sequence[Step], slots: Mapping[str, Slot], missing: Set[str]
) -> dict[str, Token]:
    """The token of each element, misplaced ones included."""
    found: dict[str, Token] = {}
    for step in steps:
        if step.token is None:
            continue
        token = labels[step.token]
        if step.element:
            if step.element in slots:
                found.setdefault(step.element, token)
            continue
        for element in candidates_of(token):
            if element in slots and element in missing:
                found.setdefault(element, token)
    return found
