"""Damaged inputs of every kind: `python -m tests.fuzz --inputs 1000000`.

Each input has a number and is always the same, so that what is found can be found again:
`python -m tests.fuzz --kind text --number 123`.  `--minutes 3` goes on so long, from the first
inputs on.  With `--write` it goes on behind the inputs that were put through before, and the table
in docs/hardening.md counts both; what is broken off (Ctrl-C) counts as far as it came.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.kinds import KINDS
from tests.fuzz.rig import Done, Fault, held
from tests.fuzz.table import Total, read, table, write

_CHUNK = 250  # inputs of a tenth of all in one process, where a run goes by time
_PATIENCE = 1800  # seconds for one of these


def chunks(
    inputs: int, before: Mapping[str, Total], chunk: int = _CHUNK
) -> Iterator[tuple[str, int, int]]:
    """All inputs behind those of ``before``, in parts: kind, first and last number; in turn."""
    begun = {name: before[name].inputs if name in before else 0 for name in KINDS}
    last = {name: begun[name] + round(inputs * kind.share / 1000) for name, kind in KINDS.items()}
    while any(begun[name] < end for name, end in last.items()):
        for name, end in last.items():
            size = min(max(chunk * KINDS[name].share // 100, 20), end - begun[name])
            if size > 0:
                yield name, begun[name], begun[name] + size
                begun[name] += size


def worked(name: str, first: int, last: int) -> Done:
    """A part, in a process of its own; one that dies has a fault at the input it was at."""
    with TemporaryDirectory() as folder:
        sign = Path(folder) / "at"
        command = [sys.executable, "-m", "tests.fuzz.rig", name, str(first), str(last), str(sign)]
        environment = {**os.environ, "TMPDIR": folder}
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
                text=True,
                env=environment,
            )
            if done.returncode == -signal.SIGINT:  # broken off
                return Done(name, 0, 0, 0, 0, ())
            found = json.loads(done.stdout)
        except (subprocess.TimeoutExpired, ValueError):
            at = int(sign.read_text()) if sign.exists() else first
            return Done(name, at - first + 1, 0, 0, 0, (Fault(name, at, "its process died"),))
        found["faults"] = tuple(Fault(*each) for each in found["faults"])
        return Done(**found)


def run(todo: Iterator[tuple[str, int, int]], until: float | None, jobs: int) -> Iterator[Done]:
    """What comes of all parts, or of those that can be begun before a time; in their order.

    So what is broken off has come as far as it is told, and nothing behind.
    """
    with ThreadPoolExecutor(jobs) as pool:
        begun = deque(pool.submit(worked, *each) for each in islice(todo, 4 * jobs))
        while begun:
            yield begun.popleft().result()
            if until is None or time.monotonic() < until:
                begun.extend(pool.submit(worked, *each) for each in islice(todo, 1))


def again(name: str, number: int) -> Sequence[Fault]:
    """One input again."""
    kind = KINDS[name]
    what, seconds = held(kind, number, kind.input(number))
    print(f"{name} {number}: {seconds:.3f} s")
    return [Fault(name, number, what)] if what else []


def main() -> int:
    """Run, print the table, and fail where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--number", type=int)
    parser.add_argument("--write", action="store_true", help="into docs/hardening.md")
    given = parser.parse_args()
    if given.kind and given.number is not None:
        faults = again(given.kind, given.number)
    else:
        until = time.monotonic() + 60 * given.minutes if given.minutes else None
        inputs = given.inputs if until is None else 10**9
        # A process takes a second to begin: where all are done anyway, each does more.
        chunk = max(_CHUNK, inputs // 20) if until is None else _CHUNK
        totals = read() if given.write else {}
        with suppress(KeyboardInterrupt):
            for done in run(chunks(inputs, totals, chunk), until, given.jobs):
                totals[done.kind] = totals.get(done.kind, Total()).with_(done)
                for fault in done.faults:
                    print(f"{fault.kind} {fault.number}: {fault.what}", flush=True)
                if given.write:
                    write(totals)
        print(table(totals))
        faults = [*chain.from_iterable(total.faults for total in totals.values())]
    for fault in faults:
        print(f"python -m tests.fuzz --kind {fault.kind!r} --number {fault.number}: {fault.what}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
