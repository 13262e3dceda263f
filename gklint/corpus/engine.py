"""The engine that has parts worked on: Dask, on this machine or where a scheduler is running."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from gklint.corpus import parts
from gklint.errors import UsageError
from gklint.version import VERSION

if TYPE_CHECKING:
    from distributed import Client, Future

Task = TypeVar("Task")
Made = TypeVar("Made")

_WAITING = 2  # parts for each thread: while one is written, the next one is at hand
_PATIENCE = 60  # seconds until a scheduler and a worker have to answer
_SETTINGS = {
    "distributed.comm.timeouts.connect": f"{_PATIENCE}s",
    "distributed.worker.profile.enabled": False,  # it looks at each thread 100 times a second
    "distributed.admin.system-monitor.gil.enabled": False,
}
_HERE = "127.0.0.1:0"  # told no address, the scheduler's pages are open to the whole network


class Work(NamedTuple, Generic[Task, Made]):
    """What is done with each task; it is sent by its name.

    ``smaller``: the tasks that one is made into at which workers died again and again.
    """

    do: Callable[[Task], Made]
    smaller: Callable[[Task], Iterable[Task]]


class Engine:
    """To be used in ``with``.  Raises UsageError where it cannot begin.

    ``workers``: how many parts it works on at once.
    """

    def __init__(self, scheduler: str | None, jobs: int | None, *, processes: bool = False) -> None:
        """``scheduler``: its address; None for one of our own, with so many ``jobs``.

        ``processes``: these are processes, for work that has none of its own.
        """
        self._scheduler = scheduler
        self._processes = processes
        self._jobs = jobs or os.cpu_count() or 1
        self._client: Client | None = None
        self._cluster: Any = None

    def __enter__(self) -> Engine:
        import dask

        dask.config.set(_SETTINGS)
        self._client = self._joined() if self._scheduler else self._own()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(Exception):  # what is gone need not be ended
            if self._cluster is None:
                self._running.run(parts.close)
        parts.close()
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
        from distributed import as_completed
        from distributed.client import FutureCancelledError
        from distributed.scheduler import KilledWorker

        todo = iter(tasks)
        waiting = as_completed()
        given: dict[object, Task] = {}

        def submit(some: Iterable[Task]) -> None:
            for task in some:
                future: Future[Made] = self._running.submit(work.do, task, pure=False)
                given[future.key] = task
                waiting.add(future)

        submit(islice(todo, _WAITING * self.workers))
        for future in waiting:
            task = given.pop(future.key)
            try:
                made: Made = future.result()
            except KilledWorker:
                submit(work.smaller(task))
                continue
            except (FutureCancelledError, OSError) as error:
                raise UsageError("corpus.scheduler-lost", address=self._scheduler) from error
            future.release()
            yield made
            submit(islice(todo, max(_WAITING * self.workers - len(given), 0)))

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
            silence_logs=50,
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
