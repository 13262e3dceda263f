"""Files in the working folder, and which of them a run finds."""

from __future__ import annotations

from pathlib import Path

from gklint.project.config import Configs
from gklint.project.discovery import find_files


def put_all(*names: str, **texts: str) -> None:
    """Write files: empty ones by name, others by ``name=text``."""
    for name, text in {**dict.fromkeys(names, ""), **texts}.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def found_files(*paths: str) -> list[str]:
    """What a run finds that is given these paths."""
    return [path.as_posix() for path in find_files(paths, Configs()).files]
