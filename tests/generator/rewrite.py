"""Changing every text of a document at once, and editing printed lines without losing marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .document import Block, Document, Group, Row, Section, Table, Value
from .lines import Line, Mark
from .voice import Paragraph, Sentence

Words = Callable[[str], str]


def same(text: str) -> str:
    """Leave a text as it is."""
    return text


def rewrite(
    document: Document,
    prose: Words = same,
    label: Words = same,
    value: Words = same,
    heading: Words = same,
) -> Document:
    """Apply one function each to prose, labels and headers, values, titles and headings."""

    def paragraph(sentences: Paragraph) -> Paragraph:
        return tuple(Sentence(prose(s.text), s.marks) for s in sentences)

    def row(old: Row) -> Row:
        values = tuple(Value(v.column, value(v.text)) for v in old.values)
        return Row(old.key, tuple(map(label, old.path)), label(old.label), values)

    def group(old: Group) -> Group:
        headers = tuple((column, label(text)) for column, text in old.headers)
        return Group(label(old.caption), headers, tuple(map(row, old.rows)))

    def block(old: Block) -> Block:
        if isinstance(old, Table):
            return Table(old.name, tuple(map(group, old.groups)), tuple(map(label, old.over)))
        return paragraph(old)

    def section(old: Section) -> Section:
        return replace(old, words=heading(old.words), blocks=tuple(map(block, old.blocks)))

    return Document(
        title=tuple(map(heading, document.title)),
        preamble=tuple(map(paragraph, document.preamble)),
        sections=tuple(map(section, document.sections)),
        closing=tuple(map(paragraph, document.closing)),
    )


def insert(line: Line, at: int, text: str) -> Line:
    """Put `text` before code point `at`; marks move along."""

    def moved(mark: Mark) -> Mark:
        start = mark.start + (len(text) if mark.start >= at else 0)
        end = mark.end + (len(text) if mark.end > at else 0)
        return Mark(mark.address, start, max(start, end))

    new = line.text[:at] + text + line.text[at:]
    return replace(line, text=new, marks=tuple(map(moved, line.marks)))


def split(line: Line, at: int) -> tuple[Line, Line]:
    """Cut a line before code point `at`; a mark that crosses the cut stands on both halves."""
    first = tuple(Mark(m.address, m.start, min(m.end, at)) for m in line.marks if m.start < at)
    second = tuple(
        Mark(m.address, max(0, m.start - at), m.end - at) for m in line.marks if m.end > at
    )
    return replace(line, text=line.text[:at], marks=first), replace(
        line, text=line.text[at:], marks=second
    )
