"""What running text says in numbers, exactly or not, of a body that had no requests, or four."""

from __future__ import annotations

import pytest

from tests.support.checking import found, messages
from tests.support.paths import ROOT

NONE = "全年未收到政府信息公开申请，也没有上年结转的申请。"
NO_FEE = "2024年没有产生政府信息公开信息处理费。"
PERIOD = "2024年1月1日至2024年12月31日"
ZERO = (ROOT / "examples" / "clean.md").read_text("utf-8")


def with_four() -> str:
    """The same report with four requests of natural persons, all granted."""
    text = ZERO
    for label in ("一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计"):
        (row,) = (line for line in ZERO.splitlines() if label in line)
        cells = row.split(" 0 ")
        text = text.replace(row, " 4 ".join((cells[0], " 0 ".join(cells[1:-1]), cells[-1])))
    return text


FOUR = with_four()


def codes(text: str, old: str, new: str) -> list[str]:
    assert text.count(old) == 1
    return [code for code, _ in found(text.replace(old, new))]


@pytest.mark.parametrize(
    "sentence",
    [
        "全年通过网站收到政府信息公开申请5件。",
        "收到书面申请5件，网上申请0件。",
        "全年收到政府信息公开申请“5件”。",
        "全年收到政府信息公开申请至少10件。",
        "全年收到政府信息公开申请大概20件。",
        "收到自然人申请5件。",
        "收到政府信息公开申请三、四件。",
        "收到政府信息公开申请3、4件。",
        "收到政府信息公开申请七、八十件。",
        "收到多件政府信息公开申请。",
        "收到政府信息公开申请：十余件。",
        "全年收到政府信息公开申请（含网络、信函、当面）5件。",
    ],
)
def test_some_requests_however_told_contradict_a_table_of_none(sentence: str) -> None:
    assert ["GK401"] == codes(ZERO, NONE, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "因政府信息公开被申请行政复议十余件。",
        "制发行政规范性文件十余件。",
        "答复政府信息公开申请几十件。",
        "作出行政许可决定近百件。",
        "办理政府信息公开申请十余件。",
    ],
)
def test_other_round_numbers_contradict_none_as_well(sentence: str) -> None:
    assert ["GK402"] == codes(ZERO, NONE, f"全年未收到政府信息公开申请。{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持收到一件政府信息公开申请、登记一件、答复一件。",
        "凡收到一件政府信息公开申请，均在当日登记。",
        "如收到1件政府信息公开申请，将按时答复。",
        "受理政府信息公开申请1件1档。",
        "平均每月收到政府信息公开申请不足一件。",
        "办理一件政府信息公开申请、化解一个矛盾。",
        "没有收到几件政府信息公开申请。",
        "政府信息公开行政复议一件也没有发生。",
    ],
)
def test_mottos_and_what_may_come_count_nothing(sentence: str) -> None:
    assert [] == codes(ZERO, NONE, f"全年未收到政府信息公开申请。{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "全年一件政府信息公开申请都没有收到。",
        "全年没有收到过一件政府信息公开申请。",
        "全年政府信息公开申请一件也没有。",
    ],
)
def test_not_one_is_none(sentence: str) -> None:
    assert [] == codes(ZERO, NONE, sentence)
    assert ["GK401"] == codes(FOUR, NONE, sentence)


@pytest.mark.parametrize(
    "number",
    [
        *("3件出头", "3件有余", "5件不到", "3件（余）", "5件（约数）", "3件（含）以上", "3件之多"),
        *("3件至5件", "3件到5件之间", "3件—5件", "三、四件", "卌五件"),
    ],
)
def test_no_rough_number_is_taken_for_an_exact_one(number: str) -> None:
    assert [] == codes(FOUR, NONE, f"全年收到政府信息公开申请{number}。")


def test_a_round_zero_in_a_numeral_is_one() -> None:
    assert ["GK402"] == codes(FOUR, NONE, "全年收到政府信息公开申请一百○四件。")


@pytest.mark.parametrize(
    "fee", ["几百元", "约385元", "385元左右", "380余元", "百余元", "若干元", "三四百元"]
)
def test_a_rough_amount_is_said_but_never_exact(fee: str) -> None:
    said = f"收取信息处理费{fee}。"

    assert [] == codes(FOUR.replace(NONE, "全年收到政府信息公开申请4件。"), NO_FEE, said)
    assert [f"表三没有任何申请，这里却有信息处理费（{fee}），请核对。"] == messages(
        ZERO.replace(NO_FEE, said), "GK404"
    )


@pytest.mark.parametrize(
    "period",
    [
        *("2024/1/1-2024/12/31", "2024年元月1日至12月31日", "2024年1月1日至同年12月31日"),
        *("2024年1月1日（含）至2024年12月31日（含）", "二〇二四年一月一日至十二月卅一日"),
        *("2024年度", "2024年全年", "2024年1月至12月", "24年1月1日至12月31日"),
    ],
)
def test_a_period_may_be_written_in_many_ways(period: str) -> None:
    other = period.replace("24", "23").replace("二四", "二三")

    assert [] == codes(ZERO, PERIOD, period)
    assert ["GK115"] == codes(ZERO, PERIOD, other)


@pytest.mark.parametrize(
    "period",
    [
        *("2024/1/1-2024/11/30", "2024年1月1日至当年11月30日", "2024年1月1日至次年12月31日"),
        *("二〇二四年一月一日至十二月廿一日", "2024年1月至11月", "2024年上半年"),
        "2204年1月1日至2024年12月31日",
    ],
)
def test_what_is_no_whole_year_is_found_however_it_is_written(period: str) -> None:
    assert ["GK115"] == codes(ZERO, PERIOD, period)


def test_years_in_chinese_numerals_are_years() -> None:
    both = "二〇二三年收到政府信息公开申请5件，二〇二四年收到4件。"

    assert [] == codes(FOUR, NONE, both)
    assert ["GK116"] == codes(ZERO, NO_FEE, NO_FEE.replace("2024", "二〇二三"))
