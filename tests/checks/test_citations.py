"""Numbers of documents: which are wrong, and what they are mended to."""

from __future__ import annotations

import pytest

from tests.support.checking import flagged
from tests.support.fixes import mend, unmended
from tests.support.sample import changed

BASIS = "和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。"
NOTICE = "国办公开办函〔2021〕30号"
LAW = "国务院令第711号"


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("国办发〔2021〕30号", NOTICE),
        ("国办公开函〔2021〕30号", NOTICE),
        ("过半公开办函〔2021〕30号", NOTICE),
        ("国办公开办〔2021〕30号", NOTICE),
        ("国务院办公厅公开办函〔2021〕30号", NOTICE),
        ("国办函[2021]30号", NOTICE),
        ("国办公开办函〔202130号", NOTICE),
        ("国办公开办函202130号", NOTICE),
        ("国办公开办函〔2021〕30", NOTICE),
        ("国办公开办函〔2021〕号", NOTICE),
        ("国办公开办函〔2021〕60号", NOTICE),
        ("国办公开办函〔2022〕30号", NOTICE),
        ("国办发〔2019〕60号", "国办公开办函〔2019〕60号"),
        ("国务院令第711条", LAW),
        ("国务院令711条", LAW),
        ("国务令第711号", LAW),
        ("国务院第711令", LAW),
    ],
)
def test_a_wrong_number_is_found_and_mended(printed: str, right: str) -> None:
    text = f"（{printed}）编制。"

    assert [printed] == flagged(changed((BASIS, f"和文件{text}")), "GK712")
    assert f"（{right}）编制。" == mend(BASIS, text, "GK712")


def test_another_number_behind_the_regulations_is_found() -> None:
    text = "《政府信息公开条例》（国务院令第771号）和30号文编制。"

    assert "《政府信息公开条例》（国务院令第711号）和30号文编制。" == mend(BASIS, text, "GK712")


@pytest.mark.parametrize(
    "text",
    [
        "《条例》（国务院令第711号）",
        "《条例》（国务院第711号令、国令第711号、中华人民共和国国务院令第711号）",
        "国办公开办函[2021]30号、国办公开办函〔2021〕第30号、国办公开办函〔2019〕60号",
        "《中华人民共和国政府信息公开条例》（国务院令第492号公布，国务院令第711号修订）",
        "《行政许可规定》（国务院令第412号）",
        "《关于农村寄递物流的意见》（国办发〔2021〕30号）",
        "宁政办函〔2021〕30号、国办公开办函〔2017〕19号",
    ],
)
def test_the_right_number_and_those_of_others_are_left_alone(text: str) -> None:
    assert [] == flagged(changed((BASIS, f"和{text}编制。")), "GK712")


def test_a_number_with_blanks_within_is_found_and_not_mended() -> None:
    text = "和国办发 〔2021〕 30 号编制。"

    assert ["国办发 〔2021〕 30 号"] == flagged(changed((BASIS, text)), "GK712")
    unmended(BASIS, text, "GK712")
