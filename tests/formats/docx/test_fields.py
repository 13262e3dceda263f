"""Fields of Word that draw characters: a number in a circle."""

from __future__ import annotations

import pytest

from tests.support.word import p, tbl, tc, text, tr


def field(*instruction: str, result: str | None = None) -> str:
    parts = "".join(f"<w:instrText>{each}</w:instrText>" for each in instruction)
    shown = "" if result is None else f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t>'
    begin, end = (f'<w:fldChar w:fldCharType="{what}"/>' for what in ("begin", "end"))
    return f"<w:r>{begin}{parts}{shown}{end}</w:r>"


@pytest.mark.parametrize(
    ("instruction", "drawn"),
    [
        (r" EQ \o\ac(○,6) ", "⑥"),
        (r"eq \o \al (◯; ６)", "⑥"),
        (r"EQ \o(〇，20)", "⑳"),
        (r"EQ \o\ac(○,21)", "21"),
        (r"EQ \o\ac(○,上)", "上"),
        (r"EQ \o\ac(□,6)", "6"),
        (r"EQ \o\ar(甲,乙)", "甲乙"),
        (r"EQ \f(1,2)", ""),
        ("PAGE", ""),
    ],
)
def test_characters_over_each_other_are_read(instruction: str, drawn: str) -> None:
    assert f"公{drawn}开\n" == text(p("公", field(instruction), "开"))
    simple = f'<w:fldSimple w:instr="{instruction}"/>'
    assert f"公{drawn}开\n" == text(p("公", simple, "开"))


def test_the_instruction_may_be_in_pieces() -> None:
    assert "⑥\n" == text(p(field(r" EQ \o\ac(", "○", ",6) ")))


def test_what_word_kept_as_its_result_is_not_read_again() -> None:
    assert "⑥\n" == text(p(field(r"EQ \o\ac(○,6)", result="⑥")))
    assert "3\n" == text(p(field("PAGE", result="3")))


def test_a_field_within_another_instruction_is_not_read() -> None:
    inner = field(r"EQ \o\ac(○,6)").removeprefix("<w:r>").removesuffix("</w:r>")
    begin, end = (f'<w:fldChar w:fldCharType="{what}"/>' for what in ("begin", "end"))

    assert "公开\n" == text(p("公", f"<w:r>{begin}{inner}{end}</w:r>", "开"))


def test_in_a_cell_it_is_its_value() -> None:
    assert "规章\t⑥\n" == text(tbl(tr("规章", tc(p(field(r"EQ \o\ac(○,6)"))))))
