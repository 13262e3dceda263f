"""What differs between a table and the form: rows, and the header as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gklint.form.alignment import Step
from gklint.form.structure import name_of, table_of
from gklint.model.document import Address, Deviation, Element, Wrong
from gklint.parse.fitting import Fitted, candidates_of
from gklint.parse.tokens import Kind, Token
from gklint.text.piece import Piece
from gklint.text.source import Span


def differences(table: Fitted, expected: str) -> list[Deviation]:
    """All differences of a table from the form, rows first.

    ``expected``: the start rule of the version that it should have.
    """
    merged = [*merged_rows(table, expected)] if table.start != expected else []
    if _is_as_mandated(table):
        return merged
    return [*merged, *_row_differences(table), *_unknown_rows(table), *_header_difference(table)]


def _is_as_mandated(table: Fitted) -> bool:
    """Whether nothing can differ, as in most tables."""
    if not table.as_printed or len(table.labels) != len(table.tokens):
        return False
    # In a wide table the values stand behind the last label, whatever that is.
    return table.shape.wide or not any(
        token.cells and step.element not in table.shape.row_elements
        for step, token in zip(table.steps, table.labels, strict=True)
    )


# -- rows --------------------------------------------------------------------------------------


def _row_differences(table: Fitted) -> Iterator[Deviation]:
    matched: set[str] = set()
    for index, step in enumerate(table.steps):
        element, token = step.element, table.token(step)
        if token is None:
            if element and table.is_row(element) and not _stands_or_is_of_header(table, element):
                yield _row(table, Wrong.MISSING, element, _expected_at(table, index), "")
        elif element is None:
            yield from _extra(table, token)
        elif table.is_row(element) and element not in matched:
            matched.add(element)
            if token.label and element not in token.label.same:
                yield _row(table, Wrong.ALTERED, element, token.span, _shown(token))
        elif element.startswith("_") and _has_values(token.cells) and not table.shape.wide:
            yield _stray(table, token)


def merged_rows(table: Fitted, expected: str) -> Iterator[Deviation]:
    """Rows that are captions in the version expected, with rows of their own below them."""
    printed = table.structure.printed
    form = table.structure.automata[expected].form
    captions = {printed[slot.element]: slot for slot in form if slot.element.startswith("_")}
    for row in table.shape.rows:
        caption, token = captions.get(printed[row.element]), table.found.get(row.element)
        if caption and token and _has_values(token.cells):
            of_it = (slot.element for slot in form if slot.rule == caption.rule)
            mandated = "；".join(printed[each] for each in of_it if each != caption.element)
            address = Address(table_of(table.start), row.name)
            yield Deviation(Wrong.MERGED, Element.ROW, address, token.span, _shown(token), mandated)


def _stands_or_is_of_header(table: Fitted, row: str) -> bool:
    """Whether the label of a row stands anywhere, or is lost with a whole header."""
    return row in table.found or _has_lost_its_rows(table)


def _has_lost_its_rows(table: Fitted) -> bool:
    """Whether no label of a row of a wide table is left: they are a part of its header."""
    return table.shape.wide and table.shape.row_elements.isdisjoint(table.found)


def _extra(table: Fitted, token: Token) -> Iterator[Deviation]:
    """A label that is not expected: a row at the wrong place, one too many, or none."""
    rows = [name for name in candidates_of(token) if name in table.slots and table.is_row(name)]
    if not rows:
        if _has_values(token.cells) and not table.shape.wide:
            yield _stray(table, token)
        return
    how = Wrong.MISPLACED if table.found.get(rows[0]) is token else Wrong.DOUBLED
    yield _row(table, how, rows[0], token.span, _shown(token))


def _unknown_rows(table: Fitted) -> Iterator[Deviation]:
    for token in table.tokens:
        if token.kind is Kind.UNKNOWN and _has_numbers(token.cells):
            yield _stray(table, token)


def _stray(table: Fitted, token: Token) -> Deviation:
    address = Address(table_of(table.start), token.text)
    return Deviation(Wrong.UNEXPECTED, Element.ROW, address, token.span, _shown(token), "")


def _row(table: Fitted, wrong: Wrong, element: str, span: Span, printed: str) -> Deviation:
    address = Address(table_of(table.start), name_of(element))
    mandated = table.structure.printed[element]
    return Deviation(wrong, Element.ROW, address, span, printed, mandated)


def _expected_at(table: Fitted, index: int) -> Span:
    """Where something missing was expected: at the next row, at the last one, or at the end."""
    for step in (*table.steps[index:], *reversed(table.steps[:index])):
        token = table.token(step)
        if token is not None and step.element and table.is_row(step.element):
            return token.span
    return table.tokens[-1].span


def _has_values(cells: Iterable[Piece]) -> bool:
    return any(not cell.value.blank for cell in cells)


def _has_numbers(cells: Iterable[Piece]) -> bool:
    return any(cell.number is not None for cell in cells)


# -- the header --------------------------------------------------------------------------------


def _header_difference(table: Fitted) -> Iterator[Deviation]:
    """All that is wrong with the header, as one deviation at its first place."""
    whole = _has_lost_its_rows(table)
    lacking = [
        name
        for name in table.slots
        if name in table.missing and (table.is_column(name) or (whole and table.is_row(name)))
    ]
    moved = [name for name in lacking if name in table.found and not table.is_repeated(name)]
    missing = [name for name in lacking if name not in table.found]
    if not missing and not table.in_groups:  # of groups one header may serve them all
        missing = [name for name in lacking if name not in moved]
    altered = [step for step in table.steps if _is_altered(table, step)]
    wrong = [token for step in altered if (token := table.token(step))]
    wrong += [table.found[name] for name in moved]
    if not missing and not wrong:
        return
    if missing:
        wrong += [
            token
            for token in table.tokens
            if token.kind is Kind.UNKNOWN and not _has_numbers(token.cells)
        ]
    wrong.sort(key=lambda token: token.span)
    elements = dict.fromkeys([*missing, *moved, *(step.element for step in altered)])
    span = wrong[0].span if wrong else table.tokens[0].span
    printed = "、".join(dict.fromkeys(_shown(token) for token in wrong))
    mandated = "、".join(table.structure.printed[name] for name in elements if name)
    address = Address(table_of(table.start), None, name_of(next(iter(elements)) or ""))
    how = Wrong.ALTERED if wrong else Wrong.MISSING
    words = (name in label.same for name in moved if (label := table.found[name].label))
    how = how if missing or altered or not all(words) else Wrong.MISPLACED
    yield Deviation(how, Element.COLUMN, address, span, printed, mandated)


def _shown(token: Token) -> str:
    """The words of a token without the marks of Markdown around them."""
    return token.text.strip("#*_> ")


def _is_altered(table: Fitted, step: Step) -> bool:
    """Whether a step is of the header, and has other words than the mandated."""
    token = table.token(step)
    if token is None or token.label is None or step.element is None:
        return False
    return not table.is_row(step.element) and step.element not in token.label.same
