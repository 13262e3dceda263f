"""The columns of the tables."""

from __future__ import annotations

from functools import partial

import pytest

from gklint.extract.columns import cells, columns, dotted, printed
from gklint.findings.messages import Speaker
from gklint.form.structure import version_of
from gklint.ruleset.loading import load_rules
from tests.support.extracting import NUMBERS_2019, NUMBERS_2021, OTHERS


def test_the_columns_are_those_of_the_contract_in_the_order_of_the_form() -> None:
    rules = load_rules()
    speaker = Speaker(rules.form.structure, "zh")
    shown = [column.name for column in columns(speaker, dotted)]

    assert [*OTHERS, *NUMBERS_2021, *NUMBERS_2019] == shown
    assert len(shown) == len({*shown})


def test_the_columns_are_all_cells_of_the_grammar() -> None:
    structure = load_rules().form.structure
    every = {
        (shape.name, row.name, column)
        for shape in structure.shapes.values()
        for row in shape.rows
        for column in row.columns
    }
    found = cells(structure)

    assert every == {*found}
    assert NUMBERS_2021 == [
        ".".join(filter(None, name)) for name, (start, _) in found.items() if not version_of(start)
    ]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "disclosure.licences.decisions",
            ("表二", "第二十条第（五）项", "行政许可", "本年处理决定数量"),
        ),
        ("requests.new.total", ("表三", "", "一、本年新收政府信息公开申请数量", "总计")),
        ("requests.granted.total", ("表三", "三、本年度办理结果", "（一）予以公开", "总计")),
        (
            "requests.denied_by_law.other",
            ("表三", "（三）不予公开", "2.其他法律行政法规禁止公开", "其他"),
        ),
        ("requests.other_other.total", ("表三", "（六）其他处理", "3.其他", "总计")),
        ("requests.handled_total.total", ("表三", "三、本年度办理结果", "（七）总计", "总计")),
        ("requests.carried_out.total", ("表三", "", "四、结转下年度继续办理", "总计")),
        ("disputes.review.upheld", ("表四", "", "行政复议", "结果维持")),
        ("disputes.post_review_litigation.other", ("表四", "行政诉讼", "复议后起诉", "其他结果")),
        (
            "disclosure.procurement.spent",
            ("表二（2019年试行格式）", "第二十条第（九）项", "政府集中采购", "采购总金额"),
        ),
    ],
)
def test_above_a_row_stands_the_group_that_it_is_of(name: str, parts: tuple[str, ...]) -> None:
    speaker = Speaker(load_rules().form.structure, "zh")
    (column,) = [each for each in columns(speaker, dotted) if each.name == name]

    assert parts == column.parts


def test_the_printed_heads_tell_all_columns_apart() -> None:
    speaker = Speaker(load_rules().form.structure, "zh")
    heads = [column.printed for column in columns(speaker, partial(printed, speaker))]

    assert len(heads) == len({*heads})
