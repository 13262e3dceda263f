"""The rig itself: it tells what does not hold, and finds it again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import __main__ as command
from tests.fuzz import rig, table
from tests.fuzz.kinds import KINDS, Kind

pytestmark = pytest.mark.slow


def same(data: bytes, _: Random, __: Sequence[bytes]) -> bytes:
    return data


def kind(hold: object) -> Kind:
    return Kind(1000, lambda: [b"a" * 100], same, hold)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", KINDS)
def test_the_first_inputs_of_each_kind_hold(name: str) -> None:
    assert () == rig.work(name, range(4)).faults


@pytest.mark.parametrize(
    ("name", "number"),
    [
        *(("HTML", number) for number in (41, 87265, 89235, 90867)),
        *(("MHTML", number) for number in (14991, 16201)),
        *(("parts of a corpus", number) for number in (885, 1881)),
    ],
)
def test_what_once_did_not_hold_does(name: str, number: int) -> None:
    assert () == rig.work(name, range(number, number + 1)).faults


@pytest.mark.parametrize("name", KINDS)
def test_an_input_is_always_the_same_and_others_are_others(name: str) -> None:
    made = [KINDS[name].input(number) for number in range(20)]

    assert made == [KINDS[name].input(number) for number in range(20)]
    assert len({*made}) > 10


def test_what_does_not_hold_is_told_with_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(number: int, _: bytes) -> None:
        assert number != 3, "three"

    monkeypatch.setitem(KINDS, "text", kind(hold))
    done = rig.work("text", range(5))

    assert [(5, 3, True)] == [
        (done.inputs, each.number, each.what.startswith("AssertionError: three"))
        for each in done.faults
    ]


def test_what_takes_far_longer_than_others_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(number: int, _: bytes) -> None:
        until = time.process_time() + (0.3 if number == 2 else 0.001)
        while time.process_time() < until:
            pass

    monkeypatch.setitem(KINDS, "text", kind(hold))
    done = rig.work("text", range(12))

    assert [2] == [each.number for each in done.faults]
    assert done.faults[0].what.startswith("slow: 0.3")


def test_what_does_not_come_to_an_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(number: int, _: bytes) -> None:
        time.sleep(30 if number == 1 else 0)

    monkeypatch.setattr(rig, "_SECONDS", 1)
    monkeypatch.setattr(rig, "_AT_LEAST", 100)
    monkeypatch.setitem(KINDS, "text", kind(hold))
    done = rig.work("text", range(3))

    assert [1] == [each.number for each in done.faults]
    assert done.faults[0].what.startswith("HangError")


@pytest.fixture(name="in_place_of_python")
def fixture_in_place_of_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str], None]:
    """Lets a script of the shell do what a process of the rig does."""

    def put(script: str) -> None:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr("sys.executable", str(program))

    return put


def test_an_input_of_which_the_process_dies_is_told(
    in_place_of_python: Callable[[str], None],
) -> None:
    in_place_of_python('for last; do :; done; echo 7 > "$last"; kill -9 $$')
    done = command.worked("text", 5, 9)

    assert [("text", 7, "its process died")] == [tuple(each) for each in done.faults]
    assert 3 == done.inputs


def test_a_process_that_is_broken_off_has_no_fault(
    in_place_of_python: Callable[[str], None],
) -> None:
    in_place_of_python("trap - INT; kill -INT $$; sleep 9")
    done = command.worked("text", 5, 9)

    assert (0, ()) == (done.inputs, done.faults)


def test_all_inputs_are_shared_out_once_behind_those_before() -> None:
    before = {"text": table.Total(inputs=7)}
    parts = [*command.chunks(10_000, before)]
    numbers = {
        name: [number for kind, *ends in parts if kind == name for number in range(*ends)]
        for name in KINDS
    }
    first = {name: before[name].inputs if name in before else 0 for name in KINDS}

    expected = {n: [*range(first[n], first[n] + 10 * each.share)] for n, each in KINDS.items()}
    assert expected == numbers
    assert 1000 == sum(each.share for each in KINDS.values())


def test_what_the_table_tells_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("甲\n<!-- inputs -->\n<!-- end of inputs -->\n乙\n", "utf-8")
    monkeypatch.setattr(table, "_PAGE", page)
    totals = {"text": table.Total(12_000, 120.0, 0.25, 70.0), "PDF": table.Total(50, 1.0, 0.1, 60)}

    table.write(totals)
    once = page.read_text("utf-8")
    table.write(table.read())

    assert totals == table.read()
    assert once == page.read_text("utf-8")
    assert ("甲", "乙") == (once.splitlines()[0], once.splitlines()[-1])
