"""Requests that are counted in running text."""

from __future__ import annotations

import pytest

from gklint.model.statements import Doubt
from tests.support.statements import (
    DISCLOSURE,
    ON_REQUEST,
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
        ("收到申请答复后又收到申请5件。", [("new", 5)]),
        ("收到申请5件，未办结2件。", [("new", 5), ("carried_out", 2)]),
        ("收到申请公开答复意见5条。", []),
        ("收到申请5件，其中接收书面申请4件，答复3件，办理2件。", [("new", 5)]),
        ("收到申请5件，其中接收书面申请4件办结3件。", [("new", 5), ("handled", 3)]),
        (
            "收到申请5件，其中新收4件，上年结转1件。",
            [("new", 5), ("new", 4), ("carried_in", 1)],
        ),
        ("收到申请5件，分3次办结4件。", [("new", 5), ("handled", 4)]),
        ("收到申请5件，提起诉讼后办结2件。", [("new", 5)]),
        ("收到申请5件，收费后办结2件，结转下年1件。", [("new", 5), ("carried_out", 1)]),
        ("收到申请0件，办结0件。", [("handled", 0)]),
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
        "2023年收到申请公开5次。",
        "信息公开申请答复意见2条。",
        "较上年政府信息公开申请减少2件。",
        "政府信息公开申请同比增长3件。",
    ],
)
def test_what_is_no_request_is_not_counted(text: str) -> None:
    assert () == read(text, OVERVIEW).counts


@pytest.mark.parametrize(
    "text",
    [
        "收到申请5件，其中网上申请3件，信函申请2件。",
        "收到申请5件，按时答复率100%，比上年增加2件。",
        "收到申请5件，2023年度受理12345工单30件。",
        "收到申请5件，收取费用2次。",
        "收到申请5件，当面提出申请3件，信函2件。",
    ],
)
def test_parts_and_comparisons_are_not_counted_as_a_whole(text: str) -> None:
    assert [("new", 5)] == counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "网上收到政府信息公开申请50件。",
        "第一季度收到政府信息公开申请50件。",
        "各乡镇收到政府信息公开申请50件。",
        "收到上级转办的政府信息公开申请50件。",
    ],
)
def test_a_number_that_may_be_a_part_is_marked(text: str) -> None:
    assert [("new", 50, True)] == [(c.about, c.number, c.partial) for c in read(text).counts]


@pytest.mark.parametrize(
    "number",
    [
        "近50件",
        "约50件",
        "上百件",
        "50余件",
        "50多件",
        "三四件",
        "十七八件",
        "二三十件",
        "三十余件",
        "数十件",
        "十几件",
        "几件",
        "若干件",
        "不到50件",
        "50件左右",
        "50件上下",
        "50件以上",
        "五十件余",
        "三至四件",
        "3-4件",
        "1.2万件",
        "2千余件",
        "3百件",
        "三百件",
        "百十件",
        "廿件",
        "叁件",
        "贰拾叁件",
        "卅余件",
        "壹佰余件",
        "50+件",
    ],
)
def test_a_rough_number_is_never_made_exact(number: str) -> None:
    (count,) = read(f"收到政府信息公开申请{number}。").counts

    assert ("new", None, Doubt.ROUGH, True) == (count.about, count.number, count.doubt, count.some)


@pytest.mark.parametrize(
    ("number", "value"),
    [("三件", 3), ("二十件", 20), ("仅5件", 5), ("多达5件", 5), ("5件,余事", 5)],
)
def test_an_exact_number_is_exact_however_it_is_written(number: str, value: int) -> None:
    assert [("new", value)] == counts(f"收到政府信息公开申请{number}。")


@pytest.mark.parametrize("place", [PREAMBLE, DISCLOSURE])
def test_requests_may_be_counted_in_the_preamble_and_section_two(place: Place) -> None:
    assert [("new", 5)] == counts("2023年收到政府信息公开申请5件。", place)


def test_requests_are_not_counted_among_the_problems() -> None:
    assert [] == counts("2023年收到政府信息公开申请5件。", PROBLEMS)


Told = tuple[str, str | None, int | None]


def told(text: str, place: Place = ON_REQUEST, agency: str | None = None) -> list[Told]:
    """What is counted, for whom, and how many, of counts beyond doubt."""
    found = read(text, place, agency).counts
    return [(c.about, c.column, c.number) for c in found if c.doubt is None]


