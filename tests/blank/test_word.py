"""The blank form as a Word file."""

from __future__ import annotations

import io
import subprocess
from decimal import Decimal
from pathlib import Path

import docx
import pypdfium2
import pytest

from gklint.blank.word import word
from gklint.form.drawing import drawing_of, placed
from gklint.form.form import Form
from gklint.formats import convert
from gklint.formats.reading import take
from gklint.ruleset.loading import load_rules
from tests.support.checking import linter
from tests.support.filling import Numbers, cell, numbers_in, sample_numbers
from tests.support.needs import needs_office
from tests.support.running import environment

pytestmark = pytest.mark.slow

OF_EMPTY_PROSE = {"GK106", "GK112", "GK114", "GK501"}


def form() -> Form:
    return load_rules().form


def made(numbers: Numbers, version: str = "2021", year: int | None = 2025) -> bytes:
    return word(form(), version, numbers, "青石县水务局", year)


def codes(data: bytes) -> set[str]:
    return {each.code for each in linter().check(take(data, "年报.docx")).diagnostics}


def every_number(version: str) -> Numbers:
    return {cell(".".join(name)): 0 for name in form().structure.cells_of(version)}


def test_the_numbers_can_be_extracted_again() -> None:
    numbers = {**sample_numbers(), cell("disclosure.fees.amount"): Decimal("0.000001")}

    assert numbers == numbers_in(made(numbers))


def test_nothing_is_found_but_that_the_prose_is_empty() -> None:
    assert OF_EMPTY_PROSE == codes(made(sample_numbers()))


@pytest.mark.parametrize(("version", "year"), [("2021", 2025), ("2019", 2020)])
def test_each_version_has_its_own_tables(version: str, year: int) -> None:
    numbers = every_number(version)
    data = made(numbers, version, year)

    assert numbers == numbers_in(data)
    assert OF_EMPTY_PROSE | {"GK213"} == codes(data)


def test_title_headings_and_parts_read_as_the_form_has_them() -> None:
    paragraphs = docx.Document(io.BytesIO(made({}))).paragraphs
    structure = form().structure
    printed = [structure.printed.get(slot.element) for slot in structure.automata["report"].form]

    assert [
        "青石县水务局2025年政府信息公开工作年度报告",
        *filter(None, printed[1:]),
    ] == [each.text for each in paragraphs if each.text]


def test_without_body_and_year_the_title_leaves_room_for_them() -> None:
    first = docx.Document(io.BytesIO(word(form(), "2021", {}))).paragraphs[0]

    assert "    年政府信息公开工作年度报告" == first.text
    assert {"GK111", "GK206"} <= codes(word(form(), "2021", {}))


@pytest.mark.parametrize("number", range(3))
def test_cells_are_merged_as_the_form_draws_them(number: int) -> None:
    found = docx.Document(io.BytesIO(made({}))).tables[number]
    structure = form().structure
    table = [*structure.tables][number]
    boxes = [*placed(drawing_of(structure, structure.start(table)))]
    grid = [[each._tc for each in row.cells] for row in found.rows]
    areas = {
        tuple(
            (row, column)
            for row, cells in enumerate(grid)
            for column, each in enumerate(cells)
            if each is grid[top][left]
        )
        for top, left, _ in boxes
    }

    assert areas == {
        tuple(
            (top + down, left + across) for down in range(box.down) for across in range(box.across)
        )
        for top, left, box in boxes
    }


def test_the_file_does_not_say_what_wrote_it_for_an_author() -> None:
    core = docx.Document(io.BytesIO(made({}))).core_properties

    assert ("", "", "") == (core.author, core.comments, core.title)


@needs_office
def test_libreoffice_prints_it_on_three_pages_of_a4(tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(made(sample_numbers()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path))
    command = (str(convert.office()), profile, *options, str(tmp_path / "年报.docx"))
    subprocess.run(command, env=environment(), capture_output=True, check=True)

    pages = [*pypdfium2.PdfDocument(tmp_path / "年报.pdf")]
    assert [(595, 842)] * 3 == [(*map(round, page.get_size()),) for page in pages]
    assert "总计" in pages[1].get_textpage().get_text_range()
