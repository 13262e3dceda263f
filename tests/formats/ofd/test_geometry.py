"""Where things stand on a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from gklint.formats.fixed.matrix import Matrix
from gklint.formats.ofd.geometry import corner, corners

OUTER = Matrix(2, 0, 0, 3, 10, 20)


@pytest.mark.parametrize(
    ("boundary", "at"),
    [
        ("1 2 30 4", (12, 26)),
        ("1,2,30,4", (12, 26)),
        (" 1, 2, 30, 4 ", (12, 26)),
        ("1 2 wide", (12, 26)),
        ("1 top 30 4", (12, 20)),
        ("nan 2 30 4", (10, 26)),
        ("1 -2e6 30 4", (12, 20)),
        ("1 2", (10, 20)),
        ("", (10, 20)),
    ],
)
def test_a_corner_is_where_it_is_written_as_far_as_that_can_be_read(
    boundary: str, at: tuple[float, float]
) -> None:
    assert at == corner(Element("TextObject", {"Boundary": boundary}), OUTER)


def test_an_object_without_a_boundary_begins_where_what_holds_it_does() -> None:
    assert (10, 20) == corner(Element("TextObject"), OUTER)


@pytest.mark.parametrize("odd", ["", "1 2", "1,2,30,4 5", "left 2 30 4"])
def test_an_odd_boundary_moves_no_other_object(odd: str) -> None:
    nodes = [Element("TextObject", {"Boundary": each}) for each in ("1 2 30 4", odd, "3 4 30 4")]

    found = corners(nodes, OUTER)

    assert [(12, 26), corner(nodes[1], OUTER), (16, 32)] == found
