"""Reviews and lawsuits that are counted in running text."""

from __future__ import annotations

import pytest

from tests.support.statements import (
    DISPUTES,
    ON_REQUEST,
    OTHER,
    OVERVIEW,
    REQUESTS,
    Place,
    counts,
    printed,
    read,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("因政府信息公开被申请行政复议2件。", [("review", 2)]),
        ("涉及政府信息公开的行政复议案件2起。", [("review", 2)]),
        ("发生政府信息公开行政诉讼案件三件。", [("litigation", 3)]),
        ("因信息公开被申请行政复议2件，行政诉讼1件。", [("review", 2), ("litigation", 1)]),
        ("政府信息公开行政复议共2件，行政诉讼共0件。", [("review", 2), ("litigation", 0)]),
        ("收到2件政府信息公开行政复议申请。", [("review", 2)]),
        ("政府信息公开方面，收到2件行政复议。", [("review", 2)]),
        ("发生因政府信息公开引起的行政诉讼１件。", [("litigation", 1)]),
    ],
)
@pytest.mark.parametrize("place", [ON_REQUEST, DISPUTES, REQUESTS, OTHER])
def test_disputes_are_counted(text: str, expected: list[tuple[str, int]], place: Place) -> None:
    assert expected == counts(text, place)


@pytest.mark.parametrize(
    "text",
    [
        "全年办理行政复议案件35件，行政应诉12件。",
        "作为复议机关办理行政复议35件。",
        "公开行政复议决定书35份。",
    ],
)
def test_disputes_on_other_matters_are_not_counted(text: str) -> None:
    assert [] == counts(text, OVERVIEW)


@pytest.mark.parametrize(
    "words",
    [
        *("", "案件", "申请", "案", "事项", "共计", "共", "总计", "为", "有", "数量", "数", "："),
        *("发生", "受理", "收到", "办理", "案件数量共计为"),
    ],
)
def test_words_may_stand_between_a_dispute_and_its_number(words: str) -> None:
    assert [("review", 2)] == counts(f"政府信息公开行政复议{words}2件。", OTHER)


@pytest.mark.parametrize(
    ("printed", "number"), [("1,024", 1024), ("十二", 12), ("两", 2), ("0", 0)]
)
def test_disputes_are_counted_in_any_writing(printed: str, number: int) -> None:
    assert [("review", number)] == counts(f"政府信息公开行政复议{printed}件。", OTHER)
    assert [("review", number)] == counts(f"信息公开方面，有{printed}件行政复议。", OTHER)


@pytest.mark.parametrize("printed", ["1.5", "十2"])
def test_the_end_of_a_number_is_none(printed: str) -> None:
    assert [] == counts(f"信息公开方面，有{printed}件行政复议。", OTHER)
    assert [] == counts(f"信息公开方面，收到申请{printed}件。")


@pytest.mark.parametrize("unit", "件起宗次例个")
def test_disputes_are_counted_in_several_units(unit: str) -> None:
    assert [("review", 2)] == counts(f"政府信息公开行政复议2{unit}。", OTHER)


@pytest.mark.parametrize(
    "words",
    [
        *("件", "起", "宗", "次", "例", "件被", "件申请", "件提起", "件政府信息公开", "件的"),
        "件被提起政府信息公开的",
    ],
)
def test_a_dispute_may_stand_behind_its_number(words: str) -> None:
    assert [("litigation", 2)] == counts(f"信息公开方面，有2{words}行政诉讼。", OTHER)


@pytest.mark.parametrize(
    "word",
    [
        *("上年", "新增", "新收", "被告", "被申请人", "审理", "代理", "指导", "应诉", "出庭"),
        *("法院", "作为复议机关", "复议机构收到", "复议局审理"),
    ],
)
def test_disputes_in_another_role_are_marked(word: str) -> None:
    (count,) = read(f"政府信息公开行政复议2件，{word}。", OTHER).counts

    assert count.partial


@pytest.mark.parametrize(
    ("place", "expected"), [(ON_REQUEST, 1), (DISPUTES, 1), (OVERVIEW, 0), (OTHER, 0)]
)
def test_without_words_of_information_disputes_are_about_it_by_their_place(
    place: Place, expected: int
) -> None:
    found = read("被提起行政诉讼1件，未发生行政复议。", place)

    assert [("litigation", 1)][:expected] == [(c.about, c.number) for c in found.counts]
    assert ["review"][:expected] == [about for about, _ in found.no_disputes]


def test_a_comparison_of_disputes_is_no_count() -> None:
    found = read(
        "因政府信息公开被申请行政复议2件，比上年增加行政复议1件，未发生行政诉讼。", DISPUTES
    )

    assert [2] == [count.number for count in found.counts]
    assert ["litigation"] == [about for about, _ in found.no_disputes]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("因政府信息公开被申请行政复议2件。", False),
        ("因政府信息公开新增行政复议2件。", True),
        ("各乡镇因政府信息公开被申请行政复议2件。", True),
    ],
)
def test_disputes_of_others_or_of_several_bodies_are_marked(text: str, partial: bool) -> None:
    (count,) = read(text, DISPUTES).counts

    assert ("review", 2) == (count.about, count.number)
    assert partial is count.partial


