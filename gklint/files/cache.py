"""What was compiled from data files last time.

It is plain JSON, named by a digest of everything it was made from: a stale entry is never
found, a damaged one is made anew, nothing in it is executed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gklint.files.shipped import PACKAGE
from gklint.version import VERSION


def cached(kind: str, inputs: Sequence[object], make: Callable[[], Any]) -> Any:
    """``make()``, or what it returned when the inputs were the same (JSON values only).

    ``inputs``: what has a ``repr`` that tells all of it.
    """
    digest = hashlib.sha256(repr((_code_state(), inputs)).encode()).hexdigest()
    path = cache_dir() / f"{kind}-{digest[:24]}.json"
    try:
        checksum, _, body = path.read_text("utf-8").partition("\n")
        if checksum == _checksum(body):
            return json.loads(body)
    except (OSError, ValueError):
        pass  # not there yet, or damaged: made anew
    value = make()
    _store(path, json.dumps(value, ensure_ascii=False))
    return value


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _code_state() -> object:
    """What tells one state of gklint's own code from another."""
    return VERSION, sys.version_info[:2], state_of(PACKAGE, ".py")


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
    """Write atomically; a cache that cannot be written is only slower."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(f"{_checksum(body)}\n{body}", "utf-8")
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
