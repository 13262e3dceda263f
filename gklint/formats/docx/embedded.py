"""What a Word file holds of other files: pages and texts that Word shows as its own, workbooks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, Paragraph, Run
from gklint.formats.docx.package import Package
from gklint.formats.docx.pictures import Linked
from gklint.formats.held import Held
from gklint.formats.limits import Limits
from gklint.formats.plain import decode
from gklint.formats.sniff import Kind, kind_of

_PAGE = 4.0  # inches: half the width of A4
_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Embedded:
    """The files in a Word file, by the relationships that name them.

    ``read``: a Word file to its blocks.  Raises UnreadableFileError: ``embedded`` for a kind
    that cannot be read, and what its reader raises.
    """

    package: Package
    limits: Limits
    read: Callable[[bytes], list[Block[Any]]]

    def blocks(self, key: str | None) -> list[Block[Any]]:
        """What Word shows in the place of a chunk; nothing for one that is not in the file."""
        name = self._target(key)
        if name is None or name not in self.package:
            return []
        data = self.package.read(name)
        kind = kind_of(data, name, self.limits)
        if kind in (Kind.HTML, Kind.MHTML):
            return _page(data, kind, self.limits)
        if kind is Kind.TEXT:
            return [Paragraph((Run(line, None),), None) for line in decode(data).splitlines()]
        if kind is Kind.DOCX:
            return self.read(data)
        raise UnreadableFileError("embedded", suffix=f".{kind.value}")

    def workbook(self, key: str | None) -> list[Block[Any]]:
        """The table of a workbook; nothing for other objects."""
        name = self._target(key) or ""
        if not name.lower().endswith(_WORKBOOKS) or name not in self.package:
            return []
        from gklint.formats.workbook import table_of  # slow to import, as below

        return [table_of(self.package.read(name), self.limits)]

    def is_large(self, linked: Linked) -> bool:
        """Whether a picture is in the file, and shown as large as a page."""
        name = self._target(linked.key)
        inches = linked.shown.inches or 0.0
        return inches >= _PAGE and name is not None and name in self.package

    def picture(self, linked: Linked, number: int) -> Held | None:
        """The file of a picture, the how many-th it is; None for one that is not in the file."""
        name = self._target(linked.key)
        if name is None or name not in self.package:
            return None
        try:
            return Held(number, self.package.read(name, "file"), linked.shown)
        except UnreadableFileError:  # it is damaged: no reason to refuse the text
            return None

    def _target(self, key: str | None) -> str | None:
        listed = self.package.relationships(self.package.main)
        return next((each.target for each in listed if each.id == key), None)


def _page(data: bytes, kind: Kind, limits: Limits) -> list[Block[Any]]:
    # Slow to import, and hardly any file holds a page.
    from gklint.formats.html.building import Builder
    from gklint.formats.html.reading import decode_page
    from gklint.formats.mhtml import page_of

    page = decode_page(data) if kind is Kind.HTML else page_of(data, limits)
    return list(Builder(page, limits).run())
