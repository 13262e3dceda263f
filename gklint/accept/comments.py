"""Comments by which findings are accepted: which codes, why, until when, in which lines.

::

    <!-- gklint: accept GK303 理由：… 到期：2026-12-31 -->

On a line with other text it is about that line, alone on its line about the next line with
text.  ``accept-start`` … ``accept-end`` is about the lines between, ``accept-file`` about all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from gklint.files.keyed import nearest, nearest_code
from gklint.findings.diagnostics import Acceptance
from gklint.ruleset.rules import Rule
from gklint.text.comments import without_comments
from gklint.text.source import Markup, Places, Source, Span

_OPENING = re.compile(
    r"<!--\s*gklint(?:\s*[:：]\s*|\s+(?=accept))(?P<verb>\w*(?:-\w+)*)", re.IGNORECASE
)
_MARK = re.compile("<!--|-->")
_LINE, _FILE, _START, _END = "accept", "accept-file", "accept-start", "accept-end"
_VERBS = (_LINE, _FILE, _START, _END)
_KEYS = re.compile(r"(?:(?P<reason>理由|reason)|(?P<until>到期日?|until))\s*[:：]", re.IGNORECASE)
_SEPARATORS = " \t\r\n,，、;；。"
_CODES = re.compile(f"[{_SEPARATORS}]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHOWN = re.compile(r"\S+")


class Statement(NamedTuple):
    """A comment: what it accepts, why and until when, in which lines.

    ``span``: of the comment in the file's text.  ``lines`` from 1; None: the whole file.
    """

    codes: tuple[str, ...]
    acceptance: Acceptance
    span: Span
    lines: range | None

    @property
    def reach(self) -> float:
        """How many lines it is about."""
        return float("inf") if self.lines is None else len(self.lines)


class Fault(NamedTuple):
    """What is wrong with a comment; ``kind`` and ``args`` choose and fill the message."""

    kind: str
    span: Span
    args: Mapping[str, object] = {}


class _Comment(NamedTuple):
    """A comment of ours as it is written; ``rest`` is None if it has no end."""

    verb: str
    rest: str | None
    span: Span


def read_comments(
    source: Source, rules: Mapping[str, Rule]
) -> tuple[tuple[Statement, ...], tuple[Fault, ...]]:
    """The statements in the comments of a file, and what is wrong with the others."""
    written = _written(source.file.text)
    if isinstance(source.where, Places):  # in Word, what looks like a comment is printed
        return (), tuple(Fault("not-here", comment.span) for comment in written)
    reading = _Reading(source, rules)
    for comment in written:
        reading.take(comment)
    faults = [*reading.faults, *(Fault("no-end", each.span) for each in reading.opened if each)]
    return tuple(reading.statements), tuple(sorted(faults, key=lambda fault: fault.span))


def _written(text: str) -> Iterator[_Comment]:
    """The comments of a text that speak to gklint."""
    for match in _OPENING.finditer(text):
        mark = _MARK.search(text, match.end())
        if mark and mark[0] == "-->":
            rest = text[match.end() : mark.start()]
            yield _Comment(match["verb"].lower(), rest, Span(match.start(), mark.end()))
        else:
            yield _Comment(match["verb"].lower(), None, Span(*match.span()))


def day(text: str) -> date | None:
    """A day written like 2026-12-31; None if it is none."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def is_reason(text: str) -> bool:
    """Whether it says anything; “……” does not."""
    return re.search(r"\w", text) is not None


def code_fault(code: str, rules: Mapping[str, Rule]) -> tuple[str, dict[str, object]] | None:
    """Why a code cannot be accepted: it is unknown, or its rule forbids it; None if it can."""
    if code in rules:
        return None if rules[code].acceptable else ("not-acceptable", {"code": code})
    near = nearest_code(code, rules)
    return ("unknown-code-near" if near else "unknown-code"), {"code": code, "near": near}


class _Reading:
    """Comments taken in one after the other; ``opened`` holds None for a start with faults."""

    def __init__(self, source: Source, rules: Mapping[str, Rule]) -> None:
        self.source = source
        self.rules = rules
        self.statements: list[Statement] = []
        self.faults: list[Fault] = []
        self.opened: list[Statement | None] = []

    def take(self, comment: _Comment) -> None:
        """Take in one comment."""
        verb, rest, span = comment
        if rest is None:
            self.faults.append(Fault("no-close", span))
        elif verb not in _VERBS:
            args = {"printed": verb, "near": nearest(verb, _VERBS) or _LINE}
            self.faults.append(Fault("unknown-verb", span, args))
        elif verb == _END:
            self.close(span)
        elif verb == _START:
            self.opened.append(self.statement(rest, span))
        elif statement := self.statement(rest, span):
            lines = self.target(span) if verb == _LINE else None
            self.statements.append(statement._replace(lines=lines))

    def close(self, span: Span) -> None:
        """Take in the end of a block."""
        if not self.opened:
            self.faults.append(Fault("no-start", span))
        elif block := self.opened.pop():
            within = range(self.line(block.span.end), self.line(span.start) + 1)
            self.statements.append(block._replace(lines=within))

    def statement(self, text: str, span: Span) -> Statement | None:
        """The statement without its lines; None, and its faults noted, if it cannot hold."""
        head, given = _values(text)
        last = given.get("until")
        until = None if last is None else day(last)
        named = [code for code in _CODES.split(head) if code]
        wrong = {code: fault for code in named if (fault := code_fault(code, self.rules))}
        faults = [Fault(kind, span, args) for kind, args in wrong.values()]
        faults += [] if named else [Fault("no-code", span)]
        broken = [] if is_reason(given.get("reason", "")) else [Fault("no-reason", span)]
        if last is not None and until is None:
            broken.append(Fault("bad-date", span, {"printed": last}))
        self.faults += [*faults, *broken]
        codes = tuple(dict.fromkeys(code for code in named if code not in wrong))
        acceptance = Acceptance("comment", given.get("reason"), until)
        return None if broken or not codes else Statement(codes, acceptance, span, None)

    def target(self, span: Span) -> range:
        """The comment's own lines if they hold other text, or else the next line with text."""
        first, last = self.line(span.start), self.line(span.end)
        index = bisect_left(self.shown, first)
        following = self.shown[index] if index < len(self.shown) else last
        return range(first, last + 1) if following <= last else range(following, following + 1)

    def line(self, offset: int) -> int:
        return self.source.file.position(offset).line

    @cached_property
    def shown(self) -> Sequence[int]:
        """The lines of the file with anything but comments; of a page, those that it shows."""
        source = self.source
        if not isinstance(source.where, Markup):
            bare = without_comments(source.text)
            return sorted({self.line(match.start()) for match in _SHOWN.finditer(bare)})
        words = (Span(*match.span()) for match in _SHOWN.finditer(source.text))
        cells = (cell for row in source.rows for cell in row.cells)  # also the empty ones
        spans = map(source.where.span, (*words, *cells))
        places = (self.line(at) for start, end in spans for at in (start, max(start, end - 1)))
        return sorted({*places})


def _values(text: str) -> tuple[str, Mapping[str, str]]:
    """What stands before the keys, and what stands behind each; a key counts where it is first."""
    keys: dict[str, re.Match[str]] = {}
    for match in _KEYS.finditer(text):
        keys.setdefault(str(match.lastgroup), match)
    ends = [*(match.start() for match in keys.values()), len(text)]
    values = (text[match.end() : end] for match, end in zip(keys.values(), ends[1:], strict=True))
    return text[: ends[0]], {
        key: value.strip(_SEPARATORS) for key, value in zip(keys, values, strict=True)
    }
