"""Lines along text: what they strike through is left out, and none of them is a border."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gklint.formats.fixed.decoration import undecorated
from gklint.formats.fixed.page import Rule
from tests.support.drawing import blank_page, write

SIZE = 10.0
BORDER = Rule(120, 90, 300)


def shown(
    *rules: Rule, text: str = "12件", sides: tuple[float, ...] = ()
) -> tuple[str, list[Rule], int]:
    """The text, the borders and the number of strikes; the text goes from 100 to 120.

    sides: where vertical rules stand.
    """
    page = blank_page()
    page.vertical += [Rule(x, 80, 130) for x in sides]
    write(page, text, 100, 110, SIZE)
    page.horizontal += rules
    glyphs, borders, _, struck = undecorated(page)
    return "".join(glyph.text for glyph in glyphs), list(borders), struck


def uprights(*bars: Rule, lines: Sequence[Rule]) -> list[Rule]:
    """The vertical rules left of these; the text stands at the height of 102 to 112."""
    page = blank_page()
    write(page, "12件", 100, 110, SIZE)
    page.horizontal += lines
    page.vertical += bars
    return list(undecorated(page).vertical)


def base() -> float:
    page = blank_page()
    write(page, "件", 100, 110, SIZE)
    return page.glyphs[0].base


def at(height: float, start: float = 100, end: float = 120) -> Rule:
    """A line so high above the baseline, in parts of the characters' size."""
    return Rule(base() - height * SIZE, start, end)


def test_a_line_through_text_strikes_it_and_is_no_border() -> None:
    assert ("", [BORDER], 1) == shown(at(0.3), BORDER)


def test_a_line_through_a_part_strikes_that_part() -> None:
    assert ("12", [], 1) == shown(at(0.3, 110, 120))


@pytest.mark.parametrize("height", [-0.05, -0.2])
def test_a_line_below_text_is_no_border_and_strikes_nothing(height: float) -> None:
    assert ("12件", [], 0) == shown(at(height))


@pytest.mark.parametrize("height", [0.0, 0.6, -0.3])
def test_a_line_at_another_height_may_be_a_border(height: float) -> None:
    assert ("12件", [at(height)], 0) == shown(at(height))


@pytest.mark.parametrize("rule", [at(0.3, 93.9, 120), at(0.3, 100, 126.1), at(0.3, 50, 300)])
def test_a_line_that_goes_on_beyond_the_text_strikes_nothing(rule: Rule) -> None:
    assert ("12件", [rule], 0) == shown(rule)


def test_a_line_may_be_a_little_longer_or_shorter() -> None:
    assert ("", [], 1) == shown(at(0.3, 94.1, 125.9))
    assert ("", [], 1) == shown(at(0.3, 102.9, 117.1))


def test_a_line_from_side_to_side_of_a_cell_strikes_nothing_and_is_no_border() -> None:
    assert ("12件", [], 0) == shown(at(0.3, 97, 123), sides=(96.5, 123.5))
    assert ("", [], 1) == shown(at(0.3, 97, 123), sides=(90, 123.5))


# -- bars in the margin ------------------------------------------------------------------------

BAR, NEXT, LATER = Rule(80, 98, 114), Rule(80, 114, 130), Rule(80, 300, 316)


@pytest.mark.parametrize("height", [0.3, -0.1], ids=["struck", "underlined"])
def test_bars_beside_changed_lines_and_in_the_same_margin_are_no_borders(height: float) -> None:
    assert [] == uprights(BAR, NEXT, LATER, lines=(at(height),))


def test_without_a_change_they_may_be_borders() -> None:
    assert [BAR, LATER] == uprights(BAR, LATER, lines=())
    assert [LATER] == uprights(LATER, lines=(at(0.3),))


@pytest.mark.parametrize(
    ("start", "left"), [(80.9, [BAR]), (81.1, [])], ids=["touching", "beside it"]
)
def test_what_meets_a_border_is_one(start: float, left: list[Rule]) -> None:
    assert left == uprights(BAR, lines=(at(0.3), Rule(114.5, start, 300)))


def test_a_border_drawn_row_by_row_is_one_where_any_row_meets_another() -> None:
    assert [Rule(80, 98, 130)] == uprights(BAR, NEXT, lines=(at(0.3), Rule(130, 80, 300)))


def test_in_a_drawing_of_countless_lines_none_is_a_bar() -> None:
    across = [Rule(200 + number / 10, 200, 300) for number in range(2000)]
    down = [Rule(at, top, top + 1) for at in range(200, 300) for top in range(400, 500, 4)]

    assert BAR in uprights(BAR, *down, lines=(at(0.3), *across))
