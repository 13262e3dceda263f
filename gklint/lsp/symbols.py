"""The outline of a report: title, sections, tables, rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from gklint.findings.messages import Speaker
from gklint.lsp.checking import Checked
from gklint.lsp.positions import file_span, range_of
from gklint.model.document import Document, Table
from gklint.render.printable import printable
from gklint.text.source import Span

_Kind = types.SymbolKind


class _Entry:
    """One entry: ``own`` is what it is called by, ``span`` all that belongs to it (in the file)."""

    def __init__(self, name: str, kind: _Kind, own: Span, end: int) -> None:
        self.name, self.kind, self.own = name, kind, own
        self.span = Span(own.start, max(own.end, end))
        self.children: list[_Entry] = []

    def adopt(self, children: Iterable[_Entry]) -> None:
        """Take in what lies within; the entry grows by what reaches out of it."""
        self.children += children
        spans = [self.span, *(child.span for child in self.children)]
        self.span = Span(min(span.start for span in spans), max(span.end for span in spans))

    def shape(self, checked: Checked) -> types.DocumentSymbol:
        file, units = checked.file, checked.units
        return types.DocumentSymbol(
            name=printable(" ".join(self.name.split())) or "…",
            kind=self.kind,
            range=range_of(self.span, file, units),
            selection_range=range_of(self.own, file, units),
            children=[child.shape(checked) for child in self.children],
        )


def symbols(checked: Checked) -> list[types.DocumentSymbol]:
    """The outline of a document; empty if it is no report."""
    document = checked.report.document
    if document is None:
        return []
    return [entry.shape(checked) for entry in _Outline(checked, document).entries()]


class _Outline:
    def __init__(self, checked: Checked, document: Document) -> None:
        self.checked, self.document = checked, document
        self.speaker: Speaker = checked.linter.speaker
        self.source = document.source

    def entries(self) -> list[_Entry]:
        """The title with all below it; without a title, the sections."""
        sections = self.sections()
        alone = []
        for table in self.tables():
            holder = next((s for s in reversed(sections) if s.own.start <= table.own.start), None)
            if holder:
                holder.adopt([table])
            else:
                alone.append(table)
        found = sorted((*alone, *sections), key=lambda entry: entry.span)
        title = self.document.title
        own = file_span(title.span, self.source) if title else None
        if title is None or own is None:
            return found
        root = _Entry(title.text, _Kind.File, own, own.end)
        root.adopt(found)
        return [root]

    def sections(self) -> list[_Entry]:
        """Each section from its heading to the next, in the order of the file."""
        last = file_span(self.document.last_line, self.source)
        found = sorted(
            (span, section.heading)
            for section in self.document.sections.values()
            if (span := file_span(section.heading, self.source))
        )
        ends = [span.start for span, _ in found[1:]] + [last.end if last else 0]
        return [
            _Entry(self.source.text[slice(*heading)], _Kind.Namespace, span, end)
            for (span, heading), end in zip(found, ends, strict=True)
        ]

    def tables(self) -> list[_Entry]:
        return [
            self.table(table, span)
            for table in self.document.tables.values()
            if (span := file_span(table.span, self.source))
        ]

    def table(self, table: Table, span: Span) -> _Entry:
        start = Span(span.start, self.first_line_end(span))
        name = self.speaker.table(table.name)
        entry = _Entry(name[:1].upper() + name[1:], _Kind.Array, start, span.end)
        entry.adopt(self.rows(table))
        return entry

    def first_line_end(self, span: Span) -> int:
        file = self.checked.file
        return min(span.end, file.line_span(file.position(span.start).line).end)

    def rows(self, table: Table) -> Sequence[_Entry]:
        """The rows by their labels, each to the end of its last cell."""
        found = []
        for row in table.rows.values():
            label = file_span(row.label, self.source)
            spans = [file_span(piece.span, self.source) for piece in row.cells]
            if label:
                end = max((span.end for span in spans if span), default=label.end)
                found.append(_Entry(self.source.text[slice(*row.label)], _Kind.Field, label, end))
        return sorted(found, key=lambda entry: entry.span)
