"""Where ``grammar/`` and ``rules/`` are, and what was compiled from them last time.

The cache holds plain JSON, named by a digest of everything it was made from: a
stale entry is never found, a damaged one is made anew, nothing in it is executed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from importlib.abc import Traversable

VERSION = "0.1.0"
HOME = "https://gklint.example"


def rule_page(code: str) -> str:
    """The address of the page that explains a rule."""
    return f"{HOME}/docs/rules/{code}.md"


class DataFile(NamedTuple):
    """A file of ``grammar/`` or ``rules/``: its name below the root, and its text."""

    name: str
    text: str


def data_dir(name: str) -> Traversable:
    """Return the folder ``name``, ``"grammar"`` or ``"rules"``."""
    package = Path(__file__).parent
    if (package / name).is_dir():  # an installed wheel
        return package / name
    checkout = package.parent  # a checkout, or an editable installation
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    from importlib.resources import files  # slow to import

    shipped = files("gklint").joinpath(name)
    if shipped.is_dir():  # inside a zip file
        return shipped
    raise FileNotFoundError(f"{name}/ is neither inside the gklint package nor beside it")


def data_files(name: str, suffix: str) -> list[DataFile]:
    """All files of the folder ``name`` that end in ``suffix``, sorted by name."""
    return sorted(_walk(data_dir(name), name, suffix))


def _walk(folder: Traversable, prefix: str, suffix: str) -> Iterator[DataFile]:
    for entry in folder.iterdir():
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, name, suffix)
        elif entry.name.endswith(suffix):
            yield DataFile(name, entry.read_text("utf-8"))


def cached(kind: str, inputs: list[DataFile], make: Callable[[], Any]) -> Any:
    """``make()``, or what it returned when the inputs were the same (JSON values only)."""
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
    package = os.path.dirname(__file__)  # noqa: PTH120 (quicker, at every start)
    try:
        found = sorted(_modules(package, len(package)))
    except OSError:  # inside a zip file: the version has to do
        found = []
    return VERSION, sys.version_info[:2], found


def _modules(folder: str, base: int) -> Iterator[tuple[str, int, int]]:
    """Every module below a folder: its name, when it was changed (ns), its size."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.path[base:], state.st_mtime_ns, state.st_size
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _modules(entry.path, base)


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
