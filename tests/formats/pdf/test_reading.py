"""PDFs that cannot be read, and those that only seem so."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from gklint.errors import UnreadableFileError
from gklint.formats.limits import DEFAULT, Limits
from gklint.formats.reading import take
from tests.support.pdf import HEIGHT, WIDTH, Box, Paper
from tests.support.running import python

TEXT = "本机关全年主动公开政府信息120条，其中网站公开80条，其他渠道公开40条。"
UNREAD = DEFAULT.reading(scans=False)


def refused(data: bytes, limits: Limits = DEFAULT) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        take(data, "年报.pdf", limits)
    return caught.value


def read(data: bytes) -> str:
    return take(data, "年报.pdf").text


def paper_with(*lines: str, encrypt: StandardEncryption | None = None) -> Paper:
    paper = Paper(encrypt)
    for line in lines:
        paper.line(line, 2)
    return paper


def scan(paper: Paper) -> None:
    """A picture that fills the page."""
    picture = ImageReader(Image.new("L", (60, 85), 200))
    paper.canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)


def file_of(content: bytes, filters: str = "/Filter /FlateDecode", resources: bytes = b"") -> bytes:
    """A PDF of one page with this packed content."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<<" + resources + b">>>>",
        f"<</Length {len(content)} {filters}>>stream\n".encode() + content + b"\nendstream",
    )
    body = b"".join(b"%d 0 obj%s endobj\n" % entry for entry in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"


# -- scans ---------------------------------------------------------------------------


def test_a_scan_is_refused_where_scans_are_not_read() -> None:
    paper = Paper()
    scan(paper)

    assert "scanned" == refused(paper.data(), UNREAD).reason


def test_a_scan_with_the_mark_of_its_scanner_is_refused_likewise() -> None:
    paper = Paper()
    scan(paper)
    paper.draw("扫描工具 创建", 400, 20, 9)

    assert "scanned" == refused(paper.data(), UNREAD).reason


def test_a_file_without_any_text_is_refused_as_blank() -> None:
    assert "blank" == refused(Paper().data()).reason


def test_a_file_whose_font_does_not_name_its_characters_is_refused() -> None:
    font = (
        b"/Font<</F<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>>>]>>>>"
    )
    text = b"BT /F 16 Tf 80 700 Td <000100020003> Tj ET"

    assert "unnamed-glyphs" == refused(file_of(zlib.compress(text), resources=font)).reason


def test_a_scan_with_recognised_text_is_read() -> None:
    paper = Paper()
    scan(paper)
    paper.paragraph(TEXT)

    assert TEXT + "\n" == read(paper.data())


def test_a_page_with_few_words_and_no_picture_is_read() -> None:
    assert "值班表\n" == read(paper_with("值班表").data())


# -- passwords -----------------------------------------------------------------------


def test_a_file_with_a_password_is_refused() -> None:
    paper = paper_with(TEXT, encrypt=StandardEncryption("secret", "owner", strength=128))

    assert "encrypted" == refused(paper.data()).reason


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    paper = Paper(StandardEncryption("", "owner", canCopy=0))
    paper.draw("Open Data 2023", 100, 700, font="Helvetica")

    assert "Open Data 2023\n" == read(paper.data())


# -- damage --------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_file_that_is_cut_off_is_refused(share: float) -> None:
    data = paper_with(TEXT).data()

    error = refused(data[: int(share * len(data))])

    assert ("damaged", {"kind": "pdf"}) == (error.reason, error.detail)


WITHOUT_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"
)
DAMAGED: dict[str, Callable[[], bytes]] = {
    "noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20,
    "no pages": lambda: WITHOUT_PAGES,
    "nothing": lambda: b"%PDF-",
    "a page with damaged content": lambda: file_of(
        zlib.compress(b"BT ET " * 99)[:20] + b"\xff" * 40
    ),
    "unknown packing": lambda: file_of(b"<<" * 99, "/Filter /LZWDecode"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_refused(name: str) -> None:
    assert refused(DAMAGED[name]()).reason in ("damaged", "blank")


def test_a_file_with_a_wrong_table_of_contents_is_read() -> None:
    data = paper_with("值班表").data()
    at = data.rindex(b"startxref")

    assert "值班表\n" == read(data[:at] + b"startxref\n7\n%%EOF\n")


def test_what_its_library_has_to_say_stays_unsaid(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(file_of(zlib.compress(b"(no colour) g [3] w")))

    done = python("-m", "gklint", "check", str(path))

    assert (3, "") == (done.status, done.err)


# -- limits --------------------------------------------------------------------------


def test_a_file_of_too_many_pages_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gklint.formats.pdf.reading.drawn", lambda *_: pytest.fail("it was read"))
    paper = Paper()
    for _ in range(300):
        paper.turn()

    error = refused(paper.data())

    assert ("over-pages", {"found": 301, "limit": 200}) == (error.reason, error.detail)


def test_a_refused_file_is_closed_though_its_error_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[pdfium.PdfDocument] = []

    class Kept(pdfium.PdfDocument):  # type: ignore[misc]
        def __init__(self, data: bytes) -> None:
            super().__init__(data)
            opened.append(self)

    monkeypatch.setattr(pdfium, "PdfDocument", Kept)
    paper = Paper()
    paper.turn()

    error = refused(paper.data(), Limits(pages=1))

    assert "over-pages" == error.reason
    assert [None] == [each.raw for each in opened]


def test_too_many_tables_are_refused() -> None:
    paper = Paper()
    for _ in range(3):
        paper.table([Box(0, 0, "甲"), Box(0, 1, "1")], [100, 60])

    assert "over-tables" == refused(paper.data(), Limits(tables=2)).reason


@pytest.mark.parametrize("times", [1, 2])
def test_a_page_packed_to_next_to_nothing_is_refused(times: int) -> None:
    content = b" " * 50_000_000
    for _ in range(times):
        content = zlib.compress(content)

    error = refused(file_of(content, "/Filter [" + "/FlateDecode " * times + "]"))

    assert ("over-text", {"found": 11, "limit": 10}) == (error.reason, error.detail)


def test_a_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    two_minutes_later = count(0, 121)
    monkeypatch.setattr("gklint.formats.limits.monotonic", lambda: next(two_minutes_later))

    assert "over-seconds" == refused(paper_with(TEXT).data()).reason


def test_a_drawing_of_many_lines_is_no_table() -> None:
    paper = paper_with("值班表")
    for number in range(4000):
        x, y = 50 + number % 400, 60 + number // 4 % 400
        paper.canvas.line(x, y, x + 6, y)
        paper.canvas.line(x, y, x, y + 6)

    assert "值班表\n" == read(paper.data())
