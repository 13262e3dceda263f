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
from gklint.files.keyed import DEEPEST, TOO_DEEP, KeyedFile, KeyPath, at_line, control_problem
from gklint.files.shipped import DataFile
from gklint.words import Message

# What YAML forbids, what it alone takes for the end of a line, and marks of the byte order.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"\s*(?:-\s+)*")
# A key, and behind it the colon of Chinese text.
_WIDE_COLON = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*：")
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
    """The value of a YAML file, and the line (from 1) of each of its keys."""

    lines: Mapping[KeyPath, int]

    error = RuleFileError

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)

    def fail(self, path: KeyPath, problem: str, /, **args: object) -> NoReturn:
        """Raise RuleFileError, which also tells a full-width colon where there should be a key."""
        value = self._at(path)
        texts = (*path[-1:], *(value if isinstance(value, dict) else [value]))
        wide = any(isinstance(text, str) and _WIDE_COLON.match(text) for text in texts)
        if wide:
            said = Message(problem, args)
            super().fail(path, "syntax.yaml-also-wide-colon", problem=said)
        super().fail(path, problem, **args)

    def below(self, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
        """The lines of what stands at ``path`` and in it, by the way from there."""
        inner: list[tuple[KeyPath, Any]] = [((), self._at(path))]
        for way, value in inner:
            yield way, self.lines[(*path, *way)]
            if isinstance(value, dict | list):
                items = value.items() if isinstance(value, dict) else enumerate(value)
                inner += (((*way, key), item) for key, item in items)

    def _at(self, path: KeyPath) -> Any:
        value = self.value
        for key in path:
            try:
                value = value[key]
            except (LookupError, TypeError):
                return None
        return value


def load(file: DataFile) -> YamlFile:
    """Read a YAML file.  Raises RuleFileError with the line of what is no such YAML."""
    if found := _FORBIDDEN.search(file.text):
        line = len(_LINE_END.findall(file.text, 0, found.start())) + 1
        raise at_line(RuleFileError, file.name, line, control_problem(found[0]))
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reading = _Reading(file.name, yaml.parse(file.text, loader), _last_line(file.text))
    try:
        return YamlFile(file.name, reading.document(), reading.lines)
    except yaml.MarkedYAMLError as error:
        line, problem = _explained(error, file.text, reading.line)
    except (yaml.YAMLError, ValueError, OverflowError):  # PyYAML alone: "\U99999999"
        line, problem = reading.line, Message(_NO_CHARACTER)
    raise at_line(RuleFileError, file.name, line, Message("syntax.yaml", {"problem": problem}))


class _Reading:
    """Makes values of events.  ``line``: that of the newest event, from 1."""

    def __init__(self, name: str, events: Iterator[Any], last: int) -> None:
        """``last``: the last line; what is left out at the end has a mark behind it."""
        self.lines: dict[KeyPath, int] = {}
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


def _explained(error: yaml.MarkedYAMLError, text: str, since: int) -> tuple[int, Message]:
    """The line and the problem of an error; up to the line ``since`` all was right."""
    lines = _LINE_END.split(text)
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1 if mark else since, _last_line(text))
    for number in range(since, line + 1):
        if _WIDE_COLON.match(_INDENT.sub("", lines[number - 1], count=1)):
            return number, Message("syntax.yaml-wide-colon")
    said = f"{error.context} {error.problem}"
    for words, problem in _BEGINS.items():
        if words in said and error.context_mark:
            return error.context_mark.line + 1, Message(problem)
    if "cannot start any token" in said and mark:
        return line, _cannot_begin(lines[line - 1][mark.column : mark.column + 1])
    problem = next((known for words, known in _PROBLEMS.items() if words in said), _UNKNOWN)
    return line, Message(problem, TOO_DEEP.args)  # which only that text needs


def _last_line(text: str) -> int:
    """The last line that is not blank."""
    return len(_LINE_END.findall(text.rstrip())) + 1


def _cannot_begin(character: str) -> Message:
    if character == "\t":
        return Message(_PROBLEMS["tab character"])
    if character == "%":
        return Message(_DIRECTIVE)
    return Message("syntax.yaml-beginning", {"character": character})
