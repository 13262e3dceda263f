"""In which numbers and sentences two versions of a report differ."""

from __future__ import annotations

import pytest

from gklint.model.differences import Differences, differences
from gklint.model.outcomes import CellName
from tests.support.counties import abstract
from tests.support.sample import CLEAN, replace_once


def compared(*pairs: tuple[str, str]) -> Differences:
    """The sample report against itself with each first text replaced by the second."""
    text = CLEAN
    for old, new in pairs:
        text = replace_once(text, old, new)
    return differences(abstract(CLEAN), abstract(text))


def sentences(found: Differences) -> list[tuple[str | None, str | None]]:
    return [
        (each.old.text if each.old else None, each.new.text if each.new else None)
        for each in found.sentences
    ]


def test_a_report_does_not_differ_from_itself() -> None:
    assert Differences([], [], [], 100.0, 100.0) == compared()


def test_a_changed_number_is_shown_with_its_cell() -> None:
    found = compared(("行政许可 | 36 |", "行政许可 | 63 |"))
    (change,) = found.cells

    assert CellName("disclosure", "licences", "decisions") == change.cell
    assert (36, 63) == (change.old.number, change.new.number)
    assert [] == found.sentences
    assert 90 < found.numbers < 100


def test_a_blank_in_place_of_a_number_is_a_change() -> None:
    (change,) = compared(("行政许可 | 36 |", "行政许可 | — |")).cells

    assert (36, None) == (change.old.number, change.new.number)


def test_of_what_cannot_be_read_nothing_is_told() -> None:
    found = compared(("行政许可 | 36 |", "行政许可 | 三六 |"))

    assert ([], [CellName("disclosure", "licences", "decisions")]) == (found.cells, found.unread)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (
            "全年主动公开政府信息120条",
            "全年主动公开政府信息125条",
            [
                (
                    "全年主动公开政府信息120条,其中网站公开80条,其他渠道公开40条。",
                    "全年主动公开政府信息125条,其中网站公开80条,其他渠道公开40条。",
                )
            ],
        ),
        (
            "做好网站专栏维护，优化检索功能。",
            "",
            [("做好网站专栏维护,优化检索功能。", None)],
        ),
        (
            "做好网站专栏维护，优化检索功能。",
            "做好网站专栏维护，优化检索功能。新开微信公众号一个。",
            [(None, "新开微信公众号一个。")],
        ),
        ("做好网站专栏维护，优化检索功能。", "做好网站专栏维护。优化检索功能。", []),
        ("严格落实信息", "\n1.严格落实信息", []),
        ("未收取信息处理费。", "未收取\n信息处理费", []),
    ],
)
def test_sentences_are_shown_side_by_side(
    old: str, new: str, changes: list[tuple[str | None, str | None]]
) -> None:
    assert changes == sentences(compared((old, new)))


def test_a_sentence_within_a_longer_number_is_not_the_same() -> None:
    one = "定期清理失效文件。5件已整改。"
    other = "定期清理失效文件，共15件已整改。"
    old, new = (replace_once(CLEAN, "定期清理失效文件。", each) for each in (one, other))

    assert ("5件已整改。", None) in sentences(differences(abstract(old), abstract(new)))


def test_paragraphs_in_another_order_are_no_change() -> None:
    lines = CLEAN.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("（三）"))
    lines[first], lines[first + 1] = lines[first + 1], lines[first]

    assert [] == differences(abstract(CLEAN), abstract("\n".join(lines))).sentences
