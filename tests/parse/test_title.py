"""What stands before the first heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.parse.title import read_front
from gklint.text.source import Span
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import normal_of, page_of, shown_front, tokens_of


@snippets("title")
def test_title_and_preamble_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_front)


def agency(text: str) -> str | None:
    normal = normal_of(text)
    return read_front(normal, tokens_of(page_of(text).lines), Span(0, len(normal))).agency


@pytest.mark.parametrize(
    "kind",
    [
        *"局委府办厅会镇乡处所站队校学室部署团社场区县市旗省盟库馆台行园院",
        *("中心", "街道", "公司"),
    ],
)
def test_an_agency_below_the_title_is_told_by_its_kind(kind: str) -> None:
    assert f"云岭{kind}" == agency(f"2023年政府信息公开工作年度报告\n云岭{kind}\n甲。\n")


@pytest.mark.parametrize("kind", "省市县区旗州盟镇乡")
def test_a_place_above_a_complete_title_begins_the_name_of_the_agency(kind: str) -> None:
    title = "民政局2023年政府信息公开工作年度报告\n"

    assert f"云岭{kind}民政局" == agency(f"云岭{kind}\n{title}")
    assert "民政局" == agency(f"云岭湖\n{title}")


@pytest.mark.parametrize("around", ["{}", "关于{}", "《{}", "#{}", "{}的", "{}年度", "关于{}的"])
def test_words_around_an_agency_are_none_of_its_name(around: str) -> None:
    name = around.format("云岭县民政局")

    assert "云岭县民政局" == agency(f"{name}2023年政府信息公开工作年度报告")


@pytest.mark.parametrize(
    "words",
    [
        *("报告", "年报", "工作报告", "年度报告", "工作年度报告", "年度工作报告", "情况报告"),
        *(
            "年度情况报告",
            "情况年度报告",
            "工作情况的报告",
            "工作年度工作情况年度的报告",
            "年报报告",
        ),
    ],
)
def test_a_title_has_many_wordings(words: str) -> None:
    assert "云岭县民政局" == agency(f"云岭县民政局2023年政府信息公开{words}")


@pytest.mark.parametrize("words", ["年度报告", "年报", "工作年度报告"])
def test_the_preamble_cites_many_wordings(words: str) -> None:
    assert "云岭县民政局" == agency(f"现发布《云岭县民政局2023年政府信息公开{words}》。")
