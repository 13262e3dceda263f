"""``json`` and ``jsonl``: the facts with the names they have in ``extract``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from textwrap import indent
from typing import Any

from gklint.model.facts import Facts
from gklint.render.json import dump, number, place
from gklint.text.source import Place
from gklint.version import VERSION


def json_document(reports: Iterable[Facts], *_: object) -> Iterator[bytes]:
    """One JSON document, written report by report."""
    tool = {"name": "gklint", "version": VERSION}
    head, tail = dump({"version": 1, "tool": tool, "reports": []}).split("[]")
    yield f"{head}[".encode()
    mark = "\n"
    for report in reports:
        yield mark.encode() + indent(dump(plain(report)), "  ").rstrip("\n").encode()
        mark = ",\n"
    yield (f"]{tail}" if mark == "\n" else f"\n ]{tail}").encode()


def json_lines(reports: Iterable[Facts], *_: object) -> Iterator[bytes]:
    """JSON Lines: each report as an object on a line of its own."""
    for report in reports:
        line = json.dumps(plain(report), ensure_ascii=False, separators=(",", ":"))
        # What UTF-8 cannot hold (lone surrogates of a path) becomes JSON's own \uXXXX.
        yield line.encode("utf-8", "backslashreplace") + b"\n"


def plain(value: object) -> Any:
    """Facts, or a part of them, as JSON knows it."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Place):
        return place(value)
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
