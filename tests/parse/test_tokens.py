"""Tokens, and the values that are gathered to them."""

from __future__ import annotations

import pytest

from gklint.form.wordings import Label
from gklint.parse.tokens import Found, Kind, Token, Values, gathered, prose, token, value
from gklint.text.numbering import Numbering
from gklint.text.piece import Piece
from gklint.text.source import Span

LABEL = Label(("other", "other_other"), Numbering("arabic", 3), frozenset(("other",)))
NEW = token(Kind.LABEL, Piece("其他", 5), LABEL)
ONE, TWO = Piece("1", 9), Piece("2", 12)


def test_a_token_is_what_its_label_may_be() -> None:
    assert Token(Kind.LABEL, Span(5, 7), "其他", LABEL, (), (), False) == NEW
    assert ("other", 3, True) == (NEW.element, NEW.number, NEW.exact)


@pytest.mark.parametrize(
    "label", [None, Label((), None, frozenset()), Label(("other",), None, frozenset(("new",)))]
)
def test_a_token_may_have_no_number_and_other_words(label: Label | None) -> None:
    found = NEW._replace(label=label)

    assert (None, False) == (found.number, found.exact)
    assert ("other" if label and label.elements else None) == found.element


def test_values_are_gathered_to_the_label_above_them() -> None:
    unknown = token(Kind.UNKNOWN, Piece("鱼塘", 20))
    found: list[Found] = [NEW, value(ONE), Values((TWO,), (3,)), unknown, value(TWO, 1), value(ONE)]

    assert [
        NEW._replace(cells=[ONE, TWO], columns=[-1, 3]),
        unknown._replace(cells=[TWO, ONE], columns=[1, -1]),
    ] == gathered(found)


def test_values_go_on_behind_those_that_a_label_has() -> None:
    first = NEW._replace(cells=(ONE,), columns=(1,))

    assert [first._replace(cells=[ONE, TWO], columns=[1, -1])] == gathered([first, value(TWO)])


def test_values_below_no_label_are_dropped() -> None:
    text = prose(Span(0, 4))

    assert [text] == gathered([value(ONE), text, value(TWO)])


def test_running_text_has_no_words_of_its_own() -> None:
    assert Token(Kind.PROSE, Span(2, 4), "", None) == prose(Span(2, 4))


@pytest.mark.parametrize("at", [0, 1])
def test_numbers_run_together_make_their_label_glued(at: int) -> None:
    values = [value(ONE), value(ONE)]
    values[at] = Values((), (), glued=True)

    (found,) = gathered([NEW, *values])

    assert (True, [ONE]) == (found.glued, found.cells)
