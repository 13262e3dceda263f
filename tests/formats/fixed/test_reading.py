"""Pages to one text with places: what a reader of any format with fixed pages gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.fixed.glyphs import UNKNOWN, Glyphs
from gklint.formats.fixed.matrix import Matrix
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import DEFAULT, Limits
from gklint.text.source import Place, Source, Span
from tests.support.drawing import HEIGHT, WIDTH, blank_page, draw_table, full, write

LONG = "本机关全年通过门户网站主动公开政府信息一百二十条其中网站公开八十条其他渠道四十"
XS = (100.0, 200.0, 300.0)


def read(*pages: Page, limits: Limits = DEFAULT) -> Source:
    return read_pages(pages, "年报", limits)


UNREAD = DEFAULT.reading(scans=False)


def refused(pages: Iterable[Page], limits: Limits = DEFAULT) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnreadableFileError) as caught:
        read_pages(pages, "年报", limits)
    return caught.value.reason, caught.value.detail


def place_of(source: Source, text: str) -> Place | None:
    at = source.text.index(text)
    return source.locate(Span(at, at + len(text))).place


def report() -> list[Page]:
    """Two pages with a footer each; a paragraph and a table go on from the first to the second."""
    first, second = blank_page(1), blank_page(2)
    write(first, "一、总体情况", 100, 140, 16)
    write(first, f"{LONG}\n{LONG[:10]}", 100, 170)
    write(first, "二、主动公开情况", 100, 230, 16)
    draw_table(first, XS, [640, 660, 680], full("信息内容|制发件数", "规章|1"))
    draw_table(second, XS, [110, 130, 150], full("信息内容|制发件数", "规范性文件|2"))
    write(second, "三、其他情况", 100, 190, 16)
    for page in (first, second):
        write(page, f"— {page.number} —", 280, 770)
    return [first, second]


def test_pages_are_read_from_top_to_bottom() -> None:
    assert (
        "一、总体情况\n"
        f"{LONG}{LONG[:10]}\n"
        "二、主动公开情况\n"
        "信息内容\t制发件数\n"
        "规章\t1\n"
        "规范性文件\t2\n"
        "三、其他情况\n"
    ) == read(*report()).text


@pytest.mark.parametrize(("y", "text"), [(104, "规章\t1\n"), (106, "旁注\n")])
def test_a_line_beside_a_table_comes_before_it_if_its_middle_is_higher(y: float, text: str) -> None:
    page = blank_page()
    draw_table(page, XS, [100, 120], full("规章|1"))
    write(page, "旁注", 310, y)

    assert read(page).text.endswith(text)


def test_a_table_over_two_pages_is_one() -> None:
    source = read(*report())

    assert [["信息内容", "制发件数"], ["规章", "1"], ["规范性文件", "2"]] == [
        [source.text[slice(*cell)] for cell in row.cells] for row in source.rows
    ]


def test_everything_has_its_place_on_its_page() -> None:
    source = read(*report())

    assert [
        Place(page=1, line=1),
        Place(page=1, line=3),
        Place(page=1, table=1, row=2, cell=2),
        Place(page=2, table=1, row=2, cell=1),
        Place(page=2, line=1),
    ] == [place_of(source, text) for text in ("总体", LONG[:10] + "\n", "1\n", "规范性", "三、")]
    assert "年报" == source.path


def test_tables_are_joined_only_where_nothing_stands_between_them() -> None:
    first, second = blank_page(1), blank_page(2)
    draw_table(first, XS, [640, 660, 680], full("信息内容|制发件数", "规章|1"))
    write(second, "（二）许可情况一览", 100, 120)
    draw_table(second, XS, [140, 160, 180], full("信息内容|制发件数", "许可|2"))

    assert (
        "信息内容\t制发件数\n规章\t1\n（二）许可情况一览\n信息内容\t制发件数\n许可\t2\n"
        == read(first, second).text
    )


def test_pages_are_drawn_one_after_the_other() -> None:
    """So that of a long file no more is kept than its text."""
    read_before: list[int] = []

    def pages() -> Iterator[Page]:
        for page in report():
            read_before.append(page.number)
            yield page
            page.glyphs.clear()

    assert read(*report()).text == read_pages(pages(), "年报", DEFAULT).text
    assert [1, 2] == read_before


@pytest.mark.parametrize(
    ("share", "length", "is_scan"),
    [(0.6, 29, True), (0.5, 29, False), (0.6, 30, False), (1.0, 0, True)],
    ids=["a mark on a picture", "half a picture", "text on a picture", "a picture"],
)
def test_a_picture_with_hardly_any_text_is_a_scan(share: float, length: int, is_scan: bool) -> None:
    page = blank_page()
    page.picture(Matrix(share * WIDTH, 0, 0, HEIGHT, 0, 0))
    write(page, LONG[:length], 100, 140)

    if is_scan:
        assert ("scanned", {}) == refused([page], UNREAD)
    else:
        assert f"{LONG[:length]}\n" == read(page).text


@pytest.mark.parametrize(
    ("pages", "length", "is_scan"),
    [(2, 59, True), (2, 60, False), (3, 59, False)],
    ids=["hardly any text", "some text", "most are no pictures"],
)
def test_a_file_is_a_scan_if_half_of_its_pages_are(pages: int, length: int, is_scan: bool) -> None:
    first, *rest = [blank_page(number) for number in range(1, pages + 1)]
    first.picture(Matrix(WIDTH, 0, 0, HEIGHT, 0, 0))
    text = (LONG + LONG)[:length]
    write(rest[0], text, 100, 140, 6)

    if is_scan:
        assert ("scanned", {}) == refused([first, *rest], UNREAD)
    else:
        assert f"{text}\n" == read(first, *rest).text


@pytest.mark.parametrize(("unknown", "is_refused"), [(30, True), (29, False)])
def test_fonts_that_do_not_name_half_of_their_characters_give_no_text(
    unknown: int, is_refused: bool
) -> None:
    page = blank_page()
    write(page, LONG[:30] + UNKNOWN * unknown, 100, 140, 6)

    if is_refused:
        assert ("unnamed-glyphs", {}) == refused([page])
    else:
        assert f"{LONG[:30]}{UNKNOWN * unknown}\n" == read(page).text


def test_tables_are_counted_over_all_pages() -> None:
    pages = [blank_page(number) for number in (1, 2, 3)]
    for page in pages:
        draw_table(page, XS, [140, 160, 180], full(f"规章|{page.number}", "办法|2"))

    assert ("over-tables", {"found": 3, "limit": 2}) == refused(pages, Limits(tables=2))
    assert 6 == len(read(*pages, limits=Limits(tables=3)).rows)


def test_too_much_text_is_refused() -> None:
    page = blank_page()
    count = 350_000
    starts, ends = [float(10 * n) for n in range(count)], [10.0 * (n + 1) for n in range(count)]
    page.glyphs.append(Glyphs("公" * count, starts, ends, 140, 10))

    assert ("over-text", {"found": 2, "limit": 1}) == refused([page], Limits(text=1))


def test_what_a_reader_raises_comes_through() -> None:
    def pages() -> Iterator[Page]:
        yield blank_page()
        raise UnreadableFileError("damaged", kind="ofd")

    assert ("damaged", {"kind": "ofd"}) == refused(pages())
