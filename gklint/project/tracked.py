"""What git tracks although .gitignore names it: it would be left out without a word."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.files.paths import absolute
from gklint.project.discovery import is_passed_over, is_wanted
from gklint.project.gitignore import is_repository

if TYPE_CHECKING:
    from gklint.project.config import Configs
    from gklint.project.discovery import Found

_SECONDS = 10
# A repository may be anyone's: no program that its configuration names is started.
_COMMAND = ("git", "-c", "core.fsmonitor=false", "ls-files", "-z", "--cached")


def tracked(found: Found, configs: Configs) -> list[Path]:
    """The reports that were left out although git tracks them, of the first repository.

    Git is asked at most once, and only where something was left out; nothing without git.
    """
    left = next((left for base, left in found.ignored.items() if is_repository(base)), None)
    if not left:
        return []
    tops = {absolute(path): path for path in left}
    checked = {*found.files}
    return sorted(
        shown
        for path in _listed(Path(os.path.commonpath([path.parent for path in tops])))
        for shown in _shown(path, tops)
        if not configs.excludes(shown) and shown not in checked
    )


def _shown(path: Path, tops: dict[Path, Path]) -> Iterator[Path]:
    """How a file is called that lies in what was left out; ``tops``: that, by absolute paths."""
    if not is_wanted(path.name):
        return
    for each in (path, *path.parents):
        if each in tops:
            inner = path.relative_to(each)
            if not any(map(is_passed_over, inner.parts[:-1])) and path.is_file():
                yield tops[each] / inner
            return


def _listed(folder: Path) -> Sequence[Path]:
    """What git tracks in a folder; nothing if it cannot say."""
    import subprocess

    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            _COMMAND,
            cwd=folder,
            env={**own, "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return []
    return [folder / os.fsdecode(name) for name in done.stdout.split(b"\0")[:-1]]
