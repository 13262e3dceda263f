"""Characters that stand beside each other."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.glyphs import Bounds, Glyphs, Way, visible, way_of, within
from tests.support.drawing import blank_page, glyphs_of, write

SIDE = 10.0


def test_characters_beside_each_other_stand_together() -> None:
    assert [Glyphs("公开1", [100, 110, 120], [110, 120, 125], 200, SIDE)] == glyphs_of(
        "公开1", 100, 200
    )


@pytest.mark.parametrize(
    ("x", "base", "size", "way"),
    [
        (130.1, 200, SIDE, Way.RIGHT),
        (111, 200, SIDE, Way.RIGHT),
        (90, 200, SIDE, Way.RIGHT),
        (120, 201, SIDE, Way.RIGHT),
        (120, 200, 9, Way.RIGHT),
        (120, 200, SIDE, Way.DOWN),
    ],
    ids=["far", "upon the last", "before", "lower", "smaller", "turned"],
)
def test_characters_stand_apart_from_those_of_another_place_or_size(
    x: float, base: float, size: float, way: Way
) -> None:
    page = blank_page()

    write(page, "公开", 100, 200)
    write(page, "信", x, base, size, way)

    assert ["公开", "信"] == [glyphs.text for glyphs in page.glyphs]


def test_a_mark_that_hangs_out_of_a_cell_stands_where_the_one_before_it_does() -> None:
    (glyphs,) = glyphs_of("公开，", 100, 200)

    assert [105, 115, 115] == [glyphs.point(index)[0] for index in range(3)]
    assert [100, 110, 120] == glyphs.starts


def test_a_mark_may_stand_a_little_higher_or_lower_than_what_it_follows() -> None:
    page = blank_page()

    write(page, "公开", 100, 200)
    write(page, "，", 120, 202)

    assert ["公开，"] == [glyphs.text for glyphs in page.glyphs]


@pytest.mark.parametrize(("x", "y"), [(124, 200), (116, 200), (120, 204), (120, 196)])
def test_a_mark_that_stands_apart_stays_where_it_is(x: float, y: float) -> None:
    page = blank_page()

    write(page, "公开", 100, 200)
    write(page, "，", x, y)

    assert x + 5 == page.glyphs[-1].point(len(page.glyphs[-1].text) - 1)[0]


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


@pytest.mark.parametrize(
    ("way", "expected", "point"),
    [
        (Way.RIGHT, Glyphs("公", [100], [110], 216, 20, Way.RIGHT), (105, 216 - 20 / 3)),
        (Way.DOWN, Glyphs("公", [200], [220], -105, SIDE, Way.DOWN), (105, 210)),
        (Way.UP, Glyphs("公", [-220], [-200], 105, SIDE, Way.UP), (105, 210)),
    ],
)
def test_reading_goes_from_small_to_large_whichever_way(
    way: Way, expected: Glyphs, point: tuple[float, float]
) -> None:
    found = within("公", way, Bounds(100, 200, 110, 220), 216)

    assert expected == found
    assert point == expected.point(0)


@pytest.mark.parametrize(
    ("char", "shown"),
    [("公", "公"), ("⻚", "页"), ("⼀", "一"), ("ﬁ", "fi"), ("①", "①"), ("\ue123", "\ufffd")],
    ids=["plain", "radical", "Kangxi radical", "ligature", "circled", "private use"],
)
def test_a_glyph_stands_for_the_characters_that_it_shows(char: str, shown: str) -> None:
    found = within(char, Way.RIGHT, Bounds(100, 200, 110, 220), 216)

    assert shown == found.text


def test_the_characters_of_a_ligature_share_its_room() -> None:
    found = visible(Glyphs("aﬁ", [100, 110], [110, 120], 200, SIDE))

    assert Glyphs("afi", [100, 110, 115], [110, 115, 120], 200, SIDE) == found


def test_what_cannot_be_seen_leaves_room() -> None:
    found = visible(Glyphs("公 开", [100, 110, 120], [110, 120, 130], 200, SIDE))

    assert Glyphs("公开", [100, 120], [110, 130], 200, SIDE) == found


@pytest.mark.parametrize("char", [" ", "\u3000", "\u200b", "\x00", "\u2028"])
def test_what_cannot_be_seen_is_no_glyph(char: str) -> None:
    page = blank_page()

    page.write(within(char, Way.RIGHT, Bounds(100, 200, 110, 220), 216))

    assert [] == page.glyphs


def test_glyphs_can_be_taken_one_by_one() -> None:
    (glyphs,) = glyphs_of("公1", 100, 200)

    assert [
        Glyphs("公", [100], [110], 200, SIDE),
        Glyphs("1", [110], [115], 200, SIDE),
    ] == [*glyphs.each()]
