from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gklint.corpus.places import each, told
from gklint.text.source import Place, Places, Position, Range, Source


def test_a_place_is_a_line_and_a_column_or_parts_by_their_names() -> None:
    range_ = Range(Position(12, 5), Position(12, 6))
    assert "12:5" == told(range_, None)
    assert "table 2 row 5 cell 3" == told(None, Place(table=2, row=5, cell=3))
    assert None is told(None, None)


@given(st.text("ab甲\n\r", max_size=60), st.lists(st.integers(-1, 60)))
def test_many_places_are_those_of_each(text: str, starts: list[int]) -> None:
    source = Source(text, "a.txt")
    starts = [min(start, len(text)) for start in starts]
    positions = [source.position(start) if start >= 0 else None for start in starts]
    expected = [f"{at.line}:{at.column}" if at else None for at in positions]
    assert expected == each(source, starts)


def test_a_column_far_to_the_right_is_told() -> None:
    assert ["1:1", "1:1001"] == each(Source("x" * 2000, "a.txt"), [0, 1000])


def test_where_a_format_has_no_lines_nothing_is_made_up() -> None:
    assert [None] == each(Source("", "a.docx", where=Places()), [-1])