def doubts(text: str, agency: str | None = None) -> list[Doubt | None]:
    return [count.doubt for count in read(text, ON_REQUEST, agency).counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收办政府信息公开申请5件次。", [("new", None, 5)]),
        ("接收到申请书5份。", [("new", None, 5)]),
        ("累计受理信息公开申请5宗。", [("new", None, 5)]),
        ("全年共收到5件申请。", [("new", None, 5)]),
        ("接收依申请公开件5个。", [("new", None, 5)]),
        (
            "上年度结转办理件5件，结转到2024年办理7件。",
            [("carried_in", None, 5), ("carried_out", None, 7)],
        ),
        (
            "承接2022年结转申请3件，8件正在办理中。",
            [("carried_in", None, 3), ("carried_out", None, 8)],
        ),
        ("3件因未到答复期限结转下年度。", [("carried_out", None, 3)]),
        (
            "无上年度结转申请，没有结转下年度办理的申请。",
            [("carried_in", None, 0), ("carried_out", None, 0)],
        ),
        ("上年结转件5件已于一季度办结。", [("carried_in", None, 5)]),
    ],
)
def test_the_wordings_of_what_was_done_are_many(text: str, expected: list[Told]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "办结13件，其中予以公开5件、部分公开4件、不予公开3件、无法提供1件、不予处理0件。",
            [
                ("handled", 13),
                ("granted", 5),
                ("partial", 4),
                ("denied", 3),
                ("unable", 1),
                ("rejected", 0),
            ],
        ),
        (
            "办结9件（同意公开7件，其他处理2件）。",
            [("handled", 9), ("granted", 7), ("other_handling", 2)],
        ),
        (
            "办结9件，其中5件予以公开，4件部分公开。",
            [("handled", 9), ("granted", 5), ("partial", 4)],
        ),
        (
            "办结申请9件，其中属于行政执法案卷不予公开1件。",
            [("handled", 9), ("denied_enforcement_file", 1)],
        ),
        ("办结申请9件，本机关不掌握2件。", [("handled", 9), ("unable_not_held", 2)]),
        ("办结申请9件，因本机关不掌握等原因无法提供2件。", [("handled", 9), ("unable", 2)]),
        ("办结申请9件，逾期不补正、不再处理1件。", [("handled", 9), ("other_not_corrected", 1)]),
        ("办结申请9件，均予以公开。", [("handled", 9), ("granted", 9)]),
        ("办结申请9件，予以公开及部分公开8件。", [("handled", 9)]),
        ("办结申请9件，予以公开、部分公开8件。", [("handled", 9)]),
        (
            "予以公开、部分公开、不予公开分别为5件、3件和1件。",
            [("granted", 5), ("partial", 3), ("denied", 1)],
        ),
    ],
)
def test_requests_are_counted_by_outcome(text: str, expected: list[tuple[str, int]]) -> None:
    assert expected == [(about, number) for about, _, number in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到政府信息公开申请14件，涉及自然人8件、商业企业5件、法律服务机构1件。",
            [
                ("new", None, 14),
                ("new", "natural_person", 8),
                ("new", "commercial", 5),
                ("new", "legal", 1),
            ],
        ),
        (
            "收到申请5件（自然人4件，法人或其他组织1件）。",
            [("new", None, 5), ("new", "natural_person", 4), ("new", "organisation", 1)],
        ),
        ("办结5件，4件为自然人申请。", [("handled", None, 5), ("handled", "natural_person", 4)]),
        ("收到申请5件，均为自然人。", [("new", None, 5), ("new", "natural_person", 5)]),
        ("收到申请5件（均为自然人申请）。", [("new", None, 5), ("new", "natural_person", 5)]),
        (
            "自然人申请8件、商业企业申请5件。",
            [("requests", "natural_person", 8), ("requests", "commercial", 5)],
        ),
        ("自然人申请中予以公开3件。", [("granted", "natural_person", 3)]),
        (
            "自然人申请中予以公开3件、部分公开1件。",
            [("granted", "natural_person", 3), ("partial", "natural_person", 1)],
        ),
        (
            "办结9件，予以公开5件（自然人4件、商业企业1件）。",
            [
                ("handled", None, 9),
                ("granted", None, 5),
                ("granted", "natural_person", 4),
                ("granted", "commercial", 1),
            ],
        ),
        ("收到公民、法人或其他组织提出的申请5件。", [("new", None, 5)]),
    ],
)
def test_requests_are_counted_by_applicant(text: str, expected: list[Told]) -> None:
    assert expected == told(text)


def test_of_which_of_two_numbers_a_part_is_stays_open() -> None:
    assert Doubt.PART in doubts("办结9件，予以公开5件，其中自然人3件。")


def test_how_the_new_requests_ended_may_leave_out_those_carried_in() -> None:
    assert [None, Doubt.NEW] == doubts("收到申请9件，其中予以公开5件。")
    assert [None, None, None] == doubts("收到申请9件，上年结转1件，予以公开5件。")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("新收申请5件。", [True]),
        ("收到申请5件。", [False]),
        ("收到申请5件，上年结转1件。", [True]),
        ("上年结转1件，收到申请5件。", [True]),
        ("上年结转1件，共受理申请6件。", [False]),
        ("共受理申请6件（含上年结转1件）。", [False]),
        ("共受理申请6件，其中新收5件，上年结转1件。", [False, True]),
    ],
)
def test_new_requests_and_those_carried_in_are_told_apart(text: str, apart: list[bool]) -> None:
    assert apart == [count.apart for count in read(text).counts if count.about == "new"]


