"""The ink of a page: without stamps, whatever the ground and the light."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.scan.arrays import Grey, Pixels

_COLOURED = 35  # of 255: by how much red is brighter than the others in a stamp
_NEAR = 0.02  # inches around coloured pixels, which the scanner has blurred
_BLACK = 0.85  # of the ground: print below a stamp is darker
_GROUND = 0.25  # inches: what is wider is no stroke, but ground
_BLURRED = 0.004  # inches
_DARK = 0.72  # of the ground: what is darker is ink
_FAINT = 0.85  # of the ground: thin strokes in a coarse picture are no darker
_NOISE = 6.0  # times the noise: what is darker is none
_AROUND = 0.15  # inches: nearly as wide as a character; less than half of that is ink
_QUARTER = 0.6745  # of the noise, by which a quarter of it is darker than half of it


class Ink(NamedTuple):
    """Where ink is: 255, elsewhere 0.

    ``faint``: where it is, or only a trace of it: of thin strokes, in a coarse picture.
    """

    dark: Grey
    faint: Grey


def without_stamps(picture: Pixels, dpi: float) -> Grey:
    """A page in grey; red that is not nearly black becomes as bright as red paper.

    Through a red filter a stamp cannot be seen, and black print below it can.
    """
    if picture.ndim == 2:
        return np.ascontiguousarray(picture)
    red = picture[:, :, 2].astype(np.int16)
    others = np.maximum(picture[:, :, 0], picture[:, :, 1]).astype(np.int16)
    stamped = (red - others > _COLOURED).astype(np.uint8)
    grey: Grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if not cv2.countNonZero(stamped):
        return grey
    size = max(round(_NEAR * dpi), 1) * 2 + 1
    near = cv2.dilate(stamped, np.ones((size, size), np.uint8))
    level = max(float(np.percentile(picture[:, :, 2][stamped > 0], 40)), 1.0)
    ground = float(np.percentile(grey[::8, ::8], 80))
    seen = np.clip(picture[:, :, 2].astype(np.float32) * (ground / level), 0, 255)
    seen = np.where(seen > _BLACK * ground, ground, seen)  # no trace of it is left
    return np.where(near > 0, np.maximum(seen, grey), grey).astype(np.uint8)


def evened(grey: Grey, dpi: float) -> Grey:
    """A page on white ground, whatever the paper and the light."""
    scale = min(50 / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    size = max(round(_GROUND * dpi * scale), 3) | 1
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((size, size), np.uint8)), size)
    ground = cv2.resize(ground, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, np.maximum(ground, 1), scale=255)


def ink_of(even: Grey, dpi: float) -> Ink:
    """The ink of a page on white ground."""
    smooth = _smooth(even, dpi)
    dark = _dark(smooth)
    return Ink(dark, cv2.bitwise_or(dark, _traces(smooth, dpi)))


def dark_ink(even: Grey, dpi: float) -> Grey:
    """Where ink is beyond doubt."""
    return _dark(_smooth(even, dpi))


def _smooth(even: Grey, dpi: float) -> Grey:
    return cv2.GaussianBlur(even, (0, 0), max(_BLURRED * dpi, 0.6))


def _dark(smooth: Grey) -> Grey:
    return cv2.threshold(smooth, round(_DARK * 255), 255, cv2.THRESH_BINARY_INV)[1]


def _traces(smooth: Grey, dpi: float) -> Grey:
    """What is darker than most around it, and no noise: shading is no print."""
    step = max(round(dpi / 100), 1)
    few = np.ascontiguousarray(smooth[::step, ::step])
    share = max(min(_FAINT, 1 - _NOISE * _noise(few)), _DARK)
    around = cv2.medianBlur(few, round(_AROUND * dpi / step) | 1)
    least = cv2.convertScaleAbs(around, alpha=share)
    least = cv2.resize(least, smooth.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.compare(smooth, least, cv2.CMP_LT)


def _noise(page: Grey) -> float:
    """The noise of the ground of a page, as a share of white."""
    some = page[::4, ::4]
    ground = some[some > _FAINT * 255]
    if not ground.size:
        return 0.0
    quarter, half = np.percentile(ground, (25, 50))
    return float(half - quarter) / _QUARTER / 255
