"""Names of files that are the same wherever gklint is started."""

from __future__ import annotations

import os
from pathlib import Path


def relative(path: str | Path, root: Path) -> str:
    """``path`` from the folder ``root``, with slashes; ``..`` where it lies outside.

    Nothing is looked up: a link stays the link that the user named.
    """
    whole = os.path.abspath(path)  # noqa: PTH100 (Path.resolve would follow links)
    try:
        found = os.path.relpath(whole, root)
    except ValueError:  # on another drive of Windows
        found = whole
    return Path(found).as_posix()
