"""The header of a table that came apart above rows that did not: put together again.

Programs that read a page line by line tear its words (结果维 结果纠, and below them 持 正), or run
them together.  Where all characters of the form's header are there, it is the form's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from gklint.form.structure import Structure, is_column
from gklint.form.wordings import Label
from gklint.parse.lines import Line, is_sentence
from gklint.parse.tokens import Kind, Token
from gklint.text.normalise import words
from gklint.text.source import Span


def with_header(
    tokens: Sequence[Token], lines: Sequence[Line], structure: Structure, table: str
) -> Sequence[Token]:
    """The tokens of a table, the header above its first row as the form has it.

    They are left as they are where it is whole, where something lacks, or where the format marks
    cells.
    """
    at = next((at for at, token in enumerate(tokens) if token.cells), None)
    if at is None:
        return tokens
    row = tokens[at]
    for start in structure.starts(table):
        shape, names = structure.shapes[start], _header(structure, start)
        if not names or not (shape.wide or _is_first(row, structure, start)):
            continue
        end = at + shape.wide  # the values of a wide table follow the last word of its header
        there = [name for each in tokens[:end] if each.label for name in each.label.same]
        if Counter(names) <= Counter(there):
            return tokens
        above = [line for line in lines if line.span.start < row.cells[0].start]
        said = Counter(words("".join(piece.text for line in above for piece in line.pieces)))
        if _characters(structure, start) <= said and not above[-1].cells:
            made = [*_tokens(above[0], names, structure)]
            if shape.wide:
                made[-1] = made[-1]._replace(cells=row.cells, columns=row.columns, glued=row.glued)
            rest = [each for each in tokens[:end] if is_sentence(each, lines)]
            return [*made, *rest, *tokens[end:]]
    return tokens


def _is_first(row: Token, structure: Structure, start: str) -> bool:
    """Whether a token is the first row of a table."""
    return row.label is not None and structure.shapes[start].rows[0].element in row.label.elements


@cache
def _header(structure: Structure, start: str) -> Sequence[str]:
    """What stands above the first row, if all columns do; of a wide table, all that is printed."""
    form, shape = structure.automata[start].form, structure.shapes[start]
    if shape.wide:
        return [slot.element for slot in form]
    above = [*takewhile(lambda slot: slot.element not in shape.row_elements, form)]
    return [slot.element for slot in above] if {*filter(is_column, form)} <= {*above} else []


@cache
def _characters(structure: Structure, start: str) -> Counter[str]:
    """All that the header prints, character by character."""
    printed = structure.printed
    return Counter(words("".join(printed[name] for name in _header(structure, start))))


def _tokens(first: Line, names: Sequence[str], structure: Structure) -> Iterator[Token]:
    """The header; no two labels have the same span."""
    start, end = first.span
    for beyond, name in enumerate(names):
        label = Label((name,), None, frozenset((name,)))
        yield Token(Kind.LABEL, Span(start, end + beyond), structure.printed[name], label)
