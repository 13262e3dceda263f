"""Which files a run checks: those named, and those of a supported type in folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.errors import UsageError, reason
from gklint.extras import is_installed
from gklint.files.paths import absolute
from gklint.formats.sniff import LOCK, PICTURES, SUFFIXES
from gklint.project.gitignore import Ignored
from gklint.words import Message

if TYPE_CHECKING:
    from gklint.project.config import Configs

SETTINGS = (".toml", ".yaml", ".yml", ".json")
"""Of configuration, rules, and what is accepted."""

_SKIPPED_FOLDERS = frozenset((".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"))
_EXCLUDE, _GITIGNORE = "exclude", ".gitignore"
_MOST_EXAMPLES = 5
_SMALLEST_SCAN = 50_000  # bytes; smaller pictures are marks and drawings
_OF_THE_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))


class Found(NamedTuple):
    """The files to check, and those that were named although the configuration excludes them.

    ``others``: what else the folders hold that may be a report, of kinds that cannot be read.
    ``ignored``: what .gitignore left out of them, files and folders, by the top of a repository.
    """

    files: tuple[Path, ...]
    excluded: tuple[Path, ...]
    others: tuple[Path, ...] = ()
    ignored: Mapping[Path, Sequence[Path]] = {}


def find_files(paths: Sequence[str], configs: Configs, *, empty: bool = False) -> Found:
    """The files that paths on the command line mean, in their order, each once.

    A folder within them that does not open stands for what is in it.  Raises UsageError for a path
    that does not exist, and if folders hold nothing to check, unless they may be ``empty``.
    """
    found: dict[Path, None] = {}
    excluded: dict[Path, None] = {}
    searched = _Folders(configs)
    for text in paths:
        path = Path(text)
        try:
            if text and path.is_dir():
                found.update(dict.fromkeys(sorted(searched.files(path), key=_in_order)))
            elif text and path.exists():
                (excluded if configs.excludes(path) else found)[path] = None
            else:
                raise UsageError("usage.no-such-path", path=text)
        except OSError as error:
            shown = error.filename or text
            raise UsageError("files.cannot-open", path=shown, reason=reason(error)) from error
    if not found and not empty and not {*map(Path, paths)} <= excluded.keys():
        raise searched.nothing(paths)
    others = tuple(sorted(searched.others - found.keys(), key=_in_order))
    return Found((*found,), (*excluded,), others, searched.ignored)


def _in_order(path: Path) -> tuple[str, ...]:
    """As paths are compared, in a tenth of the time."""
    return tuple(map(os.path.normcase, path.parts))


class _Folders:
    """Searches folders; remembers on whose account something in them was left out.

    ``others``: the files that are not left out, but of no supported type.  ``ignored``: see Found.
    """

    def __init__(self, configs: Configs) -> None:
        self._configs = configs
        self._left_out: set[str] = set()
        self.others: set[Path] = set()
        self.ignored: dict[Path, list[Path]] = {}

    def files(self, top: Path) -> Iterator[Path]:
        """The files of a supported type in a folder and below it, and folders that do not open.

        Raises OSError if that is the one at the top.
        """
        if self._configs.excludes(top, folder=True):
            self._left_out.add(_EXCLUDE)
            return
        waiting = [(top, Ignored.of(absolute(top)))]
        while waiting:
            folder, ignored = waiting.pop()
            try:
                yield from self._in(folder, ignored, waiting)
            except OSError:
                if folder == top:
                    raise
                yield folder  # reading it tells why nothing in it is checked; the others go on

    def _in(
        self, folder: Path, ignored: Ignored, waiting: list[tuple[Path, Ignored]]
    ) -> Iterator[Path]:
        """The files of one folder; those within it are added to ``waiting``.  Raises OSError."""
        obeyed = ignored if self._configs.of(folder).respect_gitignore else None
        with os.scandir(folder) as entries:
            for entry in entries:
                path = folder / entry.name
                if _is_folder(entry):
                    if _is_entered(entry) and not self._leaves_out(path, obeyed, folder=True):
                        waiting.append((path, ignored.below(entry.name)))
                elif is_wanted(entry.name) or self._is_scan(entry, folder):
                    if not self._leaves_out(path, obeyed):
                        yield path
                elif _is_other(entry) and not self._why_not(path, obeyed):
                    self.others.add(path)

    def _is_scan(self, entry: os.DirEntry[str], folder: Path) -> bool:
        """Whether it is a picture that may be a page, and such are read."""
        name = entry.name.lower()
        return (
            name.endswith(PICTURES)
            and not name.startswith(".")
            and entry.is_file(follow_symlinks=False)
            and entry.stat().st_size >= _SMALLEST_SCAN
            and self._configs.of(folder).scan
            and is_installed("scan")
        )

    def _leaves_out(self, path: Path, ignored: Ignored | None, *, folder: bool = False) -> bool:
        why = self._why_not(path, ignored, folder=folder)
        self._left_out |= {why} if why else set()
        if ignored and why == _GITIGNORE:
            self.ignored.setdefault(ignored.base, []).append(path)
        return bool(why)

    def _why_not(self, path: Path, ignored: Ignored | None, *, folder: bool = False) -> str:
        """On whose account something is left out; "" if it is not."""
        if ignored and ignored.takes(path.name + "/" * folder):
            return _GITIGNORE
        return _EXCLUDE if self._configs.excludes(path, folder=folder) else ""

    def nothing(self, paths: Sequence[str]) -> UsageError:
        """What to say when no file was found."""
        given = {"kinds": SUFFIXES, "paths": paths}
        if self.others and not self._left_out:
            others = [str(path) for path in sorted(self.others)]
            count, examples = len(others), others[:_MOST_EXAMPLES]
            return UsageError("usage.nothing-but-others", **given, count=count, examples=examples)
        if not self._left_out:
            return UsageError("usage.nothing-to-check", **given)
        both = Message("usage.exclude-and-gitignore") if len(self._left_out) > 1 else None
        left_out = both or next(iter(self._left_out))
        return UsageError("usage.nothing-but-left-out", **given, left_out=left_out)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def _is_entered(entry: os.DirEntry[str]) -> bool:
    return not is_passed_over(entry.name) and not entry.is_symlink()


def is_passed_over(name: str) -> bool:
    """Whether a folder that is called so is none for reports."""
    return name in _SKIPPED_FOLDERS


def is_wanted(name: str) -> bool:
    """Whether a file is of a supported type, by its name."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(LOCK)


def _is_other(entry: os.DirEntry[str]) -> bool:
    """Whether it may be a report, of a kind that cannot be read: an archive, a picture …"""
    name = entry.name.lower()
    hidden = name.startswith((".", *LOCK)) or name in _OF_THE_SYSTEM
    return not hidden and not name.endswith(SETTINGS) and entry.is_file(follow_symlinks=False)
