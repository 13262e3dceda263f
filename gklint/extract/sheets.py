"""Workbooks that are written row by row: their sheets, and how cells look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.parse import quote

from gklint.text.values import Number

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile(r"<r>.*</r>\Z", re.DOTALL)
_NO_TIME = datetime(1980, 1, 1)  # of equal reports a workbook has equal bytes
_CHUNK = 1 << 20
_A4 = 9
_BLUE = "#0563C1"
_MOST_LINKS, _LONGEST_LINK = 65_530, 2079  # that Excel takes


class Look(NamedTuple):
    """How a cell looks.  ``wrapped``: in several lines, on top.  ``ground``: its colour."""

    bold: bool = False
    wrapped: bool = False
    link: bool = False
    ground: str = ""


PLAIN, HEADING, BOLD = Look(), Look(bold=True, wrapped=True), Look(bold=True)
_UNCLEAR = "FFF2CC"  # light yellow: there is no number


class Sum(NamedTuple):
    """A formula, and what it is now: not every program counts when it opens a workbook."""

    formula: str
    value: Number


class Cell(NamedTuple):
    """A cell that is more than its value.

    ``target``: the file it leads to, by its path from the workbook, with ``/``, or as a URI.
    ``note``: what is said of it besides.
    """

    value: str | Number | Sum | None
    look: Look = PLAIN
    target: str = ""
    note: str = ""

    def noted(self, note: str) -> Cell:
        """As one that has something to be looked at, and what."""
        return self._replace(look=self.look._replace(ground=_UNCLEAR), note=note)


Cells = Iterable[Cell | str | Number | None]


class Sheet:
    """A sheet.  Text stays text, also where that looks like a formula or an error value."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self._book = book
        self._sheet = sheet
        self._links = 0
        self.rows = 0
        """How many are written."""

    def set_widths(self, widths: Iterable[float]) -> None:
        """How wide its columns are, in letters."""
        for number, width in enumerate(widths):
            self._sheet.set_column(number, number, width)

    def set_page(self, heads: int) -> None:
        """A4 in landscape, as wide as a page, with so many rows of heads on each."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0, heads - 1)

    def freeze(self, rows: int, columns: int) -> None:
        """Keep so many in sight."""
        self._sheet.freeze_panes(rows, columns)

    def filter(self, head: int, columns: int, last: int) -> None:
        """Let the rows below a head be filtered, to the last one; they are counted from 1."""
        self._sheet.autofilter(head - 1, 0, last - 1, columns - 1)

    def append(
        self, cells: Cells, height: float | None = None, joined: Iterable[range] = ()
    ) -> None:
        """Write a row.  ``height``: in points.  ``joined``: the columns that are one cell."""
        row = self.rows
        self.rows += 1
        if height is not None:
            self._sheet.set_row(row, height)
        for columns in joined:
            self._sheet.merge_range(row, columns.start, row, columns.stop - 1, "")
        for column, cell in enumerate(cells):
            if cell is None:
                continue
            if not isinstance(cell, Cell):
                self._put(row, column, cell, None)
                continue
            look = self._book.format_of(cell.look)
            if not (cell.target and self._linked(row, column, cell, look)):
                self._put(row, column, cell.value, look)
            if cell.note:
                options = {"author": self._book.CREATOR}
                self._sheet.write_comment(row, column, _legal(cell.note), options)

    def skip_to(self, row: int) -> None:
        """Leave rows empty, so that so many are written."""
        self.rows = max(row, self.rows)

    def add_bars(self, title: str, first: int, last: int, at: int, size: tuple[int, int]) -> None:
        """Draw the second column from a row to another beside them, named by the first one.

        ``at``: the column where it begins.  ``size``: width and height in pixels.
        """
        chart, name = self._book.new_bars(), self._sheet.get_name()
        series = {
            "categories": [name, first - 1, 0, last - 1, 0],
            "values": [name, first - 1, 1, last - 1, 1],
        }
        chart.add_series(series)
        chart.set_title({"name": title, "overlay": False})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})  # the first on top
        chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": False}})
        chart.set_size({"width": size[0], "height": size[1]})
        self._sheet.insert_chart(first - 2, at, chart)

    def _put(self, row: int, column: int, value: str | Number | Sum | None, look: Any) -> None:
        if isinstance(value, str):
            self._put_text(row, column, _legal(value), look)
        elif isinstance(value, Sum):
            self._sheet.write_formula(row, column, value.formula, look, value.value)
        elif value is None:
            self._sheet.write_blank(row, column, None, look)
        else:
            self._sheet.write_number(row, column, value, look)

    def _put_text(self, row: int, column: int, text: str, look: Any) -> None:
        if _MARKUP.match(text):  # which XlsxWriter takes for its own, and would not escape
            plain = self._book.format_of(PLAIN)
            self._sheet.write_rich_string(row, column, plain, text[:1], text[1:], look or plain)
        elif text:
            self._sheet.write_string(row, column, text, look)
        else:
            self._sheet.write_blank(row, column, None, look)

    def _linked(self, row: int, column: int, cell: Cell, look: Any) -> bool:
        """Write a link, if Excel takes it."""
        words, target = _legal(str(cell.value)), cell.target
        if not target.startswith("file:"):  # names of files are not only ASCII
            target = f"external:{quote(target, safe='/:')}"
        if self._links >= _MOST_LINKS or len(target) > _LONGEST_LINK or _MARKUP.match(words):
            return False
        self._links += 1
        self._sheet.write_url(row, column, target, look, words)
        return True


class Book:
    """A workbook, in a folder until it is done."""

    CREATOR = "gklint"

    def __init__(self, folder: Path) -> None:
        from xlsxwriter import Workbook

        self._path = folder / "book.xlsx"
        self._book = Workbook(str(self._path), {"constant_memory": True, "tmpdir": str(folder)})
        self._book.set_properties({"author": self.CREATOR, "created": _NO_TIME})
        self._looks: dict[Look, Any] = {}

    def sheet(self, name: str) -> Sheet:
        """Another sheet."""
        return Sheet(self, self._book.add_worksheet(name))

    def format_of(self, look: Look) -> Any:
        """A look as the library has it."""
        if look not in self._looks:
            self._looks[look] = self._book.add_format(dict(_properties(look)))
        return self._looks[look]

    def new_bars(self) -> Any:
        """A chart with bars."""
        return self._book.add_chart({"type": "bar"})

    def written(self) -> Iterator[bytes]:
        """Its bytes; nothing can be added then."""
        self.close()
        with self._path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk

    def close(self) -> None:
        """Close its files, if they are not yet.  Raises OSError."""
        from xlsxwriter.exceptions import FileCreateError

        if not self._book.fileclosed:
            try:
                self._book.close()
            except FileCreateError as error:
                for sheet in self._book.worksheets():  # which it leaves open then
                    sheet._opt_close()
                self._book.fileclosed = True
                raise error.args[0] from error


@contextmanager
def new_book() -> Iterator[Book]:
    """An empty workbook."""
    with TemporaryDirectory() as folder:
        book = Book(Path(folder))
        try:
            yield book
        finally:
            book.close()


def _properties(look: Look) -> Iterator[tuple[str, object]]:
    if look.bold:
        yield "bold", True
    if look.wrapped:
        yield from (("text_wrap", True), ("valign", "top"))
    if look.link:
        yield from (("font_color", _BLUE), ("underline", 1))
    if look.ground:
        yield "bg_color", f"#{look.ground}"


def _legal(text: str) -> str:
    """A text without what no XML can have."""
    return _ILLEGAL.sub("", text)


def letters(columns: int) -> Sequence[str]:
    """What columns are called."""
    from xlsxwriter.utility import xl_col_to_name

    return [xl_col_to_name(number) for number in range(columns)]
