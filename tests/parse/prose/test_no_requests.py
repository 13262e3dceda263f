"""Which sentences say that there were no requests for information, and which do not."""

from __future__ import annotations

import pytest

from tests.support.statements import (
    DISCLOSURE,
    ON_REQUEST,
    OTHER,
    OVERVIEW,
    PREAMBLE,
    PROBLEMS,
    REQUESTS,
    Place,
    printed,
    read,
)


def said(text: str, place: Place) -> bool:
    return bool(read(text, place).no_requests)


# Sentences that stand on their own: understood anywhere in section one.
PLAIN = [
    "2023年，青石县水务局未收到政府信息公开申请。",
    "2023年，我局没有收到政府信息公开申请。",
    "2023年，没有向我院提出的政府信息公开申请。",
    "2023年，未收到我院政府信息公开申请。",
    "全年未收到依申请公开政府信息的申请。",
    "本年度我局未收到公民、法人或者其他组织提出的政府信息公开申请。",
    "本年度未接到任何形式的政府信息公开申请。",
    "2023年度，镇政府未受理政府信息公开申请。",
    "我局未收到过政府信息公开申请。",
    "年内未曾收到群众政府信息公开申请。",
    "2023年我单位暂未收到信息公开申请。",
    "2023年我单位尚未收到信息公开申请件。",
    "截至2023年12月31日，本机关均未收到政府信息公开申请。",
    "2023年，青石县水务局无政府信息公开申请。",
    "2023年，全局无依申请公开事项，无政府信息公开申请。",
    "2023年没有政府信息公开申请。",
    "本年度无公民、法人和其他组织向我局提出政府信息公开申请。",
    "2023年没有公民、法人或其他组织向我镇申请公开政府信息。",
    "今年以来，我局没有接收到政府信息公开申请。",
    "2023年，本机关共收到政府信息公开申请0件。",
    "2023年，收到政府信息公开申请零件。",
    "2023年，我镇收到信息公开申请数量为0件。",
    "2023年，共受理政府信息公开申请０件。",
    "2023年共接收政府信息公开申请 0 件，其中网上申请0件。",
    "本年度共收到依申请公开 0 件。",
    "本年度新收政府信息公开申请0件。",
    "全年受理依申请公开信息申请0起。",
    "2023年收到书面政府信息公开申请0份，网上申请0份。",
    "2023年未產生政府信息公開申請。",
    "2023年，未出现政府信息公开申请的情况。",
    "2023年，我局未办理政府信息公开申请。",
    "2023年未收到、也未受理政府信息公开申请。",
    "2023年未收到以书面、网络等形式提出的政府信息公开申请。",
    "2023年未收到向本机关申请公开政府信息的申请。",
    "2023年没有收到投诉类申请，未收到政府信息公开申请。",
    "2023年未收到\n政府信息公开\r\n申请。",
    "2023 年 未 收到 政府信息公开 申请 。",
    "2023年未收到**政府信息公开申请**。",
    "2023年，本局未有政府信息公开申请。",
    "2023年未登记政府信息公开申请。",
    "2023年我局政府信息公开申请数为0。",
    "2023年，政府信息公开申请为零。",
    "2023年政府信息公开申请量为0件。",
    "2023年，我局实现政府信息公开申请零受理。",
    "2023年，我局政府信息公开申请零件。",
    "2023年度本机关政府信息公开申请：0件。",
    "年内未收到公民、法人或其他组织通过任何形式提出的政府信息公开申请。",
    "通过网站、信函、当面等渠道均未收到政府信息公开申请。",
    "线上线下各渠道没有收到政府信息公开申请。",
    "本年度无群众、法人和其他组织提出政府信息公开申请。",
    "2023年度，依申请公开件数量为0件。",
    "2023年，政府信息公开申请受理量为0。",
]
# Sentences that are clear only under the heading 依申请公开.
IN_PART = [
    "2023年，我局未收到申请。",
    "依申请公开渠道畅通，2023年未收到申请。",
    "2023年未收到依申请公开事项。",
    "2023年没有依申请公开政府信息的情况。",
    "未发生依申请公开政府信息事项。",
    "2023年，我局未受理依申请公开事项。",
    "2023年收到依申请公开件0件，办结0件。",
    "2023年无依申请公开情况。",
    "2023年度，我局无依申请公开事项。",
    "我局及时更新公开指南，2023年未收到。",
    "本年度未收到相关申请。",
    "本年度收到申请0件。",
]


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("place", [ON_REQUEST, OVERVIEW], ids=["in its part", "in section one"])
def test_no_requests_are_said_plainly(text: str, place: Place) -> None:
    assert said(text, place)


@pytest.mark.parametrize("text", IN_PART)
def test_no_requests_are_said_under_their_heading(text: str) -> None:
    assert said(text, ON_REQUEST)


