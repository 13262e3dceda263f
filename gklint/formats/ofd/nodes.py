"""What stands in the XML of an OFD file: elements by name, numbers and lists of them."""

from __future__ import annotations

from math import hypot
from xml.etree import ElementTree

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


class _Names(dict[str, str]):
    """The names of the standard by those that files write, each worked out once."""

    def __missing__(self, written: str) -> str:
        bare = written.rpartition("}")[2]
        found = _STANDARD.get(bare.lower(), bare)
        if len(self) < 10_000:
            self[written] = found
        return found


_STANDARD = {name.lower(): name for name in (*_ELEMENTS, *_ATTRIBUTES)}
_NAMES = _Names()
_PLAIN = frozenset((*_ATTRIBUTES, "Font", "Weight", "Italic", "Cap", "Join", "ColorSpace"))


def parsed(data: bytes) -> Node:
    """The root element of a part; all names in it are those of the standard.

    Raises UnreadableFileError: ``damaged``, ``entities``.
    """
    text = declared(data, KIND)
    try:
        root = ElementTree.fromstring(text, ElementTree.XMLParser(encoding=ENCODING))
    except ElementTree.ParseError as error:
        raise UnreadableFileError("damaged", kind=KIND) from error
    for node in root.iter():
        node.tag = _NAMES[node.tag]
        if not _PLAIN.issuperset(node.keys()):  # to ask for attrib would make one where none is
            node.attrib = {_NAMES[name]: value for name, value in node.attrib.items()}
    return root


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
    if not text:
        return []
    try:
        found = [*map(float, text.replace(",", " ").split())]
    except ValueError:
        return []
    return found if hypot(*found) < LARGEST else []


def is_on(switch: str | None, *, default: bool) -> bool:
    """A switch as it is written."""
    return default if switch is None else switch.strip().lower() not in _FALSE
