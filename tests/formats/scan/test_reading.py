"""Scans read: the sample report in print, as scanners leave it."""

from __future__ import annotations

import io
from functools import cache

import pytest
from PIL import Image

from gklint.formats.limits import DEFAULT
from gklint.formats.reading import take
from gklint.text.recognition import State
from gklint.text.source import Source
from tests.support.checking import linter, refusal
from tests.support.pdf import report
from tests.support.sample import CLEAN, WRONG_SUM
from tests.support.scanning import Wear, as_jpeg, as_pdf, pictures_of, scan_of

PLAIN = Wear(skew=0.7, noise=4.0)


@cache
def scan(text: str, wear: Wear = PLAIN) -> bytes:
    """A report in print as a PDF of pictures."""
    return scan_of(report(text), wear)


@cache
def source(wear: Wear = PLAIN) -> Source:
    """The sample, read from its scan."""
    return take(scan(CLEAN, wear), "scan.pdf")


def cells(found: Source) -> list[list[str]]:
    """The rows that end with a number."""
    rows = [[found.text[slice(*cell)] for cell in row.cells] for row in found.rows]
    return [[each for each in row if each.isdecimal()] for row in rows if row[-1].isdecimal()]


@pytest.mark.slow
def test_a_scan_has_the_numbers_of_its_print() -> None:
    assert cells(take(report(CLEAN), "print.pdf")) == cells(source())


@pytest.mark.slow
def test_each_number_has_its_readings_its_place_and_its_picture() -> None:
    recognition = source().recognition

    assert recognition is not None
    assert 200 == recognition.numbers
    for seen in recognition.seen:
        if seen.readings:
            assert 0 < seen.crop.left < seen.crop.right < 210
            assert seen.picture.startswith(b"\x89PNG")


@pytest.mark.slow
def test_a_clean_scan_gives_no_warning_and_nearly_all_its_numbers_are_certain() -> None:
    found = linter().check(source())

    assert [] == [each.message for each in found.diagnostics if each.severity != "info"]
    assert "GK008" in [each.code for each in found.diagnostics]
    assert found.source.recognition is not None
    states = [each.state for each in found.source.recognition.seen if each.readings]
    assert 180 < states.count(State.CERTAIN)


@pytest.mark.slow
def test_a_wrong_sum_is_found_at_its_cell_with_its_suspect() -> None:
    found = linter().check(take(scan(WRONG_SUM), "scan.pdf"))

    assert ["GK303", "GK302"] == [
        each.code for each in found.diagnostics if each.severity == "error"
    ]
    suspects = {each.suspects for each in found.diagnostics if each.suspects}
    assert {("granted", "total", 3)} == {
        (each.cell.row, each.cell.column, each.expected) for found in suspects for each in found
    }


@pytest.mark.slow
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_may_lie_in_any_way(quarters: int) -> None:
    assert cells(source()) == cells(source(PLAIN._replace(turned=quarters)))


@pytest.mark.slow
def test_a_stamp_hides_nothing() -> None:
    assert cells(source()) == cells(source(PLAIN._replace(stamp=True)))


@pytest.mark.slow
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_pictures_are_read_as_files(form: str) -> None:
    first = next(iter(pictures_of(report(CLEAN), PLAIN)))
    file = io.BytesIO()
    Image.open(io.BytesIO(as_jpeg(first, PLAIN))).save(file, form, dpi=(200, 200))
    found = take(file.getvalue(), f"第一页.{form.lower()}")

    assert "政府信息公开" in found.text


@pytest.mark.slow
def test_the_pages_of_a_tiff_are_those_of_a_report() -> None:
    pages = [
        Image.open(io.BytesIO(as_jpeg(each, PLAIN))) for each in pictures_of(report(CLEAN), PLAIN)
    ]
    file = io.BytesIO()
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:], dpi=(200, 200))

    assert cells(source()) == cells(take(file.getvalue(), "年报.tif"))


# -- what cannot be read -------------------------------------------------------------------


def picture(mode: str, size: tuple[int, int], colour: object, form: str = "PNG") -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, form)  # type: ignore[arg-type]
    return file.getvalue()


def test_a_white_page_has_no_print() -> None:
    found = refusal(take, picture("L", (1654, 2339), 255), "a.png")

    assert ("scan-unclear", {}) == found


def test_a_picture_that_is_too_large_is_not_unpacked() -> None:
    found = refusal(take, picture("1", (30_000, 30_000), 1), "a.png")

    assert ("over-pixels", {"found": 900, "limit": 100}) == found


def test_a_damaged_picture_is_said_to_be_one() -> None:
    data = picture("RGB", (1654, 2339), (250, 250, 250), "JPEG")

    assert ("damaged", {"kind": "JPEG"}) == refusal(take, data[: len(data) // 3], "a.jpg")
    assert ("damaged", {"kind": "PNG"}) == refusal(take, b"\x89PNG\r\n\x1a\n", "a.png")


def test_so_many_pictures_are_no_report() -> None:
    page = picture("L", (60, 80), 255, "JPEG")

    assert ("over-scans", {"found": 4, "limit": 3}) == refusal(
        take, as_pdf([page] * 5, 10), "a.pdf", DEFAULT._replace(scans=3)
    )


def test_scans_are_left_unread_if_that_is_asked_for() -> None:
    assert ("scanned", {}) == refusal(take, scan(CLEAN), "scan.pdf", DEFAULT.reading(scans=False))


def test_without_the_packages_the_command_that_installs_them_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("gklint.formats.fixed.reading", "gklint.formats.pdf.scans"):
        monkeypatch.setattr(f"{module}.is_installed", lambda _: False)
    reason, detail = refusal(take, scan(CLEAN), "scan.pdf")

    assert "scanned-not-installed" == reason
    assert "rapidocr" in str(detail["command"])