@pytest.mark.parametrize(
    ("text", "only_new"),
    [
        ("2023年未新收政府信息公开申请，办理上年结转1件。", True),
        ("2023年新收政府信息公开申请0件，上年结转1件。", True),
        ("2023年我局无新收政府信息公开申请。", True),
        ("2023年未收到政府信息公开申请。", False),
        ("2023年收到政府信息公开申请0件。", False),
        ("2023年，新收政府信息公开申请0起，上年结转1起。", True),
        ("2023年受理政府信息公开申请0起。", False),
        ("2023年未收到。", False),
    ],
)
def test_it_is_told_whether_only_new_requests_are_meant(text: str, only_new: bool) -> None:
    assert [only_new] == [found.only_new for found in read(text).no_requests]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("未收 到政府信息\n公开申请", "overview"),
        ("没有收到信息公开申请", "requests"),
        ("没有收到政府信息公开申请", "other_matters"),
        ("未收到政府信息公开申请", "disputes"),
    ],
)
def test_the_words_that_say_it_are_where_it_is_found(text: str, place: str) -> None:
    whole = f"2023年，青石县水务局{text}，渠道畅通。其他工作正常。"
    (found,) = read(whole, (place, None)).no_requests

    assert text == printed(whole, found.where)
    assert (place, 2023) == (found.where.section, found.where.year)
    assert f"2023年，青石县水务局{text}，渠道畅通。" == whole[slice(*found.where.sentence)]


NOT_SAID = [
    "未收到申请人的投诉。",
    "2023年收到政府信息公开申请3件，未收到申请人投诉举报。",
    "未收到因信息公开申请行政复议的案件。",
    "2023年，行政复议中未收到政府信息公开申请，工作正常。",
    "2023年，行政诉讼后未收到政府信息公开申请，工作正常。",
    "2023年办结政府信息公开申请0件。",
    "未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
    "全年无因依申请公开引发的行政复议。",
    "没有因政府信息公开申请被提起行政诉讼。",
    "未收到政府信息公开申请引发的行政诉讼。",
    "对无正当理由大量反复申请的，依法不予处理。",
    "申请人无正当理由逾期不补正的，视为放弃申请。",
    "收到申请3件，无超期答复申请。",
    "收到申请3件，没有逾期办理的政府信息公开申请。",
    "收到政府信息公开申请3件，无结转下年度申请。",
    "收到政府信息公开申请3件，没有上年结转申请。",
    "收到政府信息公开申请2件，未出现不予公开的申请。",
    "无法提供政府信息的申请2件。",
    "无法按申请人要求提供的申请1件。",
    "收到申请4件，无效申请1件。",
    "实现申请无纸化，无需现场申请。",
    "无偿为申请人提供政府信息公开申请表。",
    "无条件受理公民政府信息公开申请。",
    "未收到公文公开申请的退件。",
    "未收到人大代表提案公开申请。",
    "未收到12345工单转来的申请。",
    "未收到群众留言和低保申请。",
    "未收到行政许可申请。",
    "2023年未收到廉租住房补贴申请。",
    "未收到水利工程建设项目审批申请。",
    "没有收到信访投诉类申请。",
    "收到申请2件，没有第三方对申请提出异议。",
    "不断畅通申请渠道，没有违规收取申请费用。",
    "未因政府信息公开申请收取费用。",
    "对政府信息公开申请未收取处理费。",
    "2023年，本机关未收取依申请公开处理费。",
    "2023年未收取政府信息公开申请费用。",
    "2023年未产生依申请公开信息处理费用。",
    "2023年没有依申请公开收费事项。",
    "收到申请5件，较上年减少，上年同期未收到政府信息公开申请。",
    "与上年相比，没有重复的政府信息公开申请。",
    "收到申请5件，没有申请人撤回申请。",
    "没有收到申请人对申请答复不满意的反馈。",
    "收到政府信息公开申请10件。",
    "共收到政府信息公开申请105件，办结100件。",
    "办理政府信息公开申请20件，结转下年度0件。",
    "收到政府信息公开申请5件，其中不予公开0件。",
    "收到政府信息公开申请5件，其中法人申请0件。",
    "收到政府信息公开申请5件，上年结转0件，不予处理0件。",
    "未能按期答复的政府信息公开申请1件。",
    "对申请内容不明确的，未收到补正材料的，不再处理其申请。",
    "政府信息公开申请办理零差错、零投诉。",
    "政府信息公开申请按时办结率100%，逾期0件。",
    "收到政府信息公开申请3件，未引发复议诉讼。",
    "全年未收到重复申请。",
    "全年未收到涉密申请。",
    "没有收到补正申请。",
    "未收到商业企业提出的政府信息公开申请。",
    "未收到科研机构、法律服务机构提出的申请。",
    "没有发生申请内容涉及国家秘密的情况。",
    "未出现更正政府信息的申请。",
    "未收到书面申请。",
    "网上未收到政府信息公开申请。",
    "没有发生对政府信息公开申请收取信息处理费的情形。",
    "办结申请9件，其中重复申请0件。",
    "未收到听证申请、调解申请。",
]


