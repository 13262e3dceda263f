"""Files of pictures opened, looked at before they are unpacked."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import hypot

import cv2
import numpy as np
from PIL import Image, ImageOps

from gklint.errors import UnreadableFileError
from gklint.formats.fixed.matrix import INCH, Matrix
from gklint.formats.limits import Limits
from gklint.formats.scan.arrays import Pixels
from gklint.formats.scan.shown import AS_IT_IS, Shown

_FINEST = 300.0  # dots an inch; more tell no more
_COARSEST = 150.0  # below, pages are enlarged
_PAGE = 11.7  # inches: the longer side of a page, where a picture does not say how large it is
_MOST = 6000  # pixels of the longer side
_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")  # others would start other programs
_SMALLEST = (300, 30)  # pixels, across and down; the numbers of a smaller table are no more legible
_GLANCE = 200  # pixels
_DARKEST = 130  # of 255: paper in bad light
_EVEN = 40  # of 255: as bright as the paper
_LIKELY = (72.1, 1300.0)  # dots an inch that a scanner says; 72 is what programs say


def drawable(dpi: float, width: float, height: float) -> float:
    """The resolution in which a page of so many points is looked at."""
    longest = max(width, height, 1.0) / INCH
    return min(min(max(dpi, _COARSEST), _FINEST), _MOST / longest)


def pictures_in(
    data: bytes, limits: Limits, shown: Shown = AS_IT_IS
) -> Iterator[tuple[Pixels, float]]:
    """The pages of a file of pictures, blue first, with their resolution.

    Raises UnreadableFileError for what is damaged, or over a limit.
    """
    with _file(data) as file:
        count = getattr(file, "n_frames", 1)
        limits.check("scans", count)
        for frame in range(count):
            file.seek(frame)
            limits.check_pixels(file.width * file.height)
            yield _opened(file, shown)


def composed(
    parts: Iterable[tuple[bytes, Matrix]], width: float, height: float, limits: Limits
) -> tuple[Pixels, float] | None:
    """A page of so many points with pictures on it, blue first, and its resolution.

    Each matrix is from a square of 1, which the picture fills, to the page.  None if none of them
    can be opened.  Raises UnreadableFileError over a limit.
    """
    read = ((_pixels(data, limits), matrix) for data, matrix in parts)
    opened = [(found, matrix) for found, matrix in read if found is not None]
    if not opened:
        return None
    finest = max(found.shape[1] / max(hypot(it.a, it.b), 1.0) for found, it in opened)
    dpi = drawable(finest * INCH, width, height)
    scale = dpi / INCH
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    page = np.full((size[1], size[0], 3), 255, np.uint8)
    for found, matrix in opened:
        down, across = found.shape[:2]
        a, b, c, d, e, f = (each * scale for each in matrix)
        move = np.array([[a / across, c / down, e], [b / across, d / down, f]])
        cv2.warpAffine(found, move, size, page, borderMode=cv2.BORDER_TRANSPARENT)
    return page, dpi


def _pixels(data: bytes, limits: Limits) -> Pixels | None:
    """A picture, blue first; None if it is damaged, or of another kind."""
    try:
        with _file(data) as file:
            limits.check_pixels(file.width * file.height)
            return np.asarray(_on_paper(file).convert("RGB"))[:, :, ::-1]
    except UnreadableFileError as error:
        if error.reason == "damaged":
            return None
        raise


def is_print(data: bytes, limits: Limits) -> bool:
    """Whether a picture may be print on paper: most of it is bright, and as bright as the rest.

    Raises UnreadableFileError for what is damaged, or over a limit.
    """
    with _file(data) as file:
        if file.width < _SMALLEST[0] or file.height < _SMALLEST[1]:
            return False
        limits.check_pixels(file.width * file.height)
        file.draft("L", (_GLANCE, _GLANCE))  # of a JPEG no more than that is unpacked
        return is_paper(np.asarray(_on_paper(file).convert("L").resize((_GLANCE, _GLANCE))))


def is_paper(picture: Pixels) -> bool:
    """Whether most of a picture is bright, and as bright as the rest."""
    ground = float(np.median(picture)) if picture.size else 0.0
    alike = int(np.count_nonzero(abs(picture - ground) <= _EVEN))
    return ground >= _DARKEST and 2 * alike > picture.size


@contextmanager
def _file(data: bytes) -> Iterator[Image.Image]:
    """A file that is open; what goes wrong with it is said in our words."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of tags that are odd
            with _own_limits(), Image.open(io.BytesIO(data), formats=_FORMATS) as file:
                yield file
    except UnreadableFileError:
        raise
    except Exception as error:  # on a damaged file Pillow raises nearly anything
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


def _opened(file: Image.Image, shown: Shown) -> tuple[Pixels, float]:
    upright = _on_paper(_part(ImageOps.exif_transpose(file), shown.cut))
    dpi = upright.width / shown.inches if shown.inches else _dpi(file)
    wanted = drawable(dpi, upright.width / dpi * INCH, upright.height / dpi * INCH)
    if wanted != dpi:
        scale = wanted / dpi
        size = (max(round(upright.width * scale), 1), max(round(upright.height * scale), 1))
        upright = upright.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    picture = np.asarray(upright.convert("RGB"))[:, :, ::-1]
    return np.ascontiguousarray(picture), wanted


def _part(picture: Image.Image, cut: tuple[float, float, float, float]) -> Image.Image:
    """What is left where parts are cut off."""
    if not any(cut):
        return picture
    left, top, right, bottom = (min(max(each, 0.0), 0.49) for each in cut)
    width, height = picture.size
    return picture.crop((left * width, top * height, (1 - right) * width, (1 - bottom) * height))


def _on_paper(picture: Image.Image) -> Image.Image:
    """A picture on white, if one can see through it."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture
    whole = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole)


def _dpi(file: Image.Image) -> float:
    """What it says, if that is likely; otherwise that of a page."""
    said = float(file.info.get("dpi", (0, 0))[0] or 0)
    size = max(file.size)
    if _LIKELY[0] < said < _LIKELY[1] and _PAGE / 2 < size / said < 2 * _PAGE:
        return said
    return size / _PAGE
