"""Numbers that are broken in two in the cells of a table without lines."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import DEFAULT
from tests.support.drawing import SIZE, blank_page, write

COLUMNS = (100, 300, 340, 380)
HALF = SIZE * 0.6  # so far from the base of a row the halves of a number stand


def row(page: Page, y: float, *texts: str) -> None:
    for x, text in zip(COLUMNS, texts, strict=True):
        write(page, text, x, y)


def table(first: str = "新收") -> Page:
    """A header and two rows; of the first row, the last number is not there."""
    page = blank_page()
    row(page, 120, "项目", "个人", "企业", "总计")
    row(page, 150, first, "831", "542", "")
    row(page, 180, "结转", "0", "1", "1")
    return page


def text_of(page: Page) -> str:
    return read_pages([page], "年报", DEFAULT).text


def test_the_halves_around_the_base_of_a_row_are_one_number() -> None:
    page = table()
    write(page, "137", 380, 150 - HALF)
    write(page, "3", 385, 150 + HALF)

    assert "项目\t个人\t企业\t总计\n新收\t831\t542\t1373\n结转\t0\t1\t1\n" == text_of(page)


def test_the_lines_of_a_label_stay_beside_its_number() -> None:
    page = table(first="")
    for y, label, half in ((150 - HALF, "新收申请", "137"), (150 + HALF, "数量", "3")):
        row(page, y, label, "", "", half)

    assert "新收申请数量\t831\t542\t1373" in text_of(page).splitlines()


@pytest.mark.parametrize("x", [340, 430], ids=["of another cell", "of no cell"])
def test_digits_that_do_not_stand_below_each_other_are_no_halves(x: float) -> None:
    page = table()
    write(page, "137", 380, 150 - HALF)
    write(page, "3", x, 150 + HALF)

    assert "1373" not in text_of(page)


def test_where_a_number_stands_between_them_there_are_no_halves() -> None:
    page = table()
    write(page, "137", 340, 150 - HALF)
    write(page, "3", 340, 150 + HALF)

    assert "1373" not in text_of(page)


def test_rows_with_the_label_of_their_group_between_them_are_no_halves() -> None:
    page = table()
    row(page, 210 - HALF, "", "7", "2", "9")
    row(page, 210, "其他", "", "", "")
    row(page, 210 + HALF, "", "2", "1", "3")

    assert "其他 72 21 93" not in text_of(page)


def test_numbers_as_far_from_each_other_as_rows_are_no_halves() -> None:
    page = table()
    write(page, "137", 380, 150 - 2 * HALF)
    write(page, "3", 380, 150 + 2 * HALF)

    assert "1373" not in text_of(page)
