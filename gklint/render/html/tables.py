"""A table as the form draws it, with the numbers of a report, and its sums below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.findings.sums import Told
from gklint.model.document import RowState, Table, TableRow
from gklint.model.outcomes import CellName
from gklint.render.html.frame import Frame, Place, Tie, frame_of
from gklint.render.html.markup import element, escaped
from gklint.render.html.view import View
from gklint.text.values import read_value

_KINDS = {False: "broken", None: "unclear", True: "whole"}  # of sums, in this order
_JOINT = " │ "  # between what stands in a row whose cells cannot be told apart


def drawn(view: View, table: Table) -> str:
    """The table, a place for what is said of a cell that is looked at, and the sums."""
    frame = frame_of(view.by, table.start)
    caption = view.speaker.table(table.name)
    rows = "".join(f"<tr>{''.join(_row(view, table, row))}</tr>" for row in frame.rows)
    content = element("table", element("caption", escaped(caption)) + rows)
    area = element("div", content, class_="table", tabindex=0, role="group", aria_label=caption)
    nothing = view.speaker.said("html.no-sums")
    panel = element("div", class_="panel", role="status", hidden="hidden", data_empty=nothing)
    return area + panel + _sums(view, table, frame)


# -- cells ---------------------------------------------------------------------------------------


def _row(view: View, table: Table, places: Sequence[Place]) -> Iterator[str]:
    told = False  # whether what stands in a row without cells was shown
    for place in places:
        row = table.rows.get(place.name.row) if place.name else None
        if place.words:
            yield _printed(view, table, place)
        elif row is None or row.state is RowState.READ:
            yield _cell(view, table, place)
        elif not told:
            yield _untold(view, row, [each for each in places if not each.words])
            told = True


def _printed(view: View, table: Table, place: Place) -> str:
    """What the form prints; the label of a row leads to what is found about it."""
    if place.name is None:
        return f"<th{place.spans}>{place.words}</th>"
    row = table.rows.get(place.name.row)
    found = view.about(place.name, row.label if row else None)
    return _tag("th", view, place, _linked(view, place.words, found), _level(view, found))


def _tag(name: str, view: View, place: Place, content: str, kind: str = "") -> str:
    kinds = f' class="{kind}"' if kind else ""
    return f'<{name} id="{view.name}c{place.token}"{kinds}{place.spans}>{content}</{name}>'


def _untold(view: View, row: TableRow, places: Sequence[Place]) -> str:
    """All that stands in a row whose cells cannot be told apart."""
    across = sum(place.across for place in places)
    names = [place.name for place in places if place.name]
    found = [each for name in names for each in view.about(name, None)]
    found += [each for cell in row.cells for each in view.about(names[0], cell.span)]
    text = escaped(_JOINT.join(cell.text for cell in row.cells))
    flag = element("small", escaped(view.speaker.said("html.untold")))
    content = _linked(view, text, [*dict.fromkeys(found)]) + flag
    return element("td", content, class_="unclear", colspan=across)


def _cell(view: View, table: Table, place: Place) -> str:
    """A number, or why there is none; with it, what is found of it."""
    name = place.name
    assert name  # what is not printed is a cell
    piece = table.cells.get((name.row, name.column or ""))
    if piece and piece.text.isdecimal() and view.is_plain(name):
        return _tag("td", view, place, piece.text)
    found = view.about(name, piece.span if piece else None)
    number = table.number(name.row, name.column or "")
    kinds = (
        _level(view, found),
        "suspect" if name in view.expected else "",
        "possible" if name in view.possible else "",
        "blank" if number is None else "",
        "unclear" if name in view.undecided else "",
    )
    text = _linked(view, escaped(piece.text.strip()) if piece else "", found)
    flags = "".join(element("small", escaped(each)) for each in _flags(view, table, name))
    return _tag("td", view, place, text + flags, " ".join(filter(None, kinds)))


def _flags(view: View, table: Table, name: CellName) -> Iterator[str]:
    """What is to be said of a cell in words, so that nobody has to tell colours apart."""
    key = (name.row, name.column or "")
    piece = table.cells.get(key)
    if piece is None:
        yield view.speaker.said("html.no-cell" if name.row in table.rows else "html.no-row")
    elif read_value(piece.text).blank:
        yield view.speaker.said("html.blank")
    elif table.number(*key) is None:
        yield view.speaker.said("html.unread")
    if name in view.undecided:
        yield view.speaker.said("html.unclear")
    if name in view.expected:
        yield view.speaker.said("html.expected", number=view.expected[name])
    if name in view.possible:
        yield view.speaker.said("html.possible", number=view.possible[name])


def _level(view: View, found: Sequence[int]) -> str:
    """The gravest severity of some findings; "" if there are none."""
    levels = (view.findings[number].severity for number in found)
    return str(min(levels, key=lambda level: level.rank, default=""))


def _linked(view: View, text: str, found: Sequence[int]) -> str:
    """Text, and a sign for each thing that is found of it, which leads there."""
    return text + "".join(
        element(
            "a",
            escaped(view.speaker.said(f"html.sign-{view.findings[number].severity}")),
            href=f"#{view.finding_id(number)}",
            class_="sign",
            title=view.findings[number].message,
        )
        for number in found
    )


# -- sums ----------------------------------------------------------------------------------------


def _sums(view: View, table: Table, frame: Frame) -> str:
    """All sums of a table, those first that do not hold."""
    if not frame.ties:
        return ""
    told = [*zip(frame.ties, view.sums[table.name], strict=True)]
    states = [each.holds for _, each in told]
    counts = {"count": len(told), "broken": states.count(False), "unclear": states.count(None)}
    summary = element("summary", escaped(view.speaker.said("html.sums", **counts)))
    colon = view.speaker.said("colon")
    ordered = sorted(told, key=lambda pair: [*_KINDS].index(pair[1].holds))
    items = "".join(_sum(*pair, colon) for pair in ordered)
    return element("details", f"{summary}<ul>{items}</ul>", class_="sums")


def _sum(tie: Tie, told: Told, colon: str) -> str:
    said = colon.join(filter(None, (tie.about, told.arithmetic, told.state)))
    return f'<li class="{_KINDS[told.holds]}" data-c="{tie.tokens}">{escaped(said)}</li>'
