from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from gklint.corpus.telling import fitting, parted
from gklint.model.facts import Statement
from gklint.text.values import Number
from tests.support.corpus_runs import Here, column, put, run, table
from tests.support.sample import CLEAN, NOT_A_REPORT, WRONG_SUM, changed

_OUT = Path("out")


@pytest.fixture(scope="module")
def told(engine: Here, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a sample with a wrong sum and of a file that is no report."""
    folder = tmp_path_factory.mktemp("told")
    put(folder / "河北省/2023", one=WRONG_SUM, other=NOT_A_REPORT)
    run(engine, folder / "out", folder / "河北省")
    return folder / "out"


def test_a_report_is_one_row(told: Path) -> None:
    (row,) = table(told, "reports")
    assert ("青石县水务局", 2023, "2021") == (row["body"], row["year"], row["format"])
    assert (2, 0, 0, 0) == (row["errors"], row["warnings"], row["infos"], row["accepted"])
    assert len(WRONG_SUM.encode()) == row["size"]
    assert 64 == len(row["hash"])


def test_all_cells_of_the_form_are_told(told: Path) -> None:
    (report,), cells = table(told, "reports"), table(told, "cells")
    assert {report["report"]} == {cell["report"] for cell in cells}
    assert (len(cells), 0) == (report["numbers"], report["blank"] + report["missing"])
    granted = {
        cell["column"]: cell["value"]
        for cell in cells
        if (cell["table"], cell["row"]) == ("requests", "granted")
    }
    assert (2, 5) == (granted["natural_person"], granted["total"])


def test_findings_name_their_cells(told: Path) -> None:
    found = {(row["code"], row["row"], row["column"]) for row in table(told, "findings")}
    assert ("GK303", "granted", "total") in found
    assert {"GK302", "GK303"} == {code for code, _, _ in found}


def test_a_failure_says_why(told: Path) -> None:
    (row,) = table(told, "failures")
    assert ("GK002", None) == (row["reason"], row["year"])
    assert row["address"].endswith("/河北省/2023/other.txt")


def test_texts_are_by_sections(told: Path) -> None:
    rows = {row["section"]: row["text"] for row in table(told, "texts")}
    assert {None, "overview", "problems", "other_matters"} <= {*rows}
    assert "如有疑问,请与青石县水务局办公室联系" in "".join(rows.values())


# -- numbers ---------------------------------------------------------------------------------


def _cell(engine: Here, here: Path, printed: str) -> tuple[Decimal | None, str | None, str]:
    """What is told of the cell of new requests of natural persons."""
    text = changed(
        (
            "一、本年新收政府信息公开申请数量 | 4 |",
            f"一、本年新收政府信息公开申请数量 | {printed} |",
        )
    )
    put(here / "a", one=text)
    run(engine, _OUT, "a")
    (row,) = (
        row
        for row in table(_OUT, "cells")
        if (row["table"], row["row"], row["column"]) == ("requests", "new", "natural_person")
    )
    return row["value"], row["text"], row["state"]


@pytest.mark.parametrize(
    ("printed", "value", "text", "state"),
    [
        ("3", 3, None, "number"),
        ("99999999999999", 10**14 - 1, None, "number"),
        ("100000000000000", None, "100000000000000", "number"),
        ("-900000000000000000000", None, "-900000000000000000000", "unreadable"),
        ("1.23456", None, "1.23456", "number"),
        ("3件", 3, "3件", "number"),
        ("若干", None, "若干", "unreadable"),
        ("", None, None, "blank"),
    ],
)
def test_of_what_is_not_a_plain_number_the_text_is_kept(
    engine: Here, here: Path, printed: str, value: int | None, text: str | None, state: str
) -> None:
    assert (value, text, state) == _cell(engine, here, printed)


def test_only_numbers_that_fit_are_told() -> None:
    kept: list[Number | None] = [0, -3, 10**14 - 1, Decimal("0.5"), Decimal("-1.2345")]
    assert kept == [*map(fitting, kept)]
    lost: list[Number | None] = [None, 10**14, -(10**14), Decimal("1.23456"), Decimal(10**14)]
    assert [None] * 5 == [*map(fitting, lost)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"about": "new", "number": 3}, (3, None)),
        ({"number": 3, "received": True, "total": None}, (3, '{"received": true}')),
        ({"charged": Decimal("1.5"), "notices": 2}, (Decimal("1.5"), '{"notices": 2}')),
        ({"number": 10**20}, (None, '{"number": 100000000000000000000}')),
        ({"about": "new"}, (None, None)),
    ],
)
def test_a_statement_has_its_main_number_and_all_else_in_words(
    said: dict[str, object], expected: tuple[object, object]
) -> None:
    assert expected == parted(Statement(said, None, None, None, "", None, None))


# -- what a manifest knows -------------------------------------------------------------------


def test_a_manifest_says_what_a_report_does_not(engine: Here, here: Path) -> None:
    put(here, own=CLEAN, bare=NOT_A_REPORT)
    (here / "list.csv").write_text(
        "address,body,division,year,url\nown.txt,别的局,110000,2019,http://a\nbare.txt,,,2019,\n"
    )
    run(engine, _OUT, "list.csv")
    (row,) = table(_OUT, "reports")
    assert ("青石县水务局", 2023, "110000") == (row["body"], row["year"], row["division"])
    assert {
        "body": "别的局",
        "division": "110000",
        "year": "2019",
        "url": "http://a",
    } == json.loads(row["known"])
    assert [2019] == column(_OUT, "failures", "year")
