"""``json`` and ``jsonl``: the facts with the names they have in ``extract``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from gklint.model.facts import Cell, Facts
from gklint.render.json import number, place, recognised
from gklint.render.nested import compact, indented, nested
from gklint.render.rendering import encoded
from gklint.text.source import Place
from gklint.version import VERSION


def json_document(reports: Iterable[Facts], *_: object) -> Iterator[bytes]:
    """One JSON document, written report by report."""
    tool = {"name": "gklint", "version": VERSION}
    yield encoded(f'{{\n "version": 1,\n "tool": {indented(tool, 1)},\n "reports": [')
    joint = ""
    for report in reports:
        yield encoded(joint + nested(plain(report), 2))
        joint = ","
    yield encoded("\n ]\n}\n" if joint else "]\n}\n")


def json_lines(reports: Iterable[Facts], *_: object) -> Iterator[bytes]:
    """JSON Lines: each report as an object on a line of its own."""
    for report in reports:
        yield encoded(f"{compact(plain(report))}\n")


def plain(value: object) -> Any:
    """Facts, or a part of them, as JSON knows it."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Place):
        return place(value)
    if isinstance(value, Cell):
        known = zip(value._fields[:-1], value[:-1], strict=True)
        return {**{key: plain(item) for key, item in known}, **recognised(value.seen)}
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            return {key: plain(item) for key, item in zip(value._fields, value, strict=True)}
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return number(value)
    return {key: plain(item) for key, item in vars(value).items()}
