"""``extract`` and its formats: the facts of a report as JSON, JSON Lines, CSV and XLSX."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gklint.extract.extracting import facts
from gklint.formats.blocks import Block, Cell, Paragraph, Run, Table, compose
from gklint.model.abstract import State
from gklint.model.facts import Error, Facts
from gklint.ruleset.loading import load_rules
from gklint.text.source import Place, Places, Source
from tests.generator import LAYOUTS, Broken, broken_cases, make_report, render
from tests.support.checking import linter
from tests.support.extracting import (
    GRANTED,
    NUMBERS_2021,
    as_csv,
    as_document,
    cell,
    facts_of,
    states,
    unreadable,
)
from tests.support.sample import NOT_A_REPORT, changed

PIECES = ["***", "", "0", "—", "电话：", "地址：", "\ud800", "\x00", "规章0000", "| / |"]


# -- numbers -------------------------------------------------------------------------------------


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
