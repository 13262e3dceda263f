"""Whole reports as OFD, in the manners of several programs."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

import gklint
from gklint.text.source import Place
from tests.support.ofd import MANNERS
from tests.support.pdf import BORDERS, report
from tests.support.sample import WRONG_SUM, changed

pytestmark = pytest.mark.slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年报.ofd"


@pytest.mark.parametrize(("manner", "border"), [*product(MANNERS, BORDERS)])
def test_the_sample_is_clean(manner: str, border: str, path: Path) -> None:
    path.write_bytes(report(changed(), border, manner))

    assert () == tuple(gklint.check(path).diagnostics)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_wrong_sum_is_found_at_its_cell(manner: str, path: Path) -> None:
    path.write_bytes(report(WRONG_SUM, manner=manner))

    found = gklint.check(path).diagnostics

    assert ["GK302", "GK303"] == sorted(each.code for each in found)
    assert Place(page=2, table=2, row=6, cell=9) in [each.place for each in found]
