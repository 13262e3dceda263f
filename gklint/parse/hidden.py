"""Headings that their lines hide: behind a sentence, or with the number of a list.

They are looked for only where a heading of the form stands on no line of its own, so that
running text that mentions a heading stays running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.form.wordings import Label, Wordings
from gklint.parse.headings import cut, heading_label, mandated
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Kind, Taken, token
from gklint.text.expressions import lazy_compile
from gklint.text.numbering import split_numbering
from gklint.text.piece import Piece
from gklint.text.source import Span

_NUMBER = lazy_compile(r"第?[一二三四五六](?:[、.]|部分)")
_ODD_NUMBER = lazy_compile(
    r"^第?\(?(?:[①-⑳⑴-⒇⒈-⒛㈠-㈩㊀-㊉❶-❿Ⅰ-Ⅻⅰ-ⅻ]|[壹贰叁肆伍陆]|[甲乙丙丁戊己]|[子丑寅卯辰巳]|[一二三四五六]"
    r"|(?:[IVXivx]{1,3}|[A-Fa-f])(?=[、.,:)])|\d)\)?(?:部分|[章节篇])?[、.,:)]?\s*"
)
_ITEM = lazy_compile(r"[#> ]*\d{1,2} ?[.)] ")  # a blank also for the backslash of 1\.
_ENDED = lazy_compile(r"(?:[。!?)》”\d]|如下:) ?$")
_MENTIONING = tuple("、,;由括含为及和从按“《(")
_MENTIONED = tuple("、,;”》及和等")
_MARKS = "#*_> "
_REACH = 4
_LONGEST = 40
_WIDEST = 200  # characters with what follows a heading on its line, as far as it matters


def brought_out(
    lines: Sequence[Line], hidden: frozenset[str], wordings: Wordings
) -> Sequence[Line] | None:
    """The lines, those that hold a hidden heading behind other text cut before it.

    None if no line hides one.
    """
    state = State(hidden=hidden)
    parts = [part for line in lines for part in _parts(line, hidden, wordings)]
    if len(parts) > len(lines) or any(misnumbered((line,), state, wordings) for line in lines):
        return parts
    return None


def _parts(line: Line, hidden: frozenset[str], wordings: Wordings) -> Iterator[Line]:
    if line.cells:
        yield from _of_cells(line, hidden, wordings)
        return
    places = [*_places(line.pieces[0].text, hidden, wordings)]
    if not places:
        yield line
        return
    (piece,) = line.pieces
    start = 0
    for at in (*places, len(piece.text)):
        text = piece.text[start:at].rstrip()
        begin = piece.start + start
        yield Line(Span(begin, begin + len(text)), (Piece(text, begin),), False)
        start = at


def _of_cells(line: Line, hidden: frozenset[str], wordings: Wordings) -> Iterator[Line]:
    """A row, cut where a heading was drawn into it from the line below."""
    filled = max((at for at, piece in enumerate(line.pieces) if piece.text), default=0)
    last = line.pieces[filled]
    label = heading_label(last.text, wordings)
    numbered = label is not None and label.numbering and not hidden.isdisjoint(label.same)
    if not filled or not numbered:
        yield line
        return
    cells = line.pieces[:filled]
    yield line._replace(span=Span(line.span.start, cells[-1].span.end), pieces=cells)
    yield Line(last.span, (last,), False)


def _places(text: str, hidden: frozenset[str], wordings: Wordings) -> Iterator[int]:
    """Where behind its beginning a text has headings that it does not merely mention."""
    start = len(text) - len(split_numbering(text)[1].lstrip(_MARKS))
    above = 0  # where the heading ends that stands above
    for match in _NUMBER.finditer(text):
        at = match.start()
        found = _heading(text[at : at + _WIDEST], hidden, wordings)
        end = at + len(found)
        if not found or text.startswith(_MENTIONED, end):
            continue
        before = text[max(0, at - _REACH) : at].rstrip()
        last = end == len(text) and not before.endswith(_MENTIONING)
        if not text[above:at].strip() or last or _ENDED.search(before):
            above = end
            if at > start:
                yield at


def _heading(text: str, hidden: frozenset[str], wordings: Wordings) -> str:
    """The hidden heading that a text begins with; else nothing.

    One in other than the mandated words is the whole text, and has the right number.
    """
    if whole := heading_label(text, wordings):
        element = whole.elements[0]
        right = whole.numbering == mandated(whole, wordings)
        return text if element in hidden and (right or element in whole.same) else ""
    found = cut(Piece(text, 0), wordings)
    return found.heading.text if found and not hidden.isdisjoint(found.label.same) else ""


def _item(text: str, rest: str, wordings: Wordings) -> Label | None:
    """The heading that is an item of a list in Markdown, with its right number behind the list's:
    there all may be 1.
    """
    label = heading_label(rest.strip(_MARKS), wordings) if _ITEM.match(text) else None
    return label if label and label.numbering == mandated(label, wordings) else None


def misnumbered(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take a hidden heading that has its number in the style of a list: 1. 总体情况."""
    piece = lines[0].pieces[0]
    if not state.hidden or lines[0].cells or len(piece.text) > _LONGEST:
        return None
    numbering, rest = split_numbering(piece.text)
    label = _item(piece.text, rest, wordings)
    label = label or heading_label(_ODD_NUMBER.sub("", rest.strip(_MARKS)), wordings)
    if label is None or state.hidden.isdisjoint(label.same):
        return None
    if label.numbering is None and numbering is not None:
        right = wordings.structure.sections.index(label.elements[0]) + 1
        if numbering.number != right and state.section and wordings.part(rest, state.section):
            return None
        label = label._replace(numbering=numbering)
    return Taken((token(Kind.HEADING, piece, label),))
