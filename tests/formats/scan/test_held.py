"""Pictures in files of other kinds: tables in Word files, pages and PDF, scans in Word and OFD."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import numpy as np  # noqa: E402

from gklint.findings.report import Report  # noqa: E402
from gklint.formats.limits import DEFAULT  # noqa: E402
from gklint.formats.reading import take  # noqa: E402
from gklint.run.annotate import annotate  # noqa: E402
from tests.formats.scan.test_reading import font, printed  # noqa: E402
from tests.support.checking import linter, refusal  # noqa: E402
from tests.support.pictured import (  # noqa: E402
    Picture,
    as_mhtml,
    as_ofd,
    as_page,
    as_pdf,
    as_word,
    parts_of,
    png,
)
from tests.support.recognised import told  # noqa: E402
from tests.support.running import in_process  # noqa: E402
from tests.support.scanning import Wear, as_jpeg, pictures_of  # noqa: E402

pytestmark = pytest.mark.slow

WEAR = Wear(dpi=150, skew=0.3, noise=3.0)
NEW_TOTAL = ("GK303", ("requests", "new", "total"))
WRITERS: dict[str, Callable[[Sequence[str | Picture]], bytes]] = {
    "docx": as_word,
    "html": as_page,
    "mht": as_mhtml,
    "pdf": lambda parts: as_pdf(parts, font()),
}


@cache
def parts(wrong: bool = False) -> Sequence[str | Picture]:
    """A report whose tables are pictures."""
    return [*parts_of(printed(wrong), WEAR)]


@cache
def whole(wrong: bool = False) -> Sequence[bytes]:
    """The pages of a report, as JPEG files."""
    return [as_jpeg(each, WEAR) for each in pictures_of(printed(wrong), WEAR)]


@cache
def report(kind: str, wrong: bool = False) -> Report:
    return linter().check(take(WRITERS[kind](parts(wrong)), f"年报.{kind}"))


def read(found: Report) -> tuple[int, int]:
    """How many pictures and how many numbers were read."""
    recognition = found.source.recognition
    return (recognition.pages, recognition.numbers) if recognition else (0, 0)


@pytest.mark.parametrize("kind", WRITERS)
def test_tables_that_are_pictures_are_read_with_the_text_around_them(kind: str) -> None:
    found = report(kind)

    assert [] == told(found)
    assert (3 if kind == "pdf" else 5, 200) == read(found)  # of a PDF the pages are counted


@pytest.mark.parametrize("kind", WRITERS)
def test_a_wrong_cell_of_such_a_table_is_found(kind: str) -> None:
    found = report(kind, wrong=True)
    first = next(each for each in found.diagnostics if each.severity == "error")

    assert NEW_TOTAL == (first.code, first.cell)
    assert "最可能写错的是“自然人”" in first.message
    assert first.message.endswith("（由识别读出）")


def test_a_comment_in_word_stands_at_the_picture() -> None:
    data = as_word(parts(wrong=True))
    done = annotate(data, report("docx", wrong=True), DEFAULT, "zh", datetime(2030, 1, 1))

    assert [each.code for each in report("docx", wrong=True).diagnostics] == [
        each.code for each in linter().check(take(done.data, "a.docx")).diagnostics
    ]


def test_pages_in_a_word_file_without_text_are_a_scan() -> None:
    pages = [Picture(page, 8.27) for page in whole(wrong=True)]
    found = linter().check(take(as_word(["扫描件", *pages]), "a.docx"))

    assert NEW_TOTAL in told(found)
    assert (3, 200) == read(found)


@pytest.mark.parametrize("wrong", [False, True])
def test_an_ofd_of_pictures_is_a_scan(wrong: bool) -> None:
    found = linter().check(take(as_ofd(whole(wrong), WEAR.dpi), "a.ofd"))

    assert (NEW_TOTAL in told(found)) is wrong
    assert (3, 200) == read(found)


def test_in_a_text_only_pictures_with_a_table_are_read() -> None:
    """A page of print without one may be anything: a drawing in words, a document of others."""
    print_only = Picture(png(next(pictures_of(printed(), WEAR))[:600]), 6.0)
    noise = np.random.default_rng(0).integers(0, 255, (600, 800, 3)).astype(np.uint8)
    white = np.full((600, 800, 3), 255, np.uint8)
    others = [print_only, Picture(png(noise), 6.0), Picture(png(white), 6.0)]
    found = take(as_word(["收到" * 200, *others]), "a.docx")

    assert found.recognition is None
    assert "收到" * 200 + "\n\n\n\n" == found.text


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a"], ids=repr)
def test_a_picture_that_cannot_be_opened_is_no_reason_to_refuse_the_rest(data: bytes) -> None:
    page = as_page(["收到2件。", Picture(data, 1.0)])

    assert "收到2件。\n" == take(page, "a.html").text


def test_words_beside_a_table_that_is_a_picture_are_the_reports_own() -> None:
    """Their writing is judged, and nothing of theirs is left undecided as if it were misread."""
    others = {"五、存在的主要问题及改进情况": "五、存在问题和改进情况", "“": '"', "”": '"'}
    changed = [*parts()]
    for old, new in others.items():
        changed = [it.replace(old, new) if isinstance(it, str) else it for it in changed]
    found = linter().check(take(as_word(changed), "a.docx"))
    told_of = {each.code: each.message for each in found.diagnostics}

    assert {"GK008", "GK104", "GK703"} == told_of.keys()
    assert "识别" not in told_of["GK104"] + told_of["GK703"]


def test_pictures_are_left_unread_if_that_is_asked_for() -> None:
    found = linter().check(take(as_word(parts()), "a.docx", DEFAULT.reading(scans=False)))

    assert ["GK201", "GK201", "GK201"] == [code for code, _ in told(found)]


def test_comments_go_by_what_the_configuration_says_of_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, made = tmp_path / "年报.docx", tmp_path / "批注.docx"
    given.write_bytes(as_word(parts()))
    (tmp_path / "gklint.toml").write_text("scan = false\n", "utf-8")
    done = in_process(capsys, "annotate", str(given), "-o", str(made))

    assert (0, f"{made}：已加 3 条批注。\n", "") == done


def test_a_word_file_of_nothing_but_pictures_is_a_scan_that_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = as_word([Picture(page, 8.27) for page in whole()])
    blank = as_word([Picture(png(np.full((600, 800, 3), 255, np.uint8)), 6.0)])

    logo = as_word(["一、总体情况", Picture(png(np.full((60, 80, 3), 255, np.uint8)), 1.0)])

    assert ("scan-unclear", {}) == refusal(take, blank, "a.docx")
    assert "一、总体情况" in take(logo, "a.docx").text
    assert ("scanned", {}) == refusal(take, pages, "a.docx", DEFAULT.reading(scans=False))
    for module in ("gklint.formats.limits", "gklint.formats.held"):
        monkeypatch.setattr(f"{module}.is_installed", lambda _: False)
    assert "scanned-not-installed" == refusal(take, pages, "a.docx")[0]


def test_what_word_cuts_off_a_picture_is_not_read() -> None:
    """The lower half of the first table is cut off, with the fees."""
    first = next(part for part in parts() if isinstance(part, Picture))
    made = io.BytesIO(as_word(["收到" * 200, first]))
    import docx

    document = docx.Document(made)
    fill = document.element.body.xpath("//*[local-name()='blipFill']")[0]
    fill.insert(1, fill.makeelement(f"{{{fill.nsmap['a']}}}srcRect", {"b": "50000"}))
    cut = io.BytesIO()
    document.save(cut)

    assert "行政处罚" in take(made.getvalue(), "a.docx").text
    assert "行政处罚" not in take(cut.getvalue(), "a.docx").text
