"""OFD files written for tests after GB/T 33190, in the manners of several programs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth

MM = 25.4 / 72
"""Millimetres in a point."""
SPACE = "http://www.ofdspec.org/2016"
_BLACK = (0, 0, 0)


@dataclass(frozen=True)
class Manner:
    """How a program writes OFD.

    ``text``: the objects of a string; ``edge``: what draws a filled rectangle or a stroke.
    ``template``: lines and shapes stand on template pages.  ``wrap``: around the objects of a page.
    """

    text: Callable[[str, float, float, Sequence[float], float], str]
    shape: Callable[[Sequence[tuple[float, float]], str], str]
    space: str = SPACE
    prefix: str = "ofd:"
    template: bool = False
    wrap: str = "{}"
    absolute: bool = False
    lower: bool = False


class Canvas:
    """Draws pages as reportlab's canvas does: in points, from the left lower corner."""

    def __init__(self, stream: io.BytesIO, manner: str = "plain") -> None:
        self.stream = stream
        self.manner = MANNERS[manner]
        self.pages: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.shapes: list[str] = []
        self.font, self.size = "STSong-Light", 10.0
        self.width = 1.0
        self.colour: tuple[int, int, int] = _BLACK

    def setFont(self, font: str, size: float) -> None:  # noqa: N802
        self.font, self.size = font, size

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        self.width = width

    def setFillColor(self, colour: Color) -> None:  # noqa: N802
        red, green, blue = (round(255 * part) for part in colour.rgb())
        self.colour = red, green, blue

    def setFillGray(self, gray: float) -> None:  # noqa: N802
        self.colour = (round(255 * gray),) * 3

    def drawString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        widths = [stringWidth(char, self.font, self.size) * MM for char in text]
        left, base = x * MM, (A4[1] - y) * MM
        self.texts.append(self.manner.text(text, left, base, widths, self.size * MM))

    def beginText(self) -> _Text:  # noqa: N802
        return _Text(self)

    def drawText(self, text: _Text) -> None:  # noqa: N802
        """It is drawn already."""

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        self._shape([(x, y), (to_x, to_y)], f'LineWidth="{self.width * MM:.4f}"')

    def rect(
        self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0
    ) -> None:
        right, top = x + width, y + height
        corners = [(x, y), (right, y), (right, top), (x, top), (x, y)]
        told = ("false", "true")
        kind = f'LineWidth="{self.width * MM:.4f}" Stroke="{told[stroke]}" Fill="{told[fill]}"'
        self._shape(corners, kind)

    def _shape(self, points: Sequence[tuple[float, float]], kind: str) -> None:
        drawn = self.manner.shape([(x * MM, (A4[1] - y) * MM) for x, y in points], kind)
        value = " ".join(map(str, self.colour))
        self.shapes.append(
            drawn.replace("</PathObject>", f'<FillColor Value="{value}"/></PathObject>')
        )

    def showPage(self) -> None:  # noqa: N802
        self.pages.append(("".join(self.texts), "".join(self.shapes)))
        self.texts, self.shapes = [], []

    def save(self) -> None:
        self.stream.write(document(self.pages, self.manner))


