"""Bare numbers of pages in the text of a PDF."""

from __future__ import annotations

import pytest

from gklint.docs import sample_text
from gklint.model.document import Document, RowState
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.tokens import form

ROW = "1.属于国家秘密"


def read(*feet: str, last: str = "3") -> Document:
    """The sample, a cell a line: behind section one and a row of table three may stand more."""
    rows = sample_text().splitlines()
    at = next(number for number, row in enumerate(rows) if ROW in row)
    rows[at + 1 : at + 1] = feet[1:]
    rows.insert(9, feet[0])
    lines = [cell.strip() for row in rows for cell in row.split("|") if cell.strip()]
    return parse(Source("\n".join([*lines, last, ""])), form())


def cells(document: Document) -> list[str]:
    return [cell.text for cell in document.tables["requests"].rows["denied_state_secret"].cells]


def test_numbers_that_count_the_pages_are_no_values() -> None:
    document = read("1", "2")

    assert ["0"] * 7 == cells(document)
    assert "2023年,本机关未收取信息处理费。" == document.sections["other_matters"].text


@pytest.mark.parametrize(
    ("feet", "last"),
    [
        (("1", "3"), "3"),
        (("1", "2"), "4"),
        (("1", "2"), "完"),
        (("—", "2"), "3"),
    ],
    ids=["one lacks", "more at the end", "none at the end", "none at first"],
)
def test_others_are_what_they_look_like(feet: tuple[str, ...], last: str) -> None:
    assert ["0"] * 7 + [feet[1]] == cells(read(*feet, last=last))


def test_a_row_that_has_not_too_many_values_has_no_number_of_a_page() -> None:
    document = read("1", "2", "2")

    assert RowState.MISCOUNTED is document.tables["requests"].rows["denied_state_secret"].state
