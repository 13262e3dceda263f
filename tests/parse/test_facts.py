"""The facts of a report: its front, its numbers, its running text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gklint.model.abstract import State
from gklint.model.facts import Facts
from gklint.model.outcomes import CellName
from gklint.parse.facts import facts_of as facts_of_document
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.extracting import (
    GRANTED,
    NUMBERS_2021,
    REQUEST_COLUMNS,
    cell,
    printed_numbers,
    states,
)
from tests.support.paths import ROOT
from tests.support.sample import changed
from tests.support.tokens import form


def facts_of(text: str) -> Facts:
    return facts_of_document(parse(Source(text, "a.txt"), form()), form())


# -- the front ---------------------------------------------------------------------------------


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


# -- numbers -----------------------------------------------------------------------------------


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
    assert [(None, None, "unreadable", (14, 6, 13))] * 3 == [cell(found, name) for name in glued]


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


# -- running text ------------------------------------------------------------------------------


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


def test_each_telephone_number_stands_where_it_is_printed() -> None:
    line = "电话：0919-2345678）"
    contact = facts_of(changed((line, "电话：0919-2345678；电话：0919-2345679）"))).contact

    assert [((4, 35), (4, 47)), ((4, 51), (4, 63))] == [quote.range for quote in contact.telephone]


def test_an_amount_of_a_fee_keeps_its_decimals() -> None:
    said = "2023年收取信息处理费385.50元。"
    (fee,) = facts_of(changed(("2023年，本机关未收取信息处理费。", said))).statements.fees

    assert (Decimal("385.50"), None) == (fee.said["charged"], fee.said["notified"])


def test_a_report_of_a_former_year_has_no_numbers() -> None:
    found = facts_of(changed().replace("2023", "2018"))

    assert (None, 2018, {}, 6) == (found.format, found.year, found.tables, len(found.sections))


def test_a_report_without_a_title_has_none() -> None:
    text = changed(("青石县水务局2023年政府信息公开工作年度报告\n", ""))

    assert None is facts_of(text).title


def test_a_heading_is_without_the_marks_of_markdown() -> None:
    found = facts_of(changed(("一、总体情况\n", "## **一、总体情况**\n")))

    assert "一、总体情况" == found.sections[0].text


def test_a_missing_table_has_the_cells_of_its_version() -> None:
    text = (ROOT / "examples" / "clean-2019-format.txt").read_text("utf-8")
    start, end = text.index("第二十条第（一）项"), text.index("三、收到和处理")
    found = facts_of(text[:start] + text[end:])

    assert (None, None, "missing", None) == cell(found, "disclosure.other_services.change")


def test_a_statement_says_all_that_was_read() -> None:
    said = "2023年网上收到政府信息公开申请5件。本年受理的申请未收取信息处理费。"
    stated = facts_of(changed(("2023年，本机关未收取信息处理费。", said))).statements

    assert {"about": "new", "number": 5, "partial": True, "column": None} == stated.counts[-1].said
    assert "requests" == stated.fees[0].said["rests_on"]


def test_an_amount_without_decimals_is_an_integer() -> None:
    said = "2023年收取信息处理费400.00元。"
    (fee,) = facts_of(changed(("2023年，本机关未收取信息处理费。", said))).statements.fees

    assert "400" == repr(fee.said["charged"])


def test_a_sentence_is_whole_however_often_it_is_broken() -> None:
    broken = "上年结转\n— 3 —\n1件，办结5件，结转下年1\n件。"
    text = changed(("上年结转1件，办结5件，结转下年1件。", broken))
    counts = facts_of(text).statements.counts

    assert {"2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。"} == {
        count.sentence for count in counts
    }


@pytest.mark.parametrize(
    ("printed", "address", "postcode"),
    [
        ("地址位于青石县河滨路8号", ["青石县河滨路8号"], []),
        ("地址是青石县河滨路8号邮政编码：041200", ["青石县河滨路8号"], ["041200"]),
        ("地址：青石县河滨路8号电话12345", ["青石县河滨路8号"], []),
        ("地址：青石县河滨路8号联系人王某", ["青石县河滨路8号"], []),
        ("地址：青石县河滨路8号传真12345", ["青石县河滨路8号"], []),
        ("地址：青石县河滨路8号电子信箱", ["青石县河滨路8号"], []),
        ("地址：青石县河滨路8号邮箱a", ["青石县河滨路8号"], []),
        ("地址：青石县河滨路8号网址a", ["青石县河滨路8号"], []),
        ("邮箱地址：青石县水务局邮政处", [], []),
        ("邮件地址：青石县水务局邮政处", [], []),
        ("地址：www.qingshi.example", [], []),
        ("邮编：0412001", [], []),
    ],
)
def test_an_address_ends_where_another_contact_begins(
    printed: str, address: list[str], postcode: list[str]
) -> None:
    line = "地址：青石县河滨路8号，电话：0919-2345678"
    contact = facts_of(changed((line, printed))).contact

    assert address == [quote.text for quote in contact.address]
    assert postcode == [quote.text for quote in contact.postcode]
