"""What is drawn again and again is worked out once."""

from __future__ import annotations

import pytest

from gklint.formats.ofd.stencils import Look, Stencils


@pytest.mark.parametrize(
    ("written", "scales", "drawn"),
    [
        (("M 0 0 L 1 0", None), (1.0, 1.0), 1),
        (("M 0 0 L 1 0", None), (1.0, 2.0), 2),
        (("公" * 99, "g 98 4" + " " * 100), (1.0, 1.0), 2),
    ],
    ids=["the same", "of another size", "long"],
)
def test_what_is_short_is_drawn_once(
    written: tuple[str | None, ...], scales: tuple[float, float], drawn: int
) -> None:
    calls = []

    def draw(look: Look[float]) -> float:
        calls.append(look)
        return look[1]

    stencils = Stencils(draw)

    assert [*scales] == [stencils[written, scale] for scale in scales]
    assert drawn == len(calls)


def test_no_more_is_kept_than_one_file_is_likely_to_need() -> None:
    stencils = Stencils[int, int](lambda look: look[1])

    assert [*range(5000)] == [stencils[("5",), number] for number in range(5000)]
    assert 5000 - 2 * 2048 == len(stencils)
