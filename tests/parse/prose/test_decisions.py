"""Decisions and charges that are counted in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gklint.model.statements import Doubt
from tests.support.statements import DISCLOSURE, OTHER, OVERVIEW, Place, counts, printed, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("作出行政许可决定320件、行政处罚决定39件。", [("licences", 320), ("penalties", 39)]),
        (
            "行政许可320件、行政处罚39件、行政强制0件。",
            [("licences", 320), ("penalties", 39), ("compulsory", 0)],
        ),
        ("作出36件行政许可决定和行政处罚决定3件。", [("licences", 36), ("penalties", 3)]),
        ("行政许可、行政处罚分别为36件、3件。", [("licences", 36), ("penalties", 3)]),
        ("办理行政处罚案件39起。", [("penalties", 39)]),
        ("办理行政许可事项28件。", [("licences", 28)]),
        ("未作出行政处罚决定，没有采取行政强制措施。", [("penalties", 0), ("compulsory", 0)]),
    ],
)
@pytest.mark.parametrize("place", [OVERVIEW, DISCLOSURE, OTHER])
def test_decisions_are_counted(text: str, expected: list[tuple[str, int]], place: Place) -> None:
    assert expected == counts(text, place)


@pytest.mark.parametrize(
    "text",
    [
        "公开行政许可信息320条。",
        "公布行政许可事项28项。",
        "行政许可、行政处罚共359件。",
        "不予行政处罚2件。",
        "行政处罚案卷评查10件。",
        "受理行政许可申请320件。",
        "行政许可比上年增加20件。",
        "“十四五”以来作出行政许可决定3200件。",
    ],
)
def test_what_is_no_decision_of_the_year_is_not_held_against_the_table(text: str) -> None:
    assert [] == counts(text, OVERVIEW)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("全年行政事业性收费12.5万元。", Decimal(125000)),
        ("收取行政事业性收费125,000元。", Decimal(125000)),
        ("行政事业性收费收入共计1.2亿元。", Decimal(120_000_000)),
        ("公开行政事业性收费目录，全年收费金额为12.5万元。", Decimal(125000)),
        ("未收取行政事业性收费。", Decimal(0)),
    ],
)
def test_charges_are_read_in_yuan(text: str, yuan: Decimal) -> None:
    assert [("fees", yuan, None)] == [
        (charge.about, charge.yuan, charge.doubt) for charge in read(text, OVERVIEW).charges
    ]


@pytest.mark.parametrize(
    "text",
    [
        "减免行政事业性收费3.6万元。",
        "代收县级行政事业性收费46万元，全部上缴。",
        "行政事业性收费项目3项，年内投入宣传经费2万元。",
        "行政事业性收费比上年减少2万元。",
    ],
)
def test_what_was_not_charged_is_no_charge(text: str) -> None:
    assert () == read(text, OVERVIEW).charges


def test_a_rough_charge_is_marked() -> None:
    assert [Doubt.ROUGH] == [c.doubt for c in read("行政事业性收费约12万元。", OVERVIEW).charges]


def test_decisions_are_where_they_are_printed() -> None:
    text = "全年没有作出行政\n处罚决定。"
    (count,) = read(text, OVERVIEW).counts

    assert "没有作出行政\n处罚" == printed(text, count.where)
