"""Numbers in running text: requests, reviews, lawsuits, documents, totals with their parts."""

from __future__ import annotations

import pytest

from gklint.model.statements import Statements
from tests.support.statements import (
    DISCLOSURE,
    DISPUTES,
    ON_REQUEST,
    OTHER,
    OVERVIEW,
    PREAMBLE,
    PROBLEMS,
    REQUESTS,
    Place,
    counts,
    printed,
    read,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年收到政府信息公开申请5件。", [("new", 5)]),
        ("2023年共收到政府信息公开申请共计5件。", [("new", 5)]),
        ("2023年新收政府信息公开申请 5 件。", [("new", 5)]),
        ("2023年受理政府信息公开申请1,024件。", [("new", 1024)]),
        ("2023年接到公民提出的政府信息公开申请５宗。", [("new", 5)]),
        ("2023年接收政府信息公开申请二十四件。", [("new", 24)]),
        ("全年收到信息公开申请两件。", [("new", 2)]),
        ("收到政府信息公开申请一百零五件次。", [("new", 105)]),
        ("全年收到依申请公开事项3项。", [("new", 3)]),
        ("2023年，政府信息公开申请5件。", [("new", 5)]),
        ("2023年，政府信息公开申请数量为5件。", [("new", 5)]),
        ("2023年，收到信息公开申请5份，上年结转1份。", [("new", 5), ("carried_in", 1)]),
        ("上年度结转政府信息公开申请2件。", [("carried_in", 2)]),
        ("收到申请5件（含上年结转2件）。", [("new", 5), ("carried_in", 2)]),
        ("收到申请5件，已办结4件，结转下年1件。", [("new", 5), ("handled", 4), ("carried_out", 1)]),
        ("收到申请5件，答复5件。", [("new", 5), ("answered", 5)]),
        ("收到申请5件，已全部答复。", [("new", 5)]),
        ("收到申请5件，结转下一年度继续办理1件。", [("new", 5), ("carried_out", 1)]),
        ("收到申请5件，结转2024年继续办理1件。", [("new", 5), ("carried_out", 1)]),
        ("收到申请5件，1件结转下年度。", [("new", 5), ("carried_out", 1)]),
        ("收到申请5件，办结率100%，均在20个工作日内答复。", [("new", 5)]),
        ("收到申请5件，办理政府信息公开申请5件。", [("new", 5), ("dealt", 5)]),
        ("收到\n政府信息公开\n申请5\n件。", [("new", 5)]),
        ("收到政府信息公開申請5件，辦結5件。", [("new", 5), ("handled", 5)]),
    ],
)
@pytest.mark.parametrize("place", [ON_REQUEST, OVERVIEW, REQUESTS])
def test_requests_are_counted(text: str, expected: list[tuple[str, int]], place: Place) -> None:
    assert expected == counts(text, place)


@pytest.mark.parametrize(
    "text",
    [
        "收到人大代表提案5件，政协建议6件。",
        "收到公文5件。",
        "办理网民留言申请诉求5件。",
        "受理12345热线工单350件。",
        "受理行政许可申请28件。",
        "受理低保申请28件，救助申请3件。",
        "政务服务大厅受理申请5件。",
        "收到申请公开的咨询信件5件。",
        "收到信访投诉类申请5件。",
        "我局公开申请指南5篇，点击9次。",
        "申请公开政府信息的流程共3个。",
        "较上年政府信息公开申请减少2件。",
        "政府信息公开申请同比增长3件。",
    ],
)
def test_what_is_no_request_is_not_counted(text: str) -> None:
    assert () == read(text, OVERVIEW).counts


@pytest.mark.parametrize(
    "text",
    [
        "收到申请5件，其中自然人申请4件，法人申请1件。",
        "收到申请5件，其中网上申请3件，信函申请2件。",
        "收到申请5件，其中予以公开3件，不予公开2件。",
        "收到申请5件，按时答复率100%，比上年增加2件。",
        "收到申请5件，2023年度受理12345工单30件。",
        "收到申请5件（自然人4件，商业企业1件）。",
        "收到申请5件，行政复议维持2件。",
        "收到申请5件，收取费用2次。",
        "收到申请5件，当面提出申请3件，信函2件。",
    ],
)
def test_parts_and_comparisons_are_not_counted_as_a_whole(text: str) -> None:
    assert [("new", 5)] == counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请50余件。",
        "收到政府信息公开申请50多件。",
        "网上收到政府信息公开申请50件。",
        "第一季度收到政府信息公开申请50件。",
        "各乡镇收到政府信息公开申请50件。",
        "收到上级转办的政府信息公开申请50件。",
    ],
)
def test_a_number_that_may_be_a_part_is_marked(text: str) -> None:
    assert [("new", 50, True)] == [(c.about, c.number, c.partial) for c in read(text).counts]


