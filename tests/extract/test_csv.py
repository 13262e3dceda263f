"""Facts as CSV."""

from __future__ import annotations

import csv

import pytest

from tests.support.extracting import (
    GRANTED,
    NUMBERS_2019,
    NUMBERS_2021,
    OTHERS,
    as_csv,
    facts_of,
    printed_numbers,
    unreadable,
    written,
)
from tests.support.paths import ROOT
from tests.support.sample import changed


def test_csv_opens_in_excel() -> None:
    found = written("csv", facts_of(changed()), unreadable())

    assert found.startswith(b"\xef\xbb\xbfagency,year,path,format,error,")
    assert 3 == found.count(b"\r\n") == found.count(b"\n")
    assert found.endswith(b"\r\n")


def test_the_heads_are_the_names_of_the_contract_but_in_a_language_that_is_asked_for() -> None:
    heads = {
        lang: written("csv", lang=lang).decode("utf-8-sig").strip().split(",")
        for lang in (None, "en", "zh")
    }

    assert [*OTHERS, *NUMBERS_2021, *NUMBERS_2019] == heads[None] == heads["en"]
    assert ["机关", "年度", "文件", "格式", "错误代码"] == heads["zh"][:5]
    assert "表三 （一）予以公开 总计" == heads["zh"][heads[None].index("requests.granted.total")]


def test_cells_are_called_as_the_heads_are() -> None:
    text = changed(("行政强制 | 0 | ||", "行政强制 | / | ||"))
    lines = written("csv", facts_of(text), lang="zh").decode("utf-8-sig").splitlines()
    row = dict(zip(*csv.reader(lines), strict=True))

    assert "表二 行政强制" == row["空白"]
    assert "" == row["表二 行政强制 本年处理决定数量"]


def test_each_cell_of_the_csv_is_that_of_the_sample() -> None:
    (row,) = as_csv(facts_of(changed()))

    assert [*OTHERS, *NUMBERS_2021, *NUMBERS_2019] == [*row]
    assert [
        *("青石县水务局", "2023", "a.txt", "2021", "", ""),
        *("青石县水务局2023年政府信息公开工作年度报告", "2023-01-01", "2023-12-31"),
        *("0919-2345678", "", "", "青石县河滨路8号", ""),
        *("1", "1", "1", "1", "1", "1"),
        *("", "", ""),
    ] == [row[name] for name in OTHERS]
    assert printed_numbers(changed()) == [row[name] for name in NUMBERS_2021]
    assert [""] * len(NUMBERS_2019) == [row[name] for name in NUMBERS_2019]


def test_all_files_have_their_row_and_the_same_columns() -> None:
    old = (ROOT / "examples" / "clean-2019-format.txt").read_text("utf-8")
    rows = as_csv(facts_of(changed()), unreadable(), facts_of(old, "c.txt"))

    assert ["a.txt", "b.txt", "c.txt"] == [row["path"] for row in rows]
    assert ["", "GK001", ""] == [row["error"] for row in rows]
    assert ["1", "", "1"] == [row["sections.overview"] for row in rows]
    assert [""] == [*{rows[1][name] for name in (*NUMBERS_2021, *NUMBERS_2019)}]
    assert ("641", "22", "86.4", "1", "") == tuple(
        rows[2][name]
        for name in (
            "disclosure.licences.decisions",
            "disclosure.other_services.projects",
            "disclosure.procurement.spent",
            "requests.other_handling.total",
            "requests.other_other.total",
        )
    )


def test_what_is_no_number_is_empty_and_named() -> None:
    text = changed(
        ("行政强制 | 0 | ||", "行政强制 | / | ||"),
        ("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n", ""),
        ("二、上年结转政府信息公开申请数量 | 1 |", "二、上年结转政府信息公开申请数量 |  |"),
        (GRANTED, GRANTED.replace("| 3 |", "| 三 |")),
        ("（七）总计 | 4 | 1 |", "（七）总计 | 4 | 1 | 0 |"),
    )
    (row,) = as_csv(facts_of(text))

    assert "disclosure.compulsory; requests.carried_in.natural_person" == row["blank"]
    assert "requests.granted.total; requests.handled_total" == row["unreadable"]
    assert "requests.rejected_repeat" == row["missing"]
    assert [""] * 5 == [
        row[name]
        for name in (
            "disclosure.compulsory.decisions",
            "requests.carried_in.natural_person",
            "requests.granted.total",
            "requests.handled_total.total",
            "requests.rejected_repeat.total",
        )
    ]


def test_a_table_that_is_not_there_is_named_once() -> None:
    text = changed()
    start, end = text.index("第二十条第（一）项"), text.index("三、收到和处理")
    (row,) = as_csv(facts_of(text[:start] + text[end:]))

    assert "disclosure" == row["missing"]


@pytest.mark.parametrize("path", ["=1+1", "+86", "-", "@cmd", "＝1", "\tx"])
def test_text_never_becomes_a_formula(path: str) -> None:
    (row,) = as_csv(facts_of(changed(), path))

    assert f"'{path}" == row["path"]


@pytest.mark.parametrize("printed", ["0.000000038", "-2", "160.5964", "0.00"])
def test_numbers_are_plain(printed: str) -> None:
    (row,) = as_csv(facts_of(changed(("15.62", printed))))

    assert printed == row["disclosure.fees.amount"]
