"""Processes in which files are read: each may use so much memory and time, and may die."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import TimeoutError as TimedOut
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from gklint.errors import GklintError
from gklint.web.work import prepare

_MEMORY = 2 << 30  # bytes that one of them may allocate
_TASKS = 500  # files after which one of them is replaced

Given = ParamSpec("Given")
Result = TypeVar("Result")


class WorkError(GklintError):
    """What was to be done was not; the message says why."""


class Workers:
    """So many processes.  To be used in ``with``."""

    def __init__(self, count: int | None = None) -> None:
        """``count``: None for all cores."""
        self._pool = ProcessPool(
            max_workers=count or os.cpu_count() or 1,
            max_tasks=_TASKS,
            initializer=_start,
            context=get_context("spawn"),  # a copy of this process would have its sockets
        )

    def __enter__(self) -> Workers:
        self._pool.schedule(prepare)  # with which they all start, before anything is asked
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    async def run(
        self,
        seconds: float,
        folder: Path,
        work: Callable[Given, Result],
        *args: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """What ``work`` makes of its arguments, with ``folder`` as its working folder.

        Raises WorkError if it takes longer than so many seconds, takes too much memory or dies;
        and whatever GklintError it raises.
        """
        future = self._pool.schedule(_in_folder, args=[folder, work, args, named], timeout=seconds)
        try:
            result: Result = await asyncio.wrap_future(future)
        except (TimedOut, asyncio.TimeoutError) as error:
            raise WorkError("web.took-too-long", seconds=int(seconds)) from error
        except (ProcessExpired, MemoryError) as error:
            raise WorkError("web.died") from error
        return result


def _start() -> None:
    """Make a new process ready, and bound its memory where the system can."""
    prepare()
    with suppress(ImportError, ValueError, OSError):  # Windows has no such module
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _in_folder(
    folder: Path, work: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]
) -> Any:
    os.chdir(folder)  # files are called as they are from there
    return work(*args, **named)
