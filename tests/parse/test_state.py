"""What the lines so far make of the next one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gklint.form.wordings import Label
from gklint.parse.lines import Line
from gklint.parse.state import OpenRow, State
from gklint.parse.tokens import Found, Kind, Values, prose, token, value
from gklint.text.piece import Piece
from gklint.text.source import Span
from tests.support.tokens import form


def _label(element: str) -> Label:
    return Label((element,), None, frozenset((element,)))


NEW, REGULATIONS, ISSUED = _label("new"), _label("regulations"), _label("issued")
REVIEW, TOTAL, OVERVIEW = _label("review"), _label("total"), _label("overview")
UNKNOWN = Label((), None, frozenset())
ONE, BLANK = Piece("1", 9), Piece("", 12)

LABEL = token(Kind.LABEL, Piece("规章", 0), REGULATIONS)
HEADING = token(Kind.HEADING, Piece("一、总体情况", 0), OVERVIEW)
IN_TABLE = State(OpenRow(REGULATIONS, 2, 1), True, True, "disclosure")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], IN_TABLE),
        ([LABEL], State(OpenRow(REGULATIONS), True, True, "disclosure")),
        (
            [LABEL._replace(cells=[ONE, BLANK, ONE])],
            State(OpenRow(REGULATIONS, 3, 2), True, True, "disclosure"),
        ),
        (
            [token(Kind.UNKNOWN, Piece("鱼塘", 0))],
            State(OpenRow(None), True, True, "disclosure"),
        ),
        ([value(ONE)], State(OpenRow(REGULATIONS, 3, 2), True, True, "disclosure")),
        (
            [Values((ONE, BLANK), (-1, -1)), value(BLANK)],
            State(OpenRow(REGULATIONS, 5, 2), True, True, "disclosure"),
        ),
        ([prose(Span(0, 1))], State(None, False, False, "disclosure")),
        ([token(Kind.PART, Piece("主动公开", 0))], State(None, False, False, "disclosure")),
        ([HEADING], State(None, False, False, "overview")),
        ([HEADING._replace(label=UNKNOWN)], State()),
        ([HEADING, LABEL], State(OpenRow(REGULATIONS), True, False, "overview")),
        ([LABEL, HEADING], State(None, False, False, "overview")),
        ([HEADING, value(ONE)], State(None, False, False, "overview")),
    ],
)
def test_what_was_found_leaves_a_state(found: Sequence[Found], expected: State) -> None:
    assert expected == IN_TABLE.after(found)


def test_an_unknown_label_alone_makes_no_table() -> None:
    assert State(OpenRow(None)) == State().after([token(Kind.UNKNOWN, Piece("鱼塘", 0))])


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        (False, Line(Span(0, 1), (ONE,), True, (0,)), True),
        (True, Line(Span(0, 1), (ONE,), True, (0,)), True),
        (True, Line(Span(0, 1), (ONE,), True), False),
        (True, Line(Span(0, 1), (ONE,), False), True),
        (False, Line(Span(0, 1), (ONE,), False), False),
    ],
)
def test_the_last_row_is_marked_or_not(before: bool, line: Line, after: bool) -> None:
    assert State(marked=after) == State(marked=before).at(line)


@pytest.mark.parametrize(
    ("label", "width", "takes_values", "in_wide_table"),
    [
        (None, 0, True, False),
        (NEW, 7, True, False),
        (REGULATIONS, 3, True, False),
        (ISSUED, 0, False, False),
        (REVIEW, 15, False, True),
        (TOTAL, 15, False, True),
        (UNKNOWN, 0, False, False),
    ],
)
def test_an_open_row_takes_the_values_of_the_form(
    label: Label | None, width: int, takes_values: bool, in_wide_table: bool
) -> None:
    row, words = OpenRow(label), form().wordings

    assert (width, takes_values, in_wide_table) == (
        row.width(words),
        row.takes_values(words),
        row.in_wide_table(words),
    )


@pytest.mark.parametrize(
    ("label", "cells", "filled", "expected"),
    [
        (REVIEW, 0, 0, False),
        (REVIEW, 3, 0, False),
        (REVIEW, 3, 1, True),
        (REVIEW, 16, 14, True),
        (REVIEW, 15, 15, False),
        (NEW, 3, 1, False),
        (None, 3, 1, False),
    ],
)
def test_a_line_of_values_without_labels_has_begun(
    label: Label | None, cells: int, filled: int, expected: bool
) -> None:
    assert expected is OpenRow(label, cells, filled).in_wide_row(form().wordings)
