"""The report itself: its text with what is found in it, its tables as the form draws them."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.render.html.markup import element, escaped
from gklint.render.html.tables import drawn
from gklint.render.html.view import Spot, View
from gklint.text.source import Span

_BAR = " │ "  # between the cells of a row that the format marks


def paper(view: View) -> str:
    """The whole text in its order; each table stands where it begins."""
    source = view.report.source
    written: list[str] = []
    line = 1
    for table in sorted(view.document.tables.values(), key=lambda table: view.extents[table.name]):
        first, last = (source.position(at).line for at in view.extents[table.name])
        written += _lines(view, range(line, first))
        line = max(line, first)
        own = Span(source.line_span(line).start, source.line_span(max(line, last)).end)
        written += (drawn(view, table), _as_written(view, own))
        line = max(line, last + 1)
    written += _lines(view, range(line, len(source.line_starts) + 1))
    return "".join(written)


def _lines(view: View, numbers: range) -> Iterator[str]:
    return (_line(view, view.report.source.line_span(number)) for number in numbers)


def _as_written(view: View, lines: Span) -> str:
    """The lines of a table, in which also stands what the form has no place for."""
    summary = element("summary", escaped(view.speaker.said("html.as-written")))
    return element("details", summary + element("pre", _marked(view, lines)), class_="written")


def _line(view: View, line: Span) -> str:
    """A line with its marks; headings are such, and what is not of the report is told apart."""
    text, document = _marked(view, line), view.document
    if not text.strip():
        return ""
    if document.title and _has(document.title.span, line):
        return element("p", text, class_="title")
    if any(_has(each.heading, line) for each in document.sections.values()):
        return element("h4", text)
    own = any(_has(extent, line) for extent in document.extent)
    return element("p", text, class_="" if own else "outside")


def _has(span: Span, line: Span) -> bool:
    """Whether any of a line belongs to a stretch of the text."""
    return line.start < span.end and span.start < line.end


def _marked(view: View, line: Span) -> str:
    """The text of a line; what is found in it leads to the findings."""
    text, at = view.report.source.text, line.start
    parts: list[str] = []
    for spot in view.spots_in(line):
        start, end = max(spot.span.start, at), min(spot.span.end, line.end)
        parts.append(_text(view, text[at:start]))
        if start == spot.span.start:  # not where it goes on in another line
            parts += _places(view, spot)
        parts.append(_mark(view, text[start:end], spot))
        at = end
    parts.append(_text(view, text[at : line.end]))
    return "".join(parts)


def _text(view: View, text: str) -> str:
    return escaped(text.replace("\t", _BAR) if view.report.source.rows else text)


def _places(view: View, spot: Spot) -> Iterator[str]:
    """Where each finding that begins at a stretch is looked for."""
    for number in spot.findings:
        span = view.findings[number].span
        if span and span.start == spot.span.start:
            yield element("span", id=view.mark_id(number))


def _mark(view: View, text: str, spot: Spot) -> str:
    """A marked stretch, which leads to the first of its findings."""
    levels = (view.findings[number].severity for number in spot.findings)
    gravest = min(levels, key=lambda each: each.rank)
    sign = view.speaker.said(f"html.sign-{gravest}")
    return element(
        "a",
        _text(view, text) or escaped(sign),
        href=f"#{view.finding_id(spot.findings[0])}",
        class_=f"mark {gravest}",
        data_f=" ".join(map(str, spot.findings)),
    )
