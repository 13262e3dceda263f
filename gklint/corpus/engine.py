"""The engine that has parts worked on: Dask, on this machine or where a scheduler is running."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from gklint.corpus import parts
from gklint.errors import GklintError, UsageError
from gklint.version import VERSION

if TYPE_CHECKING:
    from distributed import Client, Future

Task = TypeVar("Task")
Made = TypeVar("Made")

_WAITING = 2  # parts for each thread: while one is written, the next one is at hand
_PATIENCE = 30  # seconds until a scheduler and a worker have to answer
_SETTINGS = {
    "distributed.comm.timeouts.connect": f"{_PATIENCE}s",
    "distributed.worker.profile.enabled": False,  # it looks at each thread 100 times a second
    "distributed.admin.low-level-log-length": 10,  # messages that it keeps, with all that they hold
    "distributed.admin.tick.interval": "1s",  # else it looks 50 times a second whether it is late
    "distributed.admin.system-monitor.gil.enabled": False,
}
_ONE_THREAD = "OPENBLAS_NUM_THREADS", "1"
"""NumPy comes with Dask, and would start threads that wait busily; we calculate nothing by them."""
_NOISY = ("distributed", "tornado", "bokeh")
_SILENT = logging.CRITICAL + 1
_HERE = "127.0.0.1:0"  # told no address, the engine's pages are open to the whole network


@dataclass(frozen=True)  # Python 3.10 has no named tuples of any type
class Work(Generic[Task, Made]):
    """What is done with each task; it is sent by its name.

    ``smaller``: the tasks that one is made into that failed, or at which workers died again and
    again; none if nothing helps.
    """

    do: Callable[[Task], Made]
    smaller: Callable[[Task], Iterable[Task]]


class Engine:
    """To be used in ``with``.  Raises UsageError where it cannot begin.

    ``workers``: how many parts it works on at once.  ``name``: tells it from all others.
    """

    def __init__(self, scheduler: str | None, jobs: int | None, *, processes: bool = False) -> None:
        """``scheduler``: its address; None for one of our own, with so many ``jobs``.

        ``processes``: these are processes, for work that has none of its own.
        """
        self._scheduler = scheduler
        self._processes = processes
        self._jobs = jobs or os.cpu_count() or 1
        self.name = token_hex(8)
        self._given: dict[Future[Any], Any] = {}
        self._client: Client | None = None
        self._cluster: Any = None

    def __enter__(self) -> Engine:
        os.environ.setdefault(*_ONE_THREAD)
        import dask

        dask.config.set(_SETTINGS)
        _silence()
        self._client = self._joined() if self._scheduler else self._own()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(Exception):  # what is gone need not be ended
            self._running.cancel([*self._given])  # or it would begin with the next part
            if self._cluster is None:
                self._running.run(parts.close, self.name)
        parts.close(self.name)
        for each in (self._client, self._cluster):
            with suppress(Exception):
                if each:
                    each.close()

    @property
    def workers(self) -> int:
        """How many parts are worked on at once."""
        return sum(self._running.nthreads().values()) or 1

    @property
    def dashboard(self) -> str | None:
        """Where the engine shows what it does; None where it shows nothing."""
        from importlib.util import find_spec

        return self._running.dashboard_link if find_spec("bokeh") or self._scheduler else None

    def run(self, work: Work[Task, Made], tasks: Iterable[Task]) -> Iterator[Made]:
        """What came of each task, as it is ready.  Raises UsageError, and what ``work`` raises.

        No more of them are on their way than the workers need.
        """
        from distributed.client import FutureCancelledError

        try:
            yield from self._made(work, tasks)
        except (FutureCancelledError, OSError) as error:
            raise UsageError("corpus.scheduler-lost", address=self._scheduler) from error

    def _made(self, work: Work[Task, Made], tasks: Iterable[Task]) -> Iterator[Made]:
        from distributed import as_completed
        from distributed.client import FutureCancelledError

        todo = iter(tasks)
        waiting = as_completed()

        def submit(some: Iterable[Task]) -> None:
            for task in some:
                future: Future[Made] = self._running.submit(work.do, task, pure=False)
                self._given[future] = task
                waiting.add(future)

        submit(islice(todo, _WAITING * self.workers))
        for future in waiting:
            task = self._given.pop(future)
            try:
                made: Made = future.result()
            except (GklintError, FutureCancelledError, OSError):
                raise
            except Exception as error:  # workers died at it again and again, or something failed
                smaller = [*work.smaller(task)]
                if not smaller:
                    raise UsageError("corpus.part-failed", error=error) from error
                submit(smaller)
                continue
            future.release()
            yield made
            submit(islice(todo, max(_WAITING * self.workers - len(self._given), 0)))

    @property
    def _running(self) -> Client:
        assert self._client is not None
        return self._client

    def _own(self) -> Client:
        from distributed import Client, LocalCluster

        self._cluster = LocalCluster(
            n_workers=self._jobs if self._processes else 1,
            threads_per_worker=1 if self._processes else self._jobs,
            processes=self._processes,
            memory_limit=0,
            dashboard_address=_HERE,
            worker_dashboard_address=_HERE,
            silence_logs=_SILENT,
        )
        return Client(self._cluster)

    def _joined(self) -> Client:
        from distributed import Client

        try:
            client = Client(self._scheduler, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise UsageError("corpus.no-scheduler", address=self._scheduler) from error
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            client.close()
            raise UsageError("corpus.no-workers", address=self._scheduler) from error
        try:
            found = {
                "scheduler": client.run_on_scheduler(parts.version),
                **client.run(parts.version),
            }
        except Exception as error:  # no gklint there, or another one that lacks this
            client.close()
            raise UsageError("corpus.without-gklint", address=self._scheduler) from error
        for where, version in found.items():
            if version != VERSION:
                client.close()
                raise UsageError("corpus.other-version", where=where, found=version, own=VERSION)
        return client


def _silence() -> None:
    """Let what Dask finds worth a line, and a traceback, be said by us or not at all."""
    import distributed  # noqa: F401 (which sets up its loggers)

    for name in [*logging.root.manager.loggerDict]:
        if name.startswith(_NOISY):
            logging.getLogger(name).setLevel(_SILENT)
    warnings.filterwarnings("ignore", module="distributed")
