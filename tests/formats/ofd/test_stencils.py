"""What is drawn again and again is worked out once."""

from __future__ import annotations

import pytest

from gklint.formats.ofd.stencils import stencil


@pytest.mark.parametrize(
    ("written", "scales", "drawn"),
    [
        (("M 0 0 L 1 0",), (1.0, 1.0), 1),
        (("M 0 0 L 1 0",), (1.0, 2.0), 2),
        (("公" * 99, "g 98 4" + " " * 100), (1.0, 1.0), 2),
    ],
    ids=["the same", "of another size", "long"],
)
def test_what_is_short_is_drawn_once(
    written: tuple[str, ...], scales: tuple[float, float], drawn: int
) -> None:
    calls = []

    @stencil
    def draw(written: tuple[str, ...], scale: float) -> float:
        calls.append(written)
        return scale

    assert [*scales] == [draw(written, scale) for scale in scales]
    assert drawn == len(calls)
