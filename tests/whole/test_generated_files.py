"""The same report as text, HTML, Word and PDF gives the same findings at the same places."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
import pdfplumber
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
SEEDS = {name: random.Random(name).randrange(10000) for name in DEFECTS}


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


@pytest.mark.parametrize("seed", range(6))
def test_in_a_word_file_each_number_stands_where_the_generator_says(seed: int) -> None:
    case = clean_file(seed, "docx", noisy=False)
    body = docx.Document(io.BytesIO(case.printed.data)).element.body
    tables = list(body.iter(qn("w:tbl")))

    def shown(where: Where) -> str:
        cell = tables[at(where.table)].tr_lst[at(where.row)].tc_lst[at(where.cell)]
        runs = (run for run in cell.iter(qn("w:r")) if not list(run.iter(qn("w:vanish"))))
        return "".join(text.text for run in runs for text in run.iter(qn("w:t")))

    assert_numbers(case, shown)


@pytest.mark.parametrize("seed", range(6))
def test_in_an_html_page_each_number_stands_where_the_generator_says(seed: int) -> None:
    case = clean_file(seed, "html", noisy=False)
    text = case.printed.text
    markup = {each.where: text[each.start : each.end] for each in case.printed.elements}

    assert_numbers(case, lambda where: re.sub(r"<[^>]*>|\s|&#8203;", "", markup[where]))


@pytest.mark.parametrize("seed", range(4))
def test_in_a_pdf_each_number_stands_where_the_generator_says(seed: int) -> None:
    case = clean_file(seed, "pdf", noisy=False)
    with pdfplumber.open(io.BytesIO(case.printed.data)) as pdf:
        pages = [page.filter(is_seen).find_tables() for page in pdf.pages]

        def shown(where: Where) -> str:
            row = pages[at(where.page)][at(where.table)].rows[at(where.row)]
            box = [cell for cell in row.cells if cell][at(where.cell)]
            return str(pdf.pages[at(where.page)].crop(box).extract_text())

        assert_numbers(case, shown)


def is_seen(drawn: dict[str, object]) -> bool:
    is_white = drawn["non_stroking_color"] == (1, 1, 1)
    return drawn["object_type"] != "rect" or not is_white


def at(number: int | None) -> int:
    """The index of what is counted from 1."""
    assert number
    return number - 1


def assert_numbers(case: CleanFile, shown: Callable[[Where], str]) -> None:
    numbers = {key: str(value) for key, value in case.report.numbers.counts.items()}
    places = {key: case.printed.places[("cell", *key)] for key in numbers}

    assert numbers == {key: shown(where) for key in numbers for where in places[key]}
