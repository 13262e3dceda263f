"""A report as the page of a government site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .boxes import HEAD_ROWS, boxes_of, cut
from .document import Table
from .grids import VALUE, grid_of
from .layouts import Text, bundled, outline
from .lines import FILE_FIRST, FILE_LAST
from .markup import Markup
from .sites import Site, draw_site
from .where import Element, Register, Where, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from .boxes import Box, Boxes
    from .document import Document
    from .labels import Address

_CHARSETS = {"utf-8": "utf-8", "UTF-8": "utf-8", "gb2312": "gb18030", "GBK": "gb18030"}
_HEADINGS = {
    "tags": {1: ("<h1>", "</h1>"), 2: ("<h2>", "</h2>"), 3: ("<h3>", "</h3>")},
    "bold": {
        1: ('<p align="center"><b>', "</b></p>"),
        2: ("<p><strong>", "</strong></p>"),
        3: ('<p><span style="font-family:楷体">', "</span></p>"),
    },
    "plain": {1: ('<div class="title">', "</div>")},
}
_PARAGRAPHS = (
    ("<p>", "</p>"),
    ('<p style="text-indent:2em;line-height:28pt;" class="MsoNormal">', "</p>"),
    ("<div>", "</div>"),
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*")


@dataclass(frozen=True)
class _Style:
    """What one page does everywhere."""

    newline: str
    headings: dict[int, tuple[str, str]]
    paragraph: tuple[str, str]
    indent: str
    bundles: float
    blank: str
    value: tuple[str, str]
    unclosed: str
    merged: bool
    capitals: bool
    empty: float

    @staticmethod
    def draw(rng: Random) -> _Style:
        """Any style."""
        return _Style(
            newline=rng.choice(("", "\n", "\n", "\r\n")),
            headings=_HEADINGS[rng.choice(tuple(_HEADINGS))],
            paragraph=rng.choice(_PARAGRAPHS),
            indent=rng.choice(("", "", "　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "&#12288;&#12288;")),
            bundles=rng.choice((0.0, 0.0, 0.3)),
            blank=rng.choice(("", "&nbsp;", "<p>&nbsp;</p>", "<br>")),
            value=rng.choice(
                (("", ""), ("<p>", "</p>"), ('<p align="center"><span>', "</span></p>"))
            ),
            unclosed=rng.choice(("", "", "", "td", "td tr", "p")),
            merged=rng.random() < 0.9,
            capitals=rng.random() < 0.15,
            empty=rng.choice((0.0, 0.0, 0.2)),
        )


def write_html(document: Document, rng: Random) -> Written:
    """The whole page; in one charset or another, on one line or many."""
    charset = rng.choice(tuple(_CHARSETS))
    page = _Page(rng, _Style.draw(rng), draw_site(document.title, rng))
    page.write(document, charset)
    text = "".join(page.parts)
    if page.style.capitals:
        text = _TAG.sub(lambda match: match[0].upper(), text)
    mark = "\ufeff" if charset == "UTF-8" and rng.random() < 0.3 else ""
    data = (mark + text).encode(_CHARSETS[charset])
    return Written(data, ".html", page.register.finished(), text, tuple(page.elements))


class _Page:
    """A page while it is written; knows how long it is so far."""

    def __init__(self, rng: Random, style: _Style, site: Site) -> None:
        self.rng = rng
        self.style = style
        self.markup = Markup(rng)
        self.site = site
        self.parts: list[str] = []
        self.length = 0
        self.elements: list[Element] = []
        self.register = Register()
        self.paragraphs = 0
        self.tables = 0

    def put(self, markup: str) -> None:
        self.parts.append(markup)
        self.length += len(markup)

    def row(self, markup: str) -> None:
        """Markup, and a line break if the page has any."""
        self.put(markup + self.style.newline)

    def element(self, markup: str, where: Where, marks: Iterable[Address]) -> None:
        """Something printed at one place."""
        start = self.length
        self.put(markup)
        self.elements.append(Element(start, self.length, where))
        self.register.add(marks, where)

    def paragraph(self, markup: str, marks: Iterable[Address] = ()) -> None:
        self.paragraphs += 1
        self.element(markup, Where(paragraph=self.paragraphs), marks)

    # -- the page --------------------------------------------------------------------------

    def write(self, document: Document, charset: str) -> None:
        self.head(charset)
        self.row("<body>")
        self.chrome(self.site.before)
        if self.site.facts:
            self.facts(self.site.facts)
        if self.site.heading:
            self.put("<h1>")
            self.paragraph(self.markup.plain(self.site.heading), (("title",),))
            self.row("</h1>")
        self.row(self.site.opening)
        self.article(outline(document))
        self.row(self.site.closing)
        self.chrome(self.site.after)
        self.row("</body>")
        self.row("</html>")
        for address, element in ((FILE_FIRST, self.elements[0]), (FILE_LAST, self.elements[-1])):
            self.register.add((address,), element.where)

    def head(self, charset: str) -> None:
        self.row(self.rng.choice(("<!DOCTYPE html>", "<!doctype html>")))
        self.row('<html lang="zh-CN">')
        self.row("<head>")
        self.row(
            self.rng.choice(
                (
                    f'<meta charset="{charset}">',
                    f'<meta http-equiv="Content-Type" content="text/html; charset={charset}" />',
                )
            )
        )
        for markup in self.site.head:
            self.row(markup)
        self.row("</head>")

    def chrome(self, blocks: Sequence[tuple[str, str, str]]) -> None:
        """Blocks around the article: opening markup, text, closing markup."""
        for opening, text, closing in blocks:
            self.put(opening)
            if text:
                self.paragraph(self.markup.plain(text))
            self.row(closing)

    def facts(self, facts: Sequence[Sequence[str]]) -> None:
        """The table of metadata."""
        self.tables += 1
        self.row('<table class="xxgk_top" width="100%">')
        for number, fact in enumerate(facts, 1):
            self.put("<tr>")
            for cell, text in enumerate(fact, 1):
                where = Where(table=self.tables, row=number, cell=cell)
                self.element(f"<td>{self.markup.plain(text)}</td>", where, ())
            self.row("</tr>")
        self.row("</table>")

    # -- the article -----------------------------------------------------------------------

    def article(self, items: Sequence[Text | Table]) -> None:
        for item in bundled(items, self.rng, self.style.bundles):
            if isinstance(item, Table):
                self.table(item)
            else:
                self.texts(item)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def texts(self, bundle: Sequence[Text]) -> None:
        """Paragraphs: in tags of their own, or in one with `<br>` between them."""
        opening, closing = self.style.paragraph
        if len(bundle) == 1:
            opening, closing = self.style.headings.get(bundle[0].level, self.style.paragraph)
        self.put(opening)
        for index, item in enumerate(bundle):
            self.put(self.rng.choice(("<br>", "<br/>", "<br />\n")) if index else "")
            lead = "" if item.level == 1 else self.style.indent
            marks = (mark.address for mark in item.line.marks)
            self.paragraph(lead + self.markup.prose(item.line.text), marks)
        self.row("" if closing == "</p>" and self.style.unclosed == "p" else closing)
        while self.chance(self.style.empty):
            self.row("<p>&nbsp;</p>")

    # -- tables ----------------------------------------------------------------------------

    def table(self, table: Table) -> None:
        boxes = boxes_of(grid_of(table), self.style.merged)
        head = HEAD_ROWS[table.name]
        if len(boxes) > head + 2 and self.chance(0.15):
            top, bottom = cut(boxes, self.rng.randint(head + 1, len(boxes) - 1))
            self.grid(top, head)
            self.row("<p>&nbsp;</p>" if self.chance(0.5) else "")
            self.grid(bottom, 0)
        elif self.chance(0.1):
            self.row("<table><tr><td>")
            self.grid(boxes, head)
            self.row("</td></tr></table>")
        else:
            self.grid(boxes, head)

    def grid(self, boxes: Boxes, head: int) -> None:
        self.tables += 1
        sections = self.rng.choice(("", "<tbody>", "<thead>"))
        self.row('<table border="1" cellspacing="0" style="border-collapse:collapse">')
        self.row("<thead>" if sections == "<thead>" and head else sections.replace("head", "body"))
        for number, row in enumerate(boxes, 1):
            self.put("<tr>")
            for cell, box in enumerate(row, 1):
                where = Where(table=self.tables, row=number, cell=cell)
                self.element(self.cell(box), where, box.cell.marks)
            self.row("" if "tr" in self.style.unclosed else "</tr>")
            if number == head and sections == "<thead>":
                self.row("</thead><tbody>")
        self.row("</tbody></table>" if sections else "</table>")

    def cell(self, box: Box) -> str:
        spans = (("colspan", box.across), ("rowspan", box.down))
        opening = "<td" + "".join(f' {name}="{n}"' for name, n in spans if n > 1) + ">"
        closing = "" if "td" in self.style.unclosed else "</td>"
        text = box.cell.text
        if not text:
            return opening + self.style.blank + closing
        if box.cell.kind == VALUE:
            before, after = self.style.value
            return opening + before + self.markup.plain(text) + after + closing
        return opening + self.markup.label(text) + closing
