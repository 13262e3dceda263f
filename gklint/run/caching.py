"""What came of files, kept from run to run: one that is unchanged is read and hashed, and no more.

An entry is named by a digest of all that it comes from: the file and what it is called, its
settings and what they name, gklint itself and what it reads with, the outputs.  So a stale one is
never found.  A damaged one is made anew, nothing in it is executed, and nobody but the user can
have written it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.files.cache import RESULTS, cache_dir, code_state, is_own, own_folder, shipped_state
from gklint.formats import engines
from gklint.run.checked import Checked, packed, unpacked
from gklint.words import say

if TYPE_CHECKING:
    from gklint.project.project import Project
    from gklint.render.rendering import Renderer
    from gklint.run.pool import Job

_DIGEST = 16  # bytes
_DRAWER = 2  # letters of a name: there are 256 drawers
_MOST = 2 << 20  # bytes in one of them, so 512 MiB in all
_AFTER = 3 * _MOST // 4  # what is left when the oldest are thrown away


class Cache:
    """The entries that may be of use in a run; it can be sent to another process."""

    def __init__(self, folder: Path, base: bytes, today: date) -> None:
        """``base``: a digest of what holds for all files of the run."""
        self._folder = str(folder)
        self._base = base
        self._today = today.isoformat()
        self._lacking: set[str] = set()  # drawers in which an entry was looked for in vain

    def name(self, project: Project, job: Job) -> str | None:
        """The name of the entry of a file as it is now; None where there is none to be."""
        data = _bytes(str(job.path), project.options.limits.bytes("file"))
        return None if data is None else self._name(project, job, data)

    def has(self, name: str) -> bool:
        """Whether there is an entry of this name."""
        found = os.path.exists(self._path(name))  # noqa: PTH110 (of a thousand files)
        if not found:
            self._lacking.add(name[:_DRAWER])
        return found

    def get(self, name: str) -> Checked | None:
        """What an entry says; None if it is not there, damaged, or of another day."""
        try:
            handle = os.open(self._path(name), os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                state = os.fstat(handle)
                data = os.read(handle, state.st_size)
            finally:
                os.close(handle)
        except OSError:
            return None
        checksum, body = data[:_DIGEST], data[_DIGEST:]
        if checksum != _digest(body) or not is_own(state):
            return None
        return unpacked(body, self._today)

    def put(self, project: Project, job: Job, data: bytes, checked: Checked) -> None:
        """Keep what came of a file that held ``data``, unless another run may read it otherwise.

        What cannot be kept is only made again.
        """
        name = None if checked.counts.unread else self._name(project, job, data)
        if name is None:
            return
        path = self._path(name)
        draft = f"{path}.{os.getpid()}"
        body = packed(checked, self._today)
        try:
            try:
                handle = _created(draft)
            except FileNotFoundError:
                Path(path).parent.mkdir(mode=0o700, exist_ok=True)
                handle = _created(draft)
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(body) + body)
            os.replace(draft, path)  # noqa: PTH105 (of a thousand files)
        except OSError:
            with suppress(OSError):
                os.unlink(draft)  # noqa: PTH108

    def prune(self) -> None:
        """Throw away the oldest entries of the drawers into which some were put in this run."""
        for drawer in self._lacking:
            with suppress(OSError):
                _prune(f"{self._folder}{os.sep}{drawer}")

    def _path(self, name: str) -> str:
        return f"{self._folder}{os.sep}{name[:_DRAWER]}{os.sep}{name[_DRAWER:]}"

    def _name(self, project: Project, job: Job, data: bytes) -> str | None:
        settings = project.state(job.path)
        if settings is None:
            return None
        told = repr((str(job.path), tuple(job.known))).encode("utf-8", "surrogatepass")
        return _digest(self._base, settings, _digest(told), data).hex()


def opened(project: Project, renderers: Sequence[Renderer]) -> Cache | None:
    """The cache of a run with these outputs.

    None where it is not wanted or cannot be used; that someone else could write to it is said.
    """
    if not project.options.cache or os.environ.get("GKLINT_NO_CACHE"):
        return None
    folder = cache_dir() / RESULTS
    try:
        here = os.getcwd()  # noqa: PTH109 (nothing is made of it)
        own = own_folder(folder) and is_own(folder.parent.stat())
    except OSError:  # a cache that cannot be made is only slower
        return None
    if not own:
        said = say(project.options.lang, "run.cache-refused", path=folder)
        sys.stderr.write(f"{said}\n")
        return None
    today = project.today or date.today()
    return Cache(folder, _base(project, renderers, here), today)


def _base(project: Project, renderers: Sequence[Renderer], here: str) -> bytes:
    """A digest of what holds for all files of a run."""
    gklint = (code_state(), shipped_state("grammar", ".lark"), shipped_state("rules", ".yaml"))
    outputs = [(type(each).__module__, type(each).__qualname__, each.shared) for each in renderers]
    options = project.options
    asked = (options.lang, options.limits, options.fixes, outputs, here)
    told = repr((gklint, sys.version, engines.state(), asked))
    return _digest(told.encode("utf-8", "surrogatepass"))


def _prune(drawer: str) -> None:
    """Throw away the oldest entries of a drawer that is too full.  Raises OSError."""
    found = [(entry.stat(), entry.path) for entry in os.scandir(drawer)]
    size = sum(state.st_size for state, _ in found)
    if size <= _MOST:
        return
    for state, path in sorted(found, key=lambda each: each[0].st_mtime_ns):
        if size <= _AFTER:
            break
        os.unlink(path)  # noqa: PTH108
        size -= state.st_size


def _bytes(path: str, most: int) -> bytes | None:
    """What a file holds; None of what cannot be read, is no file, or is larger than is read."""
    try:
        state = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(state.st_mode) or state.st_size > most:
            return None
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return os.read(handle, state.st_size + 1)
        finally:
            os.close(handle)
    except OSError:
        return None


def _created(path: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def _digest(*parts: bytes) -> bytes:
    """Of parts of which all but the last are digests."""
    found = blake2b(digest_size=_DIGEST)
    for part in parts:
        found.update(part)
    return found.digest()
