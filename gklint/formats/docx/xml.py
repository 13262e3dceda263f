"""The elements of WordprocessingML that matter here, in transitional and strict files alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from gklint.formats.docx.fields import drawn_by
from gklint.formats.limits import Limits

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_WRAPPERS = (
    *("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"),
    *("ins", "moveTo", "ruby", "rubyBase"),
)
_CONTENTS = (
    *("p", "tbl", "tr", "tc", "r", "del", "moveFrom", "txbxContent"),
    *("t", "br", "cr", "tab", "ptab", "noBreakHyphen", "sym"),
    *("fldChar", "instrText", "drawing", "pict", "object", "altChunk"),
)
_HOLDERS = ("pPr", "rPr", "trPr", "tcPr")
_PROPERTIES = (
    *("pStyle", "rStyle", "numPr", "vanish", "specVanish", "strike", "dstrike"),
    *("vertAlign", "position"),
    *("gridSpan", "gridBefore", "vMerge", "hMerge", "cellIns", "cellDel"),
    *("ins", "del", "moveTo", "moveFrom"),
)
_OTHERS = (
    *("document", "body", "sdtPr", "docPartGallery", "numId", "ilvl"),
    *("style", "name", "basedOn", "num", "abstractNum", "abstractNumId", "numStyleLink"),
    *("lvlOverride", "startOverride", "lvl", "start", "numFmt", "lvlText", "lvlRestart", "isLgl"),
)

KINDS: dict[object, str] = {
    **{
        f"{{{space}}}{name}": name
        for space in WORD
        for name in (*_WRAPPERS, *_CONTENTS, *_HOLDERS, *_PROPERTIES, *_OTHERS)
    },
    **{f"{{{space}}}{name}": "oMath" for space in MATH for name in ("oMath", "oMathPara")},
    f"{{{COMPATIBILITY}}}AlternateContent": "AlternateContent",
    f"{{{COMPATIBILITY}}}Choice": "Choice",
    f"{{{COMPATIBILITY}}}Fallback": "Fallback",
}
"""What an element is, by its tag; all others say nothing about the text."""

TABLES = tuple(f"{{{space}}}tbl" for space in WORD)
STYLES = tuple(f"{{{space}}}style" for space in WORD)
TEXTS = tuple(f"{{{space}}}t" for space in (*WORD, *MATH))
MATH_TEXTS = tuple(f"{{{space}}}t" for space in MATH)
_GALLERIES = tuple(f"{{{space}}}docPartGallery" for space in WORD)
_TRANSPARENT = frozenset((*_WRAPPERS, "AlternateContent", "Choice", "Fallback"))
_SHOWN = {tag: name for tag, name in KINDS.items() if name in {*_TRANSPARENT, *_CONTENTS, "oMath"}}
_NONE: Mapping[str, etree._Element] = {}
_WHITE, _GROUNDS = "FFFFFF", ("shd", "highlight")
OFF = ("0", "false", "off")


def kind(element: etree._Element) -> str | None:
    """The local name of an element that matters."""
    return KINDS.get(element.tag)


def kinds(parent: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The children that matter, each with its kind."""
    for child in parent:
        if name := KINDS.get(child.tag):
            yield name, child


def value(element: etree._Element, name: str = "val") -> str | None:
    """An attribute of an element."""
    for space in WORD:
        found = element.get(f"{{{space}}}{name}")
        if found is not None:
            return found
    return None


def relation(element: etree._Element) -> str | None:
    """The relationship that an element names."""
    found = (element.get(f"{{{space}}}id") for space in RELATIONS)
    return next(filter(None, found), None)


def on(element: etree._Element) -> bool:
    """Whether a property that stands there is switched on."""
    return value(element) not in OFF


def objects(parent: etree._Element) -> Iterator[etree._Element]:
    """The objects of other programs that stand in an element."""
    return parent.iter(_OLE_OBJECT)


def integer(text: str | None, low: int, high: int, default: int) -> int:
    """A number within bounds, whatever is written."""
    try:
        return min(max(int(text or ""), low), high)
    except ValueError:
        return default


