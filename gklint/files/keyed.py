"""What files of keys and values share, be they YAML or TOML: a problem names line and key."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from gklint.errors import GklintError, reason
from gklint.files.paths import from_here, may_be_read
from gklint.frozen import Frozen
from gklint.words import Message

KeyPath = tuple[str | int, ...]
"""The keys that lead to a value; an item of a list is named by its index, from 0."""

MISSING = "files.missing"
DEEPEST = 40
"""So deeply may values be nested; no file of ours comes near it."""
TOO_DEEP = Message("syntax.too-deep", {"most": DEEPEST})
_LARGEST = 2**63
TOO_LARGE = Message("syntax.too-large")
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]")
"""What no text of a file should hold once its lines end alike; it cannot be seen."""

MOST = 1
"""How many MB a file may have; a rule is a thousandth of that."""
_MB = 1_000_000
LINE_END = re.compile(r"\r\n|\r|\n")
"""As editors do, which do not break lines at U+2028 and its like."""
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")
_MOST_SHOWN = 100
"""So many characters of the names that are known are shown."""


class KeyedFile(Frozen, ABC):
    """A file by the name it is shown under, and its value (plain Python)."""

    name: str
    value: Any

    error: ClassVar[type[GklintError]]

    @abstractmethod
    def line(self, path: KeyPath) -> int | None:
        """The line (from 1) where a key stands; None if it does not."""

    def key(self, path: KeyPath) -> str:
        """A key as a problem names it."""
        return ".".join(map(str, path))

    def fail(self, path: KeyPath, problem: str, /, **args: object) -> NoReturn:
        """Raise the error of this kind of file, naming the file, the line and the key.

        ``problem`` is the key of a text, which ``args`` fill.
        """
        while path and self.line(path) is None:
            path = path[:-1]
        self.fail_at(path, str(self.line(path) or 1), Message(problem, args))

    def fail_at(self, path: KeyPath, place: str, problem: Message) -> NoReturn:
        """Raise the same of a key at a ``place``: a line, or a line and a column."""
        key = shortened(self.key(path))
        frame = "files.at-key" if key else "files.at-line"
        raise self.error(frame, name=self.name, place=place, key=key, problem=problem)

    def fail_within(self, path: KeyPath, offset: int, problem: str, /, **args: object) -> NoReturn:  # noqa: ARG002 (of YAML it is known)
        """Raise the same of what stands behind so many characters of the text at ``path``."""
        self.fail(path, problem, **args)

    def fail_by_name(self, path: KeyPath, name: str, problem: str, /, **args: object) -> NoReturn:
        """Raise the same of a name: where it stands in the text at ``path``, if it does."""
        if found := _within(self.at(path), name):
            self.fail_within(path, found.start(), problem, **args)
        self.fail(path, problem, **args)

    def at(self, path: KeyPath) -> Any:
        """The value that stands at ``path``; None if none does."""
        value = self.value
        for key in path:
            try:
                value = value[key]
            except (LookupError, TypeError):
                return None
        return value

    def check_bounds(self) -> None:
        """Fail where values are nested too deeply, or a number has over 64 bits."""
        inner: list[tuple[KeyPath, Any]] = [((), self.value)]
        for path, value in inner:
            if isinstance(value, dict | list):
                if len(path) >= DEEPEST:
                    self.fail(path, TOO_DEEP.key, **TOO_DEEP.args)
                items = value.items() if isinstance(value, dict) else enumerate(value)
                inner += (
                    ((*path, key), item)
                    for key, item in items
                    if isinstance(item, dict | list | int)
                )
            elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
                self.fail(path, TOO_LARGE.key)

    def one_of(self, path: KeyPath, value: object, known: Any) -> None:
        """Fail unless ``value`` is one of ``known``, naming the nearest right one.

        ``value`` is the text at ``path``, a name in it, or a key.
        """
        names = [*map(str, known)]
        if not isinstance(value, str):
            self.fail(path, "files.expected-one-of", known=_some(names), found=as_written(value))
        if value in names:
            return
        shown = shortened(value)
        if near := nearest(value, names) or nearest(value.lower(), names):
            self.fail_by_name(path, value, "files.unknown-near", value=shown, near=near)
        self.fail_by_name(path, value, "files.unknown", value=shown, known=_some(names))


def _within(text: object, name: str) -> re.Match[str] | None:
    """Where a name stands in a text with others."""
    if not isinstance(text, str) or text == name:
        return None
    return re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", text) if name else None


def _some(names: Sequence[str]) -> Sequence[str] | Message:
    """As many names as one line can hold, and that there are others."""
    ends = accumulate(len(name) + 1 for name in names)
    held = max(1, sum(end <= _MOST_SHOWN for end in ends))
    return names if held >= len(names) else Message("files.and-others", {"names": names[:held]})


def as_written(value: object) -> str:
    """A value as it stands in the file, shortened."""
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def shortened(text: str) -> str:
    """A text of the user's as one line can hold it."""
    return text if len(text) <= 80 else f"{text[:80]}…"


