"""Which of the pieces after a label are its cells, each in its column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gklint.parse.tokens import Token
from gklint.text.piece import Piece


def usual_columns(rows: Iterable[tuple[int, Token]]) -> Counter[int]:
    """In which column of their lines the values of complete rows begin.

    ``rows``: how many values each has in the form, and its token.
    """
    usual: Counter[int] = Counter()
    for width, token in rows:
        filled = [index for index, cell in enumerate(token.cells) if cell.text]
        if len(filled) == width and token.columns[filled[0]] >= 0:
            usual[token.columns[filled[0]]] += 1
    return usual


def fit(
    pieces: Sequence[Piece],
    width: int,
    columns: Sequence[int],
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
    if width == 1 and len(filled) > 2 and len({pieces[index].text for index in filled}) == 1:
        return [pieces[filled[0]]]  # converters repeat what spans several columns
    if not filled:
        return pieces[:width]
    first, final = filled[0], filled[-1]
    begins = range(max(0, final - width + 1), min(first, len(pieces) - width) + 1)
    if len(filled) > width or not begins:
        return [pieces[index] for index in filled]
    order = 1 if last else -1
    begin = max(begins, key=lambda index: (usual[columns[index]], order * index))
    return pieces[begin : begin + width]


def without_repeated(pieces: Sequence[Piece], width: int) -> Sequence[Piece]:
    """The pieces, those left out that repeat the one before them, if ``width`` are left so."""
    kept = [each for at, each in enumerate(pieces) if not at or each.text != pieces[at - 1].text]
    if len(kept) == 1:
        return pieces[: min(width, len(pieces))]
    return kept if len(kept) == width else pieces
