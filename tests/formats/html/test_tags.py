"""The tags of a page, also of one that is damaged."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import pytest

from gklint.formats.html.tags import marking_classes, tokens

_MOST = 3  # times as long, where there is twice as much


def seconds(text: str, read: Callable[[str], Iterable[object]] = tokens) -> float:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        for _ in read(text):
            pass
        times.append(time.perf_counter() - started)
    return min(times)


@pytest.mark.parametrize("value", ['face="宋体"', "face='宋体'", 'face="a\'b"', 'a="', "b='"])
@pytest.mark.parametrize("begins", ["<font ", "<font\n", "</font ", "<!"])
def test_a_tag_that_is_not_closed_takes_no_longer_than_its_length(begins: str, value: str) -> None:
    once, twice = (begins + value * count + "<p>" for count in (1000, 2000))

    assert seconds(twice) < _MOST * seconds(once) + 0.1


@pytest.mark.parametrize("length", [10, 2000, 2001, 5000])
def test_a_value_of_any_length_may_hold_what_closes_tags(length: int) -> None:
    value = "a" * (length - 1) + ">"
    (found,) = [match["attributes"] for match, _ in tokens(f'<td title="{value}" colspan="2">')]

    assert f' title="{value}" colspan="2"' == found


@pytest.mark.parametrize(
    "part", ["a", " ", ".a,", "{", "a{b", "color: ", "text-decoration:", "{vertical-align:"]
)
def test_a_style_sheet_that_is_none_takes_no_longer_than_its_length(part: str) -> None:
    once, twice = (part * count for count in (4000, 8000))

    assert seconds(twice, marking_classes) < _MOST * seconds(once, marking_classes) + 0.1


def test_classes_that_mark_text_are_told_within_media_too() -> None:
    sheet = """
    p.a, b > .c, span.msoDel, .old {color:red;text-decoration : underline line-through}
    @media print { .note {vertical-align:super} .sub {vertical-align:sub} }
    """

    assert ["a", "msoDel", "old", "note"] == [*marking_classes(sheet)]
