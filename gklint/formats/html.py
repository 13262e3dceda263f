"""HTML pages: paragraphs, tables and what encloses them, with their places in the file.

Positions are what this is about, and no parser gives the place of every character; so tags
are found by one expression, in one pass, and the few rules of HTML that matter here are kept:
which tags end a paragraph, which end tags may be left out in a table, what is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, Cell, Group, Paragraph, Run, Table, compose
from gklint.formats.limits import Limits
from gklint.formats.plain import decode
from gklint.text.source import Markup, Segment, Source, Span


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


# What a tag may hold is bounded, so that what is never closed costs no more than what follows.
_TOKEN = re.compile(
    r"<!--(?:>|->|.*?(?:--!?>|\Z))"
    r"|</(?P<close>[a-zA-Z][^\s/><]*)[^<>]*>?"
    r"""|<(?P<open>[a-zA-Z][^\s/><]*)(?P<attributes>[^<>"']*(?:(?:"[^"]{0,2000}"|'[^']{0,2000}'|"[^"<]*"|'[^'<]*')[^<>"']*){0,60}|[^<>]*)>"""
    r"|<[!?][^<>]*>?"
    r"|&(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)",
    re.DOTALL,
)
_BLANKS = re.compile(r"[ \t\r\n\f]{3,}|[\u200b-\u200f\u2060\ufeff\u00ad]+")
_TO_BLANK = str.maketrans("\t\r\n\f", "    ")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_MAY_HIDE = re.compile(r"hid|none", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all"
    r"|(?<![\w-])class\s*=\s*[\"']?(?:[^\"'>]*\s)?hidden(?![\w-])",
    re.IGNORECASE,
)
_HIDDEN_ATTRIBUTE = re.compile(r"(?:^|\s)hidden(?![\w-])", re.IGNORECASE)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_COUNTED = re.compile(r"cjk|chinese|list-cn|custom_cn(?!2)", re.IGNORECASE)
_NUMERALS = "一二三四五六七八九十"
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4096

_RAW = _names("script style textarea title xmp iframe noembed noframes noscript")
_SKIPPED = _names("head template svg math object select button datalist nav audio video canvas")
_ENCLOSING = _names(
    "address article aside blockquote body center details dialog div dl fieldset figure footer"
    " form header html main ol section ul"
)
_PARAGRAPH = _names("p h1 h2 h3 h4 h5 h6 li dt dd hr pre legend summary figcaption caption option")
_ROW_GROUPS = _names("tbody thead tfoot colgroup")
_CELLS = frozenset(("td", "th"))
_BLOCKS = _ENCLOSING | _PARAGRAPH | _ROW_GROUPS | _CELLS | {"table", "tr"}
_MOST_GROUPS = 100  # enclosing elements deeper than that tell nothing of the page
_MOST_TABLES = 20
_MOSTLY_HIDDEN = 3
_WIDEST, _TALLEST = 63, 1000  # more has no table of a report


def read_html(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text of a page as a browser shows it.  Raises UnreadableFileError."""
    limits.check_bytes("text", len(data))
    text = _decode(data)
    builder = _Builder(text, limits)
    blocks = builder.run()
    if builder.hidden > _MOSTLY_HIDDEN * builder.shown:  # until a script shows it
        blocks = _Builder(text, limits, show_all=True).run()
    page = compose(blocks)
    segments = tuple(map(Segment, page.starts, page.origins))
    return Source(page.text, path, page.rows, page.containers, None, Markup(text, segments))


def _decode(data: bytes) -> str:
    """By the byte order mark, as UTF-8 if it is that, by what the page declares, or by guess.

    A few damaged bytes, as where a cut description ends, are no reason to refuse a page.
    """
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    declared = found[1].decode("ascii").lower() if found else ""
    try:
        return decode(data, "big5hkscs" if declared.startswith("big5") else "gb18030")
    except UnreadableFileError as error:
        # A page that says GB2312 uses all of GB18030.
        text = data.decode("gb18030" if declared.startswith("gb") else "utf-8", "replace")
        if error.reason == "undecodable" and text.count("\ufffd") * 200 <= len(text):
            return text
        raise


@dataclass
class _Open:
    """An element whose end has not come."""

    tag: str
    start: int
    within: int
    next_number: int | None = None
    across: int = 1
    down: int = 1
    blocks: list[Block[Span]] = field(default_factory=list)
    rows: list[tuple[Cell[Span], ...]] = field(default_factory=list)
    cells: list[Cell[Span]] = field(default_factory=list)


class _Builder:
    def __init__(self, text: str, limits: Limits, *, show_all: bool = False) -> None:
        self.text = text
        self.show_all = show_all
        self.shown = self.hidden = 0  # Chinese characters, roughly
        self.preformatted = False
        self.is_hidden = False  # what is skipped: not navigation, but what a style hides
        self.limits = limits
        self.stack = [_Open("html", 0, 0)]
        self.runs: list[Run[Span]] = []
        self.tables = self.pieces = 0
        self.skipping: list[str] = []  # open elements within one that is not shown

    def run(self) -> list[Block[Span]]:
        end = 0
        for match in self._tokens():
            if match.start() > end:
                self._characters(end, match.start())
            end = match.end()
            if match["open"]:
                end = self._start(match)
            elif match["close"]:
                self._end(match["close"].lower(), match.start())
            elif match[0][0] == "&":
                self._entity(unescape(match[0]), Span(*match.span()))
        self._characters(end, len(self.text))
        self._paragraph(len(self.text))
        while len(self.stack) > 1:
            self._pop(len(self.text))
        return self.stack[0].blocks

    def _tokens(self) -> Iterator[re.Match[str]]:
        position = 0
        while match := _TOKEN.search(self.text, position):
            yield match
            position = self._after(match)

    def _after(self, match: re.Match[str]) -> int:
        """Where to go on after a tag: behind the end of what holds no tags."""
        tag = (match["open"] or "").lower()
        if tag not in _RAW or match["attributes"].endswith("/"):
            return match.end()
        closing = re.compile(rf"</{tag}\b", re.IGNORECASE).search(self.text, match.end())
        return closing.start() if closing else len(self.text)

    # -- text ----------------------------------------------------------------------------

    def _characters(self, start: int, end: int) -> None:
        """Text between tags; line breaks in it are blanks, many blanks are one, marks none."""
        if self.skipping:
            self.hidden += _weight(self.text[start:end]) if self.is_hidden else 0
            return
        if self.preformatted:
            self._add(self.text[start:end].replace("\r", " "), Span(start, end))
            return
        if not self.runs and not self.text[start:end].strip():
            return
        position = start
        for match in _BLANKS.finditer(self.text, start, end):
            self._add_as_is(position, match.start())
            self._add(" " if match[0].isspace() else "", Span(*match.span()))
            position = match.end()
        self._add_as_is(position, end)

    def _add_as_is(self, start: int, end: int) -> None:
        self._add(self.text[start:end].translate(_TO_BLANK), Span(start, end))

    def _add(self, text: str, origin: Span) -> None:
        if text and not self.skipping:
            self._count()
            self.shown += _weight(text)
            self.runs.append(Run(text, origin))

    def _paragraph(self, end: int) -> None:
        """Close the paragraph, if there is one."""
        if not self.runs:
            return
        runs, self.runs = tuple(self.runs), []
        if any(run.text.strip() for run in runs):
            self._home().blocks.append(Paragraph(runs, Span(end, end)))

    def _entity(self, text: str, origin: Span) -> None:
        if not _BLANKS.fullmatch(text):  # zero-width marks, which would part a number
            self._add(text, origin)

    def _count(self) -> None:
        self.pieces += 1
        self.limits.check("pieces", self.pieces)

    def _home(self) -> _Open:
        """Where text goes: what stands in a table beside its cells belongs before the table."""
        return next(each for each in reversed(self.stack) if each.tag not in ("table", "tr"))

    # -- tags ----------------------------------------------------------------------------

    def _start(self, match: re.Match[str]) -> int:
        """Take a start tag and return where the text after it begins."""
        tag, attributes = match["open"].lower(), match["attributes"]
        after = self._after(match)
        if after != match.end():
            return after
        void = attributes.endswith("/") or tag in ("br", "hr", "img", "input", "meta", "link")
        if self._is_skipped(tag):
            if not void and tag == self.skipping[0]:
                self.skipping.append(tag)
        elif tag == "br":
            self._add("\n", Span(*match.span()))
        elif not void and (tag in _SKIPPED or self._hides(attributes)):
            self.is_hidden = tag not in _SKIPPED
            self._skip(tag, match.start())
        elif tag in _PARAGRAPH or tag in _ROW_GROUPS:
            self._paragraph(match.start())
            self.preformatted = tag == "pre"
            if tag == "li":
                self._number(match)
        elif tag in _ENCLOSING:
            self._push(_Open(tag, *match.span(), next_number=_first_number(tag, attributes)))
        elif tag in _CELLS or tag in ("table", "tr"):
            self._start_in_table(tag, match)
        return after

    def _hides(self, attributes: str) -> bool:
        """By a style, a class or the attribute; ``overflow: hidden`` hides what is too long."""
        if self.show_all or not _MAY_HIDE.search(attributes):
            return False
        bare = _VALUE.sub(" ", attributes)
        return bool(_HIDDEN.search(attributes) or _HIDDEN_ATTRIBUTE.search(bare))

    def _number(self, match: re.Match[str]) -> None:
        """The number that a list with Chinese numerals puts before its items."""
        opened = self._home()
        if opened.next_number is not None and opened.next_number <= len(_NUMERALS):
            self._add(f"{_NUMERALS[opened.next_number - 1]}、", Span(*match.span()))
            opened.next_number += 1

    def _skip(self, tag: str, start: int) -> None:
        if tag in _BLOCKS:
            self._paragraph(start)
        self.skipping.append(tag)

    def _is_skipped(self, tag: str) -> bool:
        """Whether a tag stands in what is not shown; a paragraph may end without its end tag."""
        if self.skipping and self.skipping[0] in _PARAGRAPH and tag in _BLOCKS:
            self.skipping.clear()
        return bool(self.skipping)

    def _push(self, opened: _Open) -> None:
        self._paragraph(opened.start)
        self.stack.append(opened)
        self.limits.check("depth", len(self.stack))

    def _start_in_table(self, tag: str, match: re.Match[str]) -> None:
        start = match.start()
        if tag == "table":
            self.tables += 1
            self.limits.check("tables", self.tables)
            if sum(each.tag == "table" for each in self.stack) == _MOST_TABLES:
                raise UnreadableFileError("over-depth", found=_MOST_TABLES + 1, limit=_MOST_TABLES)
            self._push(_Open(tag, *match.span()))
        elif self._close_to(("table", "tr") if tag in _CELLS else ("table",), start):
            if tag in _CELLS and self.stack[-1].tag == "table":
                self._push(_Open("tr", start, start))
            self._push(_opened(tag, match))

    def _close_to(self, tags: tuple[str, ...], end: int) -> bool:
        """Close what is open within the table at hand, up to one of ``tags``."""
        if not any(each.tag == "table" for each in self.stack):
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
        if tag in _PARAGRAPH or tag in _ROW_GROUPS:
            self._paragraph(start)
            self.preformatted = False
        elif tag in _ENCLOSING or tag in _CELLS or tag in ("table", "tr"):
            self._close(tag, start)

    def _close(self, tag: str, end: int) -> None:
        """Close the innermost ``tag``; an end tag in a cell closes nothing outside of it."""
        self._paragraph(end)
        wanted = "td" if tag in _CELLS else tag
        for depth in range(len(self.stack) - 1, 0, -1):
            opened = self.stack[depth].tag
            if opened == wanted:
                while len(self.stack) > depth:
                    self._pop(end)
                return
            if opened == "table" or (opened == "td" and wanted in _ENCLOSING):
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
            self._home().blocks.append(Table(tuple(done.rows)))
        elif len(done.blocks) == 1 or len(self.stack) > _MOST_GROUPS:
            self._home().blocks.extend(done.blocks)
        elif done.blocks:
            self._home().blocks.append(Group(tuple(done.blocks)))


def _opened(tag: str, match: re.Match[str]) -> _Open:
    if tag not in _CELLS:
        return _Open(tag, *match.span())
    values = {
        name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(match["attributes"])
    }
    across = _span(values.get("colspan"), _WIDEST)
    down = _span(values.get("rowspan"), _TALLEST)
    return _Open("td", *match.span(), across=across, down=down)


def _first_number(tag: str, attributes: str) -> int | None:
    """The number of the first item of a list with Chinese numerals."""
    if tag != "ol" or not _COUNTED.search(attributes):
        return None
    start = re.search(r"\bstart\s*=\s*[\"']?(\d{1,2})", attributes)
    return max(int(start[1]), 1) if start else 1


def _weight(text: str) -> int:
    """How many characters of running text, as against markup and scripts."""
    return sum(char >= "\u4e00" for char in text)


def _span(value: str | None, most: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", value or "")
    return min(max(int(digits[1]), 1), most) if digits else 1
