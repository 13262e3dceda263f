"""Inputs put through what has to hold, measured; in a process that may die of one."""

from __future__ import annotations

import json
import resource
import signal
import statistics
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tests.fuzz.kinds import KINDS, Kind

MEMORY = 2 << 30  # bytes that the process may allocate
_SECONDS = 60  # after which an input hangs
_TIMES, _AT_LEAST = 20, 0.25  # an input may take so many medians of its length; or seconds
_AGAIN = 3  # measurements of one that seems slow
_SOUND = 8  # inputs that are not damaged
_ENOUGH = 8  # inputs of a length that make a median


class Fault(NamedTuple):
    """What did not hold.  ``number``: of the input."""

    kind: str
    number: int
    what: str


class Done(NamedTuple):
    """What came of inputs.  ``seconds``: the longest; ``mib``: the most memory of the process."""

    kind: str
    inputs: int
    total: float
    seconds: float
    mib: float
    faults: tuple[Fault, ...]


class HangError(Exception):
    """An input took longer than any may."""


def work(name: str, numbers: Sequence[int], sign: Path | None = None) -> Done:
    """Put inputs of a kind through.  ``sign``: where the number of each is noted before."""
    kind = KINDS[name]
    signal.signal(signal.SIGALRM, _hang)
    faults: list[Fault] = []
    times: list[tuple[int, float, int]] = []  # length, seconds, number
    for number in numbers:
        if sign:
            sign.write_text(str(number))
        data = kind.input(number)
        what, seconds = held(kind, number, data)
        times.append((len(data), seconds, number))
        if what:
            faults.append(Fault(name, number, what))
    faults += (Fault(name, number, what) for number, what in slow(kind, times))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = max((each for _, each, _ in times), default=0.0)
    return Done(name, len(numbers), sum(each for _, each, _ in times), seconds, peak, (*faults,))


def held(kind: Kind, number: int, data: bytes) -> tuple[str | None, float]:
    """What does not hold of an input, and how long it took."""
    signal.alarm(_SECONDS)
    started = time.process_time()  # whatever else the machine does
    what = None
    try:
        kind.hold(number, data)
    except (Exception, HangError) as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = "; ".join(f"{Path(each.filename).name}:{each.lineno}" for each in frames[-4:])
        what = f"{type(error).__name__}: {str(error)[:300]} ({where})"
    finally:
        signal.alarm(0)
    return what, time.process_time() - started


def slow(kind: Kind, times: Iterable[tuple[int, float, int]]) -> Iterable[tuple[int, str]]:
    """Inputs that take far longer than others of their length, measured again.

    Where most are broken so that this is told at once, what is sound is the measure.
    """
    seeds = kind.seeds()[:_SOUND]
    sound = statistics.median(held(kind, 4, data)[1] for data in seeds)
    size = statistics.median(map(len, seeds))
    by_length: dict[int, list[float]] = defaultdict(list)
    every = [*times]
    for length, seconds, _ in every:
        by_length[length.bit_length()].append(seconds)
    whole = statistics.median(seconds for _, seconds, _ in every) if every else 0.0
    for length, seconds, number in every:
        known = by_length[length.bit_length()]
        usual = statistics.median(known) if len(known) >= _ENOUGH else whole
        most = max(_TIMES * max(usual, sound * max(length / size, 1)), _AT_LEAST)
        if seconds > most:
            data = kind.input(number)
            least = min(held(kind, number, data)[1] for _ in range(_AGAIN))
            if least > most:
                yield number, f"slow: {least:.2f} s for {length} bytes, others {usual:.4f} s"


def _hang(*_: object) -> NoReturn:
    raise HangError(f"not done within {_SECONDS} s")


def main() -> None:
    """``KIND FIRST LAST SIGN``: the numbers from the first on, before the last; JSON out."""
    name, first, last, sign = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    done = work(name, range(int(first), int(last)), Path(sign))
    answer: dict[str, Any] = done._asdict()
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
