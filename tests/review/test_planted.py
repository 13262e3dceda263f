"""Generated counties: what is planted in them is found at its place, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmark.planted import Desk, Score, score
from tests.generator.county import FAULTS, LAST, LIST, NOW, make_county
from tests.support.running import in_process

SIZE = 20
PAIRS = (("omitted", "carried_before"), ("copied_from_another", "missing"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("county"))


@pytest.mark.slow
def test_of_a_county_without_faults_nothing_is_said(desk: Desk) -> None:
    assert [] == reviewed(desk).notes


@pytest.mark.slow
@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_found_at_its_place_and_nothing_else(desk: Desk, kind: str) -> None:
    found = reviewed(desk, kind)

    assert [] == found.notes
    assert (1, 1) == (found.planted, found.found)
    assert found.named == found.to_name


@pytest.mark.slow
@pytest.mark.parametrize("kinds", PAIRS, ids=" ".join)
def test_two_faults_are_found_in_one_county(desk: Desk, kinds: tuple[str, ...]) -> None:
    assert [] == reviewed(desk, *kinds).notes


@pytest.mark.slow
def test_the_command_finds_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_county(0, ("missing",), SIZE).write(tmp_path)
    options = ("--previous", tmp_path / LAST, "--bodies", tmp_path / LIST, "--isolated")
    ran = in_process(capsys, "review", tmp_path / NOW, *options, "-o", tmp_path / "审核")

    assert "20 个机关：可以发布 19，需要修改 0，没有交 1，读不了 0。" == ran.out.splitlines()[0]


def reviewed(desk: Desk, *kinds: str) -> Score:
    """What came of a review of a county with such faults."""
    found = Score()
    score(0, kinds, desk, found, SIZE)
    return found
