"""Two pages on one picture, and one page that is as wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import numpy as np  # noqa: E402

from gklint.formats.fixed.grid import Grid, grids  # noqa: E402
from gklint.formats.fixed.page import Rule  # noqa: E402
from gklint.formats.reading import take  # noqa: E402
from gklint.formats.scan.arrays import Grey, Pixels  # noqa: E402
from gklint.formats.scan.spread import gutter_of, is_page  # noqa: E402
from gklint.text.source import Places, Source  # noqa: E402
from tests.formats.scan.test_reading import PLAIN, cells, printed  # noqa: E402
from tests.support.checking import linter  # noqa: E402
from tests.support.recognised import told  # noqa: E402
from tests.support.scanning import as_jpeg, as_pdf, pictures_of  # noqa: E402

DPI, WIDTH, HEIGHT = 100.0, 1170, 827
LEFT, RIGHT, WHOLE = (100, 480), (690, 1070), (100, 1070)
Span = tuple[int, int]


def page(lines: Sequence[Span], tables: Sequence[Span] = (), width: int = WIDTH) -> int | None:
    """Where a page is parted that has ten lines of print of each kind, and tables below."""
    ink: Grey = np.zeros((HEIGHT, width), np.uint8)
    for start, end in lines:
        for top in range(60, 360, 30):
            ink[top : top + 12, start:end] = 255
    level: list[Rule] = []
    found: list[Grid] = []
    for across, down in _rules(tables):
        level += across
        found += grids(across, down)
    at = gutter_of(ink, level, found, DPI)
    if at is None:
        return None
    left = [grid for grid in found if grid.xs[-1] < at]
    halves = ((ink[:, :at], left), (ink[:, at:], found[len(left) :]))
    return at if all(is_page(*half, DPI) for half in halves) else None


def _rules(tables: Sequence[Span]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    for start, end in tables:
        columns = range(start, end + 1, (end - start) // 2)
        yield (
            [Rule(at, start, end) for at in range(400, 701, 50)],
            [Rule(at, 400, 700) for at in columns],
        )


@pytest.mark.parametrize(
    ("lines", "tables"),
    [
        ((LEFT, RIGHT), ()),
        ((LEFT, RIGHT), (LEFT, RIGHT)),
        ((LEFT,), (RIGHT,)),
        ((), (LEFT, RIGHT)),
    ],
)
def test_pages_are_parted_in_the_blank_between_them(
    lines: Sequence[Span], tables: Sequence[Span]
) -> None:
    at = page(lines, tables)

    assert at is not None
    assert LEFT[1] < at < RIGHT[0]


@pytest.mark.parametrize(
    ("lines", "tables"),
    [
        ((LEFT, RIGHT), (WHOLE,)),  # a table across
        ((WHOLE,), (LEFT, RIGHT)),  # a line across
        ((LEFT,), ()),  # nothing on one side
        ((LEFT, (700, 760), (850, 900)), ()),  # columns of numbers without rules
        (((100, 570), (600, 1070)), ()),  # hardly apart
        (((100, 300), (450, 1070)), ()),  # apart elsewhere
    ],
)
def test_a_single_page_is_not_parted(lines: Sequence[Span], tables: Sequence[Span]) -> None:
    assert page(lines, tables) is None


def test_an_upright_page_is_not_parted() -> None:
    assert page(((50, 250), (450, 650)), width=700) is None


# -- in whole ------------------------------------------------------------------------------


@cache
def spread() -> bytes:
    """The first two pages as they lie in an open booklet, askew; the third alone."""
    left, right, last = (
        next(page for at, page in enumerate(pictures_of(printed(), wear)) if at == number)
        for number, wear in enumerate((PLAIN, PLAIN._replace(skew=-0.9), PLAIN))
    )
    both: Pixels = np.hstack((left, right))
    return as_pdf([as_jpeg(each, PLAIN) for each in (both, last)], PLAIN.dpi)


@cache
def source() -> Source:
    return take(spread(), "a.pdf")


@pytest.mark.slow
def test_both_pages_of_an_open_booklet_are_read_one_after_the_other() -> None:
    found = linter().check(source())

    assert cells(take(printed(), "print.pdf")) == cells(source())
    assert [] == told(found)


@pytest.mark.slow
def test_places_are_those_of_the_file() -> None:
    where, recognition = source().where, source().recognition

    assert isinstance(where, Places)
    assert recognition is not None
    assert [1, 2] == sorted({place.page or 0 for place in where.places})
    assert [1, 2] == sorted({each.crop.page for each in recognition.seen})
    assert 2 == recognition.pages
    lines = [(place.page or 0, place.line) for place in where.places if place.line]
    tables = [(place.page or 0, place.table) for place in where.places if place.table]
    assert lines == sorted(lines)  # on both pages they are counted through
    assert tables == sorted(tables)
    assert 390 < max(each.crop.right for each in recognition.seen if each.crop.page == 1) < 420


@pytest.mark.slow
def test_a_wide_table_on_a_lying_page_is_one() -> None:
    """The page with most of table three, as wide as two."""
    wide = np.repeat([*pictures_of(printed(), PLAIN)][1][:1100], 2, axis=1)
    found = take(as_pdf([as_jpeg(wide, PLAIN)], PLAIN.dpi), "a.pdf")

    assert {7} == {len(row) for row in cells(found) if len(row) > 3}
