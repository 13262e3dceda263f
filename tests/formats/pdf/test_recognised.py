"""Scans with a layer of text that was made by recognition, and pages that only look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from gklint.docs import sample_text
from gklint.formats.reading import take
from tests.support.checking import linter
from tests.support.pdf import HEIGHT, WIDTH, Paper, report

pytestmark = pytest.mark.slow

INVISIBLE, FILLED = 3, 0
TEXT = "本机关全年主动公开政府信息120条，其中网站公开80条，其他渠道公开40条。"


def solid() -> ImageReader:
    return ImageReader(Image.new("L", (60, 85), 200))


def watermark() -> ImageReader:
    """A picture that is clear but for a mark in its middle."""
    picture = Image.new("RGBA", (60, 85), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (20, 30, 40, 50))
    return ImageReader(picture)


def layer(paper: Paper, mode: int, text: str = TEXT) -> None:
    """Lines of text in a rendering mode."""
    for number in range(10):
        letters = paper.canvas.beginText(80, 700 - 30 * number)
        letters.setFont("STSong-Light", 12)
        letters.setTextRenderMode(mode)
        letters.textOut(text)
        letters.setTextRenderMode(FILLED)
        paper.canvas.drawText(letters)


def picture(paper: Paper, drawn: ImageReader, share: float = 1.0) -> None:
    paper.canvas.drawImage(drawn, 0, 0, WIDTH, HEIGHT * share, mask="auto")


def over_a_scan(paper: Paper) -> None:
    picture(paper, solid())
    layer(paper, INVISIBLE)


def below_a_scan(paper: Paper) -> None:
    layer(paper, FILLED)
    picture(paper, solid())


def below_strips(paper: Paper) -> None:
    layer(paper, FILLED)
    for number in range(4):
        paper.canvas.drawImage(solid(), 0, HEIGHT * number / 4, WIDTH, HEIGHT / 4)


def with_a_stamp(paper: Paper) -> None:
    over_a_scan(paper)
    paper.line("第 1 页")


def over_a_background(paper: Paper) -> None:
    picture(paper, solid())
    layer(paper, FILLED)


def below_a_watermark(paper: Paper) -> None:
    layer(paper, FILLED)
    picture(paper, watermark())


def below_a_faint_picture(paper: Paper) -> None:
    layer(paper, FILLED)
    paper.canvas.setFillAlpha(0.2)
    picture(paper, solid())


def below_a_blended_picture(paper: Paper) -> None:
    layer(paper, FILLED)
    paper.canvas._extgstate.set(paper.canvas, "BM", "Multiply")
    picture(paper, solid())


def below_part_of_a_picture(paper: Paper) -> None:
    layer(paper, FILLED)
    picture(paper, solid(), 0.8)


def beside_hidden_words(paper: Paper) -> None:
    over_a_background(paper)
    layer(paper, INVISIBLE)


def hidden_without_a_picture(paper: Paper) -> None:
    layer(paper, INVISIBLE)


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (over_a_scan, 1),
        (below_a_scan, 1),
        (below_strips, 1),
        (with_a_stamp, 1),
        (over_a_background, 0),
        (below_a_watermark, 0),
        (below_a_faint_picture, 0),
        (below_a_blended_picture, 0),
        (below_part_of_a_picture, 0),
        (beside_hidden_words, 0),
        (hidden_without_a_picture, 0),
    ],
)
def test_text_below_a_picture_or_unseen_over_one_was_recognised(
    draw: Callable[[Paper], None], expected: int
) -> None:
    paper = Paper()
    draw(paper)
    source = take(paper.data(), "年报.pdf")

    assert source.recognised is not None
    assert expected == len(source.recognised)
    assert TEXT in source.text


def test_each_page_that_was_recognised_begins_somewhere() -> None:
    paper = Paper()
    paper.line(TEXT)
    for _ in range(2):
        paper.turn()
        over_a_scan(paper)
    source = take(paper.data(), "年报.pdf")

    assert source.recognised is not None
    assert [2, 3] == [
        place.page for each in source.recognised if (place := source.locate(each).place)
    ]


class Scan(Paper):
    """Paper whose text is drawn below a picture of the page."""

    def turn(self) -> None:
        picture(self, solid())
        super().turn()


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.pdf.Paper", Scan)


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize(
    "text",
    [
        sample_text(),
        sample_text().replace("（七）总计 | 4", "（七）总计 | 7"),
        sample_text().replace("四、政府信息公开行政复议", "轿"),
        "青石县水务局通知\n" + "今天下午召开会议，请各科室负责人按时参加并做好准备。\n" * 9,
    ],
)
def test_nothing_is_said_of_recognised_text_but_that_it_is_one(text: str) -> None:
    found = linter().check(take(report(text), "年报.pdf"))
    (one,) = found.diagnostics

    assert ("GK718", "warning") == (one.code, one.severity)
    assert one.place is not None
    assert (1, 1) == (one.place.page, one.place.line)


@pytest.mark.usefixtures("scanned")
def test_what_would_have_been_found_is_undecided() -> None:
    text = sample_text().replace("（七）总计 | 4", "（七）总计 | 7")
    found = linter().check(take(report(text), "年报.pdf"))

    assert {"GK301", "GK302", "GK303"} == {each.code for each in found.undecided}
    assert {"这里的文字是识别扫描图片得来的，可能认错"} == {each.reason for each in found.undecided}
