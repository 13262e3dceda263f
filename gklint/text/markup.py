"""Marks of light markup: Markdown, AsciiDoc, DokuWiki, MediaWiki, Textile, Djot, Org.

Converters write it, and it is copied out of wikis.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from gklint.text.expressions import lazy_compile
from gklint.text.normalise import says_anything
from gklint.text.values import COUNTERS, YUAN

_LINK = lazy_compile(r"(?<!!)\[([^\[\]\n]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])")
_INK = re.compile(r"[^\r\n]")


def _blank(marks: re.Match[str]) -> str:
    return _INK.sub(" ", marks[0])


def _unquoted(marks: re.Match[str]) -> str:
    return marks[0] if marks[0].startswith("<") else _blank(marks)


def _hyphen(_: re.Match[str]) -> str:
    return "  -  "


def _barred(row: re.Match[str]) -> str:
    return row[0].replace("^", "|")


def _without_places(line: re.Match[str]) -> str:
    return _LINK.sub(_words_of_link, line[0])


def _words_of_link(link: re.Match[str]) -> str:
    words = f" {link[1]}" if says_anything(link[1]) else ""  # [¶](#place)
    return words.ljust(len(link[0]))


def _without_underscores(strong: re.Match[str]) -> str:
    return strong[0].replace("_", " ")


class Markup(NamedTuple):
    """A kind of markup.  ``signs``: one of these stands where there are ``marks`` of it."""

    signs: tuple[str, ...]
    marks: re.Pattern[str]
    write: Callable[[re.Match[str]], str] = _blank


# _words of a line or a cell_, __words__ in others, a _number_ that counts.  But what is to be
# filled in has no pair, or one sign, a counter or a pause between: __县__局, 共__件，其中__件
_UNIT = f"(?:[年月日{''.join(COUNTERS)}]|{'|'.join(YUAN)})"
_PAUSE = "[，。、；：！？,.;:!?]"
_NO_NAME = r"(?<![A-Za-z0-9_./@=&-]_)"
_EMPHASIS = lazy_compile(
    r"_(?:"
    rf"(?<![^\s|#>*]_)(_{{0,2}})(?![\s_])(?!{_UNIT}_)[^_|\r\n]+(?<!\s)_\1(?![^\s|*])"
    rf"|{_NO_NAME}_(?!{_PAUSE}|\D__|{_UNIT}(?:{_PAUSE}|[^\s_|]*__{_UNIT}))[^\s_|]+__(?!_)"
    rf"|{_NO_NAME}(_{{0,2}})\d[\d.,]*_\2(?={_UNIT}))"
)
_ANY = re.compile(
    r"\n(?:==+ |\|===|\{[|#.\w]|h2[ .(]|\^|:PROP|#+ [^\n]*(?: \{[#.]|\][(\[])"
    r"| {0,3}(?:>|\\?([*_-]) *\\?\1 *\\?\1))"
)
_ANYWHERE = ("_", "</", "<a ")
_MARKUPS = (
    # > of a quotation; that of a tag over two lines is none
    Markup(
        ("\n>", "\n >", "\n  >", "\n   >"),
        lazy_compile(r"<[/A-Za-z][^<>]*>?|\n {0,3}>[> ]*"),
        _unquoted,
    ),
    # ***, - - -, \_\_\_: a line that parts what stands above from what stands below; but tabs and
    # several blanks part the cells of a row without numbers
    Markup(
        ("*", "-", "_"),
        lazy_compile(r"\n *\\?(?:([*_])(?: *\\?\1){2,}|-(?: ?\\?-){2,}) *(?=[\r\n]|$)"),
    ),
    # == heading, == heading ==
    Markup(
        ("\n== ", "\n=== ", "\n==== ", "\n===== "),
        lazy_compile(r"(?m)^=+(?= +\S)|(?<=\S) +=+(?=[ \t\r]*$)"),
    ),
    # the frame of a table, and before a bar what a cell spans and where it is set: 3+ .2+ ^ 2.3+^.^
    Markup(
        ("\n|===",),
        lazy_compile(
            r"(?m)^\[[^\]\n]*\][ \t\r]*$|^\|===+[ \t\r]*$"
            r"|(?<![^\s|])(?:(?:\d+(?:\.\d+)?|\.\d+)\+[<^>.]*|[<^>.]*[<^>])[a-z]?(?=\|)"
        ),
    ),
    # the frame of a table and its rows, what a cell spans, places to which links lead
    Markup(
        ("\n{|",),
        lazy_compile(
            r"(?m)^\{\|(?:[ \t]*\w+=\"[^\n]*)?[ \t\r]*$|^\|[-}][^\n|]*$"
            r"|(?<=^\|)(?:[ \t]*\w+=\"[^\"\n]*\")+[ \t]*\|"
            r"|^<span id=\"[^\"\n]*\"></span>[ \t\r]*$"
        ),
    ),
    Markup(("\nh2. ", "\nh2("), lazy_compile("&#45;"), _hyphen),
    # behind a bar where a cell is set, and what it spans: =. <. \2. /3.
    Markup(("\nh2. ", "\nh2("), lazy_compile(r"(?<=\|)(?:[_<>=^~]|[\\/]\d{1,3})+\.(?= )")),
    # h2. heading, h2(#place). heading
    Markup(
        ("\nh2. ", "\nh2("),
        lazy_compile(r"(?m)^(?:h[1-6]|p|bq)(?:[(\[{][^)\]}\n]*[)\]}])*\.(?= )"),
    ),
    # # heading {#place .class}
    Markup((" {#", " {."), lazy_compile(r"(?m)(?<=\S) +\{[#.][^{}\n]*\}[ \t\r]*$")),
    # what a heading is called, on lines below
    Markup(("\n:PROPERTIES:",), lazy_compile(r"(?m)^:(?:PROPERTIES|CUSTOM_ID|END):[^\n]*$")),
    # attributes, on a line above
    Markup(
        ("{#", "{.", '{id="', '{border="'),
        lazy_compile(r"(?m)^\{(?:[#.]|\w+=\")[^{}\n]*\}[ \t\r]*$"),
    ),
    # # [heading](#place), # [heading][place]; elsewhere a table of contents may be of links
    Markup(("](", "]["), lazy_compile(r"\n *#{1,6} [^\r\n]*\][(\[][^\r\n]*"), _without_places),
    Markup(("_",), _EMPHASIS, _without_underscores),
    # what HTML in Markdown sets off, and places to which links lead; an address of mail is said
    Markup(
        ("</", "<a "),
        lazy_compile(
            r"(?i)</?(?:[uibp]|a(?!\s[^<>\n]*@)|em|strong|ins|mark|code|big|small|span|font|center|h[1-6]|div)"
            r"(?:\s[^<>\n]*)?>"
        ),
    ),
    # ^head^head^
    Markup(("\n^",), lazy_compile(r"(?m)^\^[^\n]*\^[ \t\r]*$"), _barred),
)


def without_markup(text: str) -> str:
    """The text with blanks or bars in place of such marks, one for one; line breaks stay."""
    lines = "\n" + text  # each has one before it
    if not _ANY.search(lines) and not any(sign in text for sign in _ANYWHERE):
        return text  # as nearly all
    for signs, marks, write in _MARKUPS:
        if any(sign in lines for sign in signs):
            lines = marks.sub(write, lines)
    return lines[1:]
