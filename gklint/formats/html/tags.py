"""The tags of a page with their places, and what their names and attributes say.

Positions are what this is about, and no parser gives the place of every character; so tags
are found by one expression, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from gklint.text.left_out import NOTE_MARK


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _in_any_case(word: str) -> str:
    return "".join(f"[{char}{char.upper()}]" if char.isalpha() else char for char in word)


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
# Looked for in every tag: with sets of letters ``re`` skips to where one of these may begin.
_HINTS = (_in_any_case("hid"), _in_any_case("none"), r":\s*0(?![\d.])")
_MAY_HIDE = re.compile("|".join(_HINTS))
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?<![\w-])(?:opacity|font-size)\s*:\s*0(?![\d.])"
    r"|(?<![\w-])class\s*=\s*[\"']?(?:[^\"'>]*\s)?hidden(?![\w-])",
    re.IGNORECASE,
)
_HIDDEN_ATTRIBUTE = re.compile(r"(?:^|\s)hidden(?![\w-])", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;\"']{0,80}line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_WHITE = re.compile(
    r"(?<![\w-])color\s{0,9}[:=][\s\"']{0,9}"
    r"(?:\#fff(?:fff)?(?!\w)|white(?!\w)|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))",
    re.IGNORECASE,
)
_GROUND = re.compile(r"background|bgcolor", re.IGNORECASE)
_MARKING = map(_in_any_case, ("through", "super", "white", "#fff"))
_MAY_TELL = re.compile("|".join((*_HINTS, *_MARKING, r"255\s*,")))
_OF_A_CLASS = re.compile(r"\s*[a-z]*\.([\w-]+)\s*", re.IGNORECASE)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_COUNTED = re.compile(r"cjk|chinese|list-cn|custom_cn(?!2)", re.IGNORECASE)
_WIDEST, _TALLEST = 63, 1000  # more has no table of a report

_RAW = _names("script style textarea title xmp iframe noembed noframes noscript")
SKIPPED = _names(
    "head template svg math object select button datalist nav audio video canvas rp rt"
)
_STRIKING = _names("del s strike")
ENCLOSING = _names(
    "address article aside blockquote body center details dialog div dl fieldset figure footer"
    " form header html main ol section ul"
)
PARAGRAPHS = _names("p h1 h2 h3 h4 h5 h6 li dt dd hr pre legend summary figcaption caption option")
ROW_GROUPS = _names("tbody thead tfoot colgroup")
CELLS = frozenset(("td", "th"))
BLOCKS = ENCLOSING | PARAGRAPHS | ROW_GROUPS | CELLS | {"table", "tr"}
TELLING = BLOCKS | SKIPPED | _STRIKING | {"br", "sup", "input", "textarea", "img"}
"""The tags that matter; of the others only how they show what they hold."""
_MARK = re.compile(rf"(?:\s|<[a-z][^<>]{{0,200}}>){{0,9}}{NOTE_MARK}\s{{0,9}}</", re.IGNORECASE)
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


def tells(attributes: str) -> bool:
    """Whether something may be told there of how an element shows its text."""
    return bool(attributes) and _MAY_TELL.search(attributes) is not None


def marking_classes(sheet: str) -> dict[str, str]:
    """The classes by which a style sheet strikes text through or lifts it, with what it says."""
    rules = (rule.rpartition("{") for rule in sheet.split("}"))
    return {
        name[1]: declared
        for selectors, _, declared in rules
        if _STRUCK.search(declared) or _RAISED.search(declared)
        for name in map(_OF_A_CLASS.fullmatch, selectors.rpartition("{")[2].split(","))
        if name
    }


def said_by(classes: Mapping[str, str], attributes: str) -> str:
    """What style sheets say of the classes of an element."""
    own = _values(attributes).get("class", "").split() if "class" in attributes else ()
    return "".join(classes.get(name, "") for name in own)


def strikes(tag: str, attributes: str) -> bool:
    """Whether an element strikes its text through."""
    return tag in _STRIKING or bool(attributes and _STRUCK.search(attributes))


def raises(tag: str, attributes: str) -> bool:
    """Whether an element lifts its text above the line."""
    return tag == "sup" or bool(attributes and _RAISED.search(attributes))


def is_white(attributes: str) -> bool:
    """Whether the text of an element has the colour of paper, and no ground of its own."""
    return bool(_WHITE.search(attributes)) and not _GROUND.search(attributes)


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
