"""Ink found in small drawn pictures."""

from __future__ import annotations

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")

import numpy as np  # noqa: E402

from gklint.formats.scan.arrays import Grey  # noqa: E402
from gklint.formats.scan.cleaning import ink_of  # noqa: E402

DPI = 150


def page(ground: int = 255, noise: float = 0.0) -> Grey:
    """A page with a stroke one pixel thick that a scanner has made grey."""
    drawn = np.full((120, 240), ground, np.float32)
    drawn[60, 40:200] = ground * 0.65
    drawn += np.random.default_rng(0).normal(0, noise, drawn.shape)
    return np.clip(drawn, 0, 255).astype(np.uint8)


def test_a_thin_stroke_leaves_a_trace_of_ink() -> None:
    ink = ink_of(page(), DPI)

    assert not ink.dark.any()
    assert ink.faint[60, 45:195].all()


def test_what_is_ink_is_there_too_where_traces_are() -> None:
    drawn = page()
    drawn[20:30, 20:60] = 0
    ink = ink_of(drawn, DPI)

    assert ink.dark[25, 40]
    assert ink.faint[ink.dark > 0].all()


def test_shading_is_no_ink() -> None:
    drawn = np.full((200, 300), 255, np.uint8)
    drawn[40:160, 40:260] = 210

    assert not ink_of(drawn, DPI).faint[52:148, 52:248].any()


def test_noise_is_no_ink() -> None:
    ink = ink_of(page(noise=20), DPI)

    assert np.count_nonzero(ink.faint[:50]) < 5
    assert ink.faint[60, 45:195].any()
