"""Which of the pieces after a label are the cells of its row."""

from __future__ import annotations

from collections import Counter

import pytest

from gklint.parse.columns import fit, usual_columns, without_repeated
from gklint.parse.tokens import Kind, Token
from gklint.text.piece import Piece
from gklint.text.source import Span


def pieces(texts: str) -> list[Piece]:
    """One piece a character; a dot is an empty one."""
    return [Piece(text.strip("."), at) for at, text in enumerate(texts)]


def fitted(texts: str, width: int, usual: int | None = None, *, last: bool = False) -> str:
    hints = Counter() if usual is None else Counter({usual: 1})
    cells = fit(pieces(texts), width, range(1, len(texts) + 1), hints, last=last)
    return "".join(cell.text or "." for cell in cells)


@pytest.mark.parametrize(
    ("texts", "width", "expected"),
    [
        ("123", 3, "123"),
        ("1.3", 3, "1.3"),
        (".123", 3, "123"),
        ("1.2.3", 3, "123"),
        ("123.", 3, "123"),
        (".1.3.", 3, "1.3"),
        ("..12", 3, ".12"),
        ("12..", 3, "12."),
        (".12.", 3, ".12"),
        ("..1..", 3, "..1"),
        ("...", 3, "..."),
        (".....", 3, "..."),
        ("..", 3, ".."),
        ("1234", 3, "1234"),
        (".1234.", 3, "1234"),
        ("12", 3, "12"),
        (".1", 3, "1"),
        ("1...2", 3, "12"),
        ("1..2", 3, "12"),
        ("", 3, ""),
        ("12..", 1, "12"),
    ],
)
def test_the_pieces_that_are_cells_are_as_many_as_the_columns(
    texts: str, width: int, expected: str
) -> None:
    assert expected == fitted(texts, width)


@pytest.mark.parametrize(
    ("texts", "usual", "expected"),
    [
        (".12.", 1, ".12"),
        (".12.", 2, "12."),
        ("..1..", 1, "..1"),
        ("..1..", 2, ".1."),
        ("..1..", 3, "1.."),
        ("..1..", 4, "..1"),
    ],
)
def test_values_begin_where_those_of_other_rows_do(texts: str, usual: int, expected: str) -> None:
    assert expected == fitted(texts, 3, usual)


@pytest.mark.parametrize(
    ("texts", "expected"), [(".12.", "12."), ("..1..", "1.."), ("12..", "12."), ("..12", ".12")]
)
def test_values_without_a_label_begin_as_late_as_they_can(texts: str, expected: str) -> None:
    assert expected == fitted(texts, 3, last=True)


def row(texts: str, columns: list[int]) -> Token:
    return Token(Kind.LABEL, Span(0, 0), "", None, pieces(texts), columns)


def test_complete_rows_tell_where_values_begin() -> None:
    rows = [
        (2, row("12", [1, 2])),
        (2, row(".12", [1, 2, 3])),
        (2, row(".12", [1, 2, 4])),
        (2, row("12", [-1, -1])),
        (2, row("1.", [7, 8])),
        (2, row("123", [7, 8, 9])),
        (2, row("12", [0, 1])),
    ]

    assert Counter({1: 1, 2: 2, 0: 1}) == usual_columns(rows)


@pytest.mark.parametrize(
    ("texts", "width", "expected"),
    [
        ("011", 2, "01"),
        ("000", 2, "00"),
        ("00112", 3, "012"),
        ("0112", 2, "0112"),
        ("778", 3, "778"),
        ("0", 2, "0"),
    ],
)
def test_values_that_are_repeated_are_left_out_if_as_many_as_the_columns_remain(
    texts: str, width: int, expected: str
) -> None:
    assert expected == "".join(cell.text for cell in without_repeated(pieces(texts), width))
