"""Rules found in small drawn pictures."""

from __future__ import annotations

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import cv2  # noqa: E402
import numpy as np  # noqa: E402

from gklint.formats.fixed.grid import grids  # noqa: E402
from gklint.formats.scan.arrays import Grey  # noqa: E402
from gklint.formats.scan.cleaning import ink_of  # noqa: E402
from gklint.formats.scan.ruling import rules_of  # noqa: E402

DPI = 150
GREY = 160  # of a rule one pixel thick, of which only a trace is left
XS, YS = (30, 150, 270, 390), (30, 90, 150)


def table(grey: int = 0) -> Grey:
    """Two rows of three cells; the middle rule between the rows is of that grey."""
    page = np.full((200, 450), 255, np.uint8)
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), 0, 2)
    for x in XS:
        cv2.line(page, (x, YS[0]), (x, YS[-1]), 0, 2)
    if grey:
        page[YS[1] - 3 : YS[1] + 4, XS[0] + 3 : XS[-1] - 3] = 255
        cv2.line(page, (XS[0], YS[1]), (XS[-1], YS[1]), grey, 1)
    return page


def frames(page: Grey) -> list[int]:
    """How many cells each table has."""
    level, upright, _ = rules_of(ink_of(page, DPI), DPI)
    return [len(grid.frames) for grid in grids(level, upright)]


def covered(page: Grey, *, above: bool = False) -> Grey:
    """A page as a stamp leaves it: hardly anything of the middle cell's rule is there."""
    top, bottom = YS[1] - 3, YS[1] + 4
    page[top:bottom, XS[1] + 3 : XS[2] - 3] = 255
    page[YS[1], XS[1] + 3 : XS[2] - 3 : 5] = 120
    page[YS[1], XS[1] + 4 : XS[2] - 3 : 5] = 120
    page[YS[1], XS[1] + 5 : XS[2] - 3 : 5] = 120
    if above:  # print, of which the same is part
        page[top - 8 : bottom + 8, XS[1] + 10 : XS[2] - 10 : 3] = 0
    return page


def test_a_table_is_made_of_its_rules() -> None:
    assert [6] == frames(table())


def test_a_rule_that_is_thin_and_grey_is_one() -> None:
    assert [6] == frames(table(grey=GREY))


def test_so_is_one_that_others_cross() -> None:
    page = np.full((200, 450), 255, np.uint8)
    levels = range(30, 181, 30)
    for y in levels:
        cv2.line(page, (30, y), (390, y), 0, 2)
    for x, grey in ((30, 0), (210, GREY), (390, 0)):
        cv2.line(page, (x, 30), (x, levels[-1]), grey, 1)

    assert [2 * (len(levels) - 1)] == frames(page)


def test_a_rule_of_which_a_trace_is_left_is_one_where_it_goes_on_on_both_sides() -> None:
    assert [6] == frames(covered(table()))


def test_where_it_goes_on_print_is_no_trace_of_a_rule() -> None:
    assert [5] == frames(covered(table(), above=True))


def test_where_nothing_is_left_of_a_rule_a_cell_is_two_rows_high() -> None:
    page = table()
    page[YS[1] - 3 : YS[1] + 4, XS[1] + 3 : XS[2] - 3] = 255

    assert [5] == frames(page)


def bold() -> Grey:
    """A line of print whose level strokes run into each other."""
    page = np.full((100, 400), 255, np.uint8)
    for y in (40, 48, 56):
        cv2.line(page, (40, y), (240, y), 0, 3)
    for x in range(45, 240, 12):
        cv2.line(page, (x, 38), (x, 58), 0, 2)
    return page


def test_bold_print_is_no_rule() -> None:
    level, upright, borders = rules_of(ink_of(bold(), DPI), DPI)

    assert ([], []) == (level, upright)
    assert not borders.any()


def test_a_line_below_which_nothing_stands_is_a_rule_without_a_table() -> None:
    page = np.full((100, 400), 255, np.uint8)
    cv2.line(page, (40, 50), (240, 50), 0, 2)

    level, upright, borders = rules_of(ink_of(page, DPI), DPI)

    assert [(40, 243)] == [(round(each.start), round(each.end)) for each in level]
    assert [] == upright
    assert borders.any()
