"""Numbers too long for their cells in tables without lines: each on two lines, one above the
base of its row and one below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gklint.formats.fixed.lines import Piece
from gklint.formats.fixed.regions import values_of
from gklint.formats.fixed.running import Placed

# Parts of a character's size.
_CLOSE = 1.6  # lines of a cell; no line of another row goes in between
_OFF = 0.3  # from the middle between them


def with_whole_numbers(lines: Sequence[Placed]) -> Sequence[Placed]:
    """The lines, numbers that are broken in two put together on the line of their row."""
    whole: list[Placed] = []
    for line in lines:
        if len(whole) > 1 and _is_around(whole[-2], whole[-1], line):
            above, row = whole[-2:]
            upper, lower = values_of(above), values_of(line)
            if _are_broken(upper, lower, row.line.pieces):
                parts = zip(upper, lower, strict=True)
                numbers = [up._replace(text=up.text + low.text) for up, low in parts]
                del whole[-2:]
                whole += _with(above, _words(above))
                whole += _with(row, sorted((*row.line.pieces, *numbers), key=_start))
                whole += _with(line, _words(line))
                continue
        whole.append(line)
    return whole


def _is_around(above: Placed, row: Placed, below: Placed) -> bool:
    """Whether two lines are so close to one between them as only lines of the same row are.

    It has values: a label between two rows has none.
    """
    apart = below.line.base - above.line.base
    if not 0 < apart <= _CLOSE * row.line.size or above.place.page != below.place.page:
        return False
    off = (above.line.base + below.line.base) / 2 - row.line.base
    return abs(off) <= _OFF * row.line.size and bool(values_of(row))


def _are_broken(upper: Sequence[Piece], lower: Sequence[Piece], between: Sequence[Piece]) -> bool:
    """Whether these are the halves of numbers, and nothing stands between them."""
    if not upper or len(upper) != len(lower):
        return False
    return all(
        up.text.isdigit()
        and low.text.isdigit()
        and _overlap(up, low)
        and not any(_overlap(half, each) for half in (up, low) for each in between)
        for up, low in zip(upper, lower, strict=True)
    )


def _overlap(one: Piece, other: Piece) -> bool:
    return one.start < other.end and other.start < one.end


def _words(placed: Placed) -> Sequence[Piece]:
    """What stands on a line before its values."""
    pieces = placed.line.pieces
    return pieces[: len(pieces) - len(values_of(placed))]


def _start(piece: Piece) -> float:
    return piece.start


def _with(placed: Placed, pieces: Sequence[Piece]) -> Iterable[Placed]:
    """The line with these pieces instead; none without any."""
    if not pieces:
        return ()
    line = replace(
        placed.line,
        text=" ".join(piece.text for piece in pieces),
        start=pieces[0].start,
        end=pieces[-1].end,
        rebuilt=tuple(pieces),
    )
    return (placed._replace(line=line),)
