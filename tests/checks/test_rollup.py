"""GK604 in words: what is said of a government's sums, and what cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest

from gklint.model.outcomes import CellName, Suspect
from gklint.text.values import Number
from tests.support.county import (
    CITY,
    COUNTY,
    FORESTS,
    OFFICE,
    PARENTS,
    WATER,
    Cell,
    Made,
    drawn,
    findings,
    make,
    messages,
    ran,
    reasons,
)

CODE = "GK604"
LICENCES = ("disclosure", "licences", "decisions")
PENALTIES = ("disclosure", "penalties", "decisions")
TAX = "国家税务总局青石县税务局"


BELOW = {name: above for name, above in PARENTS.items() if above == COUNTY}
ALONE = {COUNTY: None, **BELOW}


def county(
    seed: int = 5, parents: Mapping[str, str | None] = PARENTS, more: str | None = None
) -> Made:
    """A county of bodies with many requests, so that no two have the same numbers."""
    rng = Random(seed)
    leaves = [name for name in (*PARENTS, more) if name and name not in (CITY, COUNTY)]
    return make({name: drawn(rng, "some") for name in leaves}, parents)


def without(made: Made, body: str, times: int = 1) -> dict[Cell, Number]:
    """What the county's report says if a body was left out; added once more: -1 times."""
    own = made.numbers[COUNTY]
    return {cell: own[cell] - times * number for cell, number in made.numbers[body].items()}


def said(made: Made) -> list[tuple[str | None, str]]:
    return messages(made.county(), CODE)


@pytest.mark.parametrize("seed", range(20))
def test_a_clean_county_gives_nothing(seed: int) -> None:
    made = county(seed)

    assert [] == said(made)
    assert [] == reasons(made.county(), CODE)


def test_a_report_left_out_is_named_in_each_table_with_its_place() -> None:
    made = county()
    bad = made.changed(COUNTY, without(made, WATER))

    assert [
        (COUNTY, "表三有 38 格与所属 5 个机关的合计不一致，相差的数正好说明："
         "漏加了“青石县水务局”的整份报告。"),
        (COUNTY, "表四有 4 格与所属 5 个机关的合计不一致，相差的数正好说明："
         "漏加了“青石县水务局”的整份报告。"),
        (COUNTY, "表二“行政事业性收费”一行的“本年收费金额（单位：万元）”写作 3905.917869，"
         "所属 5 个机关合计 6244.779969，相差 2338.862100，"
         "可能是漏加了“青石县水务局”的整份报告。"),
    ] == said(bad)  # fmt: skip
    found = [each for _, each in findings(bad.county(), CODE)]
    assert [f"{WATER}.txt"] * 3 == [note.file for each in found for note in each.notes]
    assert [38, 4, 1] == [len(each.suspects) for each in found]


def test_a_report_added_twice_is_named() -> None:
    made = county()
    bad = made.changed(COUNTY, without(made, WATER, -1))

    assert (
        COUNTY, "表四有 4 格与所属 5 个机关的合计不一致，相差的数正好说明："
        "把“青石县水务局”的整份报告加了两次。",
    ) == said(bad)[1]  # fmt: skip


def test_a_row_left_out_is_named() -> None:
    made = county()
    row = {cell: n for cell, n in without(made, WATER).items() if cell[1] == "granted"}

    assert [
        (COUNTY, "表三有 5 格与所属 5 个机关的合计不一致，相差的数正好说明："
         "漏加了“青石县水务局”的“（一）予以公开”一行。"),
    ] == said(made.changed(COUNTY, row))  # fmt: skip


def test_two_columns_exchanged_are_named() -> None:
    made = county()
    own, pair = made.numbers[COUNTY], ("natural_person", "commercial")
    swapped = {
        (table, row, column): own[table, row, pair[column == pair[0]]]
        for table, row, column in own
        if table == "requests" and column in pair
    }

    assert [
        (COUNTY, "表三有 40 格与所属 5 个机关的合计不一致，相差的数正好说明："
         "“自然人、商业企业”两列写反了。"),
    ] == said(made.changed(COUNTY, swapped))  # fmt: skip


