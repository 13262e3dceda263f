"""Word files with tracked changes: read as if all were accepted, and counted."""

from __future__ import annotations

import pytest

from gklint.text.source import Source, Span
from tests.support.sources import rows
from tests.support.word import (
    DATED,
    box,
    change,
    deleted,
    ended,
    inserted,
    p,
    places,
    r,
    tbl,
    tc,
    text,
    tr,
    word,
)


def revised(source: Source) -> list[tuple[str, int]]:
    """The text of each revision, and where it begins."""
    return [(source.text[slice(*span)], span.start) for span in source.revisions or ()]


@pytest.mark.parametrize(
    ("content", "expected", "revisions"),
    [
        (["收到", inserted("5"), "件"], "收到5件", [("5", 2)]),
        (["收到", deleted("3"), "件"], "收到件", [("", 2)]),
        (["收到", deleted("3"), inserted("5"), "件"], "收到5件", [("", 2), ("5", 2)]),
        ([change("moveTo", r("甲")), "乙"], "甲乙", [("甲", 0)]),
        ([change("moveFrom", r("甲")), "乙"], "乙", [("", 0)]),
        ([change("ins", r("甲"), deleted("乙"), r("丙"))], "甲丙", [("甲丙", 0), ("", 1)]),
        ([change("ins", r("甲"), r("乙"))], "甲乙", [("甲乙", 0)]),
        ([f"<w:hyperlink>{inserted('甲')}</w:hyperlink>"], "甲", [("甲", 0)]),
        (["甲", deleted("乙")], "甲", [("", 1)]),
    ],
)
def test_changes_in_a_paragraph_read_as_accepted(
    content: list[str], expected: str, revisions: list[tuple[str, int]]
) -> None:
    source = word(p(*content))

    assert f"{expected}\n" == source.text
    assert revisions == revised(source)


def test_changes_of_formatting_are_none() -> None:
    run = r("甲", "<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    source = word(p(run, properties=f"<w:pPrChange {DATED}><w:pPr/></w:pPrChange>"))

    assert "甲\n" == source.text
    assert () == source.revisions


@pytest.mark.parametrize("name", ["del", "moveFrom"])
def test_a_paragraph_whose_end_is_deleted_joins_with_the_next(name: str) -> None:
    source = word(p("一、总体", properties=ended(name)) + p("情况") + p("甲"))

    assert "一、总体情况\n甲\n" == source.text
    assert [("一、总体情况", 1), ("甲", 3)] == places(source)
    assert [("", 4)] == revised(source)


def test_a_paragraph_deleted_as_a_whole_leaves_nothing() -> None:
    source = word(p("甲") + p(deleted("旧"), properties=ended("del")) + p("乙"))

    assert [("甲", 1), ("乙", 3)] == places(source)
    assert [("", 2)] == revised(source)


def test_several_paragraphs_may_join() -> None:
    end = ended("del")

    assert "甲乙丙\n" == text(p("甲", properties=end) + p("乙", properties=end) + p("丙"))


def test_a_paragraph_before_a_table_has_nothing_to_join_with() -> None:
    source = word(
        p("甲", properties=ended("del"))
        + tbl(tr("1"))
        + p(deleted("旧"), properties=ended("del"))
        + tbl(tr("2"))
        + p("乙", properties=ended("del"))
    )

    assert [("甲", 1), ("1", (1, 1, 1)), ("2", (2, 1, 1)), ("乙", 3)] == places(source)
    assert 3 == len(source.revisions or ())


def test_a_paragraph_inserted_as_a_whole_is_one_change() -> None:
    source = word(p("甲") + p(inserted("新"), properties=ended("ins")))

    assert "甲\n新\n" == source.text
    assert [("新", 2)] == revised(source)


def test_an_inserted_end_is_a_change_of_its_own_after_old_text() -> None:
    assert [("", 1)] == revised(word(p("甲", properties=ended("ins")) + p("乙")))


def test_a_deleted_row_is_left_out_but_counts() -> None:
    gone = tr(tc(p(deleted("旧"))), tc(tbl(tr("里"))), properties=f"<w:del {DATED}/>")
    source = word(tbl(tr("甲", "1"), gone, tr("乙", "2")) + tbl(tr("丙")))

    assert [["甲", "1"], ["乙", "2"], ["丙"]] == rows(source)
    assert [(1, 1, 1), (1, 1, 2), (1, 3, 1), (1, 3, 2), (3, 1, 1)] == [
        where for _, where in places(source)
    ]
    assert [("", 4)] == revised(source)


def test_the_last_row_may_be_deleted() -> None:
    source = word(tbl(tr("甲"), tr("乙", properties=f"<w:del {DATED}/>")))

    assert [["甲"]] == rows(source)
    assert (Span(2, 2),) == source.revisions


def test_an_inserted_row_is_a_change() -> None:
    source = word(tbl(tr("甲"), tr("乙", properties=f"<w:ins {DATED}/>")))

    assert [["甲"], ["乙"]] == rows(source)
    assert [("", 2)] == revised(source)


def test_a_deleted_cell_is_left_out_but_counts() -> None:
    gone = tc("旧", properties=f"<w:cellDel {DATED}/>")
    new = tc("新", properties=f"<w:cellIns {DATED}/>")
    source = word(tbl(tr("甲", gone, new)))

    assert [("甲", (1, 1, 1)), ("新", (1, 1, 3))] == places(source)
    assert [("", 2), ("", 2)] == revised(source)


def test_a_text_box_may_be_inserted_or_deleted() -> None:
    assert "甲\n框\n" == text(p("甲", change("ins", box(p("框")))))
    assert "甲\n" == text(p("甲", change("del", box(p("框")))))


def test_changes_in_cells_stand_in_them() -> None:
    source = word(tbl(tr("规章", tc(p(deleted("3"), inserted("5"))))))

    assert [["规章", "5"]] == rows(source)
    assert [("", 3), ("5", 3)] == revised(source)
