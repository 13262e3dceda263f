"""``extract`` and its formats: the facts of a report as JSON, JSON Lines, CSV and XLSX."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gklint.extract.extracting import facts
from gklint.formats.blocks import Block, Cell, Paragraph, Run, Table, compose
from gklint.model.facts import Error, Facts, State
from gklint.model.outcomes import CellName
from gklint.ruleset.loading import load_rules
from gklint.text.source import Place, Places, Source
from tests.generator import LAYOUTS, Broken, broken_cases, make_report, render
from tests.support.checking import linter
from tests.support.extracting import (
    GRANTED,
    NUMBERS_2021,
    REQUEST_COLUMNS,
    as_csv,
    as_document,
    cell,
    facts_of,
    printed_numbers,
    states,
    unreadable,
)
from tests.support.paths import ROOT
from tests.support.sample import NOT_A_REPORT, changed

PIECES = ["***", "", "0", "—", "电话：", "地址：", "\ud800", "\x00", "规章0000", "| / |"]


# -- numbers -------------------------------------------------------------------------------------


def test_every_number_of_the_sample_is_extracted_in_the_order_of_the_form() -> None:
    found = facts_of(changed())
    values = [
        str(it.value)
        for rows in found.tables.values()
        for row in rows.values()
        for it in row.values()
    ]

    assert 200 == len(values)
    assert printed_numbers(changed()) == values
    assert NUMBERS_2021 == states(found, State.NUMBER)


def test_a_number_has_its_place_in_the_line() -> None:
    found = facts_of(changed())

    assert (3, None, "number", (32, 47, 48)) == cell(found, "requests.granted.total")
    assert (Decimal("15.62"), None, "number", (25, 11, 16)) == cell(found, "disclosure.fees.amount")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("1,204", (1204, "1,204", "number", (31, 20, 25)), id="thousands"),
        pytest.param("５", (5, "５", "number", (31, 20, 21)), id="full width"),
        pytest.param("7（含上年1件）", (7, "7（含上年1件）", "number", (31, 20, 28)), id="remark"),
        pytest.param("-2", (-2, None, "number", (31, 20, 22)), id="negative"),
        pytest.param("0.038", (Decimal("0.038"), None, "number", (31, 20, 25)), id="decimals"),
        pytest.param("", (None, None, "blank", (31, 19, 19)), id="nothing"),
        pytest.param("／", (None, "／", "blank", (31, 20, 21)), id="a stroke"),
        pytest.param("四", (None, "四", "unreadable", (31, 20, 21)), id="words"),
        pytest.param("5?", (None, "5?", "unreadable", (31, 20, 22)), id="a doubtful number"),
    ],
)
def test_a_cell_keeps_what_is_printed_unless_it_is_the_plain_number(
    printed: str, expected: tuple[object, ...]
) -> None:
    row = "二、上年结转政府信息公开申请数量 | "
    found = facts_of(changed((f"{row}1 |", f"{row}{printed} |")))

    assert expected == cell(found, "requests.carried_in.natural_person")


def test_a_missing_row_has_cells_without_place() -> None:
    found = facts_of(changed(("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n", "")))
    row = [f"requests.rejected_repeat.{column}" for column in REQUEST_COLUMNS]

    assert row == states(found, State.MISSING)
    assert (None, None, "missing", None) == cell(found, row[0])


def test_a_missing_table_has_all_its_cells_missing() -> None:
    text = changed()
    start, end = text.index("第二十条第（一）项"), text.index("三、收到和处理")
    found = facts_of(text[:start] + text[end:])

    assert NUMBERS_2021[:10] == states(found, State.MISSING)
    assert 190 == len(states(found, State.NUMBER))


def test_a_row_with_a_value_too_many_is_unreadable_as_a_whole() -> None:
    found = facts_of(changed((GRANTED, "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 0 | 3 |")))
    row = [f"requests.granted.{column}" for column in REQUEST_COLUMNS]
    whole = (None, "2 | 1 | 0 | 0 | 0 | 0 | 0 | 3", "unreadable", (32, 23, 52))

    assert row == states(found, State.UNREADABLE)
    assert [whole] * 7 == [cell(found, name) for name in row]


def test_digits_run_together_are_not_guessed() -> None:
    rows = "规章 | 0 | 0 | 0 |\n行政规范性文件 | 2 | 1 | 12 |"
    found = facts_of(changed((rows, "规章000行政规范性文件2112")))
    glued = [
        f"disclosure.normative_documents.{name}" for name in ("issued", "repealed", "in_force")
    ]

    assert (0, None, "number", (14, 3, 4)) == cell(found, "disclosure.regulations.issued")
    assert glued == states(found, State.UNREADABLE)
    assert [None] * 3 == [cell(found, name)[0] for name in glued]


def test_a_report_in_the_format_of_2019_has_the_cells_of_that_format() -> None:
    text = (ROOT / "examples" / "clean-2019-format.txt").read_text("utf-8")
    found = facts_of(text)

    assert ("2019", 2020) == (found.format, found.year)
    assert 22 + 161 + 15 == len(states(found, State.NUMBER))
    assert ["regulations", "normative_documents", "licences", "other_services"] == [
        *found.tables["disclosure"]
    ][:4]
    assert (1, "+1") == cell(found, "disclosure.other_services.change")[:2]
    assert (-2, None) == cell(found, "disclosure.licences.change")[:2]
    assert (Decimal("86.4"), "86.4万元") == cell(found, "disclosure.procurement.spent")[:2]
    assert 1 == cell(found, "requests.other_handling.total")[0]
    assert found.cell(CellName("requests", "other_other", "total")) is None


@pytest.mark.parametrize("seed", range(4))
def test_the_numbers_are_those_of_the_report_in_every_layout(seed: int) -> None:
    report = make_report(Random(seed))
    expected: dict[str, object] = {".".join(key): n for key, n in report.numbers.counts.items()}
    expected["disclosure.fees.amount"] = report.numbers.fee_amount

    for layout in LAYOUTS:
        found = facts_of(render(report, layout, Random(seed)).text)
        assert expected == {name: cell(found, name)[0] for name in NUMBERS_2021}


# -- places without lines ------------------------------------------------------------------------


def as_in_word(text: str) -> Source:
    """The sample as a Word file holds it: paragraphs and tables, each with its place."""
    blocks: list[Block[Place]] = []
    rows: list[tuple[Cell[Place], ...]] = []
    tables = paragraphs = 0
    for line in [*text.split("\n"), ""]:
        if "|" in line:
            rows.append(tuple(word_cells(line, tables + 1, len(rows) + 1)))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows, tables = [], tables + 1
        paragraphs += 1
        place = Place(paragraph=paragraphs)
        blocks.append(Paragraph((Run(line, place),), place))
    made = compose(blocks)
    places = Places(made.starts, made.origins)
    return Source(made.text, "a.docx", made.rows, made.containers, where=places)


def word_cells(line: str, table: int, row: int) -> Iterator[Cell[Place]]:
    for number, text in enumerate(line.rstrip("| ").split(" | "), 1):
        place = Place(table=table, row=row, cell=number)
        yield Cell((Paragraph((Run(text, place),), place),), place)


def test_where_there_are_no_lines_the_place_says_where() -> None:
    found = facts(linter().check(as_in_word(changed())), load_rules().form)
    document = as_document(found)["reports"][0]
    amount = document["tables"]["disclosure"]["fees"]["amount"]
    (fee,) = document["statements"]["fees"]

    assert NUMBERS_2021 == states(found, State.NUMBER)
    assert {
        "value": 15.62,
        "text": None,
        "state": "number",
        "range": None,
        "place": {"table": 1, "row": 14, "cell": 2},
    } == amount
    assert (None, {"paragraph": 1}) == (document["title"]["range"], document["title"]["place"])
    assert (None, {"paragraph": 17}) == (fee["range"], fee["place"])


# -- files that cannot be extracted ----------------------------------------------------------------


def test_an_unreadable_file_has_its_error_and_nothing_else() -> None:
    found = unreadable()

    assert found.error is not None
    assert "GK001" == found.error.code
    assert "第 3 行的文字编码已损坏" in found.error.message
    assert Facts("b.txt", None, None, None, found.error) == found


def test_what_is_no_report_says_so() -> None:
    found = facts_of(NOT_A_REPORT)

    assert found.error is not None
    assert ("GK002", {}, ()) == (found.error.code, found.tables, found.sections)


def test_a_report_of_a_former_year_has_its_front_but_no_tables() -> None:
    found = facts_of(changed().replace("2023", "2018"))

    assert isinstance(found.error, Error)
    assert ("GK004", None, "青石县水务局", 2018) == (
        *(found.error.code, found.format, found.agency, found.year),
    )
    assert ({}, 6) == (found.tables, len(found.sections))


def test_a_report_with_findings_has_no_error() -> None:
    assert facts_of(changed((GRANTED, GRANTED.replace("3 |", "9 |")))).error is None


# -- whatever comes --------------------------------------------------------------------------------


@pytest.mark.slow
@settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
@given(broken_cases())
def test_no_report_is_dropped_however_it_is_broken(case: Broken) -> None:
    found = facts_of(case.text)
    (document,) = as_document(found)["reports"]
    (row,) = as_csv(found)

    assert "a.txt" == document["path"] == row["path"]
    for it in cells_of(document):
        assert (it["state"] == "number") == (it["value"] is not None)
        assert (it["state"] == "missing") == (it["range"] is None)


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*changed().split("\n"), *PIECES]), max_size=60).map("\n".join))
def test_no_text_makes_extraction_raise(text: str) -> None:
    found = facts_of(text)

    assert [found.path] == [row["path"] for row in as_csv(found)]
    assert [found.path] == [report["path"] for report in as_document(found)["reports"]]


def test_facts_can_be_sent_from_one_process_to_another() -> None:
    found = facts_of(changed())

    assert found == pickle.loads(pickle.dumps(found))


def cells_of(document: Any) -> Iterable[Any]:
    for rows in document["tables"].values():
        for row in rows.values():
            yield from row.values()
