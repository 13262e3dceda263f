"""The text that others recognised on a scan: where it differs from what is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import numpy as np  # noqa: E402
import pypdfium2 as pdfium  # noqa: E402

from gklint.formats.fixed.glyphs import Glyphs  # noqa: E402
from gklint.formats.fixed.grid import Frame, Grid  # noqa: E402
from gklint.formats.fixed.matrix import Matrix  # noqa: E402
from gklint.formats.limits import DEFAULT, Clock  # noqa: E402
from gklint.formats.pdf.drawing import drawn  # noqa: E402
from gklint.formats.reading import take  # noqa: E402
from gklint.formats.scan.layer import Cell, compare, in_cells  # noqa: E402
from gklint.formats.scan.straight import by_quarters, turn_of, turned  # noqa: E402
from gklint.text.recognition import Crop, Reading, Seen  # noqa: E402
from tests.formats.scan.test_reading import PLAIN, font, printed  # noqa: E402
from tests.support.checking import linter  # noqa: E402
from tests.support.pictured import as_ofd  # noqa: E402
from tests.support.scanning import as_jpeg, pictures_of, with_layer  # noqa: E402

GRID = Grid((0.0, 10.0, 20.0), (0.0, 10.0), (Frame(0, 0, 1, 1), Frame(0, 1, 1, 1)))


def line(text: str, *others: tuple[str, float], sure: float = 0.99) -> Glyphs:
    """A number of a cell that was read, and what else it may be."""
    readings = tuple(Reading(*each) for each in ((text, 0.0), *others))
    seen = Seen(sure, Crop(1, 0.0, 0.0, 1.0, 1.0), readings)
    return Glyphs(text, [0.0], [5.0], 8.0, 10.0, seen=seen)


def compared(read: Sequence[Glyphs], layer: Sequence[str]) -> list[list[str]]:
    """What numbers may be, after those of others have been looked at."""
    cells: Mapping[Cell, Sequence[Glyphs]] = {(0, at): [each] for at, each in enumerate(read)}
    compare(cells, {(0, at): each for at, each in enumerate(layer)})
    return [[found.text for found in each.seen.readings] for each in read if each.seen]


NINE = [line(str(number)) for number in range(10, 19)]
ALIKE = [each.text for each in NINE]


def copies() -> list[Glyphs]:
    return [replace(each) for each in NINE]


def test_a_number_that_others_had_is_one_more_that_it_may_be() -> None:
    found = compared([*copies(), line("851")], [*ALIKE, "857"])

    assert [*([each] for each in ALIKE), ["851", "857"]] == found


def test_it_stands_behind_what_is_likelier_and_is_named_once() -> None:
    doubtful = [line("1", ("7", 1.0), ("4", 5.5), sure=0.6), line("3", ("8", 5.5), sure=0.6)]
    found = compared([*copies(), *doubtful], [*ALIKE, "9", "8"])

    assert [["1", "7", "9", "4"], ["3", "8"]] == found[-2:]
    assert [["1", "7"]] == compared([*copies(), line("1", ("7", 1.0))], [*ALIKE, "7"])[-1:]


@pytest.mark.parametrize("other", ["", "规章", "—", "8 5 件"])
def test_what_is_no_number_is_no_reading(other: str) -> None:
    assert ["851"] == compared([*copies(), line("851")], [*ALIKE, other])[-1]


@pytest.mark.parametrize("other", ["1200", "1,200", "１２００"])
def test_a_number_is_the_same_however_it_is_written(other: str) -> None:
    assert ["1,200"] == compared([*copies(), line("1,200")], [*ALIKE, other])[-1]


@pytest.mark.parametrize(
    "layer",
    [
        [*ALIKE[:-1], "99", "857"],  # one in ten may be wrong, not two
        ["", "", "", "", "", *ALIKE[5:], "857"],  # too few to know
    ],
)
def test_a_layer_that_is_not_right_again_and_again_is_left_out(layer: Sequence[str]) -> None:
    assert ["851"] == compared([*copies(), line("851")], layer)[-1]


def test_a_number_of_two_lines_is_not_compared() -> None:
    first = line("851")
    cells = {(0, at): [each] for at, each in enumerate(copies())}
    compare({**cells, (1, 0): [first, line("2")]}, {(0, at): it for at, it in enumerate(ALIKE)})

    assert first.seen == line("851").seen


def test_text_lies_in_the_cell_in_which_its_characters_are_wherever_the_page_lay() -> None:
    layer = [
        Glyphs("1.2", [2.0, 4.0, 5.0], [4.0, 5.0, 7.0], 8.0, 6.0),
        Glyphs("3", [14.0], [16.0], 8.0, 6.0),
    ]

    assert {(0, 0): "1.2", (0, 1): "3"} == in_cells(layer, Matrix(1, 0, 0, 1, 0, 0).at, [GRID])
    assert {(0, 1): "1."} == in_cells(layer, Matrix(1, 0, 0, 1, 15, 0).at, [GRID])
    assert {(0, 0): "3", (0, 1): "21."} == in_cells(layer, Matrix(-1, 0, 0, -1, 20, 10).at, [GRID])


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_points_go_where_a_picture_is_turned(quarters: int) -> None:
    picture = np.zeros((60, 80), np.uint8)
    picture[10:13, 50:53] = 255
    lying, turn = by_quarters(turned(picture, 3.0, 0), quarters)
    x, y = turn.after(turn_of(picture, 3.0)).at(51, 11)

    assert lying[int(y), int(x)] > 200


# -- in whole ------------------------------------------------------------------------------


@cache
def first_page() -> Sequence[Glyphs]:
    """The text of the first page in print."""
    limits = DEFAULT.reading(scans=False)
    with pdfium.PdfDocument(printed()) as document:
        return next(drawn(document, limits, Clock(limits))).glyphs


def as_pdf(layer: Iterable[Glyphs]) -> bytes:
    return with_layer(next(pictures_of(printed(), PLAIN)), PLAIN, layer, font())


def as_level_ofd(layer: Iterable[Glyphs]) -> bytes:
    level = PLAIN._replace(skew=0.0)
    return as_ofd([as_jpeg(next(pictures_of(printed(), level)), level)], level.dpi, layer)


@pytest.mark.slow
@pytest.mark.parametrize("written", [as_pdf, as_level_ofd])
def test_a_number_without_a_sum_that_the_layer_has_otherwise_is_to_be_looked_at(
    written: Callable[[Iterable[Glyphs]], bytes],
) -> None:
    layer = [replace(each, text=each.text.replace("851", "857")) for each in first_page()]
    found = linter().check(take(written(layer), "a"))

    assert ["表二“行政处罚”一行“本年处理决定数量”一格认不准：认作 851，也像 857，请核对。"] == [
        each.message for each in found.diagnostics if each.code == "GK009"
    ]