class _Text:
    """Text that a canvas draws, each part where it is told to begin."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.at = 0.0, 0.0

    def setFont(self, font: str, size: float) -> None:  # noqa: N802
        self.canvas.setFont(font, size)

    def setTextOrigin(self, x: float, y: float) -> None:  # noqa: N802
        self.at = x, y

    def textOut(self, text: str) -> None:  # noqa: N802
        self.canvas.drawString(*self.at, text)


# -- parts ---------------------------------------------------------------------------


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def document(pages: Sequence[tuple[str, str]], manner: Manner | None = None) -> bytes:
    """An OFD of pages: the texts and the shapes of each, elements without a prefix."""
    manner = manner or MANNERS["plain"]
    root = "/Doc_0/" if manner.absolute else ""
    listed, templates = [], []
    parts = {
        "OFD.xml": "<OFD Version='1.0' DocType='OFD'><DocBody><DocInfo><DocID>0</DocID></DocInfo>"
        "<DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"
    }
    for number, (texts, shapes) in enumerate(pages):
        used, content = "", shapes + texts
        if manner.template:
            templates.append(
                f'<TemplatePage ID="{900 + number}" BaseLoc="{root}Tpls/Tpl_{number}/Content.xml"/>'
            )
            used, content = f'<Template TemplateID="{900 + number}" ZOrder="Background"/>', texts
            parts[f"Doc_0/Tpls/Tpl_{number}/Content.xml"] = page(shapes)
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = page(manner.wrap.format(content), used)
        listed.append(f'<Page ID="{number + 1}" BaseLoc="{root}Pages/Page_{number}/Content.xml"/>')
    parts["Doc_0/Document.xml"] = (
        "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
        f"{''.join(templates)}</CommonData><Pages>{''.join(listed)}</Pages></Document>"
    )
    return package({name: _named(text, manner) for name, text in parts.items()})


def page(objects: str, before: str = "") -> str:
    """A page with one layer."""
    area = "<Area><PhysicalBox>0 0 210 297</PhysicalBox></Area>"
    return f'<Page>{area}{before}<Content><Layer ID="1">{objects}</Layer></Content></Page>'


def _named(text: str, manner: Manner) -> str:
    """The XML with the prefix and the namespace of a program."""
    if manner.lower:
        text = re.sub(r"</?[A-Za-z]+|\b(?:Size|Boundary)=", lambda name: name[0].lower(), text)
    text = re.sub(r"<(/?)(?=[A-Za-z])", rf"<\1{manner.prefix}", text)
    colon = f":{manner.prefix.rstrip(':')}" if manner.prefix else ""
    first = re.match(r"<[\w:]+", text)
    assert first
    declared = f'{first[0]} xmlns{colon}="{manner.space}"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{declared}{text[first.end() :]}'


# -- objects -------------------------------------------------------------------------


def text_object(boundary: str, code: str, attributes: str, more: str = "") -> str:
    """A TextObject of one TextCode, which ``code`` gives whole."""
    return (
        f'<TextObject ID="1" Boundary="{boundary}" Font="2" {attributes}>{more}{code}</TextObject>'
    )


def text_code(text: str, x: float, y: float, deltas: str = "", newline: str = "") -> str:
    given = f' DeltaX="{deltas}"' if deltas else ""
    return f'<TextCode X="{x:.4f}" Y="{y:.4f}"{given}>{newline}{escape(text)}{newline}</TextCode>'


def _box(x: float, base: float, widths: Sequence[float], size: float) -> str:
    return f"{x:.4f} {base - size:.4f} {sum(widths):.4f} {1.3 * size:.4f}"


def _deltas(widths: Sequence[float], scale: float = 1.0) -> str:
    """A delta a character but the last, runs of equal ones as ``g n d``."""
    words: list[str] = []
    run: list[str] = []
    for each in [f"{width * scale:.4f}" for width in widths[:-1]] + [""]:
        if run and each != run[0]:
            words += ["g", str(len(run)), run[0]] if len(run) > 2 else run
            run = []
        run.append(each)
    return " ".join(words)


def _plain(text: str, x: float, base: float, widths: Sequence[float], size: float) -> str:
    code = text_code(text, 0, size, _deltas(widths))
    return text_object(_box(x, base, widths, size), code, f'Size="{size:.4f}"')


def _newline(text: str, x: float, base: float, widths: Sequence[float], size: float) -> str:
    code = text_code(text, 0, size, _deltas(widths), "\n\t")
    return text_object(_box(x, base, widths, size), code, f'Size="{size:.4f}"')


def _fewer(text: str, x: float, base: float, widths: Sequence[float], size: float) -> str:
    """Deltas for the first nine characters only."""
    code = text_code(text, 0, size, _deltas(widths[:10]))
    return text_object(_box(x, base, widths, size), code, f'Size="{size:.4f}"')


def _glyphs(text: str, x: float, base: float, widths: Sequence[float], size: float) -> str:
    """Points under a matrix, and the numbers of glyphs beside the text."""
    code = text_code(text, 0, size / MM, _deltas(widths, 1 / MM))
    numbers = " ".join(str(100 + index) for index in range(len(text)))
    glyphs = (
        f'<CGTransform CodePosition="0" CodeCount="{len(text)}" GlyphCount="{len(text)}">'
        f"<Glyphs>{numbers}</Glyphs></CGTransform>"
    )
    attributes = f'Size="{size / MM:.4f}" CTM="{MM:.6f} 0 0 {MM:.6f} 0 0"'
    return text_object(_box(x, base, widths, size), code, attributes, glyphs)


def _characters(text: str, x: float, base: float, widths: Sequence[float], size: float) -> str:
    """An object a character, the last ones first."""
    objects = []
    for char, width in zip(text, widths, strict=True):
        code = text_code(char, 0, size, "0").replace(' DeltaX="0"', ' DeltaX="0" DeltaY="0"')
        objects.append(text_object(_box(x, base, [width], size), code, f'Size="{size:.4f}"'))
        x += width
    return "".join(reversed(objects))


def _path(points: Sequence[tuple[float, float]], kind: str, start: str = "M") -> str:
    """A path within a box that is larger than what is drawn."""
    left, top = min(x for x, _ in points) - 1, min(y for _, y in points) - 1
    width = max(x for x, _ in points) - left + 1
    height = max(y for _, y in points) - top + 1
    words = " L ".join(f"{x - left:.4f} {y - top:.4f}" for x, y in points)
    close = " C" if len(points) > 2 else ""
    return (
        f'<PathObject ID="1" Boundary="{left:.4f} {top:.4f} {width:.4f} {height:.4f}" {kind}>'
        f"<AbbreviatedData>{start} {words}{close}</AbbreviatedData></PathObject>"
    )


def _started(points: Sequence[tuple[float, float]], kind: str) -> str:
    return _path(points, kind, "S")


def _offset(points: Sequence[tuple[float, float]], kind: str) -> str:
    """A path in points, in negative coordinates that its own matrix makes up for."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    words = " L ".join(
        f"{(x - left) / MM - 77:.4f} {(y - top) / MM - 738.91:.4f}" for x, y in points
    )
    matrix = f"{MM:.6f} 0 0 {MM:.6f} {77 * MM:.5f} {738.91 * MM:.5f}"
    return (
        f'<PathObject ID="1" CTM="{matrix}" Boundary="{left:.4f} {top:.4f} 50 0.3528" {kind}>'
        f"<AbbreviatedData>M {words}</AbbreviatedData></PathObject>"
    )


