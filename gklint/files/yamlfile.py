"""YAML that remembers on which line each key stands.

Rule files are written in a small part of YAML, in which everything means what stands there:

- one document of lists, of ``key: value``, and of single values, with comments;
- without quotes, ``null``, ``~`` and nothing are null, ``true`` and ``false`` are flags, and digits
  (``2021``, ``-3``) are a whole number; all else is text: 0.10, 010, 12:30, .inf, yes, 2024-05-01;
- what stands in quotes, after ``|`` or after ``>`` is text, and so is every key;
- no anchors and aliases (``&``, ``*``), tags (``!``), merged keys (``<<``), directives (``%``),
  further documents (``---``), keys that stand twice or are no text, characters that cannot be seen;
- at most 40 levels, 15 digits and 1 MB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import yaml

from gklint.errors import RuleFileError
from gklint.files.keyed import (
    DEEPEST,
    LINE_END,
    TOO_DEEP,
    KeyedFile,
    KeyPath,
    at_line,
    control_problem,
    place,
)
from gklint.files.shipped import DataFile
from gklint.files.widths import MEANT, blame, problem_of
from gklint.files.yamlscalars import place_behind
from gklint.words import Message

# What YAML forbids, what it alone takes for the end of a line, and marks of the byte order.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A key, and behind it the colon or the blank of Chinese text.
_WIDE_COLON = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?:([：﹕︰])|:([^\S ]))")
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DIGITS = 15
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}

_ALIAS = "syntax.yaml-alias"
_TAG = "syntax.yaml-tag"
_DIRECTIVE = "syntax.yaml-directive"
_NO_CHARACTER = "syntax.number-of-character"
_UNALIGNED = "syntax.yaml-unaligned"
_UNKNOWN = "syntax.yaml-other"
# Where it begins, what the parsers (libyaml, or PyYAML alone) complain of only further down.
_BEGINS = {
    "could not find expected ':'": "syntax.yaml-no-colon",
    "unexpected end of stream": "syntax.quotes",
    "unexpected document": "syntax.quotes",
}
# What is said of brackets that were opened in a line above.
_OPENED = {
    "syntax.list": "syntax.list-since",
    "syntax.yaml-braces": "syntax.yaml-braces-since",
}
_PROBLEMS = {
    "directive": _DIRECTIVE,
    " tag": _TAG,
    "alphabetic or numeric": _ALIAS,
    "tab character": "syntax.yaml-tab",
    "mapping values are not allowed": "syntax.yaml-colon",
    "sequence entries are not allowed": "syntax.yaml-item",
    "mapping keys are not allowed": "syntax.yaml-question",
    "unknown escape": "syntax.yaml-backslash",
    "hexdecimal": _NO_CHARACTER,
    "hexadecimal": _NO_CHARACTER,
    "Unicode character escape": _NO_CHARACTER,
    "maximum nesting depth": TOO_DEEP.key,
    "block scalar": "syntax.yaml-block",
    "',' or ']'": "syntax.list",
    "',' or '}'": "syntax.yaml-braces",
    "document start": "syntax.yaml-surplus",
    "expected key": _UNALIGNED,
    "'-' indicator": _UNALIGNED,
    "<block end>": _UNALIGNED,
    "node content": "syntax.yaml-value",
    "unexpected ':'": "syntax.yaml-colon-in-brackets",
}


class YamlFile(KeyedFile):
    """The value of a YAML file, and the line (from 1) of each of its keys.

    spans: where in ``text`` each single value stands.
    """

    lines: Mapping[KeyPath, int]
    text: str = ""
    spans: Mapping[KeyPath, tuple[int, int]] = {}

    error = RuleFileError

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)

    def fail(self, path: KeyPath, problem: str, /, **args: object) -> NoReturn:
        """Raise RuleFileError, which also tells a full-width mark that made text of what it is."""
        value = self.at(path)
        texts = (*path[-1:], *(value if isinstance(value, dict) else [value]))
        also = next(
            filter(None, (_only_text(each) for each in texts if isinstance(each, str))), None
        )
        if also:
            super().fail(path, "syntax.yaml-also", problem=Message(problem, args), also=also)
        super().fail(path, problem, **args)

    def fail_within(self, path: KeyPath, offset: int, problem: str, /, **args: object) -> NoReturn:
        """Raise RuleFileError, which names line and column."""
        text = self.at(path)
        if path not in self.spans or not isinstance(text, str):
            self.fail(path, problem, **args)
        start, end = self.spans[path]
        behind = place_behind(self.text[start:end], text[:offset])
        self.fail_at(path, place(self.text, start + behind), Message(problem, args))

    def part(self, path: KeyPath) -> YamlFile:
        """What stands at ``path`` as if it were all of the file, at the same places."""
        inner: list[tuple[KeyPath, Any]] = [((), self.at(path))]
        for way, value in inner:
            if isinstance(value, dict | list):
                items = value.items() if isinstance(value, dict) else enumerate(value)
                inner += (((*way, key), item) for key, item in items)
        ways = [(way, (*path, *way)) for way, _ in inner]
        lines = {way: self.lines[whole] for way, whole in ways}
        spans = {way: self.spans[whole] for way, whole in ways if whole in self.spans}
        return YamlFile(self.name, inner[0][1], lines, self.text, spans)


def load(file: DataFile) -> YamlFile:
    """Read a YAML file.  Raises RuleFileError with the line of what is no such YAML."""
    if found := _FORBIDDEN.search(file.text):
        where = place(file.text, found.start())
        raise at_line(RuleFileError, file.name, where, control_problem(found[0]))
    reading = _Reading(file.name, _events(file.text), _last_line(file.text))
    at: int | str
    try:
        return YamlFile(file.name, reading.document(), reading.lines, file.text, reading.spans)
    except yaml.MarkedYAMLError as error:
        at, problem = _explained(error, file.text, reading.line)
    except (yaml.YAMLError, ValueError, OverflowError):  # PyYAML alone: "\U99999999"
        at, problem = reading.line, Message(_NO_CHARACTER)
    raise at_line(RuleFileError, file.name, at, Message("syntax.yaml", {"problem": problem}))


def _events(text: str) -> Iterator[Any]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[Any] = yaml.parse(text, loader)
    return events


def _wrong_line(text: str) -> int | None:
    """The line where a text is no YAML; None if it is."""
    line = 1
    try:
        for event in _events(text):
            line = event.start_mark.line + 1
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return min(mark.line + 1 if mark else line, _last_line(text))
    except (yaml.YAMLError, ValueError, OverflowError):
        return line
    return None


def _only_text(text: str) -> Message | None:
    """What is said of a full-width mark that makes plain text of a key, a list or a quotation."""
    if found := _WIDE_COLON.match(text):
        return problem_of(next(filter(None, found.groups())))
    ends = {*text[:1], *text[-1:]}
    if ends and (ends <= MEANT.keys() or (text[0] in MEANT and text[0].isspace())):
        return problem_of(text[0])
    return None


class _Reading:
    """Makes values of events.  ``line``: that of the newest event, from 1."""

    def __init__(self, name: str, events: Iterator[Any], last: int) -> None:
        """``last``: the last line; what is left out at the end has a mark behind it."""
        self.lines: dict[KeyPath, int] = {}
        self.spans: dict[KeyPath, tuple[int, int]] = {}
        self.line = 1
        self._file = YamlFile(name, None, self.lines)
        self._events = events
        self._last = last

    def document(self) -> Any:
        """The value of the one document; None if there is none.  Raises RuleFileError."""
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            self._fail((), _DIRECTIVE)
        value = self._value(self._next(), ())
        self._next()
        if not isinstance(self._next(), yaml.StreamEndEvent):
            self._fail((), "syntax.yaml-documents")
        return value

    def _next(self) -> Any:
        event = next(self._events)
        self.line = min(event.start_mark.line + 1, self._last)
        return event

    def _fail(self, path: KeyPath, problem: str, /, **args: object) -> NoReturn:
        self.lines[path] = self.line
        self._file.fail(path, problem, **args)

    def _value(self, event: Any, path: KeyPath) -> Any:
        self.lines.setdefault(path, self.line)
        self._refuse_references(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= DEEPEST:
            self._fail(path, TOO_DEEP.key, **TOO_DEEP.args)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return self._list(path)

    def _refuse_references(self, event: Any, path: KeyPath) -> None:
        if event.anchor:  # aliases have one, too
            self._fail(path, _ALIAS)
        if event.tag:
            self._fail(path, _TAG)

    def _list(self, path: KeyPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, path)
            place = (*path, key)
            if key in values:
                self._fail(place, "syntax.yaml-key-twice", line=self.lines[place])
            self.lines[place] = self.line
            values[key] = self._value(self._next(), place)
        return values

    def _key(self, event: Any, path: KeyPath) -> str:
        self._refuse_references(event, path)
        if not isinstance(event, yaml.ScalarEvent):
            self._fail(path, "syntax.yaml-key")
        key = self._text(event, path)
        if not event.style and key == "":
            self._fail(path, "syntax.yaml-no-key")
        if not event.style and key == "<<":
            self._fail(path, "syntax.yaml-merge")
        return key

    def _scalar(self, event: Any, path: KeyPath) -> Any:
        self.spans[path] = (event.start_mark.index, event.end_mark.index)
        text = self._text(event, path)
        if event.style:  # quotes, or a block of text
            return text
        if _WHOLE_NUMBER.fullmatch(text):
            if len(text.lstrip("-")) > _DIGITS:
                self._fail(path, "syntax.yaml-digits", most=_DIGITS)
            return int(text)
        return _WORDS.get(text, text)

    def _text(self, event: Any, path: KeyPath) -> str:
        text: str = event.value
        if _SURROGATE.search(text):
            self._fail(path, _NO_CHARACTER)
        return text


def _explained(error: yaml.MarkedYAMLError, text: str, since: int) -> tuple[int | str, Message]:
    """The place and the problem of an error; up to the line ``since`` all was right."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1 if mark else since, _last_line(text))
    if wide := blame(text, range(since, line + 1), _wrong_line):
        return place(text, wide.offset), wide.problem
    said = f"{error.context} {error.problem}"
    for words, problem in _BEGINS.items():
        if words in said and error.context_mark:
            return error.context_mark.line + 1, Message(problem)
    if "cannot start any token" in said and mark:
        return line, _cannot_begin(LINE_END.split(text)[line - 1][mark.column : mark.column + 1])
    problem = next((known for words, known in _PROBLEMS.items() if words in said), _UNKNOWN)
    opened = error.context_mark.line + 1 if error.context_mark else line
    if problem in _OPENED and opened < line:
        return line, Message(_OPENED[problem], {"line": opened})
    return line, Message(problem, TOO_DEEP.args)  # which only that text needs


def _last_line(text: str) -> int:
    """The last line that is not blank."""
    return len(LINE_END.findall(text.rstrip())) + 1


def _cannot_begin(character: str) -> Message:
    if character == "\t":
        return Message(_PROBLEMS["tab character"])
    if character == "%":
        return Message(_DIRECTIVE)
    return Message("syntax.yaml-beginning", {"character": character})
