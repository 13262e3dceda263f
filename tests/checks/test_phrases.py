"""Words of the running text: doubled, exchanged, typed twice, left out."""

from __future__ import annotations

import pytest

from tests.support.checking import flagged
from tests.support.sample import changed

WORK = "组织业务培训两次，"


def found(text: str, code: str) -> list[str]:
    return flagged(changed((WORK, text)), code)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("办理公开行行政复议，", "公开行行政复议"),
        ("健全政府信息公开公开工作机制，", "信息公开公开工作"),
        ("落实依申请申请公开规范，", "依申请申请公开"),
        ("制定行政规范规范性文件，", "行政规范规范性文件"),
        ("收取信息处处理费，", "信息处处理费"),
        ("编制年度报告报告，", "报告报告"),
        ("健全政府政府信息公开机制，", "政府政府信息"),
        ("完善主动主动公开目录，", "主动主动公开"),
        ("加强政府信息管理管理，", "信息管理管理"),
        ("被提起行政诉讼讼，", "诉讼讼"),
        ("未发生行政行政复议，", "行政行政复议"),
        ("制定规范性文件文件3件，", "规范性文件文件"),
        ("推进政府信息公开公开，", "公开公开"),
        ("加强政府信公息开，", "信公息开"),
        ("依法办理行政议复，", "行政议复"),
    ],
)
def test_a_slip_within_a_term_of_the_form_is_found(text: str, slip: str) -> None:
    assert [slip] == found(text, "GK713")


@pytest.mark.parametrize(
    "text",
    [
        "县政府政府信息公开平台，各级政府政府信息公开机构，",
        "执行行政复议决定，进行行政诉讼应诉，现行行政法规，",
        "规范规范性文件管理，设置政务公开公开栏，",
        "现将年度报告报告如下，收到公开申请申请人撤回，",
        "人人知晓、层层落实、逐条逐条核对、渐渐规范、日日更新、村村公示，",
        "依法依规处理行政复议复议决定书，规范性文件文件库，",
        "推进依法行政行政复议工作，坚持积极主动主动公开，政务公开公开栏，",
    ],
)
def test_words_that_meet_are_no_slip(text: str) -> None:
    assert [] == found(text, "GK713") + found(text, "GK716")


def test_a_slip_over_the_end_of_a_line_is_found() -> None:
    (finding,) = flagged(changed((WORK, "办理政府信息公开行行政复\n议，")), "GK713")

    assert finding.startswith("政府信息公开行行政复")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("规范审核审核机制，打造统一的的栏目，", ["审核审核", "的的"]),
        ("我县县政府、云亭县县人民政府印发通知，", ["县县政府", "县县人民政府"]),
        ("以公开为目的的确需公开，云亭市市场监督管理局、柳树乡乡村振兴，", []),
        ("答复答复书、审核审核员、开展推进推进会，", []),
    ],
)
def test_words_typed_twice_are_noted(text: str, places: list[str]) -> None:
    assert places == found(text, "GK716")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("微信公众号全年发布信息条，", "信息条"),
        ("组织业务培训次，", "培训次"),
        ("制作政策解读篇、发放宣传手册份，", "解读篇|手册份"),
        ("收取信息处理费元，", "处理费元"),
        ("按时办结率达%，", "达%"),
        ("召开新闻发布会场，", "召开新闻发布会场"),
        ("共计件，", "共计件"),
        ("全年共办结申请件，其中予以公开7件，", "申请件"),
        ("收到信息公开申请件，办结件，", "申请件"),
        ("现行有效的行政规范性文件件，", "文件件"),
        ("制发规范性文件2件，废止规范性文件，现行有效规范性文件12件，", "废止规范性文件"),
        ("制发规范性文件2件，废止1件，现行有效规范性文件。", "现行有效规范性文件"),
    ],
)
def test_a_number_left_out_is_found(text: str, place: str) -> None:
    assert place.split("|") == found(text, "GK715")


@pytest.mark.parametrize(
    "text",
    [
        "严格执行信息公开条例，统计培训次数、信息条数，",
        "及时答复申请件，办结件、信访件逐件归档，",
        "召开新闻发布会，布置会场，",
        "清理并公布现行有效的规范性文件，",
        "规范性文件件数、文件件均页数公开，单位：万元，",
        "公共件、共享件，办结率达到100%，",
    ],
)
def test_units_within_words_are_left_alone(text: str) -> None:
    assert [] == found(text, "GK715")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("印发《》，按照考核办法（）自查，落实30号文()，", ["《》", "（）", "()"]),
        ("建立台账（ ），", ["（ ）"]),
        ("见[链接]()和 main()，括号（一）不空，", []),
    ],
)
def test_empty_brackets_are_found(text: str, places: list[str]) -> None:
    assert places == found(text, "GK714")


OVERVIEW = {
    "全年主动公开政府信息120条，其中网站公开80条，其他渠道公开40条。": "各级政府主动公开。",
    "2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。": "多数部门能按时答复。",
    "组织业务培训两次，主动接受社会评议，未发生责任追究情形。": "将公开工作纳入考核。",
}


@pytest.mark.parametrize(
    ("sentence", "found_at"),
    [
        ("部分地区开通在线申请，12345热线全天受理。", ["一、总体情况"]),
        ("一些地方在2023年运用人工智能优化检索。", ["一、总体情况"]),
        ("部分地区开通在线申请，全年公开3件。", []),
        ("部分地区开通在线申请，我局按月检查。", []),
        ("青石县水务局开通在线申请。", []),
        ("全县各部门开通在线申请。", []),
    ],
)
def test_a_section_that_never_speaks_of_its_own_body_is_noted(
    sentence: str, found_at: list[str]
) -> None:
    general = changed(*OVERVIEW.items(), ("做好网站专栏维护，优化检索功能。", sentence))

    assert found_at == flagged(general, "GK118")
