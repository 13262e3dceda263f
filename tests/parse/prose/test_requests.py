"""Requests that are counted in running text."""

from __future__ import annotations

import pytest

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
        ("收到申请5件，未办结2件。", [("new", 5)]),
        ("收到申请公开答复意见5条。", [("new", 5)]),
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
        "政府信息公开申请未办结2件。",
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
    assert len("2023年，收到政府信息公开申请") == count.at


@pytest.mark.parametrize(
    ("place", "expected"), [(ON_REQUEST, [("handled", 5)]), (OVERVIEW, []), (REQUESTS, [])]
)
def test_without_words_of_information_requests_are_counted_in_their_part_only(
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


@pytest.mark.parametrize("unit", ["件", "条", "宗", "件次", "份", "起", "项"])
def test_requests_are_counted_in_several_units(unit: str) -> None:
    assert [("new", 5)] == counts(f"收到申请5{unit}。")


@pytest.mark.parametrize("unit", ["次", "例", "个", "篇"])
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
