"""A page as it is drawn: what becomes a rule, and what does not."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.matrix import Matrix
from gklint.formats.fixed.page import Page, Rule, clipped
from tests.support.drawing import HEIGHT, WIDTH, blank_page

# -- rules -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("across", "down", "is_rule"),
    [(100, 1.0, True), (100, 1.1, False), (8, 0.6, True), (7, 0.6, False), (2, 0.2, True)],
)
def test_a_rule_may_lean_by_a_little(across: float, down: float, is_rule: bool) -> None:
    page = blank_page()

    page.stroke([(20, 10), (20 + across, 10 + down)], 0.5)

    assert is_rule == bool(page.horizontal)


def test_each_straight_part_of_a_stroke_is_a_rule() -> None:
    page = blank_page()

    page.stroke([(90, 10), (20, 10), (20.1, 50), (60, 80), (61, 90), (71, 91)], 0.5)

    assert [Rule(10, 20, 90)] == page.horizontal
    assert [Rule(20.05, 10, 50)] == page.vertical


@pytest.mark.parametrize(("width", "rules"), [(6.0, 1), (6.1, 0)])
def test_a_thick_stroke_is_a_background(width: float, rules: int) -> None:
    page = blank_page()

    page.stroke([(20, 10), (90, 10)], width)

    assert rules == len(page.horizontal)


def test_a_thin_shape_is_a_rule_and_a_thick_one_is_none() -> None:
    page = blank_page()

    page.fill([(20, 10), (90, 10), (90, 13), (20, 13)])
    page.fill([(20, 30), (90, 30), (90, 34), (20, 34)])
    page.fill([(20, 10), (23, 10), (23, 90), (20, 90)])
    page.fill([(20, 10), (24, 10), (24, 90), (20, 90)])

    assert [Rule(11.5, 20, 90)] == page.horizontal
    assert [Rule(21.5, 10, 90)] == page.vertical


def test_a_thin_shape_runs_where_it_is_longer() -> None:
    page = blank_page()

    page.fill([(20, 10), (22, 10), (22, 11), (20, 11)])
    page.fill([(20, 10), (21, 10), (21, 12), (20, 12)])

    assert [Rule(10.5, 20, 22)] == page.horizontal
    assert [Rule(20.5, 10, 12)] == page.vertical


def test_pictures_cover_a_share_of_the_page() -> None:
    page = blank_page()

    page.picture(Matrix(WIDTH, 0, 0, HEIGHT / 4, 0, 0))
    page.picture(Matrix(WIDTH, 0, 0, HEIGHT / 8, 0, 0))

    assert 0.375 == page.pictured


@pytest.mark.parametrize(("width", "height"), [(0.0, HEIGHT), (WIDTH, 0.0)])
def test_pictures_cover_nothing_of_a_page_without_size(width: float, height: float) -> None:
    page = Page(1, width, height)

    page.picture(Matrix(1, 0, 0, 1, 0, 0))

    assert 0 == page.pictured


def test_a_rule_beyond_the_page_is_one_at_its_edge() -> None:
    rules = [Rule(-120, 100, 300), Rule(HEIGHT + 90, -50, 300), Rule(40, 100, 300)]

    assert [Rule(0, 100, 300), Rule(HEIGHT, 0, 300), Rule(40, 100, 300)] == clipped(
        rules, HEIGHT, WIDTH
    )
