"""Rules to grids."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.formats.fixed.grid import Frame, Grid, grids
from gklint.formats.fixed.page import Rule

XS, YS = (0.0, 50.0, 100.0), (0.0, 20.0, 40.0)
ACROSS = [Rule(y, 0, 100) for y in YS]
DOWN = [Rule(x, 0, 40) for x in XS]
SQUARES = (Frame(0, 0, 1, 1), Frame(0, 1, 1, 1), Frame(1, 0, 1, 1), Frame(1, 1, 1, 1))


def test_rules_that_cross_make_squares() -> None:
    assert [Grid(XS, YS, SQUARES)] == grids(ACROSS, DOWN)


def test_a_single_box_is_no_table() -> None:
    assert [] == grids([ACROSS[0], ACROSS[2]], [DOWN[0], DOWN[2]])


def test_rules_that_cross_nothing_are_no_table() -> None:
    assert [] == grids(ACROSS, [])
    assert [] == grids(ACROSS, [Rule(120, 0, 40)])


def test_squares_without_a_rule_between_them_are_one_cell() -> None:
    (beside,) = grids(ACROSS, [DOWN[0], Rule(50, 20, 40), DOWN[2]])
    (below,) = grids([ACROSS[0], Rule(20, 50, 100), ACROSS[2]], DOWN)

    assert (Frame(0, 0, 1, 2), Frame(1, 0, 1, 1), Frame(1, 1, 1, 1)) == beside.frames
    assert (Frame(0, 0, 2, 1), Frame(0, 1, 1, 1), Frame(1, 1, 1, 1)) == below.frames


@pytest.mark.parametrize(("end", "cells"), [(31.0, 4), (29.0, 3)])
def test_a_rule_along_more_than_half_of_an_edge_parts_two_squares(end: float, cells: int) -> None:
    (grid,) = grids(ACROSS, [DOWN[0], Rule(50, 0, end), DOWN[2]])

    assert cells == len(grid.frames)


def test_a_double_border_is_one() -> None:
    (grid,) = grids(ACROSS, [DOWN[0], Rule(49, 0, 40), Rule(51, 0, 40), DOWN[2]])

    assert Grid(XS, YS, SQUARES) == grid


def test_what_is_drawn_piece_by_piece_is_one_rule() -> None:
    pieces = [Rule(y, start, start + 47) for y in YS for start in (0, 53)]

    assert [Grid(XS, YS, SQUARES)] == grids(pieces, DOWN)


@pytest.mark.parametrize(("gap", "xs"), [(0.9, (0, 150, 200)), (1.1, (101.1, 150, 200))])
def test_a_border_of_which_only_the_ends_meet_others_holds_a_merged_cell(
    gap: float, xs: tuple[float, ...]
) -> None:
    ends = [(0, 50), (50 + gap, 100), (100 + gap, 150), (150, 200)]
    pieces = [Rule(y, start, end) for y in (0, 20) for start, end in ends]

    (grid,) = grids(pieces, [Rule(x, 0, 20) for x in (0, 150, 200)])

    assert xs == grid.xs


def test_rules_that_stop_short_of_each_other_meet() -> None:
    across = [Rule(y, 6, 94) for y in YS]
    down = [Rule(x, 6, 34) for x in XS]

    assert [Grid(XS, YS, SQUARES)] == grids(across, DOWN)
    assert [Grid(XS, YS, SQUARES)] == grids(ACROSS, down)


def test_tables_that_do_not_touch_are_two() -> None:
    lower = [Rule(rule.at + 47, rule.start, rule.end) for rule in ACROSS]
    down = [*DOWN, *(Rule(rule.at, 47, 87) for rule in DOWN)]

    assert [YS, (47.0, 67.0, 87.0)] == [grid.ys for grid in grids([*ACROSS, *lower], down)]


@pytest.mark.parametrize(("reach", "xs"), [(9.0, (41.0, 50.0, 59.0)), (8.0, ())])
def test_a_side_may_be_without_a_rule(reach: float, xs: tuple[float, ...]) -> None:
    across = [Rule(y, 50 - reach, 50 + reach) for y in YS]

    assert [xs] * bool(xs) == [grid.xs for grid in grids(across, [DOWN[1]])]


def test_a_row_that_no_rule_parts_is_one_cell_whatever_is_beside_the_rows_above() -> None:
    ys = (0.0, 20.0, 40.0, 60.0)
    across = [Rule(0, 0, 100), Rule(20, 0, 50), Rule(40, 0, 50), Rule(60, 0, 100)]
    (grid,) = grids(across, [Rule(0, 0, 60), Rule(50, 0, 40), Rule(100, 0, 60)])

    assert ys == grid.ys
    assert (
        Frame(0, 0, 1, 1),
        Frame(0, 1, 2, 1),
        Frame(1, 0, 1, 1),
        Frame(2, 0, 1, 2),
    ) == grid.frames


def test_what_is_left_of_a_table_without_a_row_are_those_above_and_below() -> None:
    xs, ys = (0.0, 50.0, 100.0), (0.0, 20.0, 40.0, 60.0, 80.0)
    one, other = (Frame(0, 0, 1, 1), Frame(0, 1, 1, 1)), (Frame(2, 0, 1, 1), Frame(2, 1, 1, 1))
    last = Frame(3, 0, 1, 2)
    grid = Grid(xs, ys, (*one, Frame(1, 0, 1, 2), *other, last))

    assert [False, False, True, False, False, True] == [*map(grid.is_across, range(6))]
    assert [
        (Grid(xs, ys[:2], one), [0, 1]),
        (Grid(xs, ys[2:4], tuple(each._replace(row=0) for each in other)), [3, 4]),
    ] == [*grid.without([2, 5])]


def test_a_point_is_in_a_frame_also_on_the_last_edge() -> None:
    grid = Grid(XS, YS, SQUARES)

    assert [0, 1, 2, 3] == [
        grid.frame_at(x, y) for x, y in ((0, 0), (50, 19.9), (49.9, 20), (100, 40))
    ]


def test_a_point_beside_a_table_is_in_no_frame() -> None:
    grid = Grid(XS, YS, SQUARES)
    points = ((100.1, 40), (-0.1, 40), (100, -0.1), (100, 40.1))

    assert [None] * 4 == [grid.frame_at(x, y) for x, y in points]


def test_the_area_of_a_table_is_what_its_edges_enclose() -> None:
    assert 4000 == Grid((20.0, 50.0, 120.0), (30.0, 70.0), SQUARES[:2]).area


@pytest.mark.parametrize(
    ("rows", "columns", "found"), [(100, 200, 1), (101, 200, 0), (200, 100, 1), (200, 101, 0)]
)
def test_a_drawing_of_many_squares_is_no_table(rows: int, columns: int, found: int) -> None:
    across = [Rule(10.0 * number, 0, 10.0 * columns) for number in range(rows + 1)]
    down = [Rule(10.0 * number, 0, 10.0 * rows) for number in range(columns + 1)]

    assert found == len(grids(across, down))


def test_too_many_rules_are_not_compared() -> None:
    rules = [Rule(10.0 * number, 0, 10) for number in range(2001)]

    assert [] == grids(rules, rules)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(1, 4)), max_size=12),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(1, 4)), max_size=12),
)
def test_each_square_is_in_one_cell_whatever_is_drawn(
    across: list[tuple[int, int, int]], down: list[tuple[int, int, int]]
) -> None:
    horizontal, vertical = (
        [Rule(20.0 * at, 20.0 * start, 20.0 * (start + length)) for at, start, length in drawn]
        for drawn in (across, down)
    )

    for grid in grids(horizontal, vertical):
        covered = Counter(
            (row, column)
            for frame in grid.frames
            for row in range(frame.row, frame.row + frame.down)
            for column in range(frame.column, frame.column + frame.across)
        )
        squares = ((y, x) for y in range(len(grid.ys) - 1) for x in range(len(grid.xs) - 1))
        assert dict.fromkeys(squares, 1) == covered
