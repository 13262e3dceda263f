"""Annotated Word files, opened again: the findings as comments at their places, and nothing else.

    python -m tests.roundtrip [--count N] [--start SEED]

The places of the comments are found here from the XML alone, by Word's own way of counting.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime, timezone

import docx
from lxml import etree

from gklint.formats.docx.reading import parse
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import take
from gklint.render.printable import printable
from gklint.run.annotate import annotate
from gklint.text.source import Place
from tests.generator import DEFECTS
from tests.generator.strategies import broken_file
from tests.support.checking import linter

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGED = {
    "[Content_Types].xml",
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
}
_WHEN = datetime(2024, 1, 15, 9, 30, tzinfo=timezone.utc)


def faults(data: bytes) -> list[str]:
    """What is wrong with the annotated copy of a Word file; nothing, if it is right."""
    report = linter().check(take(data, "年报.docx"))
    copy = annotate(data, report, DEFAULT, "zh", _WHEN).data
    document = docx.Document(io.BytesIO(copy))
    said = [comment.text for comment in document.comments]
    wanted = [found.message for found in report.diagnostics]
    places = [*_places(document.element)]
    found = [
        f"comment {text!r} instead of {message!r}"
        for text, message in zip(said, wanted, strict=False)
        if printable(message) not in text
    ]
    if len(said) != len(wanted):
        found.append(f"{len(said)} comments for {len(wanted)} findings")
    if [each.place for each in report.diagnostics] != places:
        found.append(f"at {places} instead of {[each.place for each in report.diagnostics]}")
    if parse(data, DEFAULT).composition.text != parse(copy, DEFAULT).composition.text:
        found.append("the text has changed")
    return [*found, *_changed_parts(data, copy)]


def _places(root: etree._Element) -> Iterator[Place]:
    """Where each comment begins, in the order of their numbers."""
    tables = [*root.iter(_WORD + "tbl")]
    paragraphs = [
        each
        for each in root.iter(_WORD + "p")
        if not any(up.tag in (_WORD + "tbl", _WORD + "txbxContent") for up in each.iterancestors())
    ]
    starts = root.iter(_WORD + "commentRangeStart")
    for start in sorted(starts, key=lambda each: int(each.get(_WORD + "id", "0"))):
        above = {up.tag: up for up in reversed([*start.iterancestors()])}  # the innermost counts
        cell, row = above.get(_WORD + "tc"), above.get(_WORD + "tr")
        if cell is None or row is None:
            (paragraph,) = [up for up in start.iterancestors(_WORD + "p") if up in paragraphs][-1:]
            yield Place(paragraph=paragraphs.index(paragraph) + 1)
            continue
        table = next(row.iterancestors(_WORD + "tbl"))
        rows = [each for each in table.iter(_WORD + "tr") if _within(each, table)]
        cells = [each for each in row.iter(_WORD + "tc") if _within(each, table)]
        yield Place(
            table=tables.index(table) + 1, row=rows.index(row) + 1, cell=cells.index(cell) + 1
        )


def _within(element: etree._Element, table: etree._Element) -> bool:
    """Whether a row or cell belongs to this table and not to one nested in it."""
    return next(element.iterancestors(_WORD + "tbl")) is table


def _changed_parts(before: bytes, after: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        for name in sorted({*old.namelist(), *new.namelist()} - _CHANGED):
            if name not in old.namelist() or name not in new.namelist():
                yield f"{name} is in one of both only"
            elif old.read(name) != new.read(name):
                yield f"{name} has changed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--start", type=int, default=0)
    arguments = parser.parse_args()
    names = sorted(DEFECTS)
    wrong = 0
    for seed in range(arguments.start, arguments.start + arguments.count):
        name = names[seed % len(names)]
        found = faults(broken_file(seed, name, "docx").printed.data)
        wrong += bool(found)
        for fault in found:
            print(f"seed {seed}, {name}: {fault}")
    print(f"{arguments.count - wrong} of {arguments.count} files are right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
