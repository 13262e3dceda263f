"""A page as it is drawn: what becomes a glyph, what a rule, what neither."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.page import Bounds, Glyph, Page, Rule, Way, way_of
from tests.support.drawing import HEIGHT, WIDTH, blank_page, write

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

    page.picture(WIDTH * HEIGHT / 4)
    page.picture(WIDTH * HEIGHT / 8)

    assert 0.375 == page.pictured


@pytest.mark.parametrize(("width", "height"), [(0.0, HEIGHT), (WIDTH, 0.0)])
def test_pictures_cover_nothing_of_a_page_without_size(width: float, height: float) -> None:
    page = Page(1, width, height)

    page.picture(1)

    assert 0 == page.pictured


# -- glyphs ------------------------------------------------------------------------------------


def test_a_mark_that_hangs_out_of_a_cell_stands_where_the_one_before_it_does() -> None:
    page = blank_page()

    write(page, "公开，", 100, 200)

    assert [105, 115, 115] == [glyph.x for glyph in page.glyphs]
    assert [100, 110, 120] == [glyph.start for glyph in page.glyphs]


@pytest.mark.parametrize(("x", "y"), [(124, 200), (116, 200), (120, 204), (120, 196)])
def test_a_mark_that_stands_apart_stays_where_it_is(x: float, y: float) -> None:
    page = blank_page()

    write(page, "公开", 100, 200)
    write(page, "，", x, y)

    assert x + 5 == page.glyphs[-1].x


@pytest.mark.parametrize(
    ("right", "up", "is_vertical", "way"),
    [
        (10, 0, False, Way.RIGHT),
        (0.5, 0.09, False, Way.RIGHT),
        (10, 2.5, False, None),
        (10, 0, True, Way.DOWN),
        (0, 10, False, Way.UP),
        (1.9, -10, False, Way.DOWN),
        (-10, 0, False, None),
    ],
    ids=["level", "nearly level", "across", "below each other", "up", "down", "upside down"],
)
def test_text_reads_right_down_or_up(
    right: float, up: float, is_vertical: bool, way: Way | None
) -> None:
    assert way is way_of(right, up, is_vertical=is_vertical)


def test_reading_goes_from_small_to_large_whichever_way() -> None:
    page = blank_page()

    for way in Way:
        page.write("公", way, Bounds(100, 200, 110, 220), 216)

    assert [
        Glyph("公", 100, 110, 216, 20, Way.RIGHT, 105, 216 - 20 / 3),
        Glyph("公", 200, 220, -105, 10, Way.DOWN, 105, 210),
        Glyph("公", -220, -200, 105, 10, Way.UP, 105, 210),
    ] == page.glyphs


@pytest.mark.parametrize(
    ("text", "shown"),
    [("公", "公"), ("⻚", "页"), ("⼀", "一"), ("ﬁ", "fi"), ("①", "①"), ("a\u200b", "a")],
    ids=["plain", "radical", "Kangxi radical", "ligature", "circled", "beside an unseen one"],
)
def test_a_glyph_stands_for_the_characters_that_it_shows(text: str, shown: str) -> None:
    assert [shown] == [glyph.text for glyph in glyphs_of_one(text)]


@pytest.mark.parametrize("text", [" ", "\u3000", "\u200b", "\x00", "\u2028", ""])
def test_what_cannot_be_seen_is_no_glyph(text: str) -> None:
    assert [] == glyphs_of_one(text)


def glyphs_of_one(text: str) -> list[Glyph]:
    page = blank_page()
    page.write(text, Way.RIGHT, Bounds(100, 200, 110, 220), 216)
    return page.glyphs
