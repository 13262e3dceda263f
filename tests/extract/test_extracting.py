"""``extract`` and its formats: the facts of a report as JSON, JSON Lines, CSV and XLSX."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from gklint.errors import UnreadableFileError, UsageError
from gklint.extract import WRITERS
from gklint.extract.columns import cell_names, columns, dotted
from gklint.extract.extracting import facts
from gklint.findings.messages import Speaker
from gklint.formats.blocks import Block, Cell, Paragraph, Run, Table, compose
from gklint.formats.reading import nothing
from gklint.linter import Linter
from gklint.model.facts import Error, Facts, State
from gklint.model.outcomes import CellName
from gklint.ruleset.loading import load_rules
from gklint.text.source import Place, Places, Source
from gklint.version import VERSION
from tests.generator import LAYOUTS, Broken, broken_cases, make_report, render
from tests.support.paths import ROOT
from tests.support.sample import NOT_A_REPORT, changed

RULES = load_rules()
LINTER = Linter(RULES)
STRUCTURE = RULES.form.structure

# The names that the contract gives, in its order.
DISCLOSURE = [
    *(f"{row}.{column}" for row in ("regulations", "normative_documents")
      for column in ("issued", "repealed", "in_force")),
    *("licences.decisions", "penalties.decisions", "compulsory.decisions", "fees.amount"),
]  # fmt: skip
REQUEST_ROWS = [
    *("new", "carried_in", "granted", "partial"),
    *("denied_state_secret", "denied_by_law", "denied_safety_stability", "denied_third_party"),
    *("denied_internal_affairs", "denied_process_information", "denied_enforcement_file"),
    *("denied_administrative_query", "unable_not_held", "unable_not_compiled", "unable_unclear"),
    *("rejected_petition", "rejected_repeat", "rejected_publication", "rejected_excessive"),
    *("rejected_reconfirm", "other_not_corrected", "other_fee_unpaid", "other_other"),
    *("handled_total", "carried_out"),
]
REQUEST_COLUMNS = [
    *("natural_person", "commercial", "research", "social", "legal", "other", "total")
]
DISPUTE_ROWS = ["review", "direct_litigation", "post_review_litigation"]
DISPUTE_COLUMNS = ["upheld", "corrected", "other", "pending", "total"]
NUMBERS_2021 = [
    *(f"disclosure.{name}" for name in DISCLOSURE),
    *(f"requests.{row}.{column}" for row in REQUEST_ROWS for column in REQUEST_COLUMNS),
    *(f"disputes.{row}.{column}" for row in DISPUTE_ROWS for column in DISPUTE_COLUMNS),
]
NUMBERS_2019 = [
    *(f"disclosure.{row}.{column}" for row in ("regulations", "normative_documents")
      for column in ("produced", "published", "all_published")),
    *("disclosure.licences.projects", "disclosure.licences.change"),
    *(f"disclosure.other_services.{column}" for column in ("projects", "change", "decisions")),
    *(f"disclosure.{row}.{column}" for row in ("penalties", "compulsory", "fees")
      for column in ("projects", "change")),
    *("disclosure.procurement.purchases", "disclosure.procurement.spent"),
    *(f"requests.other_handling.{column}" for column in REQUEST_COLUMNS),
]  # fmt: skip
OTHERS = [
    *("path", "format", "agency", "year", "error", "error_message", "title"),
    *("period_start", "period_end", "telephone", "fax", "email", "address", "postcode"),
    *("sections.overview", "sections.disclosure", "sections.requests", "sections.disputes"),
    *("sections.problems", "sections.other_matters", "blank", "unreadable", "missing"),
]
PIECES = ["***", "", "0", "—", "电话：", "地址：", "\ud800", "\x00", "规章0000", "| / |"]
GRANTED = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |"


def facts_of(text: str, path: str | None = "a.txt") -> Facts:
    return facts(LINTER.check(Source(text, path)), RULES.form)


def unreadable(path: str = "b.txt") -> Facts:
    error = UnreadableFileError("undecodable", line=3)
    return facts(LINTER.unreadable(nothing(path), error), RULES.form)


def printed_numbers(text: str) -> list[str]:
    """All numbers in the cells of the sample: those of the form, in its order."""
    return re.findall(r"(?<![^\n ])(\d+(?:\.\d+)?)(?= \||\n五)", text)


def cell(found: Facts, name: str) -> tuple[object, str | None, str, tuple[int, int, int] | None]:
    """Value, text and state of a cell, and its line and columns."""
    it = found.cell(CellName(*name.split(".")))
    assert it is not None
    span = (*it.range.start, it.range.end.column) if it.range else None
    return it.value, it.text, it.state.value, span


def states(found: Facts, state: State) -> list[str]:
    return [
        f"{table}.{row}.{column}"
        for table, rows in found.tables.items()
        for row, cells in rows.items()
        for column, it in cells.items()
        if it.state is state
    ]


def written(name: str, *reports: Facts) -> bytes:
    return b"".join(WRITERS[name](reports, RULES))


def as_json(*reports: Facts) -> Any:
    return json.loads(written("json", *reports))


def as_csv(*reports: Facts) -> list[dict[str, str]]:
    text = written("csv", *reports).decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def as_rows(*reports: Facts) -> list[tuple[Any, ...]]:
    """The rows of the first sheet of the workbook."""
    book = load_workbook(io.BytesIO(written("xlsx", *reports)))
    return [*book["汇总"].iter_rows(values_only=True)]


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
    found = facts(LINTER.check(as_in_word(changed())), RULES.form)
    document = as_json(found)["reports"][0]
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


# -- running text --------------------------------------------------------------------------------


def test_title_agency_year_and_period_are_those_of_the_front() -> None:
    found = facts_of(changed())

    assert ("a.txt", "2021", "青石县水务局", 2023, None) == (
        *(found.path, found.format, found.agency, found.year, found.error),
    )
    assert found.title is not None
    assert "青石县水务局2023年政府信息公开工作年度报告" == found.title.text
    assert found.period is not None
    assert ("2023-01-01", "2023-12-31") == found.period[:2]
    assert found.period.range is not None
    assert ((3, 11), (3, 32)) == found.period.range


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2022年1月1日至12月31日", ("2022-01-01", "2022-12-31")),
        ("2022年3月1日到2023年2月28日", ("2022-03-01", "2023-02-28")),
        ("1月1日至12月31日", ("01-01", "12-31")),
        ("全年", None),
    ],
)
def test_a_period_is_as_printed(printed: str, expected: tuple[str, str] | None) -> None:
    period = facts_of(changed(("2023年1月1日至2023年12月31日", printed))).period

    assert expected == (period[:2] if period else None)


def test_the_sections_that_are_there_are_listed_with_their_headings() -> None:
    text = changed(("一、总体情况", "一、总体概述"))
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在的主要问题")
    found = facts_of(text[:start] + text[end:])

    assert [
        ("overview", "一、总体概述"),
        ("disclosure", "二、主动公开政府信息情况"),
        ("requests", "三、收到和处理政府信息公开申请情况"),
        ("problems", "五、存在的主要问题及改进情况"),
        ("other_matters", "六、其他需要报告的事项"),
    ] == [heading[:2] for heading in found.sections]
    assert [5, 11, 26, 55, 57] == [
        heading.range.start.line for heading in found.sections if heading.range
    ]


def test_the_contact_is_taken_apart() -> None:
    line = "（地址：青石县河滨路8号，电话：0919-2345678）"
    more = (
        "（通讯地址：青石县河滨路8号（政务中心2楼）　邮编：041200，"
        "联系电话：0919-2345678、2345679，传真：0919-2345670，电子邮箱：slj@example.com）"
    )
    contact = facts_of(changed((line, more))).contact

    assert ["0919-2345678、2345679"] == [quote.text for quote in contact.telephone]
    assert ["0919-2345670"] == [quote.text for quote in contact.fax]
    assert ["slj@example.com"] == [quote.text for quote in contact.email]
    assert ["041200"] == [quote.text for quote in contact.postcode]
    (address,) = contact.address
    assert "青石县河滨路8号(政务中心2楼)" == address.text
    assert address.range is not None
    assert ((4, 25), (4, 41)) == address.range


def test_an_address_of_a_web_page_or_a_mailbox_is_no_address() -> None:
    line = "地址：青石县河滨路8号，"
    for other in (
        "网址：www.example.com，",
        "邮箱地址：slj@example.com，",
        "网站地址：水务局网站，",
    ):
        assert () == facts_of(changed((line, other))).contact.address


def test_statements_say_what_where_and_in_which_sentence() -> None:
    stated = facts_of(changed()).statements
    sentence = "2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。"
    first = stated.counts[0]

    assert [("new", 5), ("carried_in", 1), ("handled", 5), ("carried_out", 1)] == [
        (count.said["about"], count.said["number"]) for count in stated.counts
    ]
    assert ("overview", "on_request", 2023, sentence) == first[1:5]
    assert first.range is not None
    assert ((7, 25), (7, 27)) == first.range
    assert ((), (), ()) == (stated.no_requests, stated.no_disputes, stated.fee_notices)


def test_fee_statements_have_their_amounts_in_yuan() -> None:
    said = "全年发出收费通知2件，总金额600元，实际收取信息处理费400元。"
    stated = facts_of(changed(("2023年，本机关未收取信息处理费。", said))).statements
    (fee,) = stated.fees

    assert {
        "none": False,
        "charged": 400,
        "notified": 600,
        "notices": 2,
        "rests_on": None,
    } == fee.said
    assert ("other_matters", None, None, said) == fee[1:5]
    assert [said] == [notice.sentence for notice in stated.fee_notices]


def test_none_and_sums_are_stated_too() -> None:
    text = changed(
        ("2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。",
         "2023年未收到政府信息公开申请，没有发生行政复议。")
    )  # fmt: skip
    stated = facts_of(text).statements

    assert [{"only_new": False}] == [none.said for none in stated.no_requests]
    assert [{"about": "review"}] == [none.said for none in stated.no_disputes]
    assert [{"total": 120, "parts": (80, 40), "unit": "条", "complete": True}] == [
        total.said for total in stated.sums
    ]


def test_a_sentence_is_whole_without_the_page_number_in_it() -> None:
    text = changed(
        ("上年结转1件，办结5件，结转下年1件。", "上年结转1件，\n\n— 3 —\n\n办结5件，结转下年1件。")
    )  # fmt: skip
    handled = facts_of(text).statements.counts[2]

    assert "2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。" == handled.sentence


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


# -- JSON ------------------------------------------------------------------------------------------


def test_the_document_has_every_key_in_its_order() -> None:
    document = as_json(facts_of(changed()), unreadable())
    first, second = document["reports"]

    assert ["version", "tool", "reports"] == [*document]
    assert (1, {"name": "gklint", "version": VERSION}) == (document["version"], document["tool"])
    assert [*first] == [*second]
    assert [
        *("path", "format", "agency", "year", "error", "title", "period", "contact"),
        *("sections", "tables", "statements"),
    ] == [*first]
    assert ["telephone", "fax", "email", "address", "postcode"] == [*first["contact"]]
    assert ["counts", "no_requests", "no_disputes", "fees", "fee_notices", "sums"] == [
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
    (found,) = as_json(unreadable())["reports"]

    assert [None] * 5 == [found[key] for key in ("format", "agency", "year", "title", "period")]
    assert ([], {}) == (found["sections"], found["tables"])
    assert [[]] * 5 == [*found["contact"].values()]
    assert [[]] * 6 == [*found["statements"].values()]
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
    assert as_json(*reports)["reports"] == [json.loads(line) for line in lines]
    assert lines[0].startswith('{"path":"a.txt","format":"2021","agency":"青石县水务局"')


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_a_report_is_written_before_the_next_is_asked_for(name: str) -> None:
    asked = []

    def reports() -> Iterator[Facts]:
        for number in range(3):
            asked.append(number)
            yield unreadable(f"{number}.txt")

    chunks = WRITERS[name](reports(), RULES)
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


# -- CSV -------------------------------------------------------------------------------------------


def test_the_columns_are_those_of_the_contract_in_the_order_of_the_form() -> None:
    shown = [column.name for column in columns(Speaker(STRUCTURE, RULES.texts, "zh"), dotted)]

    assert [*OTHERS, *NUMBERS_2021, *NUMBERS_2019] == shown
    assert len(shown) == len({*shown})


def test_the_columns_are_all_cells_of_the_grammar() -> None:
    cells = {
        (shape.name, row.name, column)
        for shape in STRUCTURE.shapes.values()
        for row in shape.rows
        for column in row.columns
    }
    names = cell_names(STRUCTURE)

    assert cells == {*names}
    assert NUMBERS_2021 == [".".join(filter(None, name)) for name in names if not names[name]]


def test_csv_opens_in_excel() -> None:
    found = written("csv", facts_of(changed()), unreadable())

    assert found.startswith(b"\xef\xbb\xbfpath,format,agency,year,error,")
    assert 3 == found.count(b"\r\n") == found.count(b"\n")
    assert found.endswith(b"\r\n")


def test_each_cell_of_the_csv_is_that_of_the_sample() -> None:
    (row,) = as_csv(facts_of(changed()))

    assert [*OTHERS, *NUMBERS_2021, *NUMBERS_2019] == [*row]
    assert [
        *("a.txt", "2021", "青石县水务局", "2023", "", ""),
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


# -- XLSX ------------------------------------------------------------------------------------------


def test_the_workbook_has_a_summary_and_a_legend() -> None:
    book = load_workbook(io.BytesIO(written("xlsx", facts_of(changed()), unreadable())))
    summary, legend = book["汇总"], book["说明"]
    heads = [str(head.value) for head in summary[1]]
    names = [*OTHERS, *NUMBERS_2021, *NUMBERS_2019]
    letters = [get_column_letter(number) for number in range(1, len(names) + 1)]

    assert ["汇总", "说明"] == book.sheetnames
    assert ("B2", "A1:IO3") == (summary.freeze_panes, summary.auto_filter.ref)
    assert ["文件", "格式", "机关", "年度", "错误代码", "错误说明", "标题"] == heads[:7]
    assert (
        "表三 （一）予以公开 总计"
        == heads[len(OTHERS) + NUMBERS_2021.index("requests.granted.total")]
    )
    assert "表二 行政事业性收费 本年收费金额（单位：万元）" == heads[len(OTHERS) + 9]
    assert "表四 行政复议 结果维持" == heads[len(OTHERS) + 185]
    assert len(heads) == len({*heads})
    assert [("列", "表头", "名称（JSON、CSV）"), *zip(letters, heads, names, strict=True)] == [
        row[:3] for row in legend.iter_rows(values_only=True)
    ]


def test_numbers_in_the_workbook_are_numbers() -> None:
    _, row = as_rows(facts_of(changed()))
    numbers = row[len(OTHERS) : len(OTHERS) + 200]

    assert [float(text) for text in printed_numbers(changed())] == [*numbers]
    assert ("a.txt", "2021", "青石县水务局", 2023, None) == row[:5]
    assert {None} == {*row[len(OTHERS) + 200 :]}


def test_the_workbook_names_cells_as_the_form_prints_them() -> None:
    text = changed(
        ("行政强制 | 0 | ||", "行政强制 | / | ||"), (GRANTED, GRANTED.replace("| 3 |", "| 三 |"))
    )
    _, row = as_rows(facts_of(text))

    assert ("表二 行政强制", "表三 （一）予以公开 总计", None) == row[len(OTHERS) - 3 : len(OTHERS)]


def test_text_in_the_workbook_is_text_whatever_it_looks_like() -> None:
    found = written(
        "xlsx", *(facts_of(changed(), path) for path in ("=1+1", "#N/A", "a\x01\ud800b"))
    )
    sheet = load_workbook(io.BytesIO(found))["汇总"]
    cells = [sheet.cell(row, 1) for row in (2, 3, 4)]

    assert [("=1+1", "s"), ("#N/A", "s"), ("ab", "s")] == [
        (found.value, found.data_type) for found in cells
    ]


def test_more_reports_than_a_sheet_has_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gklint.extract.xlsx._MOST_ROWS", 3)

    assert 3 == len(as_rows(unreadable(), unreadable()))
    with pytest.raises(UsageError, match="报告超过 2 份，一张 Excel 表放不下；请改用 csv 格式"):
        written("xlsx", *[unreadable()] * 3)


def test_equal_reports_make_equal_workbooks() -> None:
    reports = [facts_of(changed()), unreadable()]

    assert written("xlsx", *reports) == written("xlsx", *reports)


# -- documentation ---------------------------------------------------------------------------------

DOCS = (ROOT / "docs" / "extract.md").read_text("utf-8")


def is_part(example: Any, actual: Any) -> bool:
    """Whether all that an example shows is so; it may leave out keys, and the end of a list."""
    if isinstance(example, dict):
        return all(key in actual and is_part(example[key], actual[key]) for key in example)
    if isinstance(example, list):
        return len(example) <= len(actual) and all(map(is_part, example, actual))
    return bool(example == actual)


def test_the_documented_example_is_what_the_sample_gives() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)
    (actual,) = as_json(facts_of(changed(), "sample.txt"))["reports"]

    assert is_part(json.loads(example), actual)


def test_the_documented_row_is_what_the_sample_gives() -> None:
    head, _, row = re.findall(r"^\| (.*) \|$", DOCS, re.MULTILINE)[-3:]
    (actual,) = as_csv(facts_of(changed(), "sample.txt"))

    assert [text.strip() for text in row.split("|")] == [actual[name] for name in head.split(" | ")]


# -- whatever comes --------------------------------------------------------------------------------


@settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
@given(broken_cases())
def test_no_report_is_dropped_however_it_is_broken(case: Broken) -> None:
    found = facts_of(case.text)
    (document,) = as_json(found)["reports"]
    (row,) = as_csv(found)

    assert "a.txt" == document["path"] == row["path"]
    for it in cells_of(document):
        assert (it["state"] == "number") == (it["value"] is not None)
        assert (it["state"] == "missing") == (it["range"] is None)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*changed().split("\n"), *PIECES]), max_size=60).map("\n".join))
def test_no_text_makes_extraction_raise(text: str) -> None:
    found = facts_of(text)

    assert [found.path] == [row["path"] for row in as_csv(found)]
    assert [found.path] == [report["path"] for report in as_json(found)["reports"]]


def test_facts_can_be_sent_from_one_process_to_another() -> None:
    found = facts_of(changed())

    assert found == pickle.loads(pickle.dumps(found))


def cells_of(document: Any) -> Iterable[Any]:
    for rows in document["tables"].values():
        for row in rows.values():
            yield from row.values()
