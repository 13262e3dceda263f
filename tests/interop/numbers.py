"""Whether the numbers of a report are still there, in their order, in what a converter makes.

They are looked for without gklint's readers, so that these can be judged by it.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path

import pypdfium2

from tests.generator.document import Document, Table

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_INLINE = re.compile(r"</?(?:span|b|i|u|em|strong|font|a|sup|sub|w:[rt]|text:span)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_CODES = re.compile(r"<(?:\w+:)?TextCode\b[^>]*>([^<]*)<")
_RTF = re.compile(r"\\'..|\\[a-z]+-?\d* ?")
_PARTS = re.compile(r"word/document\.xml|content\.xml|.*Page_(\d+)/Content\.xml")


def has_all_numbers(document: Document, made: Path) -> bool:
    """Whether the values of each row stand next to each other, and the rows in their order."""
    return has_rows(rows_of(document), text_of(made))


def has_rows(rows: Iterable[Sequence[str]], text: str) -> bool:
    """The same of rows of numbers, in a text."""
    there = numbers_in(text)
    at = 0
    for row in rows:
        while there[at : at + len(row)] != row:
            at += 1
            if at >= len(there):
                return False
        at += len(row)
    return True


def rows_of(document: Document) -> Iterator[Sequence[str]]:
    """The numbers in each row of the tables."""
    tables = (block for each in document.sections for block in each.blocks)
    for table in tables:
        for row in table.rows() if isinstance(table, Table) else ():
            yield numbers_in("\n".join(value.text for value in row.values))


def text_of(path: Path) -> str:
    """What a file says, in the order in which it has it."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    if suffix == ".ofd":
        return "\n".join(text for part in _parts(path) for text in _CODES.findall(part))
    if suffix in (".docx", ".odt"):
        return "\n".join(map(_unmarked, _parts(path)))
    text = path.read_bytes().decode("utf-8", "replace")
    if suffix == ".rtf":
        return _RTF.sub("\n", text)
    return _unmarked(text) if suffix in (".html", ".md") else text


def _parts(path: Path) -> Iterable[str]:
    """The parts of an archive that hold the text; pages of an OFD in their order."""
    with zipfile.ZipFile(path) as archive:
        found = [match for name in archive.namelist() if (match := _PARTS.fullmatch(name))]
        found.sort(key=lambda match: int(match[1] or 0))
        return [archive.read(match[0]).decode() for match in found]


def _unmarked(text: str) -> str:
    return unescape(_TAG.sub("\n", _INLINE.sub("", text)))


def numbers_in(text: str) -> list[str]:
    """The numbers of a text, in its order, as they are written but for width and commas."""
    return [each.replace(",", "") for each in _NUMBER.findall(unicodedata.normalize("NFKC", text))]