@pytest.mark.parametrize("text", NOT_SAID)
@pytest.mark.parametrize("place", [ON_REQUEST, OVERVIEW], ids=["in its part", "in section one"])
def test_other_sentences_do_not_say_that_there_were_no_requests(text: str, place: Place) -> None:
    assert not said(text, place)


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请6件，其中下属水管站未收到政府信息公开申请。",
        "2023年收到政府信息公开申请6件，各乡镇未收到政府信息公开申请。",
        "2023年收到政府信息公开申请6件，第一季度未收到政府信息公开申请。",
        "2023年网上收到政府信息公开申请6件，当面未收到政府信息公开申请。",
        "2023年收到政府信息公开申请6件，其中现场收到政府信息公开申请0件。",
    ],
)
def test_a_part_of_the_year_or_of_the_bodies_says_nothing_of_the_whole(text: str) -> None:
    assert [] == [*read(text).no_requests]


def test_last_year_without_requests_is_told_by_its_year() -> None:
    text = "2022年未收到政府信息公开申请，2023年收到政府信息公开申请5件。"
    statements = read(text)

    assert [2022] == [found.where.year for found in statements.no_requests]
    assert [("new", 5, 2023)] == [(c.about, c.number, c.where.year) for c in statements.counts]


@pytest.mark.parametrize("place", [PREAMBLE, DISCLOSURE])
def test_the_preamble_and_section_two_may_say_it_too(place: Place) -> None:
    assert said("2023年未收到政府信息公开申请。", place)


def test_the_section_of_problems_says_nothing_of_requests() -> None:
    assert not said("2023年未收到政府信息公开申请。", PROBLEMS)


@pytest.mark.parametrize("place", [OVERVIEW, REQUESTS, OTHER])
def test_sentences_that_need_their_heading_say_nothing_without_it(place: Place) -> None:
    assert not said("2023年，相关工作未收到。", place)


def test_one_sentence_says_it_once() -> None:
    text = "2023年未收到政府信息公开申请，也没有收到其他政府信息公开申请。"

    assert 1 == len(read(text).no_requests)


def test_two_sentences_say_it_twice() -> None:
    text = "2023年未收到政府信息公开申请。我局无政府信息公开申请。"

    assert [2023, None] == [found.where.year for found in read(text).no_requests]


@pytest.mark.parametrize(
    "words",
    [
        *("未收到", "没有收到", "均未收到", "从未收到", "尚未收到", "暂未收到"),
        *("未曾收到", "未能收到", "未收到过", "未接到任何"),
        *("未新收", "未接到", "未受理", "未接收", "未产生", "未发生", "未出现", "未办理", "未登记"),
        *("未收", "未有", "没有", "无", "暂无", "尚无", "无任何", "无新收", "没有新收到"),
    ],
)
def test_many_words_say_that_there_were_no_requests(words: str) -> None:
    assert said(f"2023年{words}政府信息公开申请。", OVERVIEW)


@pytest.mark.parametrize(
    "word",
    [
        *("结转", "逾期", "超期", "不予", "复议", "诉讼", "投诉", "举报", "信访", "纠纷", "因"),
        *("异议", "违规", "收费", "按期", "通过", "理由", "处理费", "撤", "费", "更正", "涉及"),
        *("第三方", "科研", "机构", "要求", "当面", "工单", "提案"),
    ],
)
def test_words_before_requests_tell_that_only_some_were_none(word: str) -> None:
    assert not said(f"2023年没有{word}的信息公开申请。", OVERVIEW)


@pytest.mark.parametrize("word", ["法", "效", "正当", "需", "条件", "偿"])
def test_a_word_that_begins_with_no_says_nothing_of_requests(word: str) -> None:
    assert not said(f"2023年无{word}信息公开申请。", OVERVIEW)


@pytest.mark.parametrize(
    "word",
    [
        *("人", "行政许可", "复议", "表", "答复", "的行政复议", "引发的事", "导致的事", "而来"),
        *("公开行政复议", "费", "处理费", "收费", "信息处理费", "政府信息收费", "公开收费"),
    ],
)
def test_words_behind_requests_tell_that_something_else_was_none(word: str) -> None:
    assert not said(f"2023年没有信息公开申请{word}。", OVERVIEW)


@pytest.mark.parametrize(
    "words",
    [
        *("0件", "0条", "0宗", "0份", "0", "零", "零件"),
        *("事项0件", "数量0件", "总数0件", "总量0件", "件数0件", "数0件", "量0件"),
        *("均0件", "共计0件", "共0件", "为0件", "是0件", "：0件", "事项数量共计为0件", "零受理"),
    ],
)
def test_zero_requests_are_none(words: str) -> None:
    assert said(f"2023年政府信息公开申请{words}。", OVERVIEW)


@pytest.mark.parametrize("words", ["10件", "0.5件", "0人"])
def test_other_numbers_of_requests_are_some(words: str) -> None:
    assert not said(f"2023年政府信息公开申请{words}。", OVERVIEW)


@pytest.mark.parametrize("word", ["办结", "答复", "复议", "诉讼", "收费"])
def test_zero_of_some_kind_does_not_say_that_there_were_none(word: str) -> None:
    assert not said(f"2023年{word}信息公开申请0件。", OVERVIEW)
