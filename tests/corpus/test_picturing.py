"""Pictures of answers: what is written in them, that nothing overlaps, and what cannot be drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from gklint.corpus.asking import Answer, Corpus
from gklint.corpus.picturing import Bar, Picture, draw, pictured
from gklint.corpus.views import VIEWS, picture
from gklint.errors import UsageError
from tests.support.corpora import Made

STATES = [(2022, "agrees", 40), (2022, "undecided", 2), (2023, "agrees", 30), (2023, "differs", 9)]


def answer(rows: Sequence[Sequence[Any]]) -> Answer:
    return Answer([f"column {number}" for number in range(len(rows[0]))], iter(rows))


def svg(found: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(draw(found, Path("x.svg")))


def texts(found: Picture) -> list[str]:
    """What is written in a picture."""
    return [each.text or "" for each in svg(found).iter("{http://www.w3.org/2000/svg}text")]


def refused(rows: Sequence[Sequence[Any]]) -> str:
    with pytest.raises(UsageError) as raised:
        pictured(answer(rows), None, "en")
    return raised.value.said("en")


def test_a_picture_of_a_view_is_written_in_the_language_asked_for() -> None:
    zh, en = (texts(pictured(answer(STATES), "carried_over", lang)) for lang in ("zh", "en"))

    assert {"上年结转与上年年报的结转下年是否相符", "年份", "格数", "相符", "不符", "不下结论"} <= {
        *zh
    }
    assert {"Requests carried in, against those carried out the year before", "agrees"} <= {*en}
    assert {"2022", "2023", "40", "30", "9"} <= {*zh}


def test_series_stand_in_one_order_whichever_comes_first() -> None:
    found = pictured(answer(STATES), "carried_over", "en")

    assert ["agrees", "differs", "undecided"] == [*found.series]
    assert [
        Bar("2022", {"agrees": 40, "undecided": 2}),
        Bar("2023", {"agrees": 30, "differs": 9}),
    ] == found.bars


def test_also_a_single_series_is_named() -> None:
    assert "不再有" in texts(pictured(answer([("XZ1", "gone", 1)]), "rule_effects", "zh"))


def test_the_code_of_a_rule_stands_beside_what_that_finds() -> None:
    found = pictured(answer([("GK501", "error", 4.5), ("XZ1", "error", 1)]), "error_rates", "en")

    assert ["GK501 The report gives no contact.", "XZ1"] == [bar.label for bar in found.bars]


def test_a_picture_of_a_question_is_named_by_its_columns() -> None:
    assert {"column 0", "column 1", "甲局"} <= {*texts(pictured(answer([("甲局", 4)]), None, "zh"))}


def test_what_has_no_label_is_unknown() -> None:
    assert ["不详"] == [bar.label for bar in pictured(answer([(None, 4)]), None, "zh").bars]


def test_a_long_label_is_cut_to_its_room() -> None:
    ((label, _),) = pictured(answer([("年" * 50, 4)]), None, "zh").bars

    assert "年" * 21 + "…" == label


def test_chinese_labels_have_room_whatever_font_is_here() -> None:
    """Each is right of the edge, at twice the width of a letter."""
    found = pictured(answer([("云岭县人力资源和社会保障局综合服务中心", 4)]), None, "zh")
    (label,) = (each for each in svg(found).iter() if (each.text or "").startswith("云岭县"))
    right = float(re.findall(r"[\d.]+", label.get("transform", ""))[1])

    assert "text-anchor: end" in label.get("style", "")
    assert right > 10 * len(label.text or "")


def test_the_same_answer_is_the_same_picture() -> None:
    one, other = (draw(pictured(answer(STATES), "carried_over", "zh"), Path("x.svg")) for _ in "12")

    assert one == other


def test_a_picture_can_be_a_png() -> None:
    data = draw(pictured(answer([("GK501", "error", 4.5)]), "error_rates", "en"), Path("x.PNG"))

    assert data.startswith(b"\x89PNG\r\n")


def test_a_png_needs_a_font_that_has_its_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    from matplotlib.font_manager import fontManager

    own = [font for font in fontManager.ttflist if font.name == "DejaVu Sans"]
    monkeypatch.setattr(fontManager, "ttflist", own)
    with pytest.raises(UsageError) as raised:
        draw(pictured(answer(STATES), "carried_over", "zh"), Path("x.png"))

    assert (
        "no font here has all characters of the picture (such as Noto Sans CJK SC), so no PNG can "
        "be drawn; install one, or use .svg"
    ) == raised.value.said("en")


def test_another_kind_of_picture_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError) as raised:
        draw(pictured(answer(STATES), None, "zh"), Path("x.gif"))

    assert {"format": "gif", "known": ["svg", "png"]} == raised.value.message.args


@pytest.mark.parametrize("rows", [[(1,)], [(1, 2, 3, 4)], [("a", "b")], [("a", True)]])
def test_an_answer_of_another_shape_is_refused(rows: Sequence[Sequence[Any]]) -> None:
    said = (
        "a picture needs two or three columns: a name, (a kind,) a number; change the query, or "
        "use --view"
    )

    assert said == refused(rows)


def test_more_labels_than_one_can_read_are_refused() -> None:
    assert "a picture has room for 40 names; use LIMIT, or sum up first" == refused(
        [(number, 1) for number in range(41)]
    )


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(UsageError) as raised:
        pictured(Answer(["a", "b"], iter(())), None, "en")

    assert "no rows, so there is nothing to draw" == raised.value.said("en")


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_has_a_picture_that_its_words_fit(view: str, tmp_path: Path) -> None:
    made = Made()
    made.report(1, "甲局", 2023, "340100", {("requests", "granted", "total"): 1}, passed=1)
    with Corpus(made.write(tmp_path)) as corpus:
        found = corpus.ask(picture(view))
        assert 3 == len(found.columns)
        assert all(isinstance(row[2], int | float | Decimal) for row in found.rows)

    assert texts(pictured(answer([("甲", None, 1)]), view, "zh"))[-1] != ""
