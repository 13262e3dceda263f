"""What files of keys and values share, be they YAML or TOML: a problem names line and key."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from gklint.errors import GklintError, reason
from gklint.files.paths import from_here

KeyPath = tuple[str | int, ...]
"""The keys that lead to a value; an item of a list is named by its index, from 0."""

MISSING = "找不到这个文件"
DEEPEST = 40
"""So deeply may values be nested; no file of ours comes near it."""
TOO_DEEP = f"嵌套太深，最多 {DEEPEST} 层"
_LARGEST = 2**63
TOO_LARGE = "数字太大"
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]")
"""What no text of a file should hold once its lines end alike; it cannot be seen."""

MOST = 1
"""How many MB a file may have; a rule is a thousandth of that."""
_MB = 1_000_000
# As editors do, which do not break lines at U+2028 and its like.
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")
_MOST_NAMES = 12


@dataclass(frozen=True)
class KeyedFile(ABC):
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

    def fail(self, path: KeyPath, problem: str) -> NoReturn:
        """Raise the error of this kind of file, naming the file, the line and the key."""
        while path and self.line(path) is None:
            path = path[:-1]
        key = shortened(self.key(path))
        raise self.error(
            f"{self.name}:{self.line(path) or 1}: {key + '：' if key else ''}{problem}"
        )

    def check_bounds(self) -> None:
        """Fail where values are nested too deeply, or a number has over 64 bits."""
        inner: list[tuple[KeyPath, Any]] = [((), self.value)]
        for path, value in inner:
            if isinstance(value, dict | list):
                if len(path) >= DEEPEST:
                    self.fail(path, TOO_DEEP)
                items = value.items() if isinstance(value, dict) else enumerate(value)
                inner += (
                    ((*path, key), item)
                    for key, item in items
                    if isinstance(item, dict | list | int)
                )
            elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
                self.fail(path, TOO_LARGE)

    def one_of(self, path: KeyPath, value: object, known: Any) -> None:
        """Fail unless ``value`` is one of ``known``, naming the nearest right one."""
        if value in [*known]:  # a list: what cannot be a key can be asked for, too
            return
        names = [*map(str, known)]
        near = nearest(str(value), names) or nearest(str(value).lower(), names)
        listed = "、".join(names[:_MOST_NAMES]) + "等" * (len(names) > _MOST_NAMES)
        hint = f"；是否想写 {near}？" if near else f"；可用的有：{listed}"
        self.fail(path, f"不认识“{shortened(str(value))}”{hint}")


def shortened(text: str) -> str:
    """A text of the user's as one line can hold it."""
    return text if len(text) <= 80 else f"{text[:80]}…"


def read(path: Path, error: type[GklintError], missing: str = MISSING, most: int = MOST) -> bytes:
    """The bytes of a file that the user named.

    Raises ``error``: ``missing`` if there is no such file, another if it has over ``most`` MB.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most * _MB + 1)
    except FileNotFoundError:
        raise error(f"{from_here(path)}：{missing}") from None
    except ValueError:
        raise error(f"{from_here(path)}：名称里有不能用的字符") from None
    except OSError as problem:
        raise error(f"{from_here(path)}：无法读取：{reason(problem)}") from problem
    if len(data) > most * _MB:
        raise error(f"{from_here(path)}：文件太大，最多 {most} MB")
    return data


def decoded(name: str, data: bytes, error: type[GklintError]) -> str:
    """The text of a file that is called ``name``.  Raises ``error`` if it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = line_at(problem.object, problem.start)
        raise error(f"{name}:{line}: 文件不是 UTF-8 编码，请另存为 UTF-8") from problem


def control_problem(character: str) -> str:
    """What is said of a character that cannot be seen."""
    if character == "\r":
        return "行末是单独的回车符，请用编辑器把换行改为 LF 或 CRLF"
    return f"这一行有看不见的字符 U+{ord(character):04X}，请删去"


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


def code_problem(code: str, known: Iterable[str], *, whole: bool) -> str | None:
    """What is wrong with a code that a user wrote: None if a rule has it, or begins with it."""
    codes = [*known]
    if code in codes if whole else any(right.startswith(code) for right in codes):
        return None
    near = nearest_code(code, codes)
    return f"没有规则“{code}”{f'，是否想写 {near}？' if near else '；gklint rule 列出全部规则'}"
