"""A Word file with other words in it, and without what else such a file holds."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from lxml import etree

from gklint.anonymise.pieces import Cutter
from gklint.formats.docx.comments import Word, numbers, unmark
from gklint.formats.docx.package import Package
from gklint.formats.docx.reading import Parsed, parse
from gklint.formats.docx.rewriting import serialised
from gklint.formats.limits import Limits
from gklint.words import Message

_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can tell
_NOWHERE = "https://example.com/"
_NOBODY = "x"
_PICTURE = bytes.fromhex(  # PNG: one white dot
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f"
    "0001010100b138f6140000000049454e44ae426082"
)
_OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-z]")
_QUOTED = re.compile(r'"[^"]*"')
# What is thrown away, by the last word of the relationship that leads to it.
_EMPTIED = {
    "core-properties": "properties",
    "extended-properties": "properties",
    "custom-properties": "properties",
    "customXml": "data",
    "customXmlProps": "data",
    "comments": "comments",
    "commentsExtended": "comments",
    "commentsIds": "comments",
    "commentsExtensible": "comments",
    "people": "comments",
}
_PICTURES = ("image", "thumbnail", "hdphoto")
_OF_LOOKS = ("fontTable", "theme")  # whose words are names of fonts
_FONTS = ("ascii", "hAnsi", "eastAsia", "cs", "font", "typeface")
_AUTHORS = ("author", "initials", "lastEditedBy", "userId", "providerId")
_NAMED = ("descr", "title", "tooltip")
_OF_CONTROLS = ("alias", "tag")
_SETTINGS = ("docVars", "mailMerge", "attachedTemplate", "rsids")


class Rewritten(NamedTuple):
    """The new file, and what it does not hold any more."""

    data: bytes
    removed: tuple[Message, ...]


def rewritten(data: bytes, text: str, cutter: Cutter, limits: Limits) -> Rewritten:
    """A Word file whose text is replaced by another one of the same length.

    Raises UnreadableFileError.
    """
    parsed = parse(data, limits)
    package = parsed.package
    shown = _put(parsed, text)
    _unmark_comments(parsed.root)
    kinds = _kinds(package)
    counts: Counter[str] = Counter()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.names:
            kind = kinds.get(name.lower(), "")
            if name.lower() == package.main.lower():
                _scrub(parsed.root, kind, cutter, shown)
                part = serialised(parsed.root)
            else:
                part = _part(package, name, kind, cutter, counts)
            archive.writestr(zipfile.ZipInfo(name, _TIME), part, zipfile.ZIP_DEFLATED)
    removed = (Message(f"anonymise.removed-{what}", {"count": n}) for what, n in counts.items())
    return Rewritten(written.getvalue(), tuple(removed))


def _put(parsed: Parsed, text: str) -> Collection[etree._Element]:
    """Put the new text where the old one stands in the XML; gives all nodes that are shown."""
    composition, shown = parsed.composition, set()
    ends = (*composition.starts[1:], len(composition.text))
    for start, end, anchor in zip(composition.starts, ends, composition.origins, strict=True):
        if anchor.offset < 0 or start == end:
            continue
        shown.add(anchor.node)
        within = [*(anchor.node.text or "")]
        for at in range(start, end):
            if text[at] != composition.text[at]:
                within[anchor.offset + at - start] = text[at]
        anchor.node.text = "".join(within)
    return shown


def _unmark_comments(root: etree._Element) -> None:
    word = Word(root)
    unmark(word, root, {str(number) for number in numbers(word, root)})


def _kinds(package: Package) -> dict[str, str]:
    """What the parts of a package are, by their names in lower case."""
    sources = ["", *package.names]
    return {
        each.target.lower(): each.kind for name in sources for each in package.relationships(name)
    }


def _part(package: Package, name: str, kind: str, cutter: Cutter, counts: Counter[str]) -> bytes:
    """What stands in place of a part that is not the text."""
    if name.lower().endswith(".rels"):
        return serialised(_without_targets(package.parse(name)))
    if name == "[Content_Types].xml":
        return package.read(name)
    if kind in _PICTURES:
        counts["pictures"] += 1
        return _PICTURE
    if not name.lower().endswith(".xml"):
        counts["objects"] += 1
        return b""
    root = package.parse(name)
    if kind in _EMPTIED:
        counts[_EMPTIED[kind]] += 1
        return serialised(_emptied(root))
    _scrub(root, kind, cutter, ())
    return serialised(root)


def _without_targets(root: etree._Element) -> etree._Element:
    """Relationships that lead nowhere outside of the file."""
    for each in root.iter(etree.Element):
        if each.get("TargetMode") == "External":
            each.set("Target", _NOWHERE)
    return root


def _emptied(root: etree._Element) -> etree._Element:
    """The root of a part alone; where its name is not one of Office, not even that."""
    if "openxmlformats.org" not in str(root.tag) and "microsoft.com" not in str(root.tag):
        return etree.Element("removed")
    for child in [*root]:
        root.remove(child)
    root.text = None
    return root


def _scrub(
    root: etree._Element, kind: str, cutter: Cutter, shown: Collection[etree._Element]
) -> None:
    """Replace the words of a part, but for the text of the nodes that were ``shown``."""
    for each in [*root.iter(etree.Comment, etree.ProcessingInstruction)]:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    for each in [*root.iter(etree.Element)]:
        name = etree.QName(each).localname
        parent = each.getparent()
        if name in _SETTINGS and parent is not None:
            parent.remove(each)
            continue
        if each.text and each.text.strip() and each not in shown:
            each.text = _scrubbed_text(name, each.text, cutter)
        if kind not in _OF_LOOKS:
            for key, value in _attributes(each, name, cutter):
                each.set(key, value)


def _scrubbed_text(name: str, text: str, cutter: Cutter) -> str:
    if name == "instrText":  # what a field does has to stay
        return _QUOTED.sub(lambda match: cutter.scrubbed(match[0]), text)
    return cutter.scrubbed(text)


def _attributes(element: etree._Element, name: str, cutter: Cutter) -> Iterator[tuple[str, str]]:
    """The attributes of an element that tell something, with what is to stand there."""
    for key, value in [*element.attrib.items()]:
        local = etree.QName(key).localname
        if local in _AUTHORS:
            yield str(key), _NOBODY
        elif local in _NAMED or name in _OF_CONTROLS:
            yield str(key), cutter.scrubbed(str(value))
        elif local == "instr":
            yield str(key), _scrubbed_text("instrText", str(value), cutter)
        elif local not in _FONTS and _OTHER_LETTERS.search(str(value)):
            yield str(key), cutter.scrubbed(str(value))
