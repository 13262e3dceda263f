"""What files of keys and values share, be they YAML or TOML: a problem names line and key."""

from __future__ import annotations

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
        key = self.key(path)
        raise self.error(
            f"{self.name}:{self.line(path) or 1}: {key + '：' if key else ''}{problem}"
        )

    def one_of(self, path: KeyPath, value: object, known: Any) -> None:
        """Fail unless ``value`` is one of ``known``, naming the nearest right one."""
        if value in known:
            return
        names = [*map(str, known)]
        near = nearest(str(value), names) or nearest(str(value).lower(), names)
        listed = "、".join(names[:_MOST_NAMES]) + "等" * (len(names) > _MOST_NAMES)
        hint = f"；是否想写 {near}？" if near else f"；可用的有：{listed}"
        self.fail(path, f"不认识“{value}”{hint}")


def read(path: Path, error: type[GklintError], missing: str = MISSING) -> bytes:
    """The bytes of a file that the user named.  Raises ``error``, with ``missing`` if it is not."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise error(f"{from_here(path)}：{missing}") from None
    except OSError as problem:
        raise error(f"{from_here(path)}：无法读取：{reason(problem)}") from problem


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