def test_disputes_are_where_they_are_printed() -> None:
    text = "因政府信息公开被申请行政\n复议２件，未发生行政诉讼案件。"
    found = read(text, OVERVIEW)

    assert ["行政\n复议２件"] == [printed(text, count.where) for count in found.counts]
    assert ["未发生行政诉讼案件"] == [printed(text, where) for _, where in found.no_disputes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", ["review", "litigation"]),
        ("未发生因我厅信息公开答复引起的行政复议。", ["review"]),
        ("没有因政府信息公开被申请行政复议。", ["review"]),
        ("无政府信息公开行政复议和行政诉讼案件。", ["review", "litigation"]),
        ("未发生涉及政府信息公开的行政诉讼情况。", ["litigation"]),
        ("2023年未因政府信息公开工作被提起行政诉讼。", ["litigation"]),
        ("未收到政府信息公开行政复议申请。", ["review"]),
    ],
)
def test_the_absence_of_disputes_is_read(text: str, expected: list[str]) -> None:
    assert expected == [about for about, _ in read(text, DISPUTES).no_disputes]


@pytest.mark.parametrize("word", ["未", "没有", "无", "均未", "从未"])
@pytest.mark.parametrize(
    "verb",
    [
        *("发生", "产生", "出现", "收到", "引起", "引发", "涉及", "有", "因", "被"),
        "政府信息公开",
    ],
)
def test_many_words_say_that_there_were_no_disputes(word: str, verb: str) -> None:
    assert ["review"] == [
        about for about, _ in read(f"{word}{verb}行政复议。", DISPUTES).no_disputes
    ]


@pytest.mark.parametrize("outcome", ["纠正", "维持", "撤销", "败诉", "变更"])
def test_that_no_dispute_had_an_outcome_says_nothing_of_disputes(outcome: str) -> None:
    assert () == read(f"未发生被{outcome}的行政复议。", DISPUTES).no_disputes


@pytest.mark.parametrize(
    "text",
    [
        "行政复议无结果纠正情况，行政诉讼无败诉。",
        "因政府信息公开被申请行政复议2件，无被纠正的行政复议案件。",
        "没有复议后起诉的行政诉讼案件。",
        "因政府信息公开被申请行政复议2件，无尚未审结的行政复议。",
        "较上年没有增加行政复议。",
    ],
)
def test_the_absence_of_one_outcome_is_not_that_of_disputes(text: str) -> None:
    assert [] == [*read(text, DISPUTES).no_disputes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "行政复议3件，其中维持2件、纠正1件。",
            [("review", None, 3), ("review", "upheld", 2), ("review", "corrected", 1)],
        ),
        (
            "行政复议3件（结果维持2件，尚未审结1件），行政诉讼1件。",
            [
                ("review", None, 3),
                ("review", "upheld", 2),
                ("review", "pending", 1),
                ("litigation", None, 1),
            ],
        ),
        ("行政复议2件，均维持。", [("review", None, 2), ("review", "upheld", 2)]),
        (
            "行政诉讼3件，其中未经复议直接起诉1件、复议后起诉2件。",
            [
                ("litigation", None, 3),
                ("direct_litigation", None, 1),
                ("post_review_litigation", None, 2),
            ],
        ),
        ("行政复议、行政诉讼共3件。", [("disputes", None, 3)]),
        ("行政复议、行政诉讼各1件。", [("review", None, 1), ("litigation", None, 1)]),
        ("行政复议、行政诉讼均为零。", [("review", None, 0), ("litigation", None, 0)]),
        ("行政复议和行政诉讼分别为2件和1件。", [("review", None, 2), ("litigation", None, 1)]),
    ],
)
def test_disputes_are_counted_by_result_and_kind(
    text: str, expected: list[tuple[str, str | None, int]]
) -> None:
    found = read(text, DISPUTES).counts

    assert expected == [(c.about, c.column, c.number) for c in found if c.doubt is None]


@pytest.mark.parametrize(
    "text",
    [
        "未发生因政府信息公开被行政复议纠错或行政诉讼败诉情形。",
        "未被行政复议机关纠错。",
        "未发生因工作不当引起的行政复议。",
        "没有因答复超期被申请行政复议。",
    ],
)
def test_the_absence_of_one_outcome_or_ground_is_not_that_of_disputes(text: str) -> None:
    assert () == read(text, DISPUTES).no_disputes


@pytest.mark.parametrize("text", ["因林权争议引发行政诉讼5件。", "审结林权行政复议2件。"])
def test_disputes_on_something_else_are_held_against_no_table(text: str) -> None:
    assert all(count.partial for count in read(text, DISPUTES).counts)
