"""What a reader took from one file: its text, the table rows it marks, and places in it.

Everywhere in gklint a position is an **offset**: a 0-based count of code points
from the start of ``Source.text``.  Only when something is shown is it turned into the
place in the file: line and column, or page, paragraph, table, row and cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from gklint.frozen import Frozen
from gklint.text.expressions import lazy_compile

if TYPE_CHECKING:  # few reports are scans
    from gklint.text.recognition import Recognition

# Not str.splitlines(): editors do not break lines at form feed, U+0085 or U+2028.
BREAK = re.compile(r"\r\n|\n|\r")
_SENTENCE_END = lazy_compile("[。；！？]")
_LONG = 300  # characters of a line in which no one counts columns
_QUOTED = 20


class Span(NamedTuple):
    """A stretch of ``Source.text``: offsets, ``end`` is one past the last character."""

    start: int
    end: int


class Position(NamedTuple):
    """``line`` and ``column`` from 1, the column in code points."""

    line: int
    column: int


class Range(NamedTuple):
    """Two positions; ``end`` is one past the last character."""

    start: Position
    end: Position


class Place(NamedTuple):
    """A place in a format without lines; all count from 1, what does not apply is None.

    In a page whose lines tell little it is as in Word, and ``words`` begin the sentence.

    Word: ``paragraph`` (of the body, those in tables not counted), or ``table``, ``row`` and
    ``cell`` (as they stand in the file: a cell that spans two columns is one).  PDF: ``page``,
    with ``line`` (of that page, tables not counted) or ``table`` (of that page), ``row`` and
    ``cell``.
    """

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    line: int | None = None
    words: str | None = None


class Row(NamedTuple):
    """A line of ``Source.text`` that its format marks as a row of a table.

    ``cells``: from left to right, each once, whatever rows and columns it spans; a cell that
    spans several rows belongs to the first.  ``columns``: in which of the table's columns each
    begins, from 0.
    """

    span: Span
    cells: tuple[Span, ...]
    columns: tuple[int, ...]


class Segment(NamedTuple):
    """Characters of ``Source.text`` from ``start`` on stand in the file at ``origin``.

    They stand there one for one if ``origin`` is as long, otherwise all are made of all of it.
    """

    start: int
    origin: Span


class Markup(Frozen):
    """The text of a file with markup (HTML), and where the characters come from in it."""

    text: str
    segments: tuple[Segment, ...]

    @cached_property
    def source(self) -> Source:
        """The file itself as a source, for its lines."""
        return Source(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def span(self, found: Span) -> Span:
        """The span of the file for one of ``Source.text``."""
        start = self._origin(found.start).start
        end = self._origin(found.end - 1).end if found.end > found.start else start
        return Span(start, max(start, end))

    def _origin(self, offset: int) -> Span:
        """The span in the file of one character."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return Span(0, 0)
        start, origin = self.segments[index]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else None
        length = None if following is None else following - start
        if length is not None and origin.end - origin.start != length:
            return origin
        at = min(origin.start + offset - start, origin.end)
        return Span(at, min(at + 1, origin.end))


