"""The same report as text, HTML, Word and PDF gives the same findings at the same places."""

from __future__ import annotations

import io
import random
import re
from functools import cache
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

import gklint
from tests.generator import DEFECTS, FORMATS, Where, Written, broken_file, clean_file
from tests.generator.lines import Rendered
from tests.generator.score import checked, judge, loud
from tests.generator.strategies import CleanFile, broken_case, clean_files

FEW = settings(
    derandomize=True, deadline=None, max_examples=36, suppress_health_check=[HealthCheck.too_slow]
)
SEEDS = dict(zip(DEFECTS, random.Random(5).sample(range(10000), len(DEFECTS)), strict=True))


def diagnostics(printed: Written | Rendered) -> list[Any]:
    return list(checked(gklint.check, printed).diagnostics)


def codes(printed: Written | Rendered, found: list[Any]) -> list[str]:
    return sorted(each.code for each in loud(printed, found))


@FEW
@given(clean_files())
def test_a_clean_report_is_clean_in_every_format_and_with_every_noise(case: CleanFile) -> None:
    assert [] == list(map(str, loud(case.printed, diagnostics(case.printed))))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", DEFECTS)
def test_every_defect_gives_the_codes_that_the_text_gives_at_its_place(
    name: str, form: str
) -> None:
    case = broken_file(SEEDS[name], name, form)
    found = diagnostics(case.printed)
    verdict = judge(case, found)

    assert () == verdict.missing
    assert () == verdict.extra
    assert all(verdict.cells)
    assert codes_of_the_text(name) == codes(case.printed, found)


@cache
def codes_of_the_text(name: str) -> list[str]:
    case = broken_case(SEEDS[name], name, "tab")
    return codes(case.printed, diagnostics(case.printed))


# -- the generator itself ----------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_in_a_word_file_each_number_stands_where_the_generator_says(seed: int) -> None:
    case = clean_file(seed, "docx", noisy=False)
    body = docx.Document(io.BytesIO(case.printed.data)).element.body
    tables = list(body.iter(qn("w:tbl")))

    def shown(where: Where) -> str:
        assert where.table
        assert where.row
        assert where.cell
        cell = tables[where.table - 1].tr_lst[where.row - 1].tc_lst[where.cell - 1]
        return "".join(
            run.text
            for run in cell.iter(qn("w:t"))
            if run.getparent().find(".//" + qn("w:vanish")) is None
        )

    assert numbers(case) == {
        key: shown(where) for key in numbers(case) for where in case.printed.places[("cell", *key)]
    }


@pytest.mark.parametrize("seed", range(6))
def test_in_an_html_page_each_number_stands_where_the_generator_says(seed: int) -> None:
    case = clean_file(seed, "html", noisy=False)
    shown = {
        element.where: re.sub(r"<[^>]*>|\s", "", case.printed.text[element.start : element.end])
        for element in case.printed.elements
    }

    assert numbers(case) == {
        key: shown[where] for key in numbers(case) for where in case.printed.places[("cell", *key)]
    }


def numbers(case: CleanFile) -> dict[tuple[str, str, str], str]:
    return {key: str(value) for key, value in case.report.numbers.counts.items()}
