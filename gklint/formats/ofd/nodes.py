"""What stands in the XML of an OFD file: elements by name, numbers and lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from math import hypot
from xml.etree import ElementTree
from xml.parsers import expat

from gklint.errors import UnreadableFileError
from gklint.formats.xml import ENCODING, declared

# Its elements are made of strings and dicts when parsed; lxml makes those anew for each look.
Node = ElementTree.Element

KIND = "ofd"
# fmt: off
_ELEMENTS = (
    "AbbreviatedData", "Area", "CommonData", "CompositeGraphicUnit", "CompositeGraphicUnits",
    "CompositeObject", "Content", "DocBody", "DocRoot", "DocumentRes", "FillColor", "ImageObject",
    "Layer", "MediaFile", "MultiMedia", "MultiMedias", "Page", "PageArea", "PageBlock", "PageRes",
    "Pages", "PathObject", "PhysicalBox", "PublicRes", "StrokeColor", "Template", "TemplatePage",
    "TextCode", "TextObject",
)
_ATTRIBUTES = (
    "Alpha", "BaseLoc", "Boundary", "CTM", "CharDirection", "DeltaX", "DeltaY", "Fill", "HScale",
    "ID", "LineWidth", "ReadDirection", "ResourceID", "Size", "Stroke", "TemplateID", "Value",
    "Visible", "X", "Y",
)
# fmt: on
LARGEST = 1e6
"""No page has such coordinates."""
_FALSE = ("false", "0")
_STANDARD = {name.lower(): name for name in (*_ELEMENTS, *_ATTRIBUTES)}
_MOST = 10_000  # names, and numbers, that are remembered
_LONG = 20  # characters; no coordinate of a program has so many
_NAMES: dict[str, str] = {}
"""The names of the standard by those that files write."""


def parsed(data: bytes) -> Node:
    """The root element of a part; all names in it are those of the standard.

    Raises UnreadableFileError: ``damaged``, ``entities``.
    """
    builder, names = ElementTree.TreeBuilder(), _NAMES.copy()
    known = len(names)
    parser = expat.ParserCreate(ENCODING, None, names)  # it hands out what stands for a name there
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(declared(data, KIND), True)
    except expat.ExpatError as error:
        raise UnreadableFileError("damaged", kind=KIND) from error
    root = builder.close()
    if met := {name: _standard(name) for name in islice(names, known, None)}:
        _rename(root, met)
        if known < _MOST:
            _NAMES.update(met)
    return root


def _standard(written: str) -> str:
    bare = written.rpartition(":")[2]
    return _STANDARD.get(bare.lower(), bare)


def _rename(root: Node, names: Mapping[str, str]) -> None:
    for node in root.iter():
        node.tag = names.get(node.tag, node.tag)
        node.attrib = {names.get(name, name): value for name, value in node.attrib.items()}


def children(node: Node | None, *names: str) -> list[Node]:
    """The children that have one of these names."""
    return [] if node is None else [each for each in node if each.tag in names]


def child(node: Node | None, *path: str) -> Node | None:
    """The first child of that name, its first child of the next name …"""
    for name in path:
        node = None if node is None else node.find(name)
    return node


def text_of(node: Node | None) -> str:
    """The text of an element."""
    if node is None:
        return ""
    return "".join(node.itertext()) if len(node) else node.text or ""


def number(text: str | None, default: float) -> float:
    """A number that may be a coordinate; the default for everything else."""
    if text is None:
        return default
    try:
        found = float(text)
    except ValueError:
        return default
    return found if -LARGEST < found < LARGEST else default


def numbers(text: str | None) -> list[float]:
    """The numbers of a list; none of it if one of them is none."""
    return floats(text.replace(",", " ").split()) if text else []


def floats(words: Iterable[str]) -> list[float]:
    """Words as numbers that may be coordinates; none of them if one is none."""
    try:
        found = [*map(_FLOATS.__getitem__, words)]
    except ValueError:
        return []
    return found if hypot(*found) < LARGEST else []


class _Floats(dict[str, float]):
    """Numbers by how they are written: the same places are named again and again."""

    def __missing__(self, written: str) -> float:
        found = float(written)
        if len(written) < _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[written] = found
        return found


_FLOATS = _Floats()


def is_on(switch: str | None, *, default: bool) -> bool:
    """A switch as it is written."""
    return default if switch is None else switch.strip().lower() not in _FALSE
