"""The file of a web page, or of a text with tables in HTML, with other words in it.

What is shown is replaced as it was decided, all else by the same words without being looked at;
tags, and what makes tables of them, stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.anonymise.pieces import Cutter
from gklint.formats.html.tags import tokens
from gklint.text.source import Markup, Source, Span

_INK = re.compile(r"[^\r\n]")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)""")
# What tells how a page is to be read, and is no text.
_PLAIN = (
    *("class", "style", "type", "lang", "charset", "start", "hidden", "http-equiv"),
    *("colspan", "rowspan", "span", "cols", "rows", "width", "height", "align", "valign"),
    *("border", "cellpadding", "cellspacing", "face", "size", "color"),
)
_SHOWN = ("title", "textarea")
_OURS = re.compile(r"<!--\s*gklint\b", re.IGNORECASE)
_ENTITY = re.compile(r"&#(?:(?P<hex>[xX])[0-9a-fA-F]+|\d+);?")


def marked_up(source: Source, text: str, cutter: Cutter) -> str:
    """The file of a source whose text is replaced by another one of the same length."""
    where = source.where
    assert isinstance(where, Markup)
    made = [*where.text]
    shown = [False] * len(made)
    changed: list[tuple[Span, str]] = []
    for at, (old, new) in enumerate(zip(source.text, text, strict=True)):
        there = where.span(Span(at, at + 1))
        if where.text[slice(*there)] == old:
            shown[there.start] = True
        if old != new:
            changed.append((there, new))
    for span, new in _others(where.text, cutter):
        for at, each in enumerate(new, span.start):
            if not shown[at]:
                made[at] = each
    for span, new in changed:
        made[slice(*span)] = _as_written(where.text[slice(*span)], new)
    return "".join(made)


def _others(text: str, cutter: Cutter) -> Iterator[tuple[Span, str]]:
    """All that is no tag, as if none of it were shown, with what takes its place."""
    end = 0
    for match, behind in tokens(text):
        yield Span(end, match.start()), cutter.scrubbed(text[end : match.start()])
        if match["open"]:
            yield Span(*match.span("attributes")), _attributes(match["attributes"], cutter)
            within = text[match.end() : behind]
            scrubbed = match["open"].lower() in _SHOWN
            yield Span(match.end(), behind), cutter.scrubbed(within) if scrubbed else _blank(within)
        elif match[0].startswith("<!--"):
            ours = _OURS.match(match[0])
            inner = Span(match.start() + len("<!--"), max(match.end() - len("-->"), match.start()))
            yield inner, (cutter.scrubbed if ours else _blank)(text[slice(*inner)])
        end = behind
    yield Span(end, len(text)), cutter.scrubbed(text[end:])


def _attributes(text: str, cutter: Cutter) -> str:
    def scrubbed(match: re.Match[str]) -> str:
        name, sign, value = match.groups()
        plain = name.lower() in _PLAIN or "charset" in value.lower()
        return f"{name}{sign}{value if plain else cutter.scrubbed(value)}"

    return _ATTRIBUTE.sub(scrubbed, text)


def _blank(text: str) -> str:
    return _INK.sub(" ", text)


def _as_written(old: str, new: str) -> str:
    """A character in the way that another one is written: itself, or by its number."""
    found = _ENTITY.fullmatch(old)
    if found is None:
        return new
    number = f"{ord(new):x}" if found["hex"] else str(ord(new))
    start, end = (3 if found["hex"] else 2), len(old) - old.endswith(";")
    return f"{old[:start]}{number.rjust(end - start, '0')}{old[end:]}"
