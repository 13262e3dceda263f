"""Sources in which other characters stand in some places."""

from __future__ import annotations

from gklint.text.recognition import Crop, Recognition, Seen
from gklint.text.rewriting import rewritten
from gklint.text.source import Place, Places, Row, Source, Span

SEEN = Seen(1.0, Crop(1, 0, 0, 1, 1))
SOURCE = Source(
    "a\t1\t22\nrest",
    rows=(Row(Span(0, 6), (Span(0, 1), Span(2, 3), Span(4, 6)), (0, 1, 2)),),
    where=Places((0, 2, 4, 7), (Place(1), Place(2), Place(3), Place(4))),
    recognition=Recognition((2, 4), (3, 6), (SEEN, SEEN), 1),
)


def test_without_other_texts_it_is_the_same() -> None:
    assert rewritten(SOURCE, {}) is SOURCE


def test_what_stands_behind_moves() -> None:
    found = rewritten(SOURCE, {Span(2, 3): "100", Span(4, 6): "2"})

    assert "a\t100\t2\nrest" == found.text
    (row,) = found.rows
    assert ["a", "100", "2"] == [found.text[slice(*cell)] for cell in row.cells]
    assert "a\t100\t2" == found.text[slice(*row.span)]
    assert Places((0, 2, 6, 8), (Place(1), Place(2), Place(3), Place(4))) == found.where
    assert found.recognition is not None
    assert ((2, 6), (5, 7)) == (found.recognition.starts, found.recognition.ends)