def _filled(points: Sequence[tuple[float, float]], kind: str) -> str:
    """Each edge that is to be stroked as a thin filled rectangle."""
    if 'Stroke="false"' in kind:
        return _path(points, kind)
    drawn = []
    for (x, y), (to_x, to_y) in pairwise(points):
        left, right = min(x, to_x) - 0.17, max(x, to_x) + 0.17
        top, bottom = min(y, to_y) - 0.17, max(y, to_y) + 0.17
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        drawn.append(_path(corners, 'Stroke="false" Fill="true"'))
    return "".join(drawn)


def _slanted(points: Sequence[tuple[float, float]], kind: str) -> str:
    """Lines that are 0.2 mm lower at their end."""
    if len(points) > 2:
        return _path(points, kind)
    (x, y), (to_x, to_y) = points
    moved = (to_x, to_y + 0.2) if abs(to_x - x) > abs(to_y - y) else (to_x + 0.2, to_y)
    return _path([(x, y), moved], kind)


_PLAIN = Manner(_plain, _path)
MANNERS: Mapping[str, Manner] = {
    "plain": _PLAIN,
    "fewer deltas": replace(_PLAIN, text=_fewer),
    "points and glyphs": Manner(_glyphs, _offset),
    "filled borders": Manner(_newline, _filled, space="http://www.ofdspec.org"),
    "characters": Manner(_characters, _started, prefix="", absolute=True),
    "templates": replace(_PLAIN, shape=_slanted, template=True),
    "blocks": replace(
        _PLAIN, wrap="<PageBlock ID='5'><PageBlock ID='6'>{}</PageBlock></PageBlock>"
    ),
    "lower case": replace(_PLAIN, space="http://example.org/ofd", lower=True),
}
