"""Text that is struck through leaves no blank."""

from __future__ import annotations

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.page import Rule
from gklint.formats.fixed.struck import Stretch, without_struck
from tests.support.drawing import glyphs_of

UPRIGHT = Rule(120, 0, 300)
Placed = tuple[str, float, float]


def left(found: list[Glyphs], *struck: str, uprights: tuple[Rule, ...] = ()) -> list[Placed]:
    """What is left, and from where to where it reaches."""
    stretches = [
        Stretch(glyphs, glyphs.text.index(text), glyphs.text.index(text) + len(text))
        for text in struck
        for glyphs in found
        if text in glyphs.text
    ]
    kept = without_struck(found, stretches, uprights)
    return [(each.text, each.starts[0], each.ends[-1]) for each in kept]


def test_what_stands_behind_it_takes_its_room() -> None:
    assert [("共", 100, 110), ("条", 110, 130)] == left(glyphs_of("共件条", 100, 110), "件")
    assert [("条", 100, 120)] == left(glyphs_of("件条", 100, 110), "件")


def test_at_the_end_of_a_line_what_stands_before_it_does() -> None:
    assert [("共", 100, 120)] == left(glyphs_of("共件", 100, 110), "件")


def test_several_stretches_leave_their_room_together() -> None:
    found = [
        *glyphs_of("共", 100, 110),
        *glyphs_of("件", 110, 110),
        *glyphs_of("份", 120, 110, size=16),
        *glyphs_of("条", 136, 110),
    ]

    assert [("共", 100, 110), ("条", 110, 146)] == left(found, "份", "件")


def test_the_order_in_which_it_was_drawn_is_of_no_matter() -> None:
    found = [*glyphs_of("条", 110, 110), *glyphs_of("件", 100, 110)]

    assert [("条", 100, 120)] == left(found, "件")


def test_what_stands_apart_or_on_another_line_takes_nothing() -> None:
    apart = [*glyphs_of("件", 100, 110), *glyphs_of("条", 113, 110)]
    below = [*glyphs_of("件", 100, 110), *glyphs_of("条", 110, 122)]

    assert [("条", 113, 123)] == left(apart, "件")
    assert [("条", 110, 120)] == left(below, "件")


def test_what_stands_in_another_cell_takes_nothing() -> None:
    found = [*glyphs_of("件", 109, 110), *glyphs_of("条", 121, 110)]

    assert [("条", 109, 131)] == left(found, "件")
    assert [("条", 121, 131)] == left(found, "件", uprights=(UPRIGHT,))
    assert [("条", 109, 131)] == left(found, "件", uprights=(UPRIGHT._replace(end=90),))