def test_a_digit_dropped_is_told_with_the_sum() -> None:
    bad = county().changed(COUNTY, {LICENCES: 17})

    assert [
        (COUNTY, "表二“行政许可”一行的“本年处理决定数量”写作 17，所属 5 个机关合计 178，"
         "相差 161，可能是写错了一位数字。"),
    ] == said(bad)  # fmt: skip
    ((_, found),) = findings(bad.county(), CODE)
    assert (Suspect(CellName(*LICENCES), 17, 178),) == found.suspects
    assert LICENCES == found.address


def test_a_number_that_nothing_explains_is_told_with_the_sum() -> None:
    assert [
        (COUNTY, "表二“行政许可”一行的“本年处理决定数量”写作 3，所属 5 个机关合计 178，相差 175。"),
    ] == said(county().changed(COUNTY, {LICENCES: 3}))  # fmt: skip


def test_a_few_cells_are_told_with_their_numbers_and_many_by_their_rows() -> None:
    made = county()
    own = made.numbers[COUNTY]
    new = [cell for cell in own if cell[1] in ("new", "granted")]

    assert [
        (COUNTY, "表二与所属 5 个机关的合计不一致。可能有几格同时写错，请核对："
         "“行政许可”一行的“本年处理决定数量” 3 改为 178；"
         "“行政处罚”一行的“本年处理决定数量” 1 改为 293。"),
    ] == said(made.changed(COUNTY, {LICENCES: 3, PENALTIES: 1}))  # fmt: skip
    assert [
        (COUNTY, "表三有 14 格与所属 5 个机关的合计不一致："
         "“一、本年新收政府信息公开申请数量”（自然人、商业企业、科研机构、社会公益组织、"
         "法律服务机构、其他、总计）；"
         "“（一）予以公开”（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计）。"),
    ] == said(
        made.changed(COUNTY, {cell: own[cell] + 7 + at for at, cell in enumerate(new)})
    )  # fmt: skip


def test_two_faults_are_both_named() -> None:
    made = county()
    bad = made.changed(COUNTY, {**without(made, WATER), LICENCES: 7})

    assert (
        COUNTY, "表二有 2 格与所属 5 个机关的合计不一致，相差的数正好说明："
        "漏加了“青石县水务局”的整份报告，同时“行政许可”一行的“本年处理决定数量”写错了。",
    ) == said(bad)[-1]  # fmt: skip


def test_of_several_explanations_all_are_named() -> None:
    made = county()
    alike = make({**made.numbers, FORESTS: made.numbers[WATER]})
    bad = alike.changed(COUNTY, without(alike, WATER))

    assert (
        COUNTY, "表四有 4 格与所属 5 个机关的合计不一致，有 2 种可能："
        "漏加了“青石县水务局”的整份报告、漏加了“青石县林业局”的整份报告。",
    ) == said(bad)[1]  # fmt: skip


def test_each_level_is_told_of_its_own_faults_alone() -> None:
    made = county()
    both = made.changed(COUNTY, {LICENCES: 17}).changed(CITY, {PENALTIES: 30})

    assert [(CITY, PENALTIES), (COUNTY, LICENCES)] == [
        (body, each.address) for body, each in findings(both.county(), CODE)
    ]


# -- what cannot be told -------------------------------------------------------------------------


def test_a_blank_cell_of_a_body_leaves_that_cell_undecided() -> None:
    made = county(parents=ALONE).changed(COUNTY, {LICENCES: 3})
    made = replace(made, blank={WATER: [LICENCES, PENALTIES]})

    assert [] == said(made)
    assert [(COUNTY, "表二有 2 格不能核对合计：“青石县水务局”空着没有填")] == reasons(
        made.county(), CODE
    )


def test_while_a_report_is_missing_nothing_is_decided() -> None:
    made = replace(county(), without=frozenset([WATER]))

    assert [] == said(made)
    assert [(COUNTY, "1 个机关没有交报告（青石县水务局），不能核对合计")] * 3 == reasons(
        made.county(), CODE
    )


def missing_zeros(made: Made) -> Made:
    """The same with a body that would add nothing, and whose report is missing."""
    zeros = dict.fromkeys(made.numbers[FORESTS], 0)
    return replace(make({**made.numbers, FORESTS: zeros}, ALONE), without=frozenset([FORESTS]))


