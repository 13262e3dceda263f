"""A table that came apart, put together again: its rows stand in the order of the form.

The text of a PDF has the labels of a table broken over lines that run beside each other.  Where
the numbers at the ends of lines are as many as the rows of the form have, one row after the
other, where all words of the form are there, and none stands in the line of another row, there
is but one way to read it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile
from operator import contains

from gklint.form.structure import Automaton, Shape, Structure
from gklint.form.wordings import Label
from gklint.parse.lines import Line, is_sentence
from gklint.parse.tails import Tail, in_one, tail_of, tails_of, unmarked
from gklint.parse.tokens import Kind, Token
from gklint.parse.torn import with_header
from gklint.text.normalise import words
from gklint.text.numbering import has_full_stop
from gklint.text.source import Span

_PARTED = re.compile(r"\s{2,}")


def put_together(lines: Sequence[Line], tokens: list[Token], structure: Structure) -> list[Token]:
    """The tokens, those of tables that came apart replaced."""
    result: list[Token] = []
    tables = {section: table for table, section in structure.tables.items()}
    starts = [at for at, token in enumerate(tokens) if token.kind is Kind.HEADING]
    for at, end in zip([0, *starts], [*starts, len(tokens)], strict=True):
        own = tokens[at:end]
        table = tables.get(own[0].element or "") if own else None
        if table:
            ends = tokens[end].span.start if end < len(tokens) else lines[-1].span.end
            below = _between(lines, own[0].span.end, ends)
            own = [own[0], *_mended(own, below, structure, table)]
        result += own
    return result


def _mended(
    tokens: Sequence[Token], below: Sequence[Line], structure: Structure, table: str
) -> Sequence[Token]:
    """The tokens of a section below its heading."""
    if _is_apart(tokens, structure, table):
        return _read(below, tokens, structure, table)
    if _has_torn_labels(tokens, structure, table):
        if any(line.marked for line in below):
            return tokens[1:]
        if any(line.cells for line in below):  # bars, where a converter saw columns
            return _read([*map(unmarked, below)], tokens, structure, table)
    return with_header(tokens[1:], below, structure, table)


def _has_torn_labels(tokens: Sequence[Token], structure: Structure, table: str) -> bool:
    """Whether not each word that is printed is found as a whole."""
    forms = [_elements(structure, start) for start in structure.starts(table)]
    whole = {element for token in tokens if token.label for element in token.label.same}
    if any(form <= whole for form in forms):
        return False
    whole = {element for token in tokens for element in _whole(token, structure)}
    return not any(form <= whole for form in forms)


@cache
def _elements(structure: Structure, start: str) -> frozenset[str]:
    """All that a table prints."""
    return frozenset(slot.element for slot in structure.automata[start].form)


def _is_apart(tokens: Sequence[Token], structure: Structure, table: str) -> bool:
    """Whether nothing marks the cells of a table, and not all of its rows were read as printed."""
    counts: list[tuple[int, int]] = []
    for token in tokens:
        if token.cells:
            if token.columns[0] >= 0:
                return False  # as in most reports
            counts.append((len(token.cells), len([cell for cell in token.cells if cell.text])))
    shapes = [structure.shapes[start] for start in structure.starts(table)]
    rows = (
        tokens if any(shape.wide for shape in shapes) else [each for each in tokens if each.cells]
    )
    whole = {element for token in rows for element in _whole(token, structure)}
    return not any(_fits(counts, shape) and shape.row_elements <= whole for shape in shapes)


def _whole(token: Token, structure: Structure) -> Iterator[str]:
    """The elements of which a token has all words; in another order, they are the author's."""
    if token.label:
        yield from token.label.same
        said = sorted(words(token.text))
        printed = structure.printed
        yield from (each for each in token.label.elements if sorted(words(printed[each])) == said)


def _fits(counts: Sequence[tuple[int, int]], shape: Shape) -> bool:
    """Whether each row has its values; a layout may leave blanks around them."""
    widths = shape.widths
    return len(counts) == len(widths) and all(map(contains, counts, widths))


def _between(lines: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    first = bisect_left(lines, start, key=lambda line: line.span.start)
    return lines[first : bisect_left(lines, end, key=lambda line: line.span.start)]


def _read(
    lines: Sequence[Line], tokens: Sequence[Token], structure: Structure, table: str
) -> Sequence[Token]:
    """The tokens of a section below its heading: those of its table as the form has it."""
    inside = [line for line in lines if not has_full_stop(line.pieces[0].text)]
    found = tails_of(inside)
    for start in structure.starts(table):
        shape = structure.shapes[start]
        tails = in_one(found, tokens, shape) if shape.wide else found
        if [len(tail.values) for tail in tails] != shape.widths:
            continue
        if _agree(tails, start, structure) and _has_all_words(inside, start, structure):
            made = [*_tokens(tails, structure.automata[start], shape, structure)]
            return made + [each for each in tokens[1:] if is_sentence(each, lines)]
    return tokens[1:]


def _agree(tails: Sequence[Tail], start: str, structure: Structure) -> bool:
    """Whether before the numbers of each row stands a part of its own label, or nothing; and before
    that at most parts of captions, which may run beside several rows.
    """
    shape, printed = structure.shapes[start], structure.printed
    if shape.wide:
        return not words(tails[0].before)
    names = [slot.element for slot in structure.automata[start].form]
    captions = words("".join(printed[name] for name in names if name.startswith("_")))
    rows = zip(tails, shape.rows, strict=True)
    return all(_is_part(tail.before, captions, words(printed[row.element])) for tail, row in rows)


def _is_part(text: str, captions: str, label: str) -> bool:
    parts = [*map(words, _PARTED.split(text)[-1].split())]
    last = "".join(dropwhile(lambda part: part in captions, parts))
    return any(last[:at] in captions and last[at:] in label for at in range(len(last) + 1))


def _has_all_words(lines: Sequence[Line], start: str, structure: Structure) -> bool:
    """Whether each character of the form's table is there, as often as it is printed."""
    before = (tail.before if (tail := tail_of(line)) else line.pieces[0].text for line in lines)
    found = Counter(words("".join(before)))
    form = structure.automata[start].form
    return Counter(words("".join(structure.printed[slot.element] for slot in form))) <= found


def _tokens(
    tails: Sequence[Tail], automaton: Automaton, shape: Shape, structure: Structure
) -> Iterator[Token]:
    """The table as the form prints it, with the values that were found.

    No two labels have the same span; the others of a row go beyond its line.
    """
    holders = {automaton.form[-1].element} if shape.wide else shape.row_elements
    rows = iter(tails)
    ahead: list[str] = []
    for at, slot in enumerate(automaton.form):
        ahead.append(slot.element)
        if slot.element not in holders or (shape.wide and at < len(automaton.form) - 1):
            continue
        tail = next(rows)
        for before, element in zip(range(len(ahead))[::-1], ahead, strict=True):
            label = Label((element,), None, frozenset((element,)))
            cells = () if before else tuple(tail.values)
            span = Span(tail.span.start, tail.span.end + before)
            printed = structure.printed[element]
            yield Token(Kind.LABEL, span, printed, label, cells, (-1,) * len(cells))
        ahead = []
