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
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from gklint.errors import RuleFileError
from gklint.files.keyed import DEEPEST, TOO_DEEP, KeyedFile, KeyPath, control_problem
from gklint.files.shipped import DataFile

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

_NO_WIDE_COLON = "键后面要用半角的“: ”，不是全角的“：”"
_ALIAS = "不能用“&”和“*”引用别处的内容，请把内容直接写在这里；若是文字，请加引号"
_TAG = "不能用“!”指定类型；若是文字，请加引号"
_DIRECTIVE = "不能以“%”开头；若是文字，请加引号"
_NO_CHARACTER = "双引号里的“\\”后面不是字符的编号"
_UNALIGNED = "缩进与上面的行对不齐，或上面的引号、括号没有成对"
_UNKNOWN = "这里的写法看不懂，请检查缩进、冒号、引号和括号"
# Where it begins, what the parsers (libyaml, or PyYAML alone) complain of only further down.
_BEGINS = {
    "could not find expected ':'": "键后面缺少“: ”，或文字没有缩进",
    "unexpected end of stream": "引号没有成对",
    "unexpected document": "引号没有成对",
}
_PROBLEMS = {
    "directive": _DIRECTIVE,
    " tag": _TAG,
    "alphabetic or numeric": _ALIAS,
    "tab character": "缩进要用空格，不能用制表符（Tab）",
    "mapping values are not allowed": "这里不该有“: ”：上一行没有写完，或文字里的“: ”没有加引号",
    "sequence entries are not allowed": "这里不能以“- ”开头，请检查缩进",
    "mapping keys are not allowed": "这里不能以“? ”开头；若是文字，请加引号",
    "unknown escape": "双引号里的“\\”有特别的意思，请改用单引号",
    "hexdecimal": _NO_CHARACTER,
    "hexadecimal": _NO_CHARACTER,
    "Unicode character escape": _NO_CHARACTER,
    "maximum nesting depth": TOO_DEEP,
    "block scalar": "“|”和“>”后面不能有文字；若是文字，请加引号",
    "',' or ']'": "列表缺少“]”，或两项之间缺少逗号",
    "',' or '}'": "花括号没有成对，或两项之间缺少逗号",
    "document start": "前面的内容已经结束，这里有多余的内容",
    "expected key": _UNALIGNED,
    "'-' indicator": _UNALIGNED,
    "<block end>": _UNALIGNED,
    "node content": "这里缺少值，或有多余的符号",
    "unexpected ':'": "括号里的文字含有“:”时要加引号",
}


@dataclass(frozen=True)
class YamlFile(KeyedFile):
    """The value of a YAML file, and the line (from 1) of each of its keys."""

    lines: Mapping[KeyPath, int]

    error = RuleFileError

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)

    def fail(self, path: KeyPath, problem: str) -> NoReturn:
        """Raise RuleFileError, which also tells a full-width colon where there should be a key."""
        value = self._at(path)
        texts = (*path[-1:], *(value if isinstance(value, dict) else [value]))
        wide = any(isinstance(text, str) and _WIDE_COLON.match(text) for text in texts)
        super().fail(path, f"{problem}；{_NO_WIDE_COLON}" if wide else problem)

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
        raise RuleFileError(f"{file.name}:{line}: {control_problem(found[0])}")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reading = _Reading(file.name, yaml.parse(file.text, loader), _last_line(file.text))
    try:
        return YamlFile(file.name, reading.document(), reading.lines)
    except yaml.MarkedYAMLError as error:
        line, problem = _explained(error, file.text, reading.line)
    except (yaml.YAMLError, ValueError, OverflowError):  # PyYAML alone: "\U99999999"
        line, problem = reading.line, _NO_CHARACTER
    raise RuleFileError(f"{file.name}:{line}: YAML 语法有误：{problem}")


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
            self._fail((), "一个文件只能有一份内容，请删去多出的“---”")
        return value

    def _next(self) -> Any:
        event = next(self._events)
        self.line = min(event.start_mark.line + 1, self._last)
        return event

    def _fail(self, path: KeyPath, problem: str) -> NoReturn:
        self.lines[path] = self.line
        self._file.fail(path, problem)

    def _value(self, event: Any, path: KeyPath) -> Any:
        self.lines.setdefault(path, self.line)
        self._refuse_references(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= DEEPEST:
            self._fail(path, TOO_DEEP)
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
                self._fail(place, f"同一个键写了两次，第 {self.lines[place]} 行已经有了")
            self.lines[place] = self.line
            values[key] = self._value(self._next(), place)
        return values

    def _key(self, event: Any, path: KeyPath) -> str:
        self._refuse_references(event, path)
        if not isinstance(event, yaml.ScalarEvent):
            self._fail(path, "键应为文字；含有括号的文字要加引号")
        key = self._text(event, path)
        if not event.style and key == "":
            self._fail(path, "“:”前面缺少键")
        if not event.style and key == "<<":
            self._fail(path, "不能用“<<”合并别处的内容，请把内容直接写在这里")
        return key

    def _scalar(self, event: Any, path: KeyPath) -> Any:
        text = self._text(event, path)
        if event.style:  # quotes, or a block of text
            return text
        if _WHOLE_NUMBER.fullmatch(text):
            if len(text.lstrip("-")) > _DIGITS:
                self._fail(path, f"数字最多 {_DIGITS} 位；若是文字，请加引号")
            return int(text)
        return _WORDS.get(text, text)

    def _text(self, event: Any, path: KeyPath) -> str:
        text: str = event.value
        if _SURROGATE.search(text):
            self._fail(path, _NO_CHARACTER)
        return text


def _explained(error: yaml.MarkedYAMLError, text: str, since: int) -> tuple[int, str]:
    """The line and the problem of an error; up to the line ``since`` all was right."""
    lines = _LINE_END.split(text)
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1 if mark else since, _last_line(text))
    for number in range(since, line + 1):
        if _WIDE_COLON.match(_INDENT.sub("", lines[number - 1], count=1)):
            return number, _NO_WIDE_COLON
    said = f"{error.context} {error.problem}"
    for words, problem in _BEGINS.items():
        if words in said and error.context_mark:
            return error.context_mark.line + 1, problem
    if "cannot start any token" in said and mark:
        return line, _cannot_begin(lines[line - 1][mark.column : mark.column + 1])
    return line, next((known for words, known in _PROBLEMS.items() if words in said), _UNKNOWN)


def _last_line(text: str) -> int:
    """The last line that is not blank."""
    return len(_LINE_END.findall(text.rstrip())) + 1


def _cannot_begin(character: str) -> str:
    if character == "\t":
        return _PROBLEMS["tab character"]
    if character == "%":
        return _DIRECTIVE
    return f"以“{character}”开头的文字要加引号"
