"""Reports with pictures in them: their tables as pictures in a text, or all their pages."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from itertools import pairwise
from typing import NamedTuple

import docx
import numpy as np
from docx.shared import Inches
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.reading import take
from gklint.formats.scan.arrays import Pixels
from gklint.formats.scan.cleaning import ink_of
from gklint.formats.scan.ruling import rules_of
from gklint.text.source import Places
from tests.support.ofd import package, page
from tests.support.scanning import Wear, pictures_of, worn

_MM, _PIXELS = 25.4, 96  # an inch
_AROUND = 6  # pixels around a table
_POINTS, _SIZE, _PITCH, _MARGIN, _TOP = 72, 12, 20, 56, A4[1] - 56  # points
_UNWORN = Wear(skew=0, blur=0, noise=0)


class Picture(NamedTuple):
    """A PNG, and how many inches wide it is."""

    data: bytes
    inches: float


def png(picture: Pixels) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(picture[:, :, ::-1])).save(file, "PNG")
    return file.getvalue()


def parts_of(pdf: bytes, wear: Wear) -> Iterator[str | Picture]:
    """A report in print: its paragraphs, and its tables as pictures."""
    source, tables = take(pdf, "年报.pdf"), _tables(pdf, wear)
    assert isinstance(source.where, Places)
    last = None
    for number, start in enumerate(source.line_starts, 1):
        row = source.rows_by_start.get(start)
        if row is None:
            yield source.text[slice(*source.line_span(number))]
            continue
        places = (source.where.at(cell.start) for cell in row.cells)
        pages = {(place.page, place.table) for place in places if place}
        if pages != {last}:
            last = max(pages)
            yield next(tables)


def _tables(pdf: bytes, wear: Wear) -> Iterator[Picture]:
    """The tables as pictures, what of one stands on a page as one."""
    noise = np.random.default_rng(0)
    for picture in pictures_of(pdf, _UNWORN._replace(dpi=wear.dpi)):
        level, upright, _ = rules_of(
            ink_of(picture.mean(axis=2).astype(np.uint8), wear.dpi), wear.dpi
        )
        left = int(min(rule.start for rule in level)) - _AROUND if level else 0
        right = int(max(rule.end for rule in level)) + _AROUND if level else 0
        for top, bottom in _stretches([(rule.start, rule.end) for rule in upright]):
            shown = picture[top - _AROUND : bottom + _AROUND, left:right]
            yield Picture(png(worn(shown, wear, noise)), (right - left) / wear.dpi)


def _stretches(rules: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """From where to where upright rules overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(rules):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], int(end)))
        else:
            found.append((int(start), int(end)))
    return found


def as_word(parts: Sequence[str | Picture]) -> bytes:
    made, file = docx.Document(), io.BytesIO()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
        else:
            made.add_picture(io.BytesIO(part.data), Inches(part.inches))
    made.save(file)
    return file.getvalue()


def as_page(parts: Sequence[str | Picture]) -> bytes:
    """A page with the pictures in it."""
    lines = (
        f"<p>{escape(part)}</p>"
        if isinstance(part, str)
        else f'<p><img width="{part.inches * _PIXELS:.0f}" src="data:image/png;base64,'
        f'{b64encode(part.data).decode()}"></p>'
        for part in parts
    )
    return "\n".join(("<html><body>", *lines)).encode()


def as_mhtml(parts: Sequence[str | Picture]) -> bytes:
    """A page as browsers save it, its pictures beside it."""
    made = MIMEMultipart("related")
    lines: list[str] = []
    pictures: list[MIMEImage] = []
    for part in parts:
        if isinstance(part, str):
            lines.append(f"<p>{escape(part)}</p>")
        else:
            lines.append(f'<p><img src="a.files/{len(pictures)}.png"></p>')
            pictures.append(MIMEImage(part.data, "png"))
            pictures[-1]["Content-Location"] = f"file:///C:/a.files/{len(pictures) - 1}.png"
    text = MIMEText("\n".join(("<html><body>", *lines)), "html", "utf-8")
    text["Content-Location"] = "file:///C:/a.htm"
    for each in (text, *pictures):
        made.attach(each)
    return made.as_bytes()


def as_pdf(parts: Sequence[str | Picture], font: str) -> bytes:
    """Pages with text and pictures, as Word exports them."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    y = _TOP
    for part in parts:
        lines = [*_wrapped(part, font)] if isinstance(part, str) else []
        height = _PITCH * len(lines) if isinstance(part, str) else _height(part)
        if y - height < _MARGIN:
            canvas.showPage()
            y = _TOP
        canvas.setFont(font, _SIZE)
        for number, line in enumerate(lines):
            canvas.drawString(_MARGIN, y - _SIZE - number * _PITCH, line)
        if isinstance(part, Picture):
            width = part.inches * _POINTS
            image = ImageReader(io.BytesIO(part.data))
            canvas.drawImage(image, (A4[0] - width) / 2, y - height, width, height)
        y -= height + _PITCH - _SIZE
    canvas.save()
    return file.getvalue()


def _wrapped(text: str, font: str) -> Iterator[str]:
    line = ""
    for character in text:
        if stringWidth(line + character, font, _SIZE) > A4[0] - 2 * _MARGIN:
            yield line
            line = ""
        line += character
    yield line


def _height(picture: Picture) -> float:
    """Of a picture, in points."""
    width, height = Image.open(io.BytesIO(picture.data)).size
    return picture.inches * _POINTS * height / width


def _unseen(glyphs: Glyphs) -> str:
    """A piece of text of an OFD that cannot be seen."""
    mm = _MM / _POINTS
    apart = " ".join(f"{(after - at) * mm:.3f}" for at, after in pairwise(glyphs.starts))
    return (
        f"<TextObject Boundary='0 0 210 297' Size='{glyphs.size * mm:.3f}' Alpha='0'><TextCode "
        f"X='{glyphs.starts[0] * mm:.3f}' Y='{glyphs.base * mm:.3f}' DeltaX='{apart}'>"
        f"{escape(glyphs.text)}</TextCode></TextObject>"
    )


def as_ofd(pages: Sequence[bytes], dpi: int, layer: Iterable[Glyphs] = ()) -> bytes:
    """Pages that are pictures, as programs for scanners write them.

    ``layer``: text over each of them that cannot be seen.
    """
    over = "".join(map(_unseen, layer))
    listed, media = [], []
    parts: dict[str, str | bytes] = {
        "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"
    }
    for number, data in enumerate(pages):
        width, height = Image.open(io.BytesIO(data)).size
        size = f"{width / dpi * _MM:.2f} 0 0 {height / dpi * _MM:.2f}"
        shown = f"CTM='{size} 0 0' Boundary='0 0 210 297' ResourceID='{90 + number}'"
        parts[f"Doc_0/Pages/{number}.xml"] = page(f"<ImageObject ID='{number}' {shown}/>{over}")
        parts[f"Doc_0/Res/{number}.jpg"] = data
        listed.append(f"<Page ID='{number + 1}' BaseLoc='Pages/{number}.xml'/>")
        file = f"<MediaFile>{number}.jpg</MediaFile>"
        media.append(f"<MultiMedia ID='{90 + number}' Type='Image'>{file}</MultiMedia>")
    parts["Doc_0/DocumentRes.xml"] = (
        f"<Res BaseLoc='Res'><MultiMedias>{''.join(media)}</MultiMedias></Res>"
    )
    parts["Doc_0/Document.xml"] = (
        "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
        "<DocumentRes>DocumentRes.xml</DocumentRes></CommonData>"
        f"<Pages>{''.join(listed)}</Pages></Document>"
    )
    return package(parts)