@pytest.mark.parametrize("text", ["收到申请近50件。", "收到申请约50件。", "收到申请上百件。"])
def test_a_rough_number_is_marked(text: str) -> None:
    assert [True] == [count.partial for count in read(text).counts]


@pytest.mark.parametrize("place", [PREAMBLE, DISCLOSURE, PROBLEMS])
def test_requests_are_not_counted_elsewhere(place: Place) -> None:
    assert [] == counts("2023年收到政府信息公开申请5件。", place)


def test_a_count_knows_its_place_and_year() -> None:
    text = "一年来情况良好。2023年，收到政府信息 公开申请二十\n四件，均已答复。"
    (count,) = read(text, REQUESTS).counts

    assert "二十\n四件" == printed(text, count.where)
    assert ("requests", None, 2023) == (count.where.section, count.where.part, count.where.year)
    assert text.split("。")[1] + "。" == text[slice(*count.where.sentence)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022年收到申请3件，2023年收到申请5件。", [2022, 2023]),
        ("收到申请5件，2022年收到3件。", [None, 2022]),
        ("2023年收到申请5件。受理申请6件。", [2023, None]),
    ],
)
def test_the_year_of_a_count_is_the_last_before_it(text: str, years: list[int | None]) -> None:
    assert years == [count.where.year for count in read(text).counts]


# -- reviews and lawsuits ------------------------------------------------------------------------


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
    ("text", "expected"),
    [
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", ["review", "litigation"]),
        ("没有因政府信息公开被申请行政复议。", ["review"]),
        ("无政府信息公开行政复议和行政诉讼案件。", ["review", "litigation"]),
        ("未发生涉及政府信息公开的行政诉讼情况。", ["litigation"]),
        ("2023年未因政府信息公开工作被提起行政诉讼。", ["litigation"]),
        ("未收到政府信息公开行政复议申请。", ["review"]),
    ],
)
def test_the_absence_of_disputes_is_read(text: str, expected: list[str]) -> None:
    assert expected == [about for about, _ in read(text, DISPUTES).no_disputes]


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


# -- normative documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("制发行政规范性文件2件。", [("issued", 2)]),
        ("全年共制定行政规范性文件三件。", [("issued", 3)]),
        ("废止行政规范性文件1件。", [("repealed", 1)]),
        ("现行有效行政规范性文件12件。", [("in_force", 12)]),
        ("制发行政规范性文件2件，废止行政规范性文件1件。", [("issued", 2), ("repealed", 1)]),
        ("2023年印发的行政规范性文件共２件。", [("issued", 2)]),
    ],
)
@pytest.mark.parametrize("place", [OVERVIEW, DISCLOSURE])
def test_documents_are_counted(text: str, expected: list[tuple[str, int]], place: Place) -> None:
    assert expected == counts(text, place)


def test_a_document_that_may_be_of_another_kind_is_marked() -> None:
    found = read("印发规范性文件2件。", OVERVIEW).counts

    assert [("issued", 2, True)] == [(c.about, c.number, c.partial) for c in found]


@pytest.mark.parametrize(
    "text",
    ["公开规范性文件解读5篇。", "规范性文件专栏更新5次。", "制发规范性文件比上年增加2件。"],
)
def test_what_is_no_document_is_not_counted(text: str) -> None:
    assert Statements() == read(text, OVERVIEW)


# -- totals and parts ------------------------------------------------------------------------------


def parts(text: str) -> list[tuple[int, tuple[int, ...], str, bool]]:
    return [(p.total, p.parts, p.unit, p.complete) for p in read(text, OVERVIEW).parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息120条，其中网站80条，其他40条。", (120, (80, 40), "条", True)),
        ("公开信息120条，其中网站80条、公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条（其中网站80条，公众号40条）。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中：网站80条，公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条：网站80条，公众号40条。", (120, (80, 40), "条", True)),
        ("收到申请5件，其中自然人4件，法人1件。", (5, (4, 1), "件", False)),
        ("公开信息１，２００条，其中网站８００条，其余４００条。", (1200, (800, 400), "条", True)),
        ("发布二十条，其中解读十二条，公告八条。", (20, (12, 8), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，另有视频9条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，比上年增加9条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，解读5篇。", (120, (80, 40), "条", False)),
    ],
)
def test_a_total_is_read_with_its_parts(
    text: str, expected: tuple[int, tuple[int, ...], str, bool]
) -> None:
    assert [expected] == parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息120条，其中网站80条。",
        "公开信息120余条，其中网站80条，公众号40条。",
        "公开信息近120条，其中网站80条，公众号40条。",
        "公开信息120条，回应关切30次，访问900次。",
        "联系电话：0919-2345678，共2个。",
        "公开信息120条，其中解读5篇，公告3篇。",
    ],
)
def test_sentences_without_two_parts_claim_no_sum(text: str) -> None:
    assert [] == parts(text)