@pytest.mark.parametrize(
    "text",
    [
        "努力做到“办结一件申请、解决一个问题、温暖一颗民心”。",
        "坚持受理一件、办结一件。",
        "收到一件、登记一件、答复一件。",
        "妥善办理首件涉及历史档案的申请。",
        "有一件算一件，件件有答复。",
        "对每一件申请都做到一案一档。",
        "一份申请、一份责任。",
        "对群众申请来说是一件好事。",
    ],
)
def test_a_motto_counts_nothing(text: str) -> None:
    assert () == read(text).counts


def test_one_request_is_still_counted() -> None:
    assert [("new", 1), ("handled", 1)] == counts("全年收到申请一件，办结一件。")


COUNTY, TOWN, OFFICE = "岚溪县人民政府", "岚溪县柳树镇人民政府", "岚溪县司法局"


@pytest.mark.parametrize(
    ("text", "agency", "doubt"),
    [
        ("全县共收到申请29件。", COUNTY, None),
        ("我县各级行政机关共收到申请29件。", COUNTY, None),
        ("全县各乡镇、各部门共收到申请29件。", COUNTY, None),
        ("全县共收到申请29件。", OFFICE, Doubt.WIDER),
        ("全县共收到申请29件。", TOWN, Doubt.WIDER),
        ("全市共收到申请29件。", COUNTY, Doubt.WIDER),
        ("全县共收到申请29件。", None, Doubt.WIDER),
        ("县政府共收到涉及我镇的申请6件。", TOWN, Doubt.PART),
        ("乡镇收到申请6件。", COUNTY, Doubt.PART),
        ("局属单位收到申请6件。", OFFICE, Doubt.WIDER),
        ("近三年共收到申请29件。", OFFICE, Doubt.TIME),
        ("2021年至2023年共收到申请29件。", OFFICE, Doubt.TIME),
        ("2023年1月至5月收到申请9件。", OFFICE, Doubt.TIME),
        ("收到法律援助申请9件。", OFFICE, Doubt.PART),
        ("网上收到申请9件。", OFFICE, Doubt.SHARE),
    ],
)
def test_it_is_said_why_a_number_may_be_another(
    text: str, agency: str | None, doubt: Doubt | None
) -> None:
    assert [doubt] == doubts(text, agency)


def test_a_count_knows_its_place_and_year() -> None:
    text = "一年来情况良好。2023年，收到政府信息 公开申请二十\n四件，均已答复。"
    (count,) = read(text, REQUESTS).counts

    assert "二十\n四件" == printed(text, count.where)
    assert ("requests", None, 2023) == (count.where.section, count.where.part, count.where.year)
    assert text.split("。")[1] + "。" == text[slice(*count.where.sentence)]
    assert len("2023年，收到政府信息公开申请") == count.at


@pytest.mark.parametrize(
    ("place", "expected"),
    [(ON_REQUEST, [("handled", 5)]), (OVERVIEW, []), (REQUESTS, [("handled", 5)])],
)
def test_without_words_of_information_requests_are_counted_in_their_part_and_section_only(
    place: Place, expected: list[tuple[str, int]]
) -> None:
    assert expected == counts("各类申请办结5件。", place)


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


@pytest.mark.parametrize(
    "words",
    [
        *("信息公开方面的申请", "依申请", "依法申请", "公开申请", "申请公开", "公开信息的申请"),
        *("公开的信息申请", "收到申请", "受理申请", "接收申请", "新收申请", "接到申请"),
        *("收到了申请", "收到的申请", "收到书面申请"),
    ],
)
def test_words_tell_that_a_clause_is_about_information(words: str) -> None:
    assert [("handled", 5)] == counts(f"{words}办结5件。", OVERVIEW)


@pytest.mark.parametrize("unit", ["件", "条", "宗", "件次", "份", "起", "项", "例", "个"])
def test_requests_are_counted_in_several_units(unit: str) -> None:
    assert [("new", 5)] == counts(f"收到申请5{unit}。")


@pytest.mark.parametrize("unit", ["次", "篇", "个工作日"])
def test_other_units_count_no_requests(unit: str) -> None:
    assert [] == counts(f"收到申请5{unit}。")


@pytest.mark.parametrize(
    "words",
    [
        *("", "事项", "数量", "总量", "量", "件"),
        *("共计", "共", "为", "是", "数量为", "总数为", "数是"),
    ],
)
def test_the_word_for_requests_tells_what_a_number_counts(words: str) -> None:
    assert [("new", 5)] == counts(f"政府信息公开申请{words}5件。")


@pytest.mark.parametrize(
    "word",
    [
        *("点", "窗口", "文书", "模板", "渠道", "流程", "台账", "地址", "书", "意见", "率"),
        *("时限", "期限", "指南"),
    ],
)
def test_a_verb_within_a_name_counts_nothing(word: str) -> None:
    assert [] == counts(f"信息公开办结{word}5件。")


@pytest.mark.parametrize(
    "number", ["近50", "约50", "超过50", "超50", "逾50", "上百", "数十", "50余", "50多"]
)
def test_every_rough_number_is_marked(number: str) -> None:
    assert [True] == [count.partial for count in read(f"收到申请{number}件。").counts]
