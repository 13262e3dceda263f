"""Scans read: generated reports in print, as scanners leave them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from random import Random

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402

from gklint.formats.limits import DEFAULT  # noqa: E402
from gklint.formats.reading import take  # noqa: E402
from gklint.formats.scan.arrays import Pixels  # noqa: E402
from gklint.text.recognition import State  # noqa: E402
from gklint.text.source import Source  # noqa: E402
from tests.generator.broken import document_of  # noqa: E402
from tests.generator.edits import with_cell  # noqa: E402
from tests.generator.model import make_report  # noqa: E402
from tests.generator.pdf import write_pdf  # noqa: E402
from tests.support.checking import linter, refusal  # noqa: E402
from tests.support.scanning import Wear, as_jpeg, as_pdf, pictures_of, scan_of, worn  # noqa: E402

pytestmark = pytest.mark.slow

PLAIN = Wear(skew=0.7, noise=4.0)
CELL = ("requests", "new", "natural_person")
_PLACES = ("/usr/share/fonts", "/Library/Fonts", "C:/Windows/Fonts")
_NAMES = ("wqy-zenhei.ttc", "wqy-microhei.ttc", "uming.ttc", "simsun.ttc", "Songti.ttc")


@cache
def font() -> str:
    """The name of a font with Chinese characters, which a PDF can hold."""
    for place in _PLACES:
        for path in Path(place).rglob("*.tt[cf]") if Path(place).is_dir() else ():
            if path.name in _NAMES:
                pdfmetrics.registerFont(TTFont(path.stem, str(path)))
                return path.stem
    pytest.skip("no font with Chinese characters is installed")


@cache
def printed(wrong: bool = False) -> bytes:
    """A report with requests in print; one number of it is wrong if that is asked for."""
    report = make_report(Random(2))
    document = document_of(report)
    if wrong:
        document = with_cell(document, CELL, str(report.numbers.counts[CELL] + 4))
    return write_pdf(document, Random(2), font()).data


@cache
def source(wrong: bool = False) -> Source:
    """A report, read from its scan."""
    return take(scan_of(printed(wrong), PLAIN), "scan.pdf")


def cells(found: Source) -> list[list[str]]:
    """The numbers of the rows that end with one."""
    rows = [[found.text[slice(*cell)] for cell in row.cells] for row in found.rows]
    return [[each for each in row if each.isdecimal()] for row in rows if row[-1].isdecimal()]


@cache
def page() -> Pixels:
    """The page with most of table three."""
    return min(pictures_of(printed(), PLAIN), key=lambda each: float(each.mean()))


def file_of(picture: Pixels, form: str = "JPEG") -> bytes:
    """A picture as a file."""
    file = io.BytesIO()
    Image.open(io.BytesIO(as_jpeg(picture, PLAIN))).save(file, form, dpi=(200, 200))
    return file.getvalue()


@cache
def numbers_of_page() -> list[list[str]]:
    """What is read of that page."""
    return cells(take(file_of(page()), "a.jpg"))


def test_a_scan_has_the_numbers_of_its_print() -> None:
    assert cells(take(printed(), "print.pdf")) == cells(source())


def test_each_number_has_its_readings_its_place_and_its_picture() -> None:
    recognition = source().recognition

    assert recognition is not None
    assert 200 == recognition.numbers
    for seen in recognition.seen:
        if seen.readings:
            assert 0 < seen.crop.left < seen.crop.right < 210
            assert seen.picture.startswith(b"\x89PNG")


def test_a_clean_scan_gives_no_warning_and_nearly_all_its_numbers_are_certain() -> None:
    found = linter().check(source())

    assert [] == [each.message for each in found.diagnostics if each.severity != "info"]
    assert "GK008" in [each.code for each in found.diagnostics]
    assert found.source.recognition is not None
    states = [each.state for each in found.source.recognition.seen if each.readings]
    assert 180 < states.count(State.CERTAIN)


def test_a_wrong_number_is_suspected_with_the_right_one() -> None:
    right = make_report(Random(2)).numbers.counts[CELL]
    found = linter().check(source(wrong=True))

    assert {(*CELL, right)} <= {
        (*each.cell, each.expected) for item in found.diagnostics for each in item.suspects
    }


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_may_lie_in_any_way(quarters: int) -> None:
    lying = np.ascontiguousarray(np.rot90(page(), quarters))

    assert numbers_of_page() == cells(take(file_of(lying), "a.jpg"))


def test_a_page_that_is_said_to_be_larger_than_paper_is_not() -> None:
    """So it is where a program made pages of pictures without asking for their resolution."""
    said = 72
    found = take(as_pdf([as_jpeg(page(), PLAIN)], said), "a.pdf")

    assert numbers_of_page() == cells(found)
    assert found.recognition is not None
    edges = [each.crop.right for each in found.recognition.seen]
    assert page().shape[1] / said * 25.4 * 0.7 < max(edges) < page().shape[1] / said * 25.4


def test_a_stamp_hides_no_number() -> None:
    stamped = worn(page(), PLAIN._replace(skew=0.0), np.random.default_rng(1), stamped=True)

    assert numbers_of_page() == cells(take(file_of(stamped), "a.jpg"))


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_pictures_are_read_as_files(form: str) -> None:
    assert numbers_of_page() == cells(take(file_of(page(), form), f"a.{form.lower()}"))


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
    without_size = b"II*\0\x08\0\0\0" + bytes(6)  # a directory without entries
    assert ("damaged", {"kind": "TIFF"}) == refusal(take, without_size, "a.tif")


def test_so_many_pictures_are_no_report() -> None:
    page = picture("L", (60, 80), 255, "JPEG")

    assert ("over-scans", {"found": 4, "limit": 3}) == refusal(
        take, as_pdf([page] * 5, 10), "a.pdf", DEFAULT._replace(scans=3)
    )


def test_scans_are_left_unread_if_that_is_asked_for() -> None:
    scan = as_pdf([picture("L", (600, 800), 255, "JPEG")], 70)

    assert ("scanned", {}) == refusal(take, scan, "a.pdf", DEFAULT.reading(scans=False))


def test_without_the_packages_the_command_that_installs_them_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("gklint.formats.limits", "gklint.formats.scan.pages"):
        monkeypatch.setattr(f"{module}.is_installed", lambda _: False)
    scan = as_pdf([picture("L", (600, 800), 255, "JPEG")], 70)
    reason, detail = refusal(take, scan, "a.pdf")

    assert "scanned-not-installed" == reason
    assert "rapidocr" in str(detail["command"])
