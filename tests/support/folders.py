"""Files in folders, and which of them a run finds."""

from __future__ import annotations

from pathlib import Path

from gklint.project.config import Configs
from gklint.project.discovery import find_files


def put(name: str | Path, text: str = "", encoding: str = "utf-8") -> Path:
    """Write a file, with its folders."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def configure(text: str, folder: str = ".") -> None:
    """Write a ``gklint.toml``."""
    put(f"{folder}/gklint.toml", text)


def everything(folder: Path) -> dict[str, str]:
    """The texts of the files in a folder, by their names."""
    return {path.name: path.read_bytes().decode() for path in folder.iterdir()}


def put_all(*names: str, **texts: str) -> None:
    """Write files: empty ones by name, others by ``name=text``."""
    for name, text in {**dict.fromkeys(names, ""), **texts}.items():
        put(name, text)


def found_files(*paths: str) -> list[str]:
    """What a run finds that is given these paths."""
    return [path.as_posix() for path in find_files(paths, Configs()).files]
