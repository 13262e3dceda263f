"""What stands in the XML of an OFD file: elements by name, attributes, lists of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import hypot

from lxml import etree

Node = etree._Element
Values = Mapping[str, str]

_LARGEST = 1e6  # no page has such coordinates
_FALSE = ("false", "0")


class _Names(dict[str, str]):
    """Names of elements and attributes as they are compared, each worked out once."""

    def __missing__(self, name: str) -> str:
        found = self[name] = name.rpartition("}")[2].lower() if len(self) < 10_000 else ""
        return found


_NAMES = _Names()


def name_of(node: Node) -> str:
    """The name of an element in lower case."""
    return _NAMES[str(node.tag)]


def children(node: Node | None, *names: str) -> Iterator[Node]:
    """The children that have one of these names (in lower case)."""
    if node is not None:
        yield from (child for child in node if name_of(child) in names)


def child(node: Node | None, *path: str) -> Node | None:
    """The first child of that name, its first child of the next name …"""
    for name in path:
        node = next(children(node, name), None)
    return node


def values(node: Node) -> Values:
    """The attributes, by their names in lower case."""
    return {_NAMES[str(name)]: str(value) for name, value in node.items()}


def value(node: Node, name: str) -> str | None:
    """An attribute, by its name in lower case."""
    return values(node).get(name)


def text_of(node: Node | None) -> str:
    """The text of an element."""
    if node is None:
        return ""
    return "".join(map(str, node.itertext())) if len(node) else node.text or ""


def number(text: str | None, default: float) -> float:
    """A number that may be a coordinate; the default for everything else."""
    if text is None:
        return default
    try:
        found = float(text)
    except ValueError:
        return default
    return found if -_LARGEST < found < _LARGEST else default


def numbers(text: str | None) -> list[float]:
    """The numbers of a list; none of it if one of them is none."""
    try:
        found = [*map(float, (text or "").replace(",", " ").split())]
    except ValueError:
        return []
    return found if hypot(*found) < _LARGEST else []


def is_on(given: Values, name: str, *, default: bool) -> bool:
    """A switch, by its name in lower case."""
    found = given.get(name)
    return default if found is None else found.strip().lower() not in _FALSE
