"""Photographs of pages, taken at an angle."""

from __future__ import annotations

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import cv2  # noqa: E402
import numpy as np  # noqa: E402

from gklint.formats.reading import take  # noqa: E402
from gklint.formats.scan.arrays import Grey  # noqa: E402
from gklint.formats.scan.keystone import squared  # noqa: E402
from tests.formats.scan.test_reading import (  # noqa: E402
    cells,
    file_of,
    numbers_of_page,
    page,
)
from tests.support.checking import refusal  # noqa: E402
from tests.support.scanning import narrowed  # noqa: E402

DPI = 100.0


def lines(share: float = 0.0, *, sideways: bool = True, width: int = 800) -> Grey:
    """White paper with lines of print and a rule at both sides, and a mark at a point."""
    paper: Grey = np.full((1100, width, 3), 255, np.uint8)
    for top in range(100, 1000, 30):
        paper[top : top + 10, 120 : width - 120] = 0
    paper[60:1040, 80:83] = paper[60:1040, width - 83 : width - 80] = 0
    return narrowed(paper, share, sideways=sideways)[:, :, 0]


@pytest.mark.parametrize("sideways", [True, False])
@pytest.mark.parametrize("share", [0.04, 0.08])
def test_lines_that_run_together_are_made_to_run_side_by_side(share: float, sideways: bool) -> None:
    found = squared(lines(share, sideways=sideways), DPI)
    ink = found.page < 128
    rows, columns = ink[:, 200:600].mean(axis=1), ink[200:900].mean(axis=0)

    assert not found.askew
    assert 0.95 < rows.max()
    assert 0.95 < columns.max()


def mark(page: Grey) -> tuple[float, float]:
    """Where the mark in the right upper corner is, which is thicker than lines and rules."""
    thick = cv2.erode((page < 128).astype(np.uint8), np.ones((13, 13), np.uint8))
    down, across = np.nonzero(thick)
    return float(across.mean()), float(down.mean())


@pytest.mark.parametrize("sideways", [True, False])
def test_it_is_known_where_points_come_to_stand(sideways: bool) -> None:
    paper: Grey = np.repeat(lines()[:, :, None], 3, axis=2)
    paper[20:40, 740:760] = 0
    taken = narrowed(paper, 0.08, sideways=sideways)[:, :, 0]
    found = squared(taken, DPI)
    assert found.placing is not None
    there, moved = mark(taken), mark(found.page)

    assert moved == pytest.approx(found.placing(*there), abs=1.0)
    assert moved != pytest.approx(there, abs=8.0)


def test_a_page_that_was_scanned_stays_as_it_is() -> None:
    scanned = lines()

    assert squared(scanned, DPI).page is scanned
    assert squared(np.full((1100, 800), 255, np.uint8), DPI).placing is None


def test_a_wide_picture_stays_as_it_is_for_it_may_be_two_pages() -> None:
    assert squared(lines(0.06, width=1500), DPI).placing is None


def test_what_was_taken_from_far_aside_is_said_to_be_askew() -> None:
    assert squared(lines(0.18), DPI).askew


# -- in whole ------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("sideways", [True, False])
def test_numbers_of_a_photograph_are_read_as_those_of_a_scan(sideways: bool) -> None:
    taken = narrowed(page(), 0.1, sideways=sideways)

    assert numbers_of_page() == cells(take(file_of(taken), "a.jpg"))


@pytest.mark.slow
def test_a_photograph_from_far_aside_is_refused_with_what_to_do() -> None:
    taken = narrowed(page(), 0.2, sideways=True)

    assert ("scan-unclear", {}) == refusal(take, file_of(taken), "a.jpg")
