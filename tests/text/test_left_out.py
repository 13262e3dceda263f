"""What of a text is left out, as a person does not read it: struck numbers, marks of notes."""

from __future__ import annotations

import pytest

from gklint.text.blanking import blanked
from gklint.text.left_out import find_left_out
from tests.support.checking import found
from tests.support.sample import changed

ROW = "行政许可 | 36 |"


def read(text: str, *, markup: bool = True) -> str:
    return blanked(text, find_left_out(text, markup=markup))


@pytest.mark.parametrize(
    "mark",
    [
        "¹",
        "²³",
        "⁽¹⁾",
        "[^1]",
        "[^note-a]",
        "^1^",
        "<sup>1</sup>",
        "<sup>[2]</sup>",
        "<SUP>注1</SUP>",
    ],
)
@pytest.mark.parametrize("end", ["", " |", "\n", "\t0"])
def test_the_mark_of_a_note_at_the_end_of_a_cell_is_left_out(mark: str, end: str) -> None:
    assert f"| 36{' ' * len(mark)}{end}" == read(f"| 36{mark}{end}")


@pytest.mark.parametrize(
    "struck", ["~~99~~", "<del>99</del>", "<s>9,9</s>", '<Strike class="a">9</Strike>']
)
def test_what_is_struck_through_is_left_out(struck: str) -> None:
    assert f"| {' ' * len(struck)}36 |" == read(f"| {struck}36 |")


@pytest.mark.parametrize(
    "text",
    [
        "面积36m²。",
        "面积36²米",
        "占地36<sup>2</sup>米",
        "~~件，其中~~件",
        "1~~2月",
        "[^1]: 含上年结转",
        "<del>99 | 36</del>",
        "2^10",
        "<sub>1</sub>36",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert text == read(text)


def test_elsewhere_than_in_text_only_raised_digits_are_marks() -> None:
    assert "~~9~~36 " == read("~~9~~36¹", markup=False)


@pytest.mark.parametrize("cell", ["~~99~~36", "36¹", "36[^1]", "36<sup>注1</sup>", "<s>9</s>36"])
def test_a_report_with_such_cells_has_its_numbers_and_an_info(cell: str) -> None:
    text = changed((ROW, f"行政许可 | {cell} |"))

    assert [] == found(text)
    line = text[: text.index(cell)].count("\n") + 1
    assert [("GK717", line)] == found(text, infos=True)