class Places(NamedTuple):
    """Places of a format without lines: the text from ``starts[n]`` on stands at ``places[n]``."""

    starts: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    def at(self, offset: int) -> Place | None:
        """The place of a character; None in an empty or unreadable file."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[max(index, 0)] if self.places else None


class Location(NamedTuple):
    """A place in the file as it is shown: a range, or a place where there are no lines.

    Both where lines tell little.
    """

    range: Range | None
    place: Place | None


class Source(Frozen):
    """One file as its reader took it in.  ``path`` is what the user called it, if anything.

    Of a plain text, ``text`` is the file itself, without byte order mark, and nothing else is set.
    In other formats it is all that can be read, in reading order: a line for each paragraph and
    for each row of a table, with tabs between the cells.

    rows: the rows of tables, where the format marks them.
    containers: what the format encloses as a whole (HTML elements), the outer before the inner.
    revisions: where changes that are still tracked were read as if accepted; None where the
    format has no such thing.
    left_out: where something was left out that a person would not read as text: what is struck
    through, and marks of notes at numbers; None where the format has no such thing.
    where: how to find places in the file; None where the text is the file.
    recognised: where the text of a page begins that was made by recognition, over its picture; None
    where the format has no such thing.
    recognition: what is known of the text that was read from pictures here; None if there is none.
    """

    text: str
    path: str | None = None
    rows: tuple[Row, ...] = ()
    containers: tuple[Span, ...] = ()
    revisions: tuple[Span, ...] | None = None
    left_out: tuple[Span, ...] | None = None
    where: Markup | Places | None = None
    recognised: tuple[Span, ...] | None = None
    recognition: Recognition | None = None

    @property
    def file(self) -> Source:
        """The source whose lines are the file's own: itself, or that of its markup."""
        return self.where.source if isinstance(self.where, Markup) else self

    def locate(self, span: Span) -> Location:
        """Where ``span`` stands in the file."""
        if isinstance(self.where, Places):
            return Location(None, self.where.at(span.start))
        if isinstance(self.where, Markup):
            return Location(self.file.range(self.where.span(span)), None)
        return Location(self.range(span), None)

    def findable(self, span: Span) -> Location:
        """Where it stands in the file, for people: also counted, if its line holds much else."""
        found = self.locate(span)
        if found.range is None or found.range.start.line not in self._crowded:
            return found
        place = self.counted.at(span.start)
        if place and place.paragraph:
            place = place._replace(words=self._words(span.start))
        return found._replace(place=place)

    @cached_property
    def counted(self) -> Places:
        """Places as Word has them: a paragraph for each line, a table for rows in a run."""
        starts: list[int] = []
        places: list[Place] = []
        paragraph = table = row = 0
        for start in self.line_starts:
            marked = self.rows_by_start.get(start)
            if marked is None:
                paragraph, row = paragraph + 1, 0
                starts.append(start)
                places.append(Place(paragraph=paragraph))
                continue
            table, row = table + (row == 0), row + 1
            for number, cell in enumerate(marked.cells, 1):
                starts.append(cell.start)
                places.append(Place(table=table, row=row, cell=number))
        return Places(tuple(starts), tuple(places))

    @cached_property
    def _crowded(self) -> frozenset[int]:
        """The long lines of a page in which several paragraphs or rows stand."""
        where, file = self.where, self.file
        if not isinstance(where, Markup):
            return frozenset()
        begins = (where.span(Span(start, start + 1)).start for start in self.line_starts)
        count = Counter(file.position(at).line for at in begins)
        several = (line for line, number in count.items() if number > 1)
        return frozenset(
            line for line in several if len(file.text[slice(*file.line_span(line))]) > _LONG
        )

    def _words(self, offset: int) -> str:
        """The first words of the sentence at ``offset``."""
        start, end = self.line_span(self.position(offset).line)
        ends = (match.end() for match in _SENTENCE_END.finditer(self.text, start, offset))
        words = self.text[max(ends, default=start) : end].strip()
        return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"

    def was_recognised(self, span: Span) -> bool:
        """Whether its lines were read from pictures; a blank line goes with what stands before."""
        if self.recognition is None:
            return False
        start, end = self.line_span(self.position(span.start).line)
        end = max(end, span.end)
        if not self.text[start:end].strip():
            end = len(self.text[:start].rstrip())
            start = max(end - 1, 0)
        return bool(self.recognition.within(start, end))

    def in_file(self, span: Span) -> Span | None:
        """Where these characters, and nothing else, stand in ``file.text``; None if nowhere."""
        if self.where is None:
            return span
        if isinstance(self.where, Places):
            return None
        there = self.where.span(span)
        return there if self.file.text[slice(*there)] == self.text[slice(*span)] else None

    @cached_property
    def rows_by_start(self) -> dict[int, Row]:
        """The marked rows by the offset at which they begin."""
        return {row.span.start: row for row in self.rows}

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; there is always one line."""
        return [0, *(match.end() for match in BREAK.finditer(self.text))]

    def line_span(self, number: int) -> Span:
        """Line ``number`` (from 1) without its line break."""
        starts = self.line_starts
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def position(self, offset: int) -> Position:
        """Line and column (from 1) of ``offset``."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def whole_range(self, span: Span) -> Range:
        """The range of ``span``, however many lines it takes."""
        return Range(self.position(span.start), self.position(span.end))

    def range(self, span: Span) -> Range:
        """The range of ``span``, cut at the end of its first line."""
        line = self.position(span.start).line
        first, last = self.line_span(line)
        begin = min(span.start, last)
        end = max(min(span.end, last), begin)
        return Range(Position(line, begin - first + 1), Position(line, end - first + 1))