def read(path: Path, error: type[GklintError], missing: str = MISSING, most: int = MOST) -> bytes:
    """The bytes of a file that the user named.

    Raises ``error``: as ``require`` does, and if it has over ``most`` MB.
    """
    data = _beginning(path, error, missing, most * _MB + 1)
    if len(data) > most * _MB:
        raise in_file(error, path, "files.too-many-bytes", most=most)
    return data


def require(path: Path, error: type[GklintError], missing: str = MISSING) -> None:
    """Raise ``error``: ``missing`` if there is no such file, another if it cannot be read."""
    _beginning(path, error, missing, 1)


def _beginning(path: Path, error: type[GklintError], missing: str, size: int) -> bytes:
    try:
        if not may_be_read(path):
            raise in_file(error, path, "files.no-file")
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        raise in_file(error, path, missing) from None
    except ValueError:
        raise in_file(error, path, "files.bad-name") from None
    except OSError as problem:
        raise in_file(error, path, "files.cannot-read", reason=reason(problem)) from problem


def in_file(error: type[GklintError], path: Path, problem: str, /, **args: object) -> GklintError:
    """The error that says a ``problem`` of a file as a whole."""
    return error("files.in-file", path=from_here(path), problem=Message(problem, args))


def at_line(error: type[GklintError], name: str, line: int | str, problem: Message) -> GklintError:
    """The error that says a ``problem`` of a line (or place) of the file called ``name``."""
    return error("files.at-line", name=name, place=str(line), problem=problem)


def place(text: str, offset: int) -> str:
    """Line and column (from 1) of an offset, as editors count them."""
    before = LINE_END.split(text[:offset])
    return f"{len(before)}:{len(before[-1]) + 1}"


def decoded(name: str, data: bytes, error: type[GklintError]) -> str:
    """The text of a file that is called ``name``.  Raises ``error`` if it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = line_at(problem.object, problem.start)
        raise at_line(error, name, line, Message("syntax.not-utf-8")) from problem


def control_problem(character: str) -> Message:
    """What is said of a character that cannot be seen."""
    if character == "\r":
        return Message("syntax.lone-return")
    return Message("syntax.control", {"code": f"U+{ord(character):04X}"})


def line_at(data: bytes, offset: int) -> int:
    """The line (from 1) of an offset."""
    return len(_LINE_ENDS.findall(data[:offset])) + 1


def nearest(text: str, known: Iterable[str], likeness: float = 0.5) -> str | None:
    """What of ``known`` was probably meant; ``likeness`` is 1 for the same."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(text, [*known], 1, likeness)), None)


def nearest_code(code: str, known: Iterable[str]) -> str | None:
    """Which code was probably meant; they differ little, so that it must be very like."""
    return nearest(code.upper(), known, 0.8)


def code_problem(code: str, known: Iterable[str], *, whole: bool) -> Message | None:
    """What is wrong with a code that a user wrote: None if a rule has it, or begins with it."""
    codes = [*known]
    if code in codes if whole else any(right.startswith(code) for right in codes):
        return None
    if near := nearest_code(code, codes):
        return Message("files.unknown-code-near", {"code": code, "near": near})
    return Message("files.unknown-code", {"code": code})
