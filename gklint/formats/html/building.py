"""The tags and the text of a page to blocks: paragraphs, tables and what encloses them.

The few rules of HTML that matter here are kept: which tags end a paragraph, which end tags may
be left out in a table, what is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from types import MappingProxyType

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, Cell, Group, Paragraph, Run, Table
from gklint.formats.html.elements import Image, Open, open_of, shows_others, weight, without
from gklint.formats.html.tags import (
    BLOCKS,
    CELLS,
    ENCLOSING,
    PARAGRAPHS,
    ROW_GROUPS,
    SKIPPED,
    TELLING,
    first_number,
    hides,
    is_mark,
    is_void,
    is_white,
    marking_classes,
    picture_of,
    raises,
    said_by,
    strikes,
    tells,
    tokens,
    value_of,
)
from gklint.formats.limits import Limits
from gklint.text.source import Span

_BLANKS = re.compile(r"[ \t\r\n\f]{3,}|[\u200b-\u200f\u2060\ufeff\u00ad]+")
_TO_BLANK = str.maketrans("\t\r\n\f", "    ")
_NUMERALS = "一二三四五六七八九十"
_MOST_GROUPS = 100  # enclosing elements deeper than that tell nothing of the page
_MOST_TABLES = 20
_MOST_BLANKS = 80  # between a cell and what it opens with


class Builder:
    """Builds the blocks of a page, which may be run once.

    show_all: what styles hide is text, too.  within: the part that is read, if not all of it.
    shown, hidden: after ``run``, how much text was; it raises UnreadableFileError over a limit.
    left_out: the tags of what was struck through, and of marks of notes at numbers; white text.
    images: what pictures are shown; ``printed``: what is read on them, by the start of each tag.
    """

    def __init__(
        self,
        text: str,
        limits: Limits,
        *,
        show_all: bool = False,
        within: Span | None = None,
        printed: Mapping[int, Sequence[Block[Span]]] = MappingProxyType({}),
    ) -> None:
        self.text = text
        self.within = within or Span(0, len(text))
        self.show_all = show_all
        self.shown = self.hidden = 0  # Chinese characters, roughly
        self.preformatted = False
        self.is_hidden = False  # what is skipped: not navigation, but what a style hides
        self.limits = limits
        self.stack = [Open("html", 0, 0)]
        self.runs: list[Run[Span]] = []
        self.tables = self.open_tables = self.pieces = 0
        self.skipping: list[str] = []  # open elements within one that is not shown
        self.left_out: list[Span] = []
        self.classes: dict[str, str] = {}  # those that tell how text is shown
        self.white: list[str] = []  # open elements within one whose text is white
        self.unseen: set[int] = set()  # which of the runs are
        self.images: list[Image] = []
        self.printed = printed

    def run(self) -> list[Block[Span]]:
        end, last = self.within
        for match, behind in tokens(self.text, end, last):
            if match.start() > end:
                self._characters(end, match.start())
            end = behind
            if match["open"]:
                self._start(match, behind)
            elif match["close"]:
                self._end(match["close"].lower(), match.start())
            elif match[0][0] == "&":
                self._entity(unescape(match[0]), Span(*match.span()))
        self._characters(end, last)
        self._paragraph(last)
        while len(self.stack) > 1:
            self._pop(last)
        return self.stack[0].blocks

    # -- text ----------------------------------------------------------------------------

    def _characters(self, start: int, end: int) -> None:
        """Text between tags; line breaks in it are blanks, many blanks are one, marks none."""
        if self.skipping:
            self.hidden += weight(self.text[start:end]) if self.is_hidden else 0
            return
        if self.preformatted:
            self._add(self.text[start:end].replace("\r", " "), Span(start, end))
            return
        if not self.runs and self.text[start:end].isspace():
            return
        position = start
        for match in _BLANKS.finditer(self.text, start, end):
            self._add_as_is(position, match.start())
            self._add(" " if match[0].isspace() else "", Span(*match.span()))
            position = match.end()
        self._add_as_is(position, end)

    def _add_as_is(self, start: int, end: int) -> None:
        text = self.text[start:end]
        # Nearly all text is printable: then it has no line break or tab.
        self._add(text if text.isprintable() else text.translate(_TO_BLANK), Span(start, end))

    def _add(self, text: str, origin: Span) -> None:
        if text and not self.skipping:
            self._count()
            self.shown += weight(text)
            if self.white:
                self.unseen.add(len(self.runs))
            self.runs.append(Run(text, origin))

    def _paragraph(self, end: int) -> None:
        """Close the paragraph, if there is one."""
        if not self.runs:
            return
        runs, self.runs, unseen, self.unseen = tuple(self.runs), [], self.unseen, set()
        if unseen and shows_others(runs, unseen):
            self.left_out += (runs[at].origin for at in unseen)
            runs = without(runs, unseen)
        if any(run.text.strip() for run in runs):
            self._home().blocks.append(Paragraph(runs, Span(end, end)))

    def _entity(self, text: str, origin: Span) -> None:
        if not _BLANKS.fullmatch(text):  # zero-width marks, which would part a number
            self._add(text, origin)

    def _count(self) -> None:
        self.pieces += 1
        self.limits.check("pieces", self.pieces)

    def _home(self) -> Open:
        """Where text goes: what stands in a table beside its cells belongs before the table."""
        for each in reversed(self.stack):
            if each.tag not in ("table", "tr"):
                return each
        return self.stack[0]

    # -- tags ----------------------------------------------------------------------------

    def _start(self, match: re.Match[str], behind: int) -> None:
        """Take a start tag; ``behind``: where the text after it begins."""
        tag, attributes = match["open"].lower(), match["attributes"]
        if behind != match.end():
            self._raw(tag, Span(match.end(), behind))
            return
        if self.classes:
            attributes += said_by(self.classes, attributes)
        if tag not in TELLING and not (self.skipping or self.white or tells(attributes)):
            return
        void = is_void(tag, attributes)
        if self._is_skipped(tag):
            if not void and tag == self.skipping[0]:
                self.skipping.append(tag)
        elif tag == "br":
            self._add("\n", Span(*match.span()))
        elif not void and not self._is_shown(tag, attributes, Span(*match.span()), behind):
            return
        elif tag == "img":
            self._picture(match)
        elif text := value_of(tag, attributes):
            self._add(unescape(text), Span(*match.span()))
        elif tag in PARAGRAPHS or tag in ROW_GROUPS:
            self._paragraph(match.start())
            self._open_in_cell(match)
            self.preformatted = tag == "pre"
            if tag == "li":
                self._number(match)
        elif tag in ENCLOSING:
            self._open_in_cell(match)
            self._push(Open(tag, *match.span(), next_number=first_number(tag, attributes)))
        elif tag in CELLS or tag in ("table", "tr"):
            self._start_in_table(tag, match)
        elif tag == self.white[0] if self.white else is_white(attributes):
            self.white.append(tag)

    def _raw(self, tag: str, inside: Span) -> None:
        """Take an element that holds no tags."""
        if tag == "style":
            self.classes |= marking_classes(self.text[slice(*inside)])
        elif tag == "textarea" and self._is_in_cell:  # a field to be filled in
            self._add(unescape(self.text[slice(*inside)]), inside)

    @property
    def _is_in_cell(self) -> bool:
        return any(each.tag == "td" for each in self.stack)

    def _is_shown(self, tag: str, attributes: str, origin: Span, behind: int) -> bool:
        """Whether one reads what an element holds; if not, it is skipped from now on."""
        if tag in SKIPPED or self._hides(attributes):
            self.is_hidden = tag not in SKIPPED
            self._skip(tag, origin.start)
            return False
        if tag not in BLOCKS and self._is_left_out(tag, attributes, behind):
            self._leave_out(tag, origin)
            return False
        return True

    def _picture(self, match: re.Match[str]) -> None:
        attributes, start = match["attributes"], match.start()
        if self._hides(attributes):
            return
        self._count()
        self.images.append(Image(Span(*match.span()), *picture_of(attributes), self.shown))
        if start in self.printed:
            self._paragraph(start)
            self._home().blocks.extend(self.printed[start])

    def _open_in_cell(self, match: re.Match[str]) -> None:
        """What an empty cell opens with is where its text goes: in its paragraph."""
        opened = next(each for each in reversed(self.stack) if each.tag in ("td", "table", "html"))
        between = match.start() - opened.within
        if opened.tag != "td" or between > _MOST_BLANKS:
            return
        if not self.text[opened.within : match.start()].strip():
            opened.within = match.end()

    def _hides(self, attributes: str) -> bool:
        return bool(attributes) and not self.show_all and hides(attributes)

    def _number(self, match: re.Match[str]) -> None:
        """The number that a list with Chinese numerals puts before its items."""
        opened = self._home()
        if opened.next_number is not None and opened.next_number <= len(_NUMERALS):
            self._add(f"{_NUMERALS[opened.next_number - 1]}、", Span(*match.span()))
            opened.next_number += 1

    def _leave_out(self, tag: str, origin: Span) -> None:
        """Leave out what an element holds, and note where."""
        self.is_hidden = False
        self.left_out.append(origin)
        self.runs.append(Run("", origin))
        self._skip(tag, origin.start)

    def _is_left_out(self, tag: str, attributes: str, behind: int) -> bool:
        """Whether what it holds is struck through, or marks a note at a number in a table."""
        if strikes(tag, attributes):
            return True
        if not self.runs or not self.runs[-1].text[-1:].isdigit() or not raises(tag, attributes):
            return False
        return self._is_in_cell and is_mark(self.text, behind)

    def _skip(self, tag: str, start: int) -> None:
        if tag in BLOCKS:
            self._paragraph(start)
        self.skipping.append(tag)

    def _is_skipped(self, tag: str) -> bool:
        """Whether a tag stands in what is not shown; a paragraph may end without its end tag."""
        if self.skipping and self.skipping[0] in PARAGRAPHS and tag in BLOCKS:
            self.skipping.clear()
        return bool(self.skipping)

    def _push(self, opened: Open) -> None:
        self._paragraph(opened.start)
        self.stack.append(opened)
        self.open_tables += opened.tag == "table"
        self.limits.check("depth", len(self.stack))

    def _start_in_table(self, tag: str, match: re.Match[str]) -> None:
        start = match.start()
        if tag == "table":
            self.tables += 1
            self.limits.check("tables", self.tables)
            if self.open_tables == _MOST_TABLES:
                raise UnreadableFileError("over-depth", found=_MOST_TABLES + 1, limit=_MOST_TABLES)
            self._push(Open(tag, *match.span()))
        elif self._close_to(("table", "tr") if tag in CELLS else ("table",), start):
            if tag in CELLS and self.stack[-1].tag == "table":
                self._push(Open("tr", start, start))
            self._push(open_of(tag, match))
            self.white.clear()  # what a cell opens ends with it

    def _close_to(self, tags: tuple[str, ...], end: int) -> bool:
        """Close what is open within the table at hand, up to one of ``tags``."""
        if not self.open_tables:
            return False
        self._paragraph(end)
        while self.stack[-1].tag not in tags:
            self._pop(end)
        return True

    def _end(self, tag: str, start: int) -> None:
        if self._is_skipped(tag):
            if tag == self.skipping[0]:
                self.skipping.pop()
            return
        if self.white and tag == self.white[0]:
            self.white.pop()
        elif tag in PARAGRAPHS or tag in ROW_GROUPS:
            self._paragraph(start)
            self.preformatted = False
        elif tag in ENCLOSING or tag in CELLS or tag in ("table", "tr"):
            self._close(tag, start)

    def _close(self, tag: str, end: int) -> None:
        """Close the innermost ``tag``; an end tag in a cell closes nothing outside of it."""
        self._paragraph(end)
        wanted = "td" if tag in CELLS else tag
        for depth in range(len(self.stack) - 1, 0, -1):
            opened = self.stack[depth].tag
            if opened == wanted:
                while len(self.stack) > depth:
                    self._pop(end)
                return
            if opened == "table" or (opened == "td" and wanted in ENCLOSING):
                return

    def _pop(self, end: int) -> None:
        done = self.stack.pop()
        parent = self.stack[-1]
        if done.tag == "td":
            self._count()
            at = end if done.blocks else done.within  # the end tag may be missing
            parent.cells.append(Cell(tuple(done.blocks), Span(at, at), done.across, done.down))
        elif done.tag == "tr":
            parent.rows.append(tuple(done.cells))
        elif done.tag == "table":
            self.open_tables -= 1
            self._home().blocks.append(Table(tuple(done.rows)))
        elif len(done.blocks) == 1 or len(self.stack) > _MOST_GROUPS:
            self._home().blocks.extend(done.blocks)
        elif done.blocks:
            self._home().blocks.append(Group(tuple(done.blocks)))
