"""The files of a run: found, read and checked, in several processes when there are many."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from gklint.errors import UsageError
from gklint.limits import Limits
from gklint.linter import Linter, Report, Selection
from gklint.readers import SUFFIXES, read, take
from gklint.readers.sniff import KINDS, LOCK, Kind, suffix_of
from gklint.ruleset import RuleSet, load_rules

_WORTH_A_POOL = 24  # texts; below that, starting processes costs more than it saves
_WEIGHT = {Kind.TEXT: 1, Kind.HTML: 2, Kind.DOCX: 4}  # texts that take as long to read
_HEAVY = 24
_WORTH_A_BAR = 8
_CHUNK = 16
_SKIPPED_FOLDERS = frozenset((".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"))

_REASONS = {
    errno.EACCES: "没有权限，或文件正在 Word 等程序中打开",
    errno.EPERM: "没有权限，或文件正在 Word 等程序中打开",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENOENT: "没有这个文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.EISDIR: "这是文件夹，不是文件",
}

Result = TypeVar("Result")


class Job(NamedTuple):
    """What a worker process needs to make its linter."""

    rules: tuple[Path, ...]
    selection: Selection
    lang: str
    limits: Limits


def find_files(paths: Sequence[str]) -> list[Path]:
    """The files to check: those named, and those of a supported type in folders."""
    found: dict[Path, None] = {}
    for text in paths:
        path = Path(text)
        try:
            if text and path.is_dir():
                found.update(dict.fromkeys(sorted(_walk(path))))
            elif text and path.exists():
                found[path] = None
            else:
                raise UsageError(f"找不到文件或文件夹：{text}")
        except OSError as error:
            raise UsageError(f"无法打开 {error.filename or text}：{_reason(error)}") from error
    if not found:
        kinds = "、".join(SUFFIXES)
        raise UsageError(f"文件夹里没有可以检查的文件（{kinds}）：{'、'.join(paths)}")
    return [*found]


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if name not in _SKIPPED_FOLDERS]
        for name in names:
            if name.lower().endswith(SUFFIXES) and not name.startswith(LOCK):
                yield Path(root, name)


def _refuse(error: OSError) -> None:
    raise error


def check_stdin(linter: Linter, name: str | None, limits: Limits) -> Report:
    """Read and check standard input as if it were a file called ``name``."""
    data = sys.stdin.buffer.read(limits.bytes("file") + 1)
    shown = name or "-"
    return linter.check_file(shown, lambda: replace(take(data, name, limits), path=shown))


def check_files(
    files: Sequence[Path],
    job: Job,
    rules: RuleSet,
    jobs: int | None,
    result: Callable[[Report], Result],
) -> Iterator[Result]:
    """What ``result`` makes of each report, in the order of the files."""
    _pause_collector()
    jobs = min(jobs or os.cpu_count() or 1, len(files))
    if jobs == 1 or sum(map(_weight, files)) < _WORTH_A_POOL:
        linter = Linter(rules, job.selection, job.lang)
        yield from (result(_check(linter, path, job.limits)) for path in files)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(job, result)) as pool:
        chunk = max(1, min(_CHUNK, len(files) // (4 * jobs)))
        yield from pool.map(_work, files, chunksize=chunk)


def _check(linter: Linter, path: Path, limits: Limits) -> Report:
    return linter.check_file(str(path), lambda: read(path, limits))


def _weight(path: Path) -> int:
    kind = KINDS.get(suffix_of(path.name), Kind.TEXT)
    return _WEIGHT.get(kind, _HEAVY)


def _pause_collector() -> None:
    """What is loaded stays, and a report leaves no cycles worth looking for."""
    gc.freeze()
    gc.disable()


_worker: list[Callable[[Path], Any]] = []


def _start_worker(job: Job, result: Callable[[Report], Any]) -> None:
    linter = Linter(load_rules(job.rules), job.selection, job.lang)
    _worker.append(lambda path: result(_check(linter, path, job.limits)))
    _pause_collector()


def _work(path: Path) -> Any:
    return _worker[0](path)


def with_progress(items: Iterable[Result], count: int, console: Any = None) -> Iterator[Result]:
    """``items``, with a progress bar below the output on a terminal."""
    if count < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    bar = console or Console(stderr=True)
    yield from track(items, total=count, description="gklint", console=bar, transient=True)


def write(path: Path, *parts: bytes, append: bool = False) -> None:
    """Write a file, or several parts one after the other.  Raises UsageError."""
    try:
        with path.open("ab" if append else "wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise UsageError(f"无法写入 {path}：{_reason(error)}") from error


def _reason(error: OSError) -> str:
    """Why the system refuses, in Chinese where a clerk may meet it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
