"""What stands in the XML of an OFD file: elements by name, attributes, lists of numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from lxml import etree

Node = etree._Element

_LARGEST = 1e6  # no page has such coordinates
_FALSE = ("false", "0")


def name_of(node: Node) -> str:
    """The name of an element in lower case."""
    return str(node.tag).rpartition("}")[2].lower()


def children(node: Node | None, *names: str) -> Iterator[Node]:
    """The children that have one of these names (in lower case)."""
    if node is not None:
        yield from (child for child in node if name_of(child) in names)


def child(node: Node | None, *path: str) -> Node | None:
    """The first child of that name, its first child of the next name …"""
    for name in path:
        node = next(children(node, name), None)
    return node


def value(node: Node, name: str) -> str | None:
    """An attribute."""
    found = node.get(name)
    if found is None:
        lower = name.lower()
        return next((str(each) for key, each in node.items() if str(key).lower() == lower), None)
    return found


def text_of(node: Node | None) -> str:
    """The text of an element."""
    return "" if node is None else "".join(str(part) for part in node.itertext())


def number(text: str | None, default: float) -> float:
    """A number that may be a coordinate; the default for everything else."""
    try:
        found = float(text or "")
    except ValueError:
        return default
    return found if math.isfinite(found) and abs(found) < _LARGEST else default


def numbers(text: str | None) -> list[float]:
    """The numbers of a list; none of it if one of them is none."""
    found = [number(each, math.nan) for each in re.split(r"[\s,]+", (text or "").strip()) if each]
    return [] if any(map(math.isnan, found)) else found


def is_on(node: Node, name: str, *, default: bool) -> bool:
    """A switch."""
    found = value(node, name)
    return default if found is None else found.strip().lower() not in _FALSE
