"""A line of several cells: the labels in it, each with its values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from gklint.form.wordings import Label, Wordings
from gklint.parse.cells import completes, is_bad_value, lacks_values
from gklint.parse.headings import heading_label
from gklint.parse.labels import likely, mended
from gklint.parse.lines import Line
from gklint.parse.state import OpenRow, State
from gklint.parse.tokens import Found, Kind, Taken, Token, Values, prose, value
from gklint.text.piece import Piece
from gklint.text.values import is_value


def plain(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take a line in which all is a known label, a value or empty, as most lines are."""
    line = lines[0]
    texts = [piece.text for piece in line.pieces]
    if state.row and state.row.cells and not any(texts):
        return Taken(())  # Word closes the tables of its web pages with such a row
    labels = [*map(wordings.label, texts)]
    begins = [at for at, label in enumerate(labels) if label]
    if not begins and not state.in_table:
        return _headless(line, state, wordings)
    others = [text for text, label in zip(texts, labels, strict=True) if not label]
    if not all(map(is_value, others)):
        return None
    if len(begins) == 1 and not any(others) and heading_label(texts[begins[0]], wordings):
        return None
    first = begins[0] if begins else len(texts)
    leading = _between(line, 0, first, blanks=not begins)
    found: list[Found] = [Values(*leading)] if leading[0] else []
    for at, end in pairwise((*begins, len(texts))):
        label, text = labels[at], texts[at]
        values = _between(line, at + 1, end, blanks=_takes_values(label, wordings))
        if at and text == texts[at - 1]:  # converters repeat what spans several cells
            found.append(Values(*values))
        else:
            found.append(Token(Kind.LABEL, line.pieces[at].span, text, label, *values))
    return Taken(found)


def _headless(line: Line, state: State, wordings: Wordings) -> Taken | None:
    """Take the row of a wide table whose header is lost, in its section; its caption stands for it.

    So many numbers beside each other are nothing else.
    """
    caption = wordings.wide_caption(state.section)
    filled = [at for at, piece in enumerate(line.pieces) if piece.text]
    if caption is None or len(filled) != wordings.width(caption):
        return None
    cells = [line.pieces[at] for at in filled]
    if not all(is_value(cell.text) for cell in cells):
        return None
    label = Label((caption,), None, frozenset((caption,)))
    columns = [line.columns[at] for at in filled]
    return Taken((Token(Kind.LABEL, cells[0].span, "", label, cells, columns),))


def _between(
    line: Line, start: int, end: int, *, blanks: bool
) -> tuple[Sequence[Piece], Sequence[int]]:
    """Values among the cells of a line, and their columns; ``blanks``: empty ones are values."""
    pieces, columns = line.pieces, line.columns
    if blanks or start == end:
        return pieces[start:end], columns[start:end]
    filled = [at for at in range(start, end) if pieces[at].text]
    return [pieces[at] for at in filled], [columns[at] for at in filled]


def other(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken:
    """Take any other line: with a split or altered label, an unknown row, a bad value, or prose."""
    line = lines[0]
    texts, used = mended(lines, wordings)
    labels = [wordings.label(text) if text else None for text in texts]
    known = any(labels)
    filled = [text for text in texts if text]
    if not known and not state.in_table and not _has_lost_its_table(filled, wordings):
        return Taken((prose(line.span),))
    numbers = sum(map(is_value, filled))
    only_values = numbers == len(filled)
    in_values = numbers > len(filled) / 2 and not known and _in_wide_table(state, wordings)
    alone = len(filled) == 1 and lacks_values(lines, state, wordings)
    placed = _places(texts, labels, wordings)
    labelled = valued = False
    found: list[Found] = []
    for at, (piece, text, label) in enumerate(zip(line.pieces, texts, labels, strict=True)):
        each: Found
        if label is not None:
            each = Token(Kind.LABEL, piece.span, text, label)
        elif (
            not text
            and not only_values
            and not (labelled and state.row and _takes_values(state.row.label, wordings))
        ):
            continue
        elif (
            is_value(text)
            or valued
            or in_values
            or (at in placed and wordings.nearest(text) is None)
            or (alone and completes(lines, state, wordings))
            or is_bad_value(text, labelled or alone, state, wordings)
        ):
            each = value(piece, line.columns[at])
            valued = valued or (bool(text) and is_value(text))
        else:
            each = likely(piece, wordings)
        labelled = labelled or isinstance(each, Token)
        found.append(each)
        state = state.after((each,))
    return Taken(found, used)


def _places(
    texts: Sequence[str], labels: Sequence[Label | None], wordings: Wordings
) -> Collection[int]:
    """Where the values of a row stand, if all of them have a cell behind its label.

    What stands there is a value, whatever it looks like.  One filled cell more is no value, but
    the end of the label.
    """
    begins = [at for at, label in enumerate(labels) if label]
    places: list[int] = []
    for at, end in pairwise((*begins, len(texts))):
        widths = OpenRow(labels[at]).widths(wordings)
        cells = texts[at + 1 : end]
        if not _takes_values(labels[at], wordings) or len(cells) < min(widths):
            continue
        if sum(map(bool, cells)) <= max(widths):
            places += range(at + 1, end)
    return places


def _has_lost_its_table(texts: Sequence[str], wordings: Wordings) -> bool:
    """Whether it is a row whose other rows are gone: an altered label, then numbers."""
    return (
        len(texts) > 1 and all(map(is_value, texts[1:])) and wordings.nearest(texts[0]) is not None
    )


def _in_wide_table(state: State, wordings: Wordings) -> bool:
    """Whether values without a label may follow: not in the section of another table (总计)."""
    elsewhere = state.section is not None and wordings.wide_caption(state.section) is None
    return state.row is not None and state.row.in_wide_table(wordings) and not elsewhere


def _takes_values(label: Label | None, wordings: Wordings) -> bool:
    """Whether a label may be that of a row whose values stand beside it."""
    return label is None or any(map(wordings.takes_values, label.elements))
