"""Files written, all or nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from gklint.errors import UsageError, reason


def write(path: Path, *parts: bytes) -> None:
    """Write a file, or several parts one after the other.  Raises UsageError.

    A file that is there already is replaced as a whole, or stays as it is.
    """
    try:
        if path.is_file():
            replace_file(path, *parts)
        else:
            with path.open("wb") as file:
                file.writelines(parts)
    except OSError as error:
        raise UsageError("files.cannot-write", path=path, reason=reason(error)) from error


def append(path: Path, data: bytes) -> None:
    """Write at the end of a file that others write to as well.  Raises UsageError."""
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise UsageError("files.cannot-write", path=path, reason=reason(error)) from error


def refuse_inputs(output: Path, inputs: Iterable[Path]) -> None:
    """Raise UsageError if an output would take the place of a report that is checked."""
    same = (each for each in inputs if each.name == output.name and output.is_file())
    if any(output.samefile(each) for each in same):
        raise UsageError("files.output-is-input", path=output)


def replace_file(path: Path, *parts: bytes) -> None:
    """Put new contents in place of a file's, all or nothing; who may do what with it stays.

    Raises OSError.
    """
    from tempfile import mkstemp

    target = Path(os.path.realpath(path))  # a link stays a link
    before = target.stat()
    handle, name = mkstemp(prefix=".gklint-", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(handle)
        for owner in (before.st_uid, -1):  # who may not give it away may still keep its group
            with suppress(OSError, AttributeError):  # Windows has no chown
                os.chown(draft, owner, before.st_gid)
                break
        draft.chmod(stat.S_IMODE(before.st_mode))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
