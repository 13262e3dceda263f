"""Files of pictures opened: PNG, JPEG, TIFF; looked at before they are unpacked."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.scan.arrays import Pixels

_FINEST = 300.0  # dots an inch; more tell no more
_COARSEST = 150.0  # below, pages are enlarged
_PAGE = 11.7  # inches: the longer side of a page, where a picture does not say how large it is
_POINTS = 72.0
_MOST = 6000  # pixels of the longer side
_LIKELY = (72.1, 1300.0)  # dots an inch that a scanner says; 72 is what programs say


def drawable(dpi: float, width: float, height: float) -> float:
    """The resolution in which a page of so many points is looked at."""
    longest = max(width, height, 1.0) / _POINTS
    return min(min(max(dpi, _COARSEST), _FINEST), _MOST / longest)


def pictures_in(data: bytes, limits: Limits) -> Iterator[tuple[Pixels, float]]:
    """The pages of a file of pictures, blue first, with their resolution.

    Raises UnreadableFileError for what is damaged, or over a limit.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of tags that are odd
            with _own_limits(), Image.open(io.BytesIO(data)) as file:
                count = getattr(file, "n_frames", 1)
                limits.check("scans", count)
                for frame in range(count):
                    file.seek(frame)
                    limits.check_pixels(file.width * file.height)
                    yield _opened(file)
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
    ) as error:  # as Pillow tells of damage
        raise UnreadableFileError("damaged", kind=_kind(data)) from error


@contextmanager
def _own_limits() -> Iterator[None]:
    """Without the limit of Pillow, which is looked at before ours can be."""
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _kind(data: bytes) -> str:
    return "PNG" if data.startswith(b"\x89PNG") else "JPEG" if data[:1] == b"\xff" else "TIFF"


def _opened(file: Image.Image) -> tuple[Pixels, float]:
    dpi = _dpi(file)
    upright = ImageOps.exif_transpose(file)
    if "A" in upright.getbands() or "transparency" in upright.info:
        whole = upright.convert("RGBA")
        paper = Image.new("RGBA", whole.size, "white")
        upright = Image.alpha_composite(paper, whole)
    wanted = drawable(dpi, upright.width / dpi * _POINTS, upright.height / dpi * _POINTS)
    if wanted != dpi:
        scale = wanted / dpi
        size = (max(round(upright.width * scale), 1), max(round(upright.height * scale), 1))
        upright = upright.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    picture = np.asarray(upright.convert("RGB"))[:, :, ::-1]
    return np.ascontiguousarray(picture), wanted


def _dpi(file: Image.Image) -> float:
    """What it says, if that is likely; otherwise that of a page."""
    said = float(file.info.get("dpi", (0, 0))[0] or 0)
    size = max(file.size)
    if _LIKELY[0] < said < _LIKELY[1] and _PAGE / 2 < size / said < 2 * _PAGE:
        return said
    return size / _PAGE
