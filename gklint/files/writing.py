"""Files written, all or nothing: whatever happens meanwhile, the one before is whole.

All that a command writes for its user is written here; ``review`` and ``corpus`` count on it.  The
cache is not (``files.cache``, ``run.caching``): what is damaged there is only made anew.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from gklint.errors import UsageError, reason


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Write the parts of a file, one after the other.  Raises UsageError.

    A file that is there already is replaced as a whole, or stays as it is.
    """
    with Output(path) as output:
        for part in parts:
            output.write(part)


def append(path: Path, *parts: bytes, durable: bool = False) -> None:
    """Write at the end of a file that may be written to by others as well.  Raises UsageError."""
    with _explained(path), path.open("ab") as file:
        file.writelines(parts)
        if durable:
            file.flush()
            os.fsync(file.fileno())


class Output:
    """A file that is written bit by bit, and takes its place when all of it is there.

    Whatever goes wrong before, what was there stays.  A device or a pipe is written to as it is.
    What the system refuses is a UsageError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._draft: _Draft | None = None

    def __enter__(self) -> Output:
        with _explained(self.path):
            self._draft = _Draft(self.path)
        return self

    def write(self, data: bytes) -> None:
        """Write some more of it."""
        if self._draft:
            with _explained(self.path):
                self._draft.file.write(data)

    def close(self) -> None:
        """All of it is there."""
        self.__exit__(None)

    def __exit__(self, failed: object, *_: object) -> None:
        draft, self._draft = self._draft, None
        if draft:
            with _explained(self.path):
                draft.close(keep=failed is None)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError("files.cannot-write", path=path, reason=reason(error)) from error


def refuse_inputs(output: Path, inputs: Iterable[Path]) -> None:
    """Raise UsageError if an output would take the place of a report that is checked."""
    same = (each for each in inputs if each.name == output.name and output.is_file())
    if any(output.samefile(each) for each in same):
        raise UsageError("files.output-is-input", path=output)


def replace_file(path: Path, data: bytes) -> None:
    """Put new contents in place of a file's, all or nothing; who may do what with it stays.

    Raises OSError.
    """
    draft = _Draft(path)
    try:
        draft.file.write(data)
    except BaseException:
        draft.close(keep=False)
        raise
    draft.close(keep=True)


class _Draft:
    """A file in the making beside the one that it will be; where that is no file, it itself."""

    def __init__(self, path: Path) -> None:
        self.target = Path(os.path.realpath(path))  # a link stays a link
        self.before = self.target.stat() if self.target.exists() else None
        self.path = self.target
        mode = "wb"
        if self.before is None or stat.S_ISREG(self.before.st_mode):
            self.path = self.target.with_name(f".gklint-{os.urandom(6).hex()}")
            mode = "xb"
        # Nobody else reads it before it is known who may read what it takes the place of.
        rights = 0o600 if self.before else 0o666
        self.file: IO[bytes] = open(  # noqa: SIM115 (until it is closed)
            self.path, mode, opener=lambda name, flags: os.open(name, flags, rights)
        )

    def close(self, *, keep: bool) -> None:
        """Put it in its place, or throw it away.  Raises OSError."""
        try:
            if keep:
                self._take_place()
        finally:
            with suppress(OSError):  # of what is thrown away
                self.file.close()
            if self.path != self.target:
                self.path.unlink(missing_ok=True)

    def _take_place(self) -> None:
        self.file.flush()
        if self.path != self.target:  # its name must not be on the disk before what it holds
            os.fsync(self.file.fileno())
        self.file.close()
        if self.path == self.target:
            return
        if self.before:
            for owner in (self.before.st_uid, -1):  # who may not give it away may keep its group
                with suppress(OSError, AttributeError):  # Windows has no chown
                    os.chown(self.path, owner, self.before.st_gid)
                    break
            self.path.chmod(stat.S_IMODE(self.before.st_mode))
        self.path.replace(self.target)