def test_while_a_report_is_missing_sums_that_agree_are_not_decided_either() -> None:
    made = missing_zeros(county(parents=ALONE))

    assert [] == said(made)
    assert 3 == len(reasons(made.county(), CODE))


def test_while_a_report_is_missing_what_is_explained_is_told() -> None:
    made = missing_zeros(county(parents=ALONE))

    assert (
        COUNTY, "表四有 4 格与所属 4 个机关的合计不一致，相差的数正好说明："
        "漏加了“青石县水务局”的整份报告。",
    ) == said(made.changed(COUNTY, without(made, WATER)))[1]  # fmt: skip
    assert [
        (COUNTY, "表二“行政许可”一行的“本年处理决定数量”写作 0，所属 4 个机关合计 178，相差 178，"
         "可能是漏加了“青石县教育局”的“行政许可”一行。"),
    ] == said(made.changed(COUNTY, {LICENCES: 0}))  # fmt: skip


def test_while_a_report_is_missing_what_is_too_small_is_told() -> None:
    made = county(parents=ALONE).changed(COUNTY, {LICENCES: 3})
    made = replace(made, without=frozenset([WATER]))

    assert [
        (COUNTY, "表二有 1 格小于已交报告的 4 个机关的合计：“行政许可”（本年处理决定数量）。"),
    ] == said(made)  # fmt: skip


def test_without_its_office_in_the_list_the_rest_may_be_the_governments_own() -> None:
    parents = {name: above for name, above in PARENTS.items() if name != OFFICE}
    rng = Random(5)
    made = make({name: drawn(rng, "some") for name in parents}, parents)
    more = made.numbers[COUNTY][LICENCES] + 1
    less = made.numbers[COUNTY][LICENCES] - 1

    assert [] == said(made)
    assert [] == reasons(made.county(), CODE)
    assert [(COUNTY, "名单里没有本级机关（如政府办公室），多出的数可能是本级的")] == reasons(
        made.changed(COUNTY, {LICENCES: more}).county(), CODE
    )
    assert [COUNTY] == [body for body, _ in said(made.changed(COUNTY, {LICENCES: less}))]


def test_without_a_list_there_may_be_more_bodies() -> None:
    made = county()
    more = made.numbers[COUNTY][LICENCES] + 1
    bad = replace(made.changed(COUNTY, {LICENCES: more}), listed=False)

    assert [] == said(bad)
    assert (COUNTY, "没有机关名单，不知道各机关是否交齐，不能核对合计") in reasons(
        bad.county(), CODE
    )


@pytest.mark.parametrize("counted", [True, False])
def test_a_body_of_a_ministry_that_handed_in_nothing_leaves_only_a_surplus_undecided(
    counted: bool,
) -> None:
    made = county(parents={**ALONE, TAX: COUNTY}, more=TAX)
    if not counted:
        made = made.changed(COUNTY, without(made, TAX))
    bad = replace(made, without=frozenset([TAX]))

    assert [] == said(bad)
    assert (
        [(COUNTY, f"1 个机关没有交报告（{TAX}），不能核对合计")] * 3 if counted else []
    ) == reasons(bad.county(), CODE)


def test_a_report_in_the_name_of_the_office_may_be_about_the_office_alone() -> None:
    made = county(parents=ALONE).changed(COUNTY, {LICENCES: 3})
    whole, *others = made.county().entries
    by_office = whole._replace(report=whole.report._replace(agency=OFFICE))
    bad = made.county()._replace(entries=(by_office, *others))

    assert [] == messages(bad, CODE)
    assert [(COUNTY, "这份报告以办公室的名义交来，可能只是办公室自己的，不能核对合计")] == reasons(
        bad, CODE
    )


def test_only_governments_are_sums() -> None:
    station = "青石县水库管理站"
    parents = {WATER: None, station: WATER}
    made = make({station: {LICENCES: 1}}, parents).changed(WATER, {LICENCES: 5})

    assert [] == said(made)
    assert [(WATER, 1), (station, 1)] == [
        (body, got.checks.not_applicable) for body, got in ran(made.county(), CODE)
    ]
