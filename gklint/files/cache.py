"""The user's cache folder, and in it what was compiled from data files last time.

That is plain JSON, named by a digest of everything it was made from: a stale entry is never
found, a damaged one is made anew, nothing in it is executed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from gklint.files.shipped import PACKAGE, data_dir, data_files
from gklint.version import VERSION

RESULTS = "results"
"""The folder in the cache folder for what came of files."""

_DRAWER = "[0-9a-f]{2}"  # of results
_COMPILED = r"[a-z]+-[0-9a-f]{24}\.json(?:\.\d+)?"


def cached(kind: str, inputs: Sequence[object], make: Callable[[], Any]) -> Any:
    """``make()``, or what it returned when the inputs were the same (JSON values only).

    ``inputs``: what has a ``repr`` that tells all of it.
    """
    digest = hashlib.sha256(repr((code_state(), inputs)).encode()).hexdigest()
    path = cache_dir() / f"{kind}-{digest[:24]}.json"
    try:
        checksum, _, body = _own_text(path).partition("\n")
        if checksum == _checksum(body):
            return json.loads(body)
    except (OSError, ValueError):
        pass  # not there yet, somebody else's, or damaged: made anew
    value = make()
    _store(path, json.dumps(value, ensure_ascii=False))
    return value


def _own_text(path: Path) -> str:
    """The text of a file that nobody but the user can have written.  Raises OSError."""
    with path.open(encoding="utf-8") as file:
        if not (is_own(os.fstat(file.fileno())) and is_own(path.parent.stat())):
            raise PermissionError
        return file.read()


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


@cache
def code_state() -> object:
    """What tells one state of gklint's own code from another."""
    return VERSION, sys.version_info[:2], state_of(PACKAGE, ".py")


def shipped_state(name: str, suffix: str) -> object:
    """What tells one state of a shipped folder from another, without reading its files."""
    folder = data_dir(name)
    return state_of(folder, suffix) if isinstance(folder, Path) else data_files(name, suffix)


def state_of(folder: Path, suffix: str) -> Sequence[tuple[str, int, int]]:
    """The files below a folder that end so: their names, when they were changed (ns), their sizes.

    Nothing of a folder inside a zip file, for which the version has to do.
    """
    name = str(folder)
    try:
        return sorted(_states(name, len(name), suffix))
    except OSError:
        return ()


def _states(folder: str, base: int, suffix: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(suffix):
                state = entry.stat()
                yield entry.path[base:], state.st_mtime_ns, state.st_size
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _states(entry.path, base, suffix)


def cache_dir() -> Path:
    """The user's cache folder; ``GKLINT_CACHE_DIR`` overrides it."""
    chosen = os.environ.get("GKLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    else:
        base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "gklint" if base else Path("~/.cache/gklint").expanduser()


def _store(path: Path, body: str) -> None:
    """Write atomically, unless others may write there; a cache that is not written is slower."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_own(path.parent.stat()):
            return
        draft.write_text(f"{_checksum(body)}\n{body}", "utf-8")
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()


def clear() -> int:
    """Throw away all that gklint has put there, and nothing else.  Returns the number of bytes.

    Raises OSError.
    """
    folder = cache_dir()
    drawers = [each for each in _in(folder / RESULTS) if re.fullmatch(_DRAWER, each.name)]
    files = [each for each in _in(folder) if re.fullmatch(_COMPILED, each.name)]
    files += [each for drawer in drawers for each in _in(drawer)]
    freed = 0
    for path in files:
        freed += path.lstat().st_size
        path.unlink()
    for drawer in drawers:
        drawer.rmdir()
    return freed


def _in(folder: Path) -> list[Path]:
    return [*folder.iterdir()] if folder.is_dir() else []


def own_folder(path: Path) -> bool:
    """Whether a folder of the cache is there, the user's own, and nobody else may write to it.

    It is made if it is missing; in a repository git leaves it alone.  Raises OSError where that
    cannot be.
    """
    try:
        path.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        return is_own(path.stat())
    (path / ".gitignore").write_text("*\n", "utf-8")
    return True


def is_own(state: os.stat_result) -> bool:
    """Whether it is the user's own, and nobody else may write to it; where systems tell that."""
    if not hasattr(os, "geteuid"):
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
