"""The tokens of a table, fitted into the form: which of them is which element."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from gklint.form.alignment import Candidates, Step, align
from gklint.form.structure import Shape, Slot, Structure, is_column
from gklint.form.wordings import Label
from gklint.parse.tokens import Kind, Token


class Fitted(NamedTuple):
    """The tokens of a table by the start rule of the grammar that they fit best.

    ``labels``: those of ``tokens`` that have known words; ``steps`` counts them.  ``slots``: the
    elements of the form.  ``missing``: those that stand nowhere in their place.  ``found``: the
    token of each that stands anywhere.  ``misfits``: how many elements are missing, and how many
    tokens not expected.  ``as_printed``: whether there are none, and all words are the mandated.
    """

    start: str
    structure: Structure
    tokens: Sequence[Token]
    labels: Sequence[Token]
    steps: Sequence[Step]
    slots: Mapping[str, Slot]
    missing: Set[str]
    found: Mapping[str, Token]
    misfits: int
    as_printed: bool

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
    plan = _plan(structure, tuple(starts), tuple([token.label for token in labels]))
    found = {element: labels[at] for element, at in plan.found.items()}
    slots = structure.automata[plan.start].slots
    return Fitted(
        plan.start,
        structure,
        tokens,
        labels,
        plan.steps,
        slots,
        plan.missing,
        found,
        plan.misfits,
        plan.as_printed,
    )


class _Plan(NamedTuple):
    """What of ``Fitted`` the words alone decide; ``found``: by the numbers of the labels."""

    start: str
    steps: Sequence[Step]
    missing: Set[str]
    found: Mapping[str, int]
    misfits: int
    as_printed: bool


@lru_cache(maxsize=512)
def _plan(structure: Structure, starts: tuple[str, ...], labels: tuple[Label | None, ...]) -> _Plan:
    """How labels fit; remembered, because the same ones stand in nearly every report."""
    candidates = tuple([label.elements if label else () for label in labels])
    fits = {start: align(structure.automata[start], candidates) for start in starts}
    counts = {start: misfits(steps) for start, steps in fits.items()}
    start = min(starts, key=counts.__getitem__)
    steps = fits[start]
    missing = {step.element for step in steps if step.token is None and step.element}
    found = _found(candidates, steps, structure.automata[start].slots, missing)
    as_printed = not counts[start] and all(
        label and step.element in label.same for step, label in zip(steps, labels, strict=True)
    )
    return _Plan(start, steps, missing, found, counts[start], as_printed)


def misfits(steps: Iterable[Step]) -> int:
    """How many elements are missing, and how many tokens not expected."""
    return sum([step.token is None or step.element is None for step in steps])


def candidates_of(token: Token) -> tuple[str, ...]:
    """The elements that a token may be."""
    return token.label.elements if token.label else ()


def _found(
    labels: Sequence[Candidates],
    steps: Sequence[Step],
    slots: Mapping[str, Slot],
    missing: Set[str],
) -> dict[str, int]:
    """The label of each element, misplaced ones included."""
    found: dict[str, int] = {}
    for step in steps:
        if step.token is None:
            continue
        if step.element:
            if step.element in slots:
                found.setdefault(step.element, step.token)
            continue
        for element in labels[step.token]:
            if element in slots and element in missing:
                found.setdefault(element, step.token)
    return found
