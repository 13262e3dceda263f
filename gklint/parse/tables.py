"""The tokens of one table, fitted into the grammar: rows, cells and deviations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gklint.form.alignment import Step, align
from gklint.form.structure import Row, Shape, is_column, name_of, table_of
from gklint.form.wordings import Wordings
from gklint.model.document import Address, Deviation, Element, RowState, Table, TableRow, Wrong
from gklint.parse.tokens import Kind, Token
from gklint.text.piece import Piece
from gklint.text.source import Span
from gklint.text.values import read_value


class _Found(NamedTuple):
    """A mandated row and the token found for it."""

    row: Row
    token: Token


def build_table(
    tokens: Sequence[Token], wordings: Wordings, starts: Sequence[str]
) -> tuple[Table, list[Deviation]]:
    """The table that ``tokens`` make, by the start rule of ``starts`` that fits best."""
    labels = [token for token in tokens if token.kind is Kind.LABEL]
    candidates = tuple(token.label.elements if token.label else () for token in labels)
    structure = wordings.structure
    fits = {start: align(structure.automata[start], candidates) for start in starts}
    start = min(fits, key=lambda name: _misfits(fits[name])) if len(fits) > 1 else starts[0]
    builder = _Builder(tokens, labels, wordings, start, fits[start])
    rows = builder.rows()
    shape = structure.shapes[start]
    table = Table(
        name=shape.name,
        start=start,
        shape=shape,
        span=Span(tokens[0].span.start, tokens[-1].span.end),
        rows=rows,
        cells={
            (row.name, column): cell
            for row in rows.values()
            if row.state is RowState.READ
            for column, cell in zip(row.columns, row.cells, strict=True)
        },
    )
    return table, builder.deviations()


def _misfits(steps: Sequence[Step]) -> int:
    return sum(step.token is None or step.element is None for step in steps)


class _Builder:
    def __init__(
        self,
        tokens: Sequence[Token],
        labels: Sequence[Token],
        wordings: Wordings,
        start: str,
        steps: Sequence[Step],
    ) -> None:
        self.tokens = tokens
        self.labels = labels
        self.wordings = wordings
        self.shape: Shape = wordings.structure.shapes[start]
        self.name = table_of(start)
        self.steps = steps
        self.slots = wordings.structure.automata[start].slots
        self.missing = {step.element for step in steps if step.token is None}
        self.fits = not _misfits(steps) and len(labels) == len(tokens)
        self.found = self._found()

    def _found(self) -> dict[str, Token]:
        """The token of each element, misplaced ones included."""
        found: dict[str, Token] = {}
        for step in self.steps:
            if step.token is None:
                continue
            token = self.labels[step.token]
            for element in [step.element] if step.element else self._candidates(token):
                if element in self.slots and (step.element or element in self.missing):
                    found.setdefault(element, token)
        return found

    @staticmethod
    def _candidates(token: Token) -> tuple[str, ...]:
        return token.label.elements if token.label else ()

    # -- rows ----------------------------------------------------------------------------

    def rows(self) -> dict[str, TableRow]:
        if self.shape.wide:
            return self._wide_rows()
        found = [
            _Found(row, self.found[row.element])
            for row in self.shape.rows
            if row.element in self.found
        ]
        usual: Counter[int] | None = None
        rows = {}
        for row, token in found:
            if len(token.cells) != len(row.columns) and usual is None:
                usual = _usual_offsets(found)
            pieces = fit(token.cells, len(row.columns), token.columns, usual or Counter())
            rows[row.name] = _row(row, token, pieces)
        return rows

    def _wide_rows(self) -> dict[str, TableRow]:
        width = sum(len(row.columns) for row in self.shape.rows)
        token = max(self.tokens, key=lambda token: len(token.cells))
        pieces = fit(token.cells, width, token.columns, Counter(), last=True)
        rows = {}
        for number, row in enumerate(self.shape.rows):
            label = self.found.get(row.element, token)
            count = len(row.columns)
            part = pieces[number * count : (number + 1) * count] if len(pieces) == width else pieces
            rows[row.name] = _row(row, label._replace(glued=token.glued), part)
        return rows

    # -- deviations ----------------------------------------------------------------------

    def deviations(self) -> list[Deviation]:
        """All differences from the grammar, rows first."""
        if self.fits and all(
            step.element in token.label.same and (self._is_row(step.element) or not token.cells)
            for step, token in zip(self.steps, self.labels, strict=True)
            if step.element and token.label
        ):
            return []
        return [*self._row_deviations(), *self._unknown_rows(), *self._column_deviation()]

    def _row_deviations(self) -> Iterable[Deviation]:
        matched: set[str] = set()
        for index, step in enumerate(self.steps):
            element = step.element
            token = self.labels[step.token] if step.token is not None else None
            if token is None:
                if element and self._is_row(element) and element not in self.found:
                    yield self._row(Wrong.MISSING, element, self._place(index), "")
            elif element is None:
                yield from self._extra(token)
            elif self._is_row(element) and element not in matched:
                matched.add(element)
                if token.label and element not in token.label.same:
                    yield self._row(Wrong.ALTERED, element, token.span, token.text)
            elif element.startswith("_") and _count(token.cells) and not self.shape.wide:
                yield self._stray(token)

    def _extra(self, token: Token) -> Iterable[Deviation]:
        rows = [
            name for name in self._candidates(token) if name in self.slots and self._is_row(name)
        ]
        if not rows:
            if _count(token.cells) and not self.shape.wide:
                yield self._stray(token)
        elif self.found.get(rows[0]) is token:
            yield self._row(Wrong.MISPLACED, rows[0], token.span, token.text)
        else:
            yield self._row(Wrong.DOUBLED, rows[0], token.span, token.text)

    def _unknown_rows(self) -> Iterable[Deviation]:
        for token in self.tokens:
            if token.kind is Kind.UNKNOWN and _has_numbers(token.cells):
                yield self._stray(token)

    def _stray(self, token: Token) -> Deviation:
        address = Address(self.name, token.text)
        return Deviation(Wrong.UNEXPECTED, Element.ROW, address, token.span, token.text, "")

    def _row(self, wrong: Wrong, element: str, span: Span, printed: str) -> Deviation:
        address = Address(self.name, name_of(element))
        mandated = self.wordings.structure.printed[element]
        return Deviation(wrong, Element.ROW, address, span, printed, mandated)

    def _is_row(self, element: str) -> bool:
        return element in self.shape.row_elements

    def _is_column(self, element: str | None) -> bool:
        return element is not None and is_column(self.slots[element])

    def _place(self, index: int) -> Span:
        """Where something missing was expected: at the next row, or the last one."""
        for step in (*self.steps[index:], *reversed(self.steps[:index])):
            if step.token is not None and step.element and self._is_row(step.element):
                return self.labels[step.token].span
        return self.tokens[0].span

    def _column_deviation(self) -> Iterable[Deviation]:
        """All that is wrong with the header, as one deviation at its first place."""
        missing = [
            slot.element
            for slot in self.slots.values()
            if slot.element in self.missing.difference(self.found) and self._is_column(slot.element)
        ]
        altered = [
            self.labels[step.token]
            for step in self.steps
            if step.token is not None and step.element and self._altered(step.element, step.token)
        ]
        moved = [
            name
            for name in self.slots
            if name in self.missing and name in self.found and self._is_column(name)
        ]
        altered += [self.found[name] for name in moved]
        unknown = [t for t in self.tokens if t.kind is Kind.UNKNOWN and not _has_numbers(t.cells)]
        wrong = sorted([*altered, *(unknown if missing else ())], key=lambda token: token.span)
        if not missing and not altered:
            return
        elements = dict.fromkeys(
            [*missing, *moved, *(step.element for step in self.steps if self._is_altered(step))]
        )
        span = wrong[0].span if wrong else self._header_place()
        printed = "、".join(dict.fromkeys(token.text for token in wrong))
        mandated = "、".join(self.wordings.structure.printed[name] for name in elements if name)
        address = Address(self.name, None, name_of(next(iter(elements)) or ""))
        yield Deviation(Wrong.ALTERED, Element.COLUMN, address, span, printed, mandated)

    def _is_altered(self, step: Step) -> bool:
        return bool(
            step.token is not None and step.element and self._altered(step.element, step.token)
        )

    def _altered(self, element: str, token: int) -> bool:
        label = self.labels[token].label
        header = not self._is_row(element) or self.shape.wide
        return header and label is not None and element not in label.same

    def _header_place(self) -> Span:
        return self.tokens[0].span


def _count(cells: Iterable[Piece]) -> int:
    return sum(not read_value(cell.text).blank for cell in cells)


def _has_numbers(cells: Iterable[Piece]) -> bool:
    return any(cell.number is not None for cell in cells)


def _row(row: Row, token: Token, pieces: Sequence[Piece]) -> TableRow:
    if not any(piece.text for piece in pieces):  # all blank, or vanished with the layout
        end = token.span.end
        pieces = list(pieces) + [Piece("", end)] * (len(row.columns) - len(pieces))
    cells = tuple(pieces)
    if token.glued:
        state = RowState.GLUED
    elif len(cells) == len(row.columns):
        state = RowState.READ
    else:
        state = RowState.MISCOUNTED
    return TableRow(row.name, token.span, token.text, row.columns, cells, state)


# -- which of the pieces after a label are its cells -----------------------------------------


def _usual_offsets(found: Iterable[_Found]) -> Counter[int]:
    """Where the values begin in the lines of rows that are complete, counted in pieces."""
    offsets: Counter[int] = Counter()
    for row, token in found:
        filled = [index for index, cell in enumerate(token.cells) if cell.text]
        if len(filled) == len(row.columns) and token.columns[filled[0]] >= 0:
            offsets[token.columns[filled[0]]] += 1
    return offsets


def fit(
    pieces: Sequence[Piece],
    width: int,
    offsets: Sequence[int],
    usual: Counter[int],
    *,
    last: bool = False,
) -> Sequence[Piece]:
    """The ``width`` pieces that are the cells of a row, blank ones among them.

    Merged cells leave blank pieces before and after the values.  Where there is more
    than one way, the values begin in the column where those of other rows begin.  When
    nothing fits, all pieces that are not empty are returned.  ``last``: without a hint, they
    begin as late as possible (a row without a label follows the blanks of its header).
    """
    if len(pieces) == width:
        return pieces
    filled = [index for index, piece in enumerate(pieces) if piece.text]
    if len(filled) == width:
        return [pieces[index] for index in filled]
    if not filled:
        return pieces[:width]
    first, final = filled[0], filled[-1]
    begins = range(max(0, final - width + 1), min(first, len(pieces) - width) + 1)
    if len(filled) > width or not begins:
        return [pieces[index] for index in filled]
    order = 1 if last else -1
    begin = max(begins, key=lambda index: (usual[offsets[index]], order * index))
    return pieces[begin : begin + width]
