"""Which cells are suspected where sums fail, and how that is said."""

from __future__ import annotations

import gklint
from gklint.model.outcomes import Suspect
from tests.support.checking import messages
from tests.support.sample import changed

CARRIED_OUT = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
REPEATED = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
GRANTED = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 | |"
PARTIAL = (
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
)
SAID = "2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。"
NOTHING_SAID = (SAID, "申请均按期答复。")


def suspects(text: str) -> list[tuple[str, dict[tuple[str, str | None], object]]]:
    """The code of each finding, and its suspected cells with what should stand in them."""
    return [
        (each.code, {item.cell[1:]: item.expected for item in each.suspects})
        for each in gklint.check(text).diagnostics
    ]


def test_each_row_in_which_a_request_may_stand_in_the_wrong_column_is_named() -> None:
    text = changed(
        NOTHING_SAID, (CARRIED_OUT, "四、结转下年度继续办理 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | ||")
    )

    assert [
        (
            "GK301",
            {
                ("new", "natural_person"): 3,
                ("carried_in", "natural_person"): 0,
                ("carried_out", "natural_person"): 1,
            },
        ),
        (
            "GK301",
            {
                ("new", "commercial"): 2,
                ("carried_in", "commercial"): 1,
                ("carried_out", "commercial"): 0,
            },
        ),
    ] == suspects(text)
    for message in messages(text, "GK301"):
        assert "可能写错的是下列之一，请核对：" in message
        assert "最可能" not in message


def test_each_column_in_which_a_request_may_stand_in_the_wrong_row_is_named() -> None:
    text = changed(
        (GRANTED, "（一）予以公开 | 3 | 1 | 0 | 0 | 0 | 0 | 3 | |"),
        (
            PARTIAL,
            PARTIAL.replace("| 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 0 | 0 | 0 | 0 | 0 | 0 | 1 |"),
        ),
    )

    assert [
        (
            "GK303",
            {
                ("granted", "natural_person"): 2,
                ("granted", "commercial"): 0,
                ("granted", "total"): 4,
            },
        ),
        (
            "GK303",
            {
                ("partial", "natural_person"): 1,
                ("partial", "commercial"): 1,
                ("partial", "total"): 0,
            },
        ),
    ] == suspects(text)


def test_two_wrong_cells_of_one_row_are_named() -> None:
    text = changed((REPEATED, "2.重复申请 | 0 | 5 | 1 | 0 | 0 | 0 | 0 | ||"))

    assert [
        ("GK303", {("rejected_repeat", "commercial"): 0, ("rejected_repeat", "research"): 0}),
        ("GK302", {("rejected_repeat", "commercial"): 0}),
        ("GK302", {("rejected_repeat", "research"): 0}),
    ] == suspects(text)


def test_what_the_text_says_of_a_cell_decides_between_equals() -> None:
    wrong = "四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||"
    decided, undecided = changed((CARRIED_OUT, wrong)), changed(NOTHING_SAID, (CARRIED_OUT, wrong))

    total = {("carried_out", "total"): 1}
    assert [total] == [each for _, each in suspects(decided)[2:]]
    assert [{("new", "total"): 6, ("carried_in", "total"): 2, **total}] == [
        each for _, each in suspects(undecided)[1:]
    ]


def test_a_cell_that_is_as_the_text_says_is_not_suspected_before_others() -> None:
    text = changed(
        (SAID, "新收申请5件，上年结转1件。"),
        (CARRIED_OUT, "四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||"),
    )

    assert {("carried_out", "total"): 1} == suspects(text)[-1][1]


def test_a_number_of_another_year_decides_nothing() -> None:
    text = changed(
        (SAID, "2022年，结转下年1件。"),
        (CARRIED_OUT, "四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||"),
    )

    assert 3 == len(suspects(text)[-1][1])


# -- in words --------------------------------------------------------------------------------


def test_the_second_sum_that_a_cell_breaks_says_that_it_is_the_same_cell() -> None:
    text = changed((REPEATED, "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | ||"))
    first, second = gklint.check(text).diagnostics

    assert first.message.endswith("最可能写错的是“总计”：应为 0。")
    assert second.message.endswith("与上一处是同一格：“2.重复申请”一行的“总计”写作 2，应为 0。")
    assert [Suspect(first.suspects[0].cell, 2, 0)] == [*second.suspects]


def test_a_cell_that_was_named_further_above_is_called_that() -> None:
    text = changed(
        (GRANTED, "（一）予以公开 | 2 | 4 | 0 | 0 | 0 | 0 | 3 | |"),
        (REPEATED, "2.重复申请 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | ||"),
    )

    ends = [each.message.rpartition("，相差 ")[2] for each in gklint.check(text).diagnostics]
    assert [
        "3 件。最可能写错的是“商业企业”：写作 4，应为 1。",
        "5 件。最可能写错的是“社会公益组织”：写作 5，应为 0。",
        "3 件。与前面说过的是同一格：“（一）予以公开”一行的“商业企业”写作 4，应为 1。",
        "5 件。与前面说过的是同一格：“2.重复申请”一行的“社会公益组织”写作 5，应为 0。",
    ] == ends
