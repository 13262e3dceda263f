"""docs/formats.md and the converters that it tells of; nothing is converted here."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.interop import page
from tests.interop.converters import CONVERTERS, Converter
from tests.interop.judging import Row
from tests.interop.sources import SOURCES, document_of
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow

PAGE = ROOT / "docs" / "formats.md"
NAMES = [each.name for each in CONVERTERS]


def test_the_page_has_a_line_for_each_converter_of_the_script_and_no_other() -> None:
    assert NAMES == [*page.lines_of(PAGE.read_text("utf-8"))]


def test_what_the_page_says_besides_is_what_the_script_writes(tmp_path: Path) -> None:
    copy = tmp_path / "formats.md"
    shutil.copy(PAGE, copy)
    page.write(copy, {})

    assert PAGE.read_text("utf-8") == copy.read_text("utf-8")


def test_a_run_of_some_converters_leaves_the_lines_of_the_others(tmp_path: Path) -> None:
    copy = tmp_path / "formats.md"
    shutil.copy(PAGE, copy)
    one = Converter("typst", "blocks", "pdf", needs=("typst==0.1",))
    row = Row(clean=2, found=3, correct=2, wrong=4, whole=5, read=4, others=1, told=1)
    row.codes["GK215"] = 1
    page.write(copy, {one: row})
    before, after = (page.lines_of(each.read_text("utf-8")) for each in (PAGE, copy))

    assert "| typst | blocks → pdf | typst 0.1 | 2/2 | 3/4 | 4/5 | 1/1 | GK215 1 | " in after.pop(
        "typst"
    )
    assert {name: each for name, each in before.items() if name != "typst"} == after


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_lead_to_the_page(readme: str) -> None:
    assert "(docs/formats.md)" in (ROOT / readme).read_text("utf-8")


def test_converters_have_names_of_their_own_and_known_sources_and_pinned_packages() -> None:
    assert len(NAMES) == len({*NAMES})
    assert {each.source for each in CONVERTERS} <= {*SOURCES}
    assert all("==" in need for each in CONVERTERS for need in each.needs)


@pytest.mark.parametrize("name", [each.name for each in CONVERTERS if each.python])
def test_the_code_of_a_converter_is_python(name: str) -> None:
    (converter,) = (each for each in CONVERTERS if each.name == name)

    compile(converter.python, name, "exec")


@pytest.mark.parametrize("kind", [*SOURCES])
def test_a_source_is_written_the_same_each_time(kind: str) -> None:
    first, second = (SOURCES[kind].write(document_of(3, None), Random(3)) for _ in range(2))

    # A Word file, and the archive of an OFD, tell when they were written.
    dated = SOURCES[kind].suffix in ("docx", "ofd")
    assert len(first) == len(second) if dated else first == second
