"""Pages as a scanner would leave them: pictures that are turned, blurred, noisy, stamped."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import cv2
import numpy as np
import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.scan.arrays import Pixels

_INVISIBLE = 3
"""The mode in which text is drawn that cannot be seen."""


class Wear(NamedTuple):
    """What scanner and paper do to a page.

    skew: degrees.  blur: the sigma, in pixels.  noise: the sigma, of 255.  quality: of the JPEG.
    ground: how bright the paper is.  turned: by how many quarters, against the clock.
    """

    dpi: int = 200
    skew: float = 0.7
    blur: float = 0.6
    noise: float = 6.0
    quality: int = 70
    ground: int = 255
    stamp: bool = False
    turned: int = 0


def draw_wear(rng: Random, dpi: int) -> Wear:
    """Any wear of the ordinary kind."""
    return Wear(
        dpi=dpi,
        skew=rng.uniform(-2, 2),
        blur=rng.uniform(0.3, 0.9) * dpi / 200,
        noise=rng.uniform(2, 12),
        quality=rng.randint(50, 80),
        ground=rng.choice((255, 240, 225)),
        stamp=rng.random() < 0.3,
    )


def pictures_of(pdf: bytes, wear: Wear, seed: int = 0) -> Iterator[Pixels]:
    """The pages of a PDF as pictures, three bytes a pixel."""
    noise = np.random.default_rng(seed)
    document = pdfium.PdfDocument(pdf)
    for number, page in enumerate(document):
        drawn = page.render(scale=wear.dpi / 72).to_numpy()[:, :, :3]
        yield worn(drawn, wear, noise, stamped=wear.stamp and number == len(document) - 1)
    document.close()


def worn(
    picture: Pixels, wear: Wear, noise: np.random.Generator, *, stamped: bool = False
) -> Pixels:
    """A picture with its wear."""
    page: Pixels = picture.astype(np.float32)
    if stamped:
        page = _stamped(page, wear.dpi, noise)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), wear.skew, 1)
    page = cv2.warpAffine(page, turn, (width, height), borderValue=(255, 255, 255))
    if wear.blur:
        page = cv2.GaussianBlur(page, (0, 0), wear.blur)
    page = page * (wear.ground / 255)
    page += noise.normal(0, wear.noise, page.shape[:2])[:, :, None]
    return np.ascontiguousarray(np.rot90(np.clip(page, 0, 255).astype(np.uint8), wear.turned))


def _stamped(page: Pixels, dpi: int, noise: np.random.Generator) -> Pixels:
    """With the round red stamp of an office somewhere on it."""
    height, width = page.shape[:2]
    radius = int(dpi * 0.8)
    at = (
        int(noise.uniform(2 * radius, width - radius)),
        int(noise.uniform(2 * radius, height - radius)),
    )
    stamp = np.full(page.shape, 255, np.float32)
    red = (60, 60, 220)
    cv2.circle(stamp, at, radius, red, max(radius // 12, 2))
    cv2.circle(stamp, at, radius // 4, red, -1)
    return np.minimum(page, stamp)


def as_jpeg(picture: Pixels, wear: Wear) -> bytes:
    """A picture as a file, with its resolution."""
    file = io.BytesIO()
    image = Image.fromarray(np.ascontiguousarray(picture[:, :, ::-1]))
    image.save(file, "JPEG", quality=wear.quality, dpi=(wear.dpi, wear.dpi))
    return file.getvalue()


def as_pdf(pictures: Sequence[bytes], dpi: int) -> bytes:
    """JPEG files as the pages of a PDF."""
    document = pdfium.PdfDocument.new()
    for each in pictures:
        image = pdfium.PdfImage.new(document)
        image.load_jpeg(io.BytesIO(each), inline=True)
        width, height = image.get_px_size()
        size = (width * 72 / dpi, height * 72 / dpi)
        image.set_matrix(pdfium.PdfMatrix().scale(*size))
        page = document.new_page(*size)
        page.insert_obj(image)
        page.gen_content()
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


def narrowed(picture: Pixels, share: float, *, sideways: bool) -> Pixels:
    """A page as it was taken at an angle: one of its edges is shorter by a share."""
    height, width = picture.shape[:2]
    across, down = share * width / 2, share * height / 2
    edges = ((0, 0), (width, 0), (width, height), (0, height))
    seen = (
        ((0, 0), (width, down), (width, height - down), (0, height))
        if sideways
        else ((across, 0), (width - across, 0), (width, height), (0, height))
    )
    turn = cv2.getPerspectiveTransform(np.array(edges, np.float32), np.array(seen, np.float32))
    white = (255, 255, 255)
    return cv2.warpPerspective(picture, turn, (width, height), borderValue=white)


def with_layer(picture: Pixels, wear: Wear, layer: Iterable[Glyphs], font: str) -> bytes:
    """A scan of a page as a PDF, with text over it that cannot be seen; ``layer``: unskewed."""
    file = io.BytesIO()
    width, height = (side * 72 / wear.dpi for side in picture.shape[1::-1])
    canvas = Canvas(file, (width, height))
    canvas.drawImage(ImageReader(io.BytesIO(as_jpeg(picture, wear))), 0, 0, width, height)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(wear.skew)
    for glyphs in layer:
        text = canvas.beginText()
        text.setTextRenderMode(_INVISIBLE)
        text.setFont(font, glyphs.size)
        for char, start in zip(glyphs.text, glyphs.starts, strict=True):
            text.setTextOrigin(start - width / 2, height / 2 - glyphs.base)
            text.textOut(char)
        canvas.drawText(text)
    canvas.save()
    return file.getvalue()


def scan_of(pdf: bytes, wear: Wear, seed: int = 0) -> bytes:
    """A PDF as a scan of its print: a PDF of pictures."""
    return as_pdf([as_jpeg(each, wear) for each in pictures_of(pdf, wear, seed)], wear.dpi)
