"""What is extracted of the front and of running text."""

from __future__ import annotations

import pytest

from tests.support.extracting import (
    facts_of,
)
from tests.support.sample import changed


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
