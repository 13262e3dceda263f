"""Names of files, and what may be read.  A link stays the link that the user named."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def absolute(path: str | Path) -> Path:
    """A path from the root of the file system, without ``..``."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.absolute leaves ``..`` in)


def relative(path: str | Path, root: Path) -> str:
    """``path`` from the folder ``root``, with slashes; ``..`` where it lies outside.

    The same wherever gklint is started; absolute on another drive of Windows.
    """
    whole = os.path.abspath(path)  # noqa: PTH100
    try:
        found = os.path.relpath(whole, root)
    except ValueError:
        found = whole
    return found.replace(os.sep, "/")


def named(path: str | None, root: Path | None) -> str:
    """A file as fingerprints name it: from ``root``, or as the user does; "" without a name."""
    if root is None or path in (None, "-"):
        return (path or "").replace("\\", "/")
    return relative(str(path), root)


def from_here(path: Path) -> str:
    """A path as the user would write it: from the working folder if it lies there."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (OSError, ValueError):  # the working folder was deleted, or is another
        return str(path)


def real(path: Path) -> Path:
    """Where a path leads in the end; links that lead to each other, nowhere else.

    There ``Path.resolve`` of Python 3.12 and before fails.
    """
    return Path(os.path.realpath(path))


def may_be_read(path: Path) -> bool:
    """Whether it is no pipe, which may never begin, and no device, which may never end.

    A folder is none.  Raises OSError.
    """
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
