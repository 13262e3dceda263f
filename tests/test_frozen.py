"""Values with named fields."""

from __future__ import annotations

import pickle
from functools import cached_property

import pytest

from gklint.frozen import Frozen


class Place(Frozen):
    line: int
    column: int = 1

    @cached_property
    def shown(self) -> str:
        return f"{self.line}:{self.column}"


class Named(Place):
    name: str = ""


class Single(Frozen, eq=False):
    line: int


def test_fields_are_given_in_order_or_by_name_and_may_have_a_default() -> None:
    assert [(3, 4), (3, 4), (3, 1)] == [
        (place.line, place.column) for place in (Place(3, 4), Place(column=4, line=3), Place(3))
    ]


def test_fields_of_the_class_it_is_made_of_come_first() -> None:
    assert "Named(line=1, column=2, name='a')" == repr(Named(1, 2, "a"))


def test_a_value_that_is_missing_unknown_or_too_many_is_an_error() -> None:
    with pytest.raises(AttributeError, match="line"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no such fields: \\['row'\\]"):
        Place(1, row=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no such fields"):
        Place(1, 2, 3)  # type: ignore[call-arg]


def test_nothing_can_be_set_but_what_is_computed_is_kept() -> None:
    place = Place(3, 4)
    with pytest.raises(AttributeError, match="line cannot be set: Place stays as it is"):
        place.line = 5  # type: ignore[misc]

    assert place.shown is place.shown


def test_values_are_equal_if_their_fields_are_whatever_was_computed() -> None:
    place = Place(3, 4)
    assert "3:4" == place.shown

    assert Place(3, 4) == place == pickle.loads(pickle.dumps(place))
    assert {Place(3, 4)} == {place}
    assert place not in (Place(3, 5), Named(3, 4))


def test_without_eq_each_is_only_equal_to_itself() -> None:
    one, other = Single(1), Single(1)

    assert [True, False] == [one in {one}, other in {one}]


def test_another_with_some_fields_changed_is_made_of_it() -> None:
    assert Place(3, 9) == Place(3, 4)._replace(column=9)
