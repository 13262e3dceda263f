"""The parts of a table on several pages joined to one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gklint.formats.fixed.glyphs import CLOSING
from gklint.formats.fixed.lines import NUMBERED
from gklint.formats.fixed.tables import NEAR, Box, Part, Text
from gklint.text.normalise import words

_MARGIN = 40.0  # points by which the margins of left and right pages differ
_Pair = tuple[Box, Box]


def whole(parts: Iterable[Part]) -> list[Part]:
    """Tables between which nothing else stands, joined where they go on over a page break."""
    tables: list[Part] = []
    for part in parts:
        if tables and _may_go_on(tables[-1], part):
            tables[-1] = _joined(tables[-1], part)
        else:
            tables.append(part)
    return tables


def _may_go_on(upper: Part, lower: Part) -> bool:
    width, other = upper.right - upper.left, lower.right - lower.left
    return (
        lower.page > upper.page
        and abs(width - other) < NEAR
        and abs(upper.left - lower.left) < _MARGIN
    )


def _joined(upper: Part, lower: Part) -> Part:
    """One table of two.  Its page is that of its last row."""
    rest = _without_strip(_moved(_without_header(upper, lower), upper.left - lower.left))
    first = rest.in_row(0)
    last = [box for box in upper.boxes if box.bottom == upper.rows]
    pairs = [(above, box) for box in first for above in last if box.is_beside(above)]
    shift = upper.rows
    if len(pairs) == len(last) == len(first) and _is_one_row(pairs, upper.rows - 1):
        shift -= 1
    else:
        pairs = [(above, box) for above, box in pairs if _is_one_cell(above, box, first, pairs)]
    for above, box in pairs:
        above.down = box.bottom + shift - above.row
        if box.text != above.text:
            above.texts += box.texts
    for box in rest.boxes:
        box.row += shift
    gone = {id(box) for _, box in pairs}
    own = [box for box in rest.boxes if id(box) not in gone]
    _number(box for box in own if box.row == shift)
    boxes = upper.boxes + own
    return Part(lower.page, upper.left, upper.right, upper.top, shift + rest.rows, boxes)


def _moved(part: Part, by: float) -> Part:
    for box in part.boxes:
        box.left += by
        box.right += by
    return part


def _number(boxes: Iterable[Box]) -> None:
    """Count the cells of a row anew: the rest of a cell on the page before is none."""
    for cell, box in enumerate(boxes, start=1):
        box.place = box.place._replace(cell=cell)
        box.texts = [Text(line, box.place) for line, _ in box.texts]


def _without_header(upper: Part, lower: Part) -> Part:
    """``lower`` without the rows that are the first ones of ``upper`` once more."""
    most, rows = min(lower.rows - 1, upper.rows), 0
    while rows < most and _printed(upper, rows) == _printed(lower, rows):
        rows += 1
    while any(box.row < rows < box.bottom for box in lower.boxes):
        rows -= 1
    if not any(box.is_label for box in lower.boxes if box.row < rows):
        return lower
    below = [box for box in lower.boxes if box.row >= rows]
    for box in below:
        box.row -= rows
    return Part(lower.page, lower.left, lower.right, lower.top, lower.rows - rows, below)


def _without_strip(part: Part) -> Part:
    """A part without its first row if that is only what a page break leaves of the row above it.

    Then all that is written there is in cells that go on below.
    """
    first = part.in_row(0)
    if not any(box.text for box in first) or any(box.text for box in first if box.down == 1):
        return part
    boxes = [box for box in part.boxes if box.row or box.down > 1]
    for box in boxes:
        box.row, box.down = max(box.row - 1, 0), box.down - (not box.row)
    return Part(part.page, part.left, part.right, part.top, part.rows - 1, boxes)


def _printed(part: Part, row: int) -> list[tuple[str, int]]:
    # Recognition takes the same mark for a wide one here, for a narrow one there.
    return [(words(box.text) if box.is_label else box.text, box.down) for box in part.in_row(row)]


# -- what a page break divides -------------------------------------------------------


def _is_one_row(pairs: Sequence[_Pair], last: int) -> bool:
    """Whether a page break divides a row: the cells above it and below it, column by column.

    Then no column has something on both sides, but for a label that is broken in its middle.
    """
    own = [(above, box) for above, box in pairs if above.row == last and box.down == 1]
    groups = [pair for pair in pairs if pair not in own]
    if not own or any(
        above.text not in ("", box.text) and _begins(above, box) for above, box in groups
    ):
        return False
    if not any(above.text for above, _ in own) or not any(box.text for _, box in own):
        return True
    if any(box.is_label and _begins(above, box) for above, box in own):
        # A label of another row, but where the values above have none of their own.
        has_label = any(above.is_label for above, _ in own)
        return not has_label and not any(box.is_value for _, box in own)
    both = [(above, box) for above, box in own if above.text and box.text]
    if not all(_is_broken(above, box) for above, box in both):
        return False
    if any(above.is_value for above, _ in own):
        is_whole = all(above.text or box.text for above, box in own)
        return bool(both) or is_whole or not any(box.is_value for _, box in own)
    if any(box.is_value for _, box in own):
        return any(above.is_label for above, _ in own)
    # Of a header whole words may stand below; most are above.
    is_header = sum(above.text != "" for above, _ in own) > len(own) / 2
    return bool(both) and (is_header or all(above.text for above, box in own if box.text))


def _is_one_cell(above: Box, box: Box, first: Sequence[Box], pairs: Sequence[_Pair]) -> bool:
    """Whether ``box``, in the first row of a page, is the rest of ``above``.

    So it is with the cell of a group, if a label stands right of it, and with a header above
    others.  Its text may be all above or all below the page break, on both sides, or divided.
    """
    paired = {id(other) for _, other in pairs}
    is_header = not any(other.is_value for other in first) and any(
        other.is_label and id(other) not in paired for other in first
    )
    is_group = any(other.is_label and other.left >= box.right - NEAR for other in first)
    if not (above.is_label or box.is_label) or not (is_header or is_group):
        return False
    if not box.text:
        return True
    if above.down == box.down == 1 and not is_header:
        return False
    if not above.text:
        return True
    is_numbered = NUMBERED.match(above.text) is not None
    return box.text == above.text or (
        not _begins(above, box) and (is_numbered or _is_broken(above, box))
    )


def _begins(above: Box, box: Box) -> bool:
    """Whether the number of a label is at the beginning of ``box``, and not of ``above``."""
    return NUMBERED.match(box.text) is not None and not above.is_beginning


def _is_broken(above: Box, box: Box) -> bool:
    """Whether the label ``above`` goes on in ``box``, or a number that is too long for its cell."""
    if box.text[:1] in CLOSING:
        return True
    last, first = above.texts[-1].line, box.texts[0].line
    if above.text.isdigit() and box.text.isdigit():
        return not above.has_room(last, first.head)
    if not (above.is_label and box.is_label):
        return False
    return above.is_beginning or above.is_full(last, first.head)
