"""What is done with a file may take too long, take all memory or die: then it is said so."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from gklint.errors import UsageError
from gklint.web.workers import WorkError, Workers
from tests.support.needs import needs_posix
from tests.support.web import finished

pytestmark = pytest.mark.slow


def fail() -> None:
    raise UsageError("web.lost")


def grow() -> int:
    return len(bytearray(4 << 30))


def test_what_is_done_is_done_in_a_folder(workers: Workers, tmp_path: Path) -> None:
    assert str(tmp_path) == finished(workers.run(60, tmp_path, os.getcwd))


def test_what_takes_too_long_is_stopped(workers: Workers, tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="没有查完"):
        finished(workers.run(0.5, tmp_path, time.sleep, 60))


def test_a_process_that_dies_costs_its_own_answer(workers: Workers, tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="内存不够"):
        finished(workers.run(60, tmp_path, os._exit, 1))

    assert 3 == finished(workers.run(60, tmp_path, len, "abc"))


@needs_posix
def test_memory_is_bounded(workers: Workers, tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="内存不够"):
        finished(workers.run(60, tmp_path, grow))


def test_what_can_be_explained_is_passed_on(workers: Workers, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="连接断了"):
        finished(workers.run(60, tmp_path, fail))
