"""The tags of a page with their places, and what their names and attributes say.

Positions are what this is about, and no parser gives the place of every character; so tags
are found by one expression, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


# What a tag may hold is bounded, so that what is never closed costs no more than what follows; and
# no value fits two alternatives, or each one more would double the ways to read them all.
_TOKEN = re.compile(
    r"<!--(?:>|->|.*?(?:--!?>|\Z))"
    r"|</(?P<close>[a-zA-Z][^\s/><]*)[^<>]*>?"
    r"""|<(?P<open>[a-zA-Z][^\s/><]*)(?P<attributes>[^<>"']*(?:(?:"[^"]{0,2000}"|'[^']{0,2000}'|"[^"<]{2001,}"|'[^'<]{2001,}')[^<>"']*){0,60}|[^<>]*)>"""
    r"|<[!?][^<>]*>?"
    r"|&(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_MAY_HIDE = re.compile(r"hid|none", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all"
    r"|(?<![\w-])class\s*=\s*[\"']?(?:[^\"'>]*\s)?hidden(?![\w-])",
    re.IGNORECASE,
)
_HIDDEN_ATTRIBUTE = re.compile(r"(?:^|\s)hidden(?![\w-])", re.IGNORECASE)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_COUNTED = re.compile(r"cjk|chinese|list-cn|custom_cn(?!2)", re.IGNORECASE)
_WIDEST, _TALLEST = 63, 1000  # more has no table of a report

_RAW = _names("script style textarea title xmp iframe noembed noframes noscript")
SKIPPED = _names(
    "head template svg math object select button datalist nav audio video canvas rp rt"
)
STRUCK = _names("del s strike")
ENCLOSING = _names(
    "address article aside blockquote body center details dialog div dl fieldset figure footer"
    " form header html main ol section ul"
)
PARAGRAPHS = _names("p h1 h2 h3 h4 h5 h6 li dt dd hr pre legend summary figcaption caption option")
ROW_GROUPS = _names("tbody thead tfoot colgroup")
CELLS = frozenset(("td", "th"))
BLOCKS = ENCLOSING | PARAGRAPHS | ROW_GROUPS | CELLS | {"table", "tr"}
TELLING = BLOCKS | SKIPPED | STRUCK | {"br", "sup", "input", "img"}
"""The tags that matter; of the others only whether they hide what they hold."""
_MARK = re.compile(
    r"\s{0,9}(?:[\[［(（]?(?:注?\d{1,2})[\]］)）]?|[*＊※①-⑳])\s{0,9}</sup", re.IGNORECASE
)
_FIELDS = _names("text number tel")
_VOID = _names("br hr img input meta link")


def tokens(
    text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[re.Match[str], int]]:
    """Start tags (``open``, ``attributes``), end tags (``close``), entities, and comments.

    With each where to go on: behind the end of what holds no tags.
    """
    last = len(text) if end is None else end
    while match := _TOKEN.search(text, start, last):
        tag = match["open"]
        start = _behind(text, match) if tag and tag.lower() in _RAW else match.end()
        yield match, start


def _behind(text: str, match: re.Match[str]) -> int:
    tag = match["open"].lower()
    if match["attributes"].endswith("/"):
        return match.end()
    closing = re.compile(rf"</{tag}\b", re.IGNORECASE).search(text, match.end())
    return closing.start() if closing else len(text)


# -- attributes ----------------------------------------------------------------------


def is_void(tag: str, attributes: str) -> bool:
    """Whether an element has no end tag."""
    return attributes.endswith("/") or tag in _VOID


def hides(attributes: str) -> bool:
    """Whether a style, a class or the attribute hides an element; ``overflow: hidden`` does not."""
    if not _MAY_HIDE.search(attributes):
        return False
    bare = _VALUE.sub(" ", attributes)
    return bool(_HIDDEN.search(attributes) or _HIDDEN_ATTRIBUTE.search(bare))


def spans(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell spans."""
    if "span" not in attributes.lower():
        return 1, 1
    values = _values(attributes)
    return _span(values.get("colspan"), _WIDEST), _span(values.get("rowspan"), _TALLEST)


def _span(value: str | None, most: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", value or "")
    return min(max(int(digits[1]), 1), most) if digits else 1


def value_of(tag: str, attributes: str) -> str:
    """What stands in a field to be filled in; empty for others."""
    if tag != "input":
        return ""
    values = _values(attributes)
    return values.get("value", "") if values.get("type", "text").lower() in _FIELDS else ""


def picture_of(attributes: str) -> tuple[str, int | None]:
    """Where a picture is, and how many pixels wide it is shown, if that is said."""
    values = _values(attributes)
    width = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", values.get("width", ""))
    return unescape(values.get("src", "")).strip(), int(width[1]) or None if width else None


def _values(attributes: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}


def is_mark(text: str, start: int) -> bool:
    """Whether a superscript is the mark of a note, and nothing that is calculated with."""
    return _MARK.match(text, start) is not None


def first_number(tag: str, attributes: str) -> int | None:
    """The number of the first item of a list with Chinese numerals."""
    if tag != "ol" or not _COUNTED.search(attributes):
        return None
    start = re.search(r"\bstart\s*=\s*[\"']?(\d{1,2})", attributes)
    return max(int(start[1]), 1) if start else 1
