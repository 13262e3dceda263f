"""What is said of the fee for processing information, and what only sounds like it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gklint.model.statements import Fee
from tests.support.statements import OTHER, OVERVIEW, PREAMBLE, printed, read


def fees(text: str) -> list[tuple[bool, int | None, int | None, int | None]]:
    """None charged, amount charged, amount asked for, number of notices."""
    found: list[Fee] = [*read(text, OTHER).fees]
    return [
        (
            fee.none,
            None if fee.charged is None else int(fee.charged),
            None if fee.notified is None else int(fee.notified),
            fee.notices,
        )
        for fee in found
    ]


NONE = [
    "2023年，本机关未收取信息处理费。",
    "2023年，本机关未收取信息公开处理费。",
    "2023年，本机关未收取政府信息公开信息处理费。",
    "本年度没有产生信息公开处理费。",
    "本年度未产生政府信息公开信息处理费用。",
    "2023年未发生政府信息公开收费事项。",
    "2023年未发生收取信息处理费的情况。",
    "2023年未收取任何依申请公开信息处理费。",
    "2023年没有收取信息处理费。",
    "2023年无收取信息处理费情况。",
    "2023年不存在收取信息处理费的情况。",
    "2023年不涉及信息处理费收取。",
    "2023年未向申请人收取信息处理费。",
    "2023年依申请提供政府信息均未收取信息处理费。",
    "2023年未收到信息处理费。",
    "信息处理费收取情况：无。",
    "收取信息处理费情况：未收取。",
    "收取信息处理费情况：无",
    "2023年信息处理费收取情况为：未发生。",
    "依申请公开信息处理费：未收取。",
    "2023年未曾收取信息处理费。",
    "2023年，本机关暂未收取政府信息处理费。",
    "2023年未就信息公开申请收取费用。",
    "2023年没有对申请人收费。",
    "2023年未收取信\n息处理费。",
    "2023年未收取 信息 处理 费 。",
    "2023年未收取信息處理費。",
    "按照规定，本机关2023年未收取信息处理费。",
    "2023年，本机关政府信息公开零收费。",
    "2023年未开展信息处理费收取工作。",
]
ZERO = [
    "2023年收取信息处理费0元。",
    "2023年收取信息处理费共计0元。",
    "2023年收取信息处理费共计0.00元。",
    "2023年收取信息处理费０元。",
    "2023年信息处理费收费0元。",
    "2023年收取信息处理费总金额为0万元。",
    "收取信息处理费情况：2023年共收取信息处理费 0 元。",
    "2023年，实际收取信息处理费零元。",
    "2023年，信息处理费收取金额为0。",
]


@pytest.mark.parametrize("text", NONE)
def test_no_fee_is_said(text: str) -> None:
    assert [(True, None, None, None)] == fees(text)


@pytest.mark.parametrize("text", ZERO)
def test_a_fee_of_zero_is_none(text: str) -> None:
    (none, charged, notified, notices) = fees(text)[0]

    assert none
    assert charged in (0, None)
    assert (None, None) == (notified, notices)


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("2023年实际收取信息处理费共计400元。", 400),
        ("2023年收取信息处理费400元。", 400),
        ("2023年有1件申请案件收取信息处理费380元。", 380),
        ("2023年收取信息处理费1,400元。", 1400),
        ("2023年收取信息处理费1，400元。", 1400),
        ("2023年收取信息处理费 ４００ 元。", 400),
        ("2023年收取信息处理费0.04万元。", 400),
        ("2023年信息处理费收取金额为400元。", 400),
        ("2023年信息处理费收取情况：共400元。", 400),
        ("2023年共收取1件申请的信息处理费100元。", 100),
        ("2023年本机关共收取政府信息公开信息处理费人民币400元。", 400),
        ("2023年收取信息处理费总金额400元。", 400),
        ("2023年收取信息处理费四百元。", 400),
        ("2023年收取信息处理费1.5万元。", 15000),
        ("2023年政府信息公开收费400元。", 400),
    ],
)
def test_an_amount_charged_is_read_in_yuan(text: str, charged: int) -> None:
    assert [(False, charged, None, None)] == fees(text)


def test_an_amount_keeps_its_decimals() -> None:
    (fee,) = read("2023年收取信息处理费385.50元。", OTHER).fees

    assert Decimal("385.50") == fee.charged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发出收费通知3件，总金额900元，实际收取400元。", (False, 400, 900, 3)),
        ("发出收费通知3件，总金额900元，实际收取0元。", (False, 0, 900, 3)),
        ("发出信息处理费收费通知2件，收取信息处理费400元。", (False, 400, None, 2)),
        (
            "向申请人发出收费通知书三份，通知收取信息处理费900元，实收400元。",
            (False, 400, 900, 3),
        ),
        ("发出2件收费通知，通知收取金额300元，实际未收取。", (False, None, 300, 2)),
        ("发出收费通知3件实收信息处理费400元。", (False, 400, None, 3)),
        ("发出收费通知1件，通知收取信息处理费0元。", (True, None, 0, 1)),
        ("发出收费通知1件，申请人逾期未缴纳。", (False, None, None, 1)),
        ("发出收费通知0件，未收取信息处理费。", (True, None, None, 0)),
        ("知2件，涉及信息处理费总金额400元，实际收取60元。", (False, 60, 400, None)),
        ("发出缴费通知1件，总金额100元，其余申请人逾期未缴费。", (False, None, 100, 1)),
    ],
)
def test_what_was_asked_for_is_told_from_what_was_charged(
    text: str, expected: tuple[bool, int | None, int | None, int | None]
) -> None:
    assert [expected] == fees(text)


@pytest.mark.parametrize(
    "text",
    [
        "无。",
        "暂无。",
        "本机关无其他需要报告的事项。",
        "按规定不收取费用，但是申请数量明显超过合理范围的，可以收取信息处理费。",
        "行政机关依申请提供政府信息，不收取费用。",
        "根据有关规定，对超出合理范围的申请可以收取信息处理费。",
        "严格执行信息处理费管理办法。",
        "信息处理费按件计收，每件100元。",
        "信息处理费实行按件、按量两种方式，10件以下不收费。",
        "学习信息处理费收取标准。",
        "如需收费，将按规定向申请人发出通知。",
        "全年工作经费充足，没有经费缺口。",
        "2023年免费发放宣传册300份。",
        "2023年无浪费现象。",
        "未收取群众水费以外的其他款项。",
        "2023年组织消费维权活动，未收到消费投诉。",
        "2023年财政拨付经费400元。",
        "2023年政府信息公开工作投入共计400元。",
        "2023年水资源费收取400元。",
    ],
)
def test_what_says_nothing_of_this_fee_is_no_statement(text: str) -> None:
    assert [] == fees(text)


@pytest.mark.parametrize(
    ("text", "rests_on"),
    [
        ("2023年未收到政府信息公开申请，未收取信息处理费。", "none"),
        ("因2023年未收到政府信息公开申请，故未产生信息处理费。", "none"),
        ("2023年没有收到政府信息公开申请，因此没有收取信息处理费。", "none"),
        ("2023年收到的申请未超出规定范围，未收取信息处理费。", "requests"),
        ("2023年办理的政府信息公开申请均未达到收费标准，未收取信息处理费。", "requests"),
        ("2023年受理政府信息公开申请5件，未收取信息处理费。", "requests"),
        ("2023年未收取信息处理费。", None),
        ("2023年，本机关未收取依申请公开处理费。", None),
        ("2023年未产生依申请公开信息处理费用。", None),
        ("2023年未向申请人收取信息处理费。", None),
        ("2023年收取信息处理费共计400元。", None),
    ],
)
def test_the_ground_of_a_fee_statement_is_read(text: str, rests_on: str | None) -> None:
    assert [rests_on] == [fee.rests_on for fee in read(text, OTHER).fees]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发出收费通知3件，实际收取400元。", True),
        ("向申请人送达缴费通知书。", True),
        ("通知申请人缴费1次。", True),
        ("向申请人送达交费通知书。", True),
        ("通知申请人交费1次。", True),
        ("申请人逾期未按规定缴纳费用的1件。", True),
        ("申请人逾期未缴纳费用的1件。", True),
        ("申请人逾期未按收费通知缴费的1件。", True),
        ("2023年未收取信息处理费。", False),
        ("印发政务公开工作通知3件。", False),
    ],
)
def test_the_mention_of_a_fee_notice_is_noted(text: str, expected: bool) -> None:
    assert expected == bool(read(text, OTHER).notices)


def test_a_fee_notice_is_the_sentence_that_mentions_it() -> None:
    text = "工作正常。向申请人送达缴费\n通知书。无其他事项。"
    (where,) = read(text, OTHER).notices

    assert "向申请人送达缴费\n通知书。" == printed(text, where)


def test_a_fee_is_where_it_is_printed() -> None:
    text = "一是加强宣传。二是规范收费，2023年未收取信息\n处理费，工作正常。三是无。"
    (fee,) = read(text, OTHER).fees

    assert "未收取信息\n处理费" == printed(text, fee.where)
    assert ("other_matters", 2023) == (fee.where.section, fee.where.year)


def test_every_sentence_on_the_fee_is_a_statement() -> None:
    text = "2022年收取信息处理费100元。2023年未收取信息处理费。"

    assert [(False, 100, None, None), (True, None, None, None)] == fees(text)
    assert [2022, 2023] == [fee.where.year for fee in read(text, OTHER).fees]


def test_a_fee_is_read_in_section_one_too_but_not_in_the_preamble() -> None:
    text = "2023年未收取信息处理费。"

    assert 1 == len(read(text, OVERVIEW).fees)
    assert () == read(text, PREAMBLE).fees


@pytest.mark.parametrize(
    "words",
    [
        *("未", "没有", "无", "不存在", "暂无", "均未", "尚未", "从未"),
        *("未实际收取", "未曾收取", "没有再收取", "未对申请人", "不涉及", "免收"),
    ],
)
@pytest.mark.parametrize("name", ["信息处理费", "信息公开收费", "信息公开费用", "信息公开收取费"])
def test_many_words_say_that_there_was_no_fee(words: str, name: str) -> None:
    assert [(True, None, None, None)] == fees(f"2023年{words}{name}。")


@pytest.mark.parametrize(
    "words",
    [
        *("零收取", "0元", "零", "为0.00元", "共计0元", "共0元", "合计0元", "计0元", "：0元"),
        *("的收取情况为0", "金额为0", "总额为0", "总金额为0", "数额为0", "均为0", "2023年度，0元"),
        *("收取情况：无", "情况：没有。", "情况为：未发生。", "情况：未产生", "情况：2023年不涉及"),
    ],
)
def test_a_fee_of_nothing_is_none(words: str) -> None:
    assert [True] == [none for none, *_ in fees(f"信息处理费{words}")]


@pytest.mark.parametrize("name", ["信息处理费", "信息公开收费", "信息公开费用", "信息公开收取费"])
@pytest.mark.parametrize(
    "words", ["零收取", "为0元", "共计，0元", "：2023年，0元", "收取总额为零", "情况：无。"]
)
def test_every_name_of_the_fee_may_have_been_nothing(name: str, words: str) -> None:
    assert [True] == [none for none, *_ in fees(f"{name}{words}")]


@pytest.mark.parametrize("words", ["0.5", "02", "情况：无误", "情况：未发生变化"])
def test_what_begins_like_nothing_is_not_nothing(words: str) -> None:
    assert True not in [none for none, *_ in fees(f"信息处理费{words}")]


@pytest.mark.parametrize(
    "words", ["收取", "实收", "收缴", "缴纳", "收费", "处理费", "费用", "金额", "共计", "合计"]
)
def test_many_words_say_what_was_charged(words: str) -> None:
    assert [(False, 400, None, None)] == fees(f"信息公开方面的费：{words}人民币400元。")


@pytest.mark.parametrize("kind", ["收费通知", "缴费通知", "交费通知", "收费通知书", "收费通知单"])
@pytest.mark.parametrize("unit", "件份次个")
def test_fee_notices_are_counted(kind: str, unit: str) -> None:
    for words in (f"{kind}3{unit}", f"{kind}共计3{unit}", f"{kind}共3{unit}", f"{kind}合计3{unit}"):
        assert [(False, None, None, 3)] == fees(f"发出{words}。")
    assert [(False, None, None, 3)] == fees(f"发出3{unit}的{kind}。")


@pytest.mark.parametrize("verb", ["收到", "受理", "接收", "办理"])
def test_requests_are_the_ground_of_a_fee_statement(verb: str) -> None:
    def ground(text: str) -> str | None:
        (fee,) = read(f"{text}，未收取信息处理费。", OTHER).fees
        return fee.rests_on

    assert "requests" == ground(f"本年{verb}的信息公开申请")
    assert None is ground(f"对{verb}的信息公开申请")
    assert "requests" == ground(f"共{verb}申请5件")
    assert None is ground(f"{verb}申请0件")
    assert None is ground(f"{verb}申请共零件")


@pytest.mark.parametrize(
    "words",
    [
        *("邮寄", "邮费", "复制", "经费", "工本", "检索", "每件", "每页", "标准"),
        *("水资源费", "诉讼费", "学费", "水费", "电费", "管理费"),
    ],
)
def test_amounts_beside_other_costs_are_no_fee(words: str) -> None:
    assert [] == fees(f"信息公开申请的费用，{words}共计400元。")


@pytest.mark.parametrize(
    "words", ["处理费", "信息公开费", "申请费", "收费通知", "缴费通知", "交费通知"]
)
def test_amounts_are_a_fee_where_it_is_named(words: str) -> None:
    assert [400] == [charged or notified for _, charged, notified, _ in fees(f"{words}共计400元。")]
