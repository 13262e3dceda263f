"""A scheduler of Dask and its workers, as processes of their own."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.running import environment

_PATIENCE = 60  # seconds


class Cluster:
    """A scheduler, and what is started for it; all of it ends with ``close``."""

    def __init__(self, folder: Path) -> None:
        """``folder``: where they stand, and write what they say."""
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self.scheduler, said = self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        self.address = _waited(said, r"Scheduler at: +(tcp://\S+)")

    def worker(self, threads: int = 2, **more: str) -> subprocess.Popen[bytes]:
        """Another worker; ``more``: of its environment."""
        started, said = self._start(
            "dask_worker",
            *(self.address, "--host", "127.0.0.1", "--no-dashboard", "--no-nanny"),
            *("--nthreads", str(threads), "--local-directory", str(self._folder)),
            **more,
        )
        _waited(said, r"(Registered to)")
        return started

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()

    def _start(self, name: str, *options: str, **more: str) -> tuple[subprocess.Popen[bytes], Path]:
        said = self._folder / f"said-{len(self._processes)}"
        with said.open("wb") as log:
            process = subprocess.Popen(
                (sys.executable, "-m", f"distributed.cli.{name}", *options),
                cwd=self._folder,
                env=environment(**more),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._processes.append(process)
        return process, said


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """One without workers yet."""
    made = Cluster(folder)
    try:
        yield made
    finally:
        with suppress(ProcessLookupError):
            made.close()


def _waited(said: Path, pattern: str) -> str:
    """What a process says once it is ready."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if found := re.search(pattern, said.read_text("utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(said.read_text("utf-8"))
