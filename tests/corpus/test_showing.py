"""Answers on a screen, and as files that spreadsheets and programs read as they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from gklint.corpus import showing
from gklint.corpus.asking import Answer
from gklint.corpus.showing import WRITERS, as_text
from gklint.errors import UsageError
from gklint.render.printable import width

NUMBER = 6_543_210_987_654_321_098


def answer(*rows: Sequence[Any]) -> Answer:
    return Answer(["name", "value"], iter(rows))


def text(found: Answer, wide: int | None = None, most: int | None = None) -> str:
    return "".join(as_text(found, "en", wide, most))


def as_file(found: Answer, name: str) -> bytes:
    return b"".join(WRITERS[name](found))


def cells(found: Answer) -> list[tuple[Any, ...]]:
    """The rows of a workbook below its heads."""
    book = openpyxl.load_workbook(io.BytesIO(as_file(found, "xlsx")))
    return [*book["gklint"].iter_rows(min_row=2, values_only=True)]


def test_a_table_keeps_its_columns_apart_whatever_the_width_of_its_characters() -> None:
    rows = [("县财政局", 3), ("a", Decimal("12.5000")), (None, None)]

    assert ("name       value\n────────────────\n县财政局       3\na           12.5\n\n") == text(
        answer(*rows)
    )


def test_no_rows_are_said_to_be_none() -> None:
    assert "No rows\n" == text(answer())


def test_rows_that_are_not_shown_are_counted() -> None:
    actual = text(answer(*[("a", 1)] * 53), most=50)

    assert 50 == actual.count("a          1") + actual.count("a         1")
    assert actual.endswith(
        "\n3 more rows are not shown; -o with a .csv, .json or .xlsx file has all\n"
    )


def test_of_very_many_rows_only_that_there_are_more_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(showing, "_COUNTED", 5)

    assert text(answer(*[("a", 1)] * 9), most=2).endswith(
        "\nMore than 5 further rows are not shown; -o with a .csv or .json file has all\n"
    )


def test_a_table_with_too_many_columns_for_a_screen_has_a_line_for_each_cell() -> None:
    found = Answer([f"column {number}" for number in range(9)], iter([range(9)] * 2))

    lines = text(found, wide=60).splitlines()

    assert ["column 0  0", "column 1  1"] == lines[:2]
    assert ("", "column 0  0") == (lines[9], lines[10])


def test_a_long_text_is_folded_on_a_screen_and_nothing_of_it_lost() -> None:
    actual = text(answer(("年" * 100, 1)), wide=40)

    assert 100 == actual.count("年")
    assert all(width(line) <= 40 for line in actual.splitlines())


def test_what_could_move_a_cursor_is_blank_on_a_screen() -> None:
    assert "a [31mb" in text(answer(("a\x1b[31mb", 1)))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1+2", "@x", "＝1"])
def test_a_formula_in_the_name_of_a_body_stays_text(name: str) -> None:
    data = as_file(answer((name, -1)), "csv").decode("utf-8-sig")

    assert [["name", "value"], [f"'{name}", "-1"]] == [*csv.reader(io.StringIO(data))]
    assert [(name, -1)] == cells(answer((name, -1)))


def test_numbers_that_a_spreadsheet_would_round_are_text_in_it() -> None:
    assert [(str(NUMBER), 2.5), (12, "nan")] == cells(
        answer((NUMBER, Decimal("2.5000")), (Decimal("12.0000"), float("nan")))
    )


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    ((found, _),) = cells(answer(("a" * 40_000, 1)))

    assert (32_767, "…") == (len(found), found[-1])


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "_SHEET", 3)
    assert 2 == len(cells(answer(*[("a", 1)] * 2)))

    with pytest.raises(UsageError) as raised:
        as_file(answer(*[("a", 1)] * 3), "xlsx")

    assert "a sheet has room for 2 rows; ask for fewer, or use -o with .csv" == raised.value.said(
        "en"
    )


def test_json_has_an_object_for_each_row_and_numbers_as_they_are() -> None:
    rows = [
        ("甲", Decimal("3.0000")),
        (NUMBER, Decimal("0.25")),
        ([1, "a"], True),
        (None, float("inf")),
    ]
    found = json.loads(as_file(answer(*rows), "json"))

    assert [
        {"name": "甲", "value": 3},
        {"name": NUMBER, "value": 0.25},
        {"name": '[1, "a"]', "value": True},
        {"name": None, "value": "inf"},
    ] == found


def test_json_of_no_rows_is_an_empty_list() -> None:
    assert b"[]\n" == as_file(answer(), "json")


def test_csv_has_numbers_without_idle_digits() -> None:
    data = as_file(answer((Decimal("1000000.0000"), 0.1), (Decimal("0.0001"), None)), "csv")

    assert "\ufeffname,value\r\n1000000,0.1\r\n0.0001,\r\n" == data.decode()


def test_a_file_with_text_has_all_rows() -> None:
    assert "more rows" not in text(answer(*[("a", 1)] * 200))
