"""Processes that work on chunks, some of which die or hang."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from gklint.formats import reading
from gklint.run import single
from gklint.run.processes import Processes
from tests.support.running import shown
from tests.support.sample import CLEAN, WRONG_SUM, write

pytestmark = pytest.mark.slow

_CHUNKS = ((1, 2, 3), (4, 5), (6,))
_DEADLY = "n05"


def doubled(number: int) -> int:
    return 2 * number


def deadly(at: int, number: int) -> int:
    if number == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def endless(at: int, number: int) -> int:
    while number == at:
        time.sleep(0.1)
    return 2 * number


def deadly_once(folder: Path, number: int) -> int:
    sign = folder / "died"
    if number == 2 and not sign.exists():
        sign.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def lost(number: int, why: str) -> int:
    return {"died": -number, "too-slow": -100 * number}[why]


def worked(work: Callable[[int], int], seconds: float = 60) -> list[int]:
    with Processes(2, work, lost, seconds) as processes:
        begun = [processes.begin(chunk) for chunk in _CHUNKS]
        return [done for each in begun for done in processes.end(each)]


def test_what_is_made_comes_in_order() -> None:
    assert [2, 4, 6, 8, 10, 12] == worked(doubled)


def test_an_item_at_which_its_process_dies_is_lost_and_no_other() -> None:
    assert [2, -2, 6, 8, 10, 12] == worked(partial(deadly, 2))


def test_an_item_that_does_not_come_to_an_end_is_lost_and_no_other() -> None:
    assert [2, 4, 6, 8, -500, 12] == worked(partial(endless, 5), seconds=1)


def test_an_item_is_tried_again_whose_process_was_killed_for_others(tmp_path: Path) -> None:
    assert [2, 4, 6, 8, 10, 12] == worked(partial(deadly_once, tmp_path))


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="others do not inherit the deadly reader"
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_at_which_the_process_dies_is_not_checked_and_the_others_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    take = reading.take

    def die(data: bytes, name: str | None, *limits: Any) -> Any:
        if _DEADLY in str(name):
            os.kill(os.getpid(), signal.SIGKILL)
        return take(data, name, *limits)

    monkeypatch.setattr("gklint.run.pool._WORTH_A_POOL", 1)
    monkeypatch.setattr(single, "take", die)
    write(tmp_path, **{f"n{at:02}": WRONG_SUM if at == 7 else CLEAN for at in range(12)})
    options = ("--jobs", "2", "--format", "concise", "--lang", lang, "--no-cache")
    found = shown(capsys, str(tmp_path), *options).splitlines()

    said = {
        "zh": "检查它的程序一再被系统中止（多半是内存不够），没有查完；请关掉别的程序",
        "en": "the system ended the program again and again at it",
    }
    assert ["GK001", "GK303", "GK302"] == [line.split()[2] for line in found]
    assert f"{tmp_path}/{_DEADLY}.txt:1:1:" == found[0].split()[0]
    assert said[lang] in found[0]
