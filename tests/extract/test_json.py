"""Facts as JSON and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from gklint.extract import WRITERS
from gklint.model.facts import Facts
from gklint.ruleset.loading import load_rules
from gklint.version import VERSION
from tests.support.extracting import (
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    as_document,
    facts_of,
    unreadable,
    written,
)
from tests.support.sample import NOT_A_REPORT, changed


def test_the_document_has_every_key_in_its_order() -> None:
    document = as_document(facts_of(changed()), unreadable())
    first, second = document["reports"]

    assert ["version", "tool", "reports"] == [*document]
    assert (1, {"name": "gklint", "version": VERSION}) == (document["version"], document["tool"])
    assert [*first] == [*second]
    assert [
        *("path", "format", "agency", "year", "error", "title", "period", "contact"),
        *("sections", "tables", "statements"),
    ] == [*first]
    assert ["telephone", "fax", "email", "address", "postcode"] == [*first["contact"]]
    assert ["counts", "no_requests", "no_disputes", "fees", "fee_notices", "sums", "charges"] == [
        *first["statements"]
    ]
    assert ["disclosure", "requests", "disputes"] == [*first["tables"]]
    assert REQUEST_ROWS == [*first["tables"]["requests"]]
    assert REQUEST_COLUMNS == [*first["tables"]["requests"]["new"]]
    assert {
        "value": 3,
        "text": None,
        "state": "number",
        "range": {"start": {"line": 32, "column": 47}, "end": {"line": 32, "column": 48}},
        "place": None,
    } == first["tables"]["requests"]["granted"]["total"]


def test_what_is_absent_is_null_and_lists_are_empty() -> None:
    (found,) = as_document(unreadable())["reports"]

    assert [None] * 5 == [found[key] for key in ("format", "agency", "year", "title", "period")]
    assert ([], {}) == (found["sections"], found["tables"])
    assert [[]] * 5 == [*found["contact"].values()]
    assert [[]] * 7 == [*found["statements"].values()]
    assert ["code", "message"] == [*found["error"]]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_document_is_written_as_if_at_once(number: int) -> None:
    found = written("json", *[facts_of(changed())] * number).decode()

    assert json.dumps(json.loads(found), ensure_ascii=False, indent=1) + "\n" == found
    assert number == len(json.loads(found)["reports"])


def test_each_line_of_json_lines_is_a_report() -> None:
    reports = [facts_of(changed()), unreadable(), facts_of(NOT_A_REPORT, "c.txt")]
    lines = written("jsonl", *reports).decode().split("\n")

    assert "" == lines.pop()
    assert as_document(*reports)["reports"] == [json.loads(line) for line in lines]
    assert lines[0].startswith('{"path":"a.txt","format":"2021","agency":"青石县水务局"')


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_a_report_is_written_before_the_next_is_asked_for(name: str) -> None:
    asked = []

    def reports() -> Iterator[Facts]:
        for number in range(3):
            asked.append(number)
            yield unreadable(f"{number}.txt")

    chunks = WRITERS[name](reports(), load_rules(), "zh")
    seen = b""
    while b"0.txt" not in seen:
        seen += next(chunks)

    assert [0] == asked


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "xlsx"])
def test_a_path_that_is_no_text_can_be_written(name: str) -> None:
    found = written(name, unreadable("年报\udcff.txt"))

    if name in ("json", "jsonl"):
        document = json.loads(found)
        report = document["reports"][0] if name == "json" else document
        assert "年报\udcff.txt" == report["path"]
