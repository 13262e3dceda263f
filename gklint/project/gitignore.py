"""Patterns as in .gitignore, and what the .gitignore files of a repository say.

Matched are paths with slashes from where the patterns stand; a folder ends in a slash.
As in git, the last pattern that matches decides.  In git's own files ``?`` and what stands in
``[…]`` are bytes, as there: what it tracks would be left out otherwise.  In ours they are
characters of any script, as people mean them.

Not pathspec: there a pattern matches all that lies in a folder too, so that ``*`` and then
``!folder/`` gives back what is in the folder, which git does not.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from gklint.errors import GklintError
from gklint.files.paths import may_be_read

_SETS = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": " \t\n\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}
# Compiled only where there are patterns.
_TRAILING = r"(?s)((?:\\.|[^\\])*?)[ ]*\Z"  # an escaped blank stays
_TOKEN = r"(?s)(?P<stars>\*+)|(?P<one>\?)|(?P<opened>\[[!^]?)|\\(?P<escaped>.)|(?P<char>[^\\])"
_SPECIAL = r"[*?\[\\]"
_STAR, _FOLDERS = "[^/]*", "(?:.*/)?"
_SET_ITEM = r"(?s)\[:(?P<name>[^\]]*):\]|\\?(?P<low>.)(?:-(?!\])\\?(?P<high>.))?"


class PatternError(GklintError):
    """A pattern that can match nothing."""


class Pattern(NamedTuple):
    """One pattern: whether it takes or, by ``!``, gives back what it matches."""

    takes: bool
    only_folders: bool
    regex: re.Pattern[str]


def pattern(line: str, place: str = "", flags: int = re.DOTALL) -> Pattern | None:
    """The pattern of a line that stands in the folder ``place``, ``""`` or ``"a/b/"``.

    None: the line is blank or a comment.  Raises PatternError if it can match nothing.
    """
    if not line.strip() or line.startswith("#"):
        return None
    takes = not line.startswith("!")
    found = re.match(_TRAILING, line if takes else line[1:])
    body = found[1] if found else ""
    glob = body.removesuffix("/")
    regex = re.escape(place) + _translated(glob.removeprefix("/"), anywhere="/" not in glob)
    return Pattern(takes, glob != body, re.compile(regex, flags))


def _translated(glob: str, *, anywhere: bool) -> str:
    """The regular expression of a glob, in any folder or from the top.  Raises PatternError.

    What stands between two stars is taken where it first comes, and nowhere else, as no later place
    leaves more room for the rest: otherwise each star would multiply the time.
    """
    parts = [*_parts(glob, 0 if anywhere else len(re.split(_SPECIAL, glob, maxsplit=1)[0]))]
    if not parts:
        raise PatternError("config.pattern-empty")
    numbers = count()
    chunks = [""] if anywhere else []
    for chunk in _split(parts, _FOLDERS):
        pieces = [*map("".join, _split(chunk, _STAR))]
        chunks.append(_joined(pieces, _STAR, "[^/]*?", numbers))
    return _joined(chunks, _FOLDERS, "(?:.*?/)??", numbers)


def _parts(glob: str, literal: int) -> Iterator[str]:
    """What the tokens of a glob become.

    ``literal``: so many characters are compared first, and the glob is then taken to begin.
    """
    at = 0
    while at < len(glob):
        token = re.compile(_TOKEN).match(glob, at)
        if not token:
            raise PatternError("config.pattern-backslash")
        start, at = token.span()
        if token["stars"]:
            begins = start == literal or glob[start - 1] == "/"
            part, at = _stars(glob, at) if begins and at - start > 1 else (_STAR, at)
        elif token["opened"]:
            part, at = _set(glob, at, negated=token["opened"] != "[")
        else:
            part = "[^/]" if token["one"] else re.escape(token["escaped"] or token["char"])
        yield part


def _stars(glob: str, at: int) -> tuple[str, int]:
    """What several stars up to ``at`` become that begin a name, and where the glob goes on."""
    if glob.startswith("/", at):
        return _FOLDERS, at + 1
    return (".*" if at == len(glob) else _STAR), at


def _split(parts: Iterable[str], gap: str) -> list[list[str]]:
    """What stands between gaps, which may be nothing."""
    found: list[list[str]] = [[]]
    for part in parts:
        if part == gap:
            found.append([])
        else:
            found[-1].append(part)
    return found


def _joined(pieces: Sequence[str], gap: str, shortest: str, numbers: Iterator[int]) -> str:
    """Pieces with gaps between them; those with gaps on both sides are taken where they come."""
    first, *between = pieces
    if not between:
        return first
    *middle, last = between
    once = (
        f"(?=(?P<at{number}>{shortest}{each}))(?P=at{number})"
        for each, number in zip(filter(None, middle), numbers, strict=False)
    )
    return "".join((first, *once, gap, last))


def _set(glob: str, at: int, *, negated: bool) -> tuple[str, int]:
    """What a set becomes whose first item stands at ``at``, and where the glob goes on."""
    items: list[str] = []
    while not items or glob[at : at + 1] != "]":
        item = re.compile(_SET_ITEM).match(glob, at)
        if not item:
            raise PatternError("config.pattern-open")
        items.append(_of_set(item))
        at = item.end()
    inside = "".join(items)
    return (f"[^/{inside}]" if negated else f"(?!/)[{inside}]"), at + 1


def _of_set(item: re.Match[str]) -> str:
    """A class, a range, or one character, which a range the wrong way round is, too."""
    name, low, high = item["name"], item["low"], item["high"]
    if low is None:
        if name not in _SETS:
            raise PatternError("config.pattern-class", name=name)
        return _SETS[name]
    return re.escape(low) if high is None or high < low else f"{re.escape(low)}-{re.escape(high)}"


def taken(patterns: Sequence[Pattern], path: str) -> bool:
    """Whether the last pattern that matches a path takes it."""
    name = path.removesuffix("/")
    for one in reversed(patterns):
        if (name != path or not one.only_folders) and one.regex.fullmatch(name):
            return one.takes
    return False


def taken_within(patterns: Sequence[Pattern], path: str) -> bool:
    """Whether a path, or a folder that it lies in, is taken."""
    ends = (index + 1 for index, char in enumerate(path[:-1]) if char == "/")
    return any(taken(patterns, path[:end]) for end in (*ends, len(path)))


# -- .gitignore --------------------------------------------------------------------------------


class Ignored(NamedTuple):
    """What git ignores in a folder, by all .gitignore files from its repository down to it.

    ``base``: of the repository, absolute.  ``place``: the folder from there, ``""`` or
    ``"a/b/"``, each byte a character.  ``whole``: the folder itself is ignored, with all that is
    in it.
    """

    base: Path
    place: str = ""
    patterns: tuple[Pattern, ...] = ()
    whole: bool = False

    @classmethod
    def of(cls, folder: Path) -> Ignored:
        """What is ignored in a folder (absolute); outside of repositories, by its own file."""
        base = repository(folder) or folder
        ignored = _at_base(base)
        for name in folder.relative_to(base).parts:
            ignored = ignored.below(name)
        return ignored

    def below(self, name: str) -> Ignored:
        """What is ignored in a folder of this folder."""
        folder = self.base / os.fsdecode(self.place.encode("latin-1")) / name
        if is_repository(folder):
            return _at_base(folder)
        place = f"{self.place}{_bytewise(name)}/"
        own = () if self.whole else _patterns(folder / ".gitignore", place)
        return self._replace(
            place=place, patterns=(*self.patterns, *own), whole=self.takes(f"{name}/")
        )

    def takes(self, name: str) -> bool:
        """Whether what is called so in this folder is ignored; a folder ends in a slash."""
        return self.whole or taken(self.patterns, f"{self.place}{_bytewise(name)}")


def _bytewise(name: str) -> str:
    """Each byte of a name as a character."""
    return name if name.isascii() else os.fsencode(name).decode("latin-1")


def repository(folder: Path) -> Path | None:
    """The nearest folder upwards that is a git repository."""
    return next(filter(is_repository, (folder, *folder.parents)), None)


def is_repository(folder: Path) -> bool:
    """Whether it is the top folder of one."""
    try:
        return (folder / ".git").exists()
    except OSError:
        return False


def _at_base(base: Path) -> Ignored:
    files = (_git_folder(base) / "info" / "exclude", base / ".gitignore")
    return Ignored(base, patterns=tuple(p for file in files for p in _patterns(file, "")))


def _git_folder(base: Path) -> Path:
    """Where git keeps what is its own: ``.git``, or for a further working tree another place."""
    git = base / ".git"
    pointer = _text(git)
    if pointer.startswith("gitdir: "):
        git = base / pointer.removeprefix("gitdir: ")
        git /= _text(git / "commondir")
    return git


def _read(path: Path) -> bytes:
    """A file of git; nothing of one that cannot be read, as git has it."""
    try:
        return path.read_bytes() if may_be_read(path) else b""
    except OSError:
        return b""


def _text(path: Path) -> str:
    return os.fsdecode(_read(path)).rstrip("\r\n")


def _patterns(path: Path, place: str) -> Iterable[Pattern]:
    data = _read(path)
    if not data:
        return
    for line in data.removeprefix(codecs.BOM_UTF8).decode("latin-1").split("\n"):
        try:
            found = pattern(line.removesuffix("\r"), place, re.DOTALL | re.ASCII)
        except PatternError:  # git passes over it
            continue
        if found:
            yield found