class Properties:
    """The properties that matter, sought out once: nearly all others are about looks.

    white: the runs whose text has the colour of paper, and no ground of its own.
    """

    def __init__(self, root: etree._Element) -> None:
        self._found: dict[etree._Element, dict[str, etree._Element]] = {}
        self._ends: dict[etree._Element, dict[str, etree._Element]] = {}
        space = etree.QName(root).namespace
        for element in root.iter(*(f"{{{space}}}{name}" for name in _PROPERTIES)):
            self._add(element)
        colours = root.iter(f"{{{space}}}color")
        white = (each.getparent() for each in colours if (value(each) or "").upper() == _WHITE)
        grounds = [f"{{{space}}}{name}" for name in _GROUNDS]
        self.white = frozenset(
            holder.getparent()
            for holder in white
            if holder is not None and next(holder.iterchildren(*grounds), None) is None
        )

    def _add(self, element: etree._Element) -> None:
        holder = element.getparent()
        if holder is None or KINDS.get(holder.tag, "") not in _HOLDERS:
            return
        owner, found = holder.getparent(), self._found
        if owner is not None and kind(owner) == "pPr":
            owner, found = owner.getparent(), self._ends
        if owner is not None:
            found.setdefault(owner, {})[KINDS[element.tag]] = element

    def of(self, element: etree._Element) -> Mapping[str, etree._Element]:
        """Those of a paragraph, run, row or cell, by kind."""
        return self._found.get(element, _NONE)

    def of_end(self, paragraph: etree._Element) -> Mapping[str, etree._Element]:
        """Those of the end of a paragraph, which is like a run."""
        return self._ends.get(paragraph, _NONE)


def first(parent: etree._Element, wanted: str) -> etree._Element | None:
    """The first child of a kind."""
    for element in parent:
        if KINDS.get(element.tag) == wanted:
            return element
    return None


def contents(parent: etree._Element, limits: Limits) -> Iterator[tuple[str, etree._Element]]:
    """What stands in ``parent``, each with its kind, as if nothing were wrapped around it.

    Of alternatives the first is taken.  After all that a tracked insertion holds, it comes
    again, as ``"end"``.  A table of contents comes as ``"toc"`` and is not entered, nor is a field
    that draws characters itself.
    """
    for child in parent:
        name = _SHOWN.get(child.tag)
        if name is None:
            continue
        if name in _TRANSPARENT:
            yield from _unwrapped(child, limits)
        else:
            yield name, child


def _unwrapped(wrapper: etree._Element, limits: Limits) -> Iterator[tuple[str, etree._Element]]:
    """The same of what is wrapped, however often."""
    stack = [iter((wrapper,))]
    entered: list[etree._Element] = []
    while stack:
        for child in stack[-1]:
            name = _SHOWN.get(child.tag)
            if name is None:
                continue
            if name not in _TRANSPARENT:
                yield name, child
            elif name == "sdt" and _is_contents(child):
                yield "toc", child
            elif name == "fldSimple" and drawn_by(value(child, "instr") or "") is not None:
                yield name, child
            else:
                if name in ("ins", "moveTo"):
                    yield name, child
                limits.check("depth", len(stack))
                entered.append(child)
                stack.append(iter(alternative(child) if name == "AlternateContent" else child))
                break
        else:
            stack.pop()
            if entered and kind(left := entered.pop()) in ("ins", "moveTo"):
                yield "end", left


def alternative(element: etree._Element) -> etree._Element:
    """Of an mc:AlternateContent the first choice, unless only another one has text."""
    options = [child for name, child in kinds(element) if name in ("Choice", "Fallback")]
    for option in options:
        if any(node.text for node in option.iter(*TEXTS)):
            return option
    return options[0] if options else element


def _is_contents(element: etree._Element) -> bool:
    properties = first(element, "sdtPr")
    if properties is None:
        return False
    galleries = (value(each) or "" for each in properties.iter(*_GALLERIES))
    return any("table of contents" in gallery.lower() for gallery in galleries)
