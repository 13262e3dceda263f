"""Properties of the whole, on reports that nobody wrote."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gklint
from tests.generator import LAYOUTS, Broken, broken_cases, clean_cases, make_report, render
from tests.generator.layouts import LOOSE
from tests.generator.score import judge
from tests.generator.strategies import Clean, broken_case, clean_case

SLOW = settings(
    derandomize=True, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)


def loud(text: str) -> list[str]:
    return [
        f"{d.code} {d.message}"
        for d in gklint.check(text).diagnostics
        if d.severity != gklint.Severity.INFO
    ]


@SLOW
@given(clean_cases())
def test_a_clean_report_is_clean_in_every_layout_and_with_every_noise(case: Clean) -> None:
    assert [] == loud(case.text)


@SLOW
@given(broken_cases())
def test_what_is_broken_is_found_at_its_place_and_nothing_else(case: Broken) -> None:
    verdict = judge(case, gklint.check(case.text).diagnostics)

    assert () == verdict.missing
    assert () == verdict.extra


@pytest.mark.parametrize("seed", range(12))
def test_the_same_report_gives_the_same_findings_in_every_layout(seed: int) -> None:
    rng = random.Random(seed)
    report = make_report(rng)
    numbers = {
        layout: gklint.check(render(report, layout, random.Random(seed)).text).document
        for layout in (*LAYOUTS, *LOOSE)
    }
    tables = [
        {name: table.numbers for name, table in document.tables.items()}
        for document in numbers.values()
        if document
    ]

    assert [tables[0]] * len(numbers) == tables
    assert 200 == sum(map(len, tables[0].values()))


@pytest.mark.parametrize("layout", LOOSE)
@pytest.mark.parametrize("seed", range(6))
def test_a_wrong_number_is_found_where_only_blanks_part_the_cells_or_each_row_is_a_table(
    layout: str, seed: int
) -> None:
    assert [] == loud(clean_case(seed, layout, noisy=False).text)

    case = broken_case(seed, "request_number_wrong", layout)
    verdict = judge(case, gklint.check(case.text).diagnostics)

    assert () == verdict.missing
    assert () == verdict.extra


PIECES = [
    *(
        "一、总体情况\n",
        "三、收到和处理政府信息公开申请情况\n",
        "规章",
        "（一）予以公开",
        "未收到申请",
    ),
    *(
        "信息处理费",
        "其中",
        "2023年",
        "电话：",
        "據(jù)",
        " | ",
        "\t",
        "|||\n",
        "0",
        "—",
        "\n",
        "\r",
    ),
    *("\u202e", "\ud800", "𠮷", "\x00"),
]
ANY_TEXT = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=80).map("".join)
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(ANY_TEXT)
def test_no_text_makes_check_raise_and_every_range_lies_in_its_line(text: str) -> None:
    report = gklint.check(text)

    assert "GK003" not in [d.code for d in report.diagnostics]
    for found in report.diagnostics:
        assert found.range is not None
        start, end = found.range
        line = report.source.line_span(start.line)
        assert start.line == end.line
        assert 1 <= start.column <= end.column <= line.end - line.start + 1
