"""Committed files that LibreOffice wrote: the same is read in them as in the original."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import gklint
from gklint.extract.extracting import facts
from gklint.findings.report import Report
from gklint.ruleset.loading import load_rules
from gklint.text.source import Place
from tests.support.needs import needs_office
from tests.support.paths import ROOT

ORIGINAL = ROOT / "examples/unbalanced.docx"
PDF = ROOT / "examples/unbalanced.pdf"
SAVED = ROOT / "tests/data"

FOUND = [
    ("GK402", Place(paragraph=5)),
    ("GK206", Place(table=1, row=11, cell=2)),
    ("GK303", Place(table=2, row=6, cell=9)),
    ("GK302", Place(table=2, row=27, cell=4)),
    ("GK403", Place(paragraph=14)),
]

in_every_format = pytest.mark.parametrize(
    "path",
    [
        SAVED / "saved-by-libreoffice.docx",
        PDF,
        *(
            pytest.param(SAVED / f"saved-by-libreoffice.{suffix}", marks=needs_office)
            for suffix in ("doc", "odt", "rtf")
        ),
    ],
    ids=lambda path: path.name,
)


@cache
def checked(path: Path) -> Report:
    """Each file is converted and read once."""
    return gklint.check(path)


def places(path: Path) -> list[tuple[str, Place | None]]:
    return [(each.code, each.place) for each in checked(path).diagnostics]


def messages(report: Report) -> list[str]:
    return [each.message for each in report.diagnostics]


def numbers(report: Report) -> dict[tuple[str, str, str], object]:
    """What stands in each cell of the three tables, wherever it stands."""
    return {
        (table, row, column): (cell.state, cell.value)
        for table, rows in facts(report, load_rules().form).tables.items()
        for row, cells in rows.items()
        for column, cell in cells.items()
    }


def test_original_has_its_findings_where_word_shows_them() -> None:
    assert FOUND == places(ORIGINAL)


def test_word_file_saved_again_by_libreoffice_has_them_at_the_same_places() -> None:
    assert FOUND == places(SAVED / "saved-by-libreoffice.docx")


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_other_formats_saved_by_libreoffice_have_them_at_the_same_places(suffix: str) -> None:
    assert FOUND == places(SAVED / f"saved-by-libreoffice.{suffix}")


def test_pdf_exported_by_libreoffice_has_them_on_its_pages() -> None:
    assert [
        ("GK402", Place(page=1, line=12)),
        ("GK206", Place(page=2, table=1, row=11, cell=2)),
        ("GK303", Place(page=2, table=2, row=6, cell=9)),
        ("GK302", Place(page=3, table=1, row=11, cell=3)),
        ("GK403", Place(page=3, line=6)),
    ] == places(PDF)


@in_every_format
def test_report_says_the_same_in_every_format(path: Path) -> None:
    original, saved = checked(ORIGINAL), checked(path)

    assert messages(original) == messages(saved)
    assert (original.agency, original.year) == (saved.agency, saved.year)
    assert original.checks.undecided == saved.checks.undecided


@in_every_format
def test_two_hundred_numbers_are_the_same_in_every_format(path: Path) -> None:
    original = numbers(checked(ORIGINAL))

    assert 200 == len(original)
    assert original == numbers(checked(path))
