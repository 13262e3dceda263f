"""An OFD read: its pages drawn one by one, as those of a PDF are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from gklint.formats.fixed.matrix import Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Clock, Limits
from gklint.formats.ofd.geometry import PAGE, Box, box, corners, placed
from gklint.formats.ofd.nodes import Node, child, children, is_on
from gklint.formats.ofd.package import Package, Sheet
from gklint.formats.ofd.paths import lines_and_shapes
from gklint.formats.ofd.text import write
from gklint.formats.scan.pages import Scans
from gklint.text.source import Source

if TYPE_CHECKING:  # numpy is there only where scans are read
    from gklint.formats.scan.arrays import Pixels

_HOLDING = ("PageBlock", "CompositeObject")
_Objects = Iterator[tuple[Node, Point]]
"""What an element holds, and where the left upper corner of each stands."""


def read_ofd(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of an OFD.  Raises UnreadableFileError."""
    return read_pages(_pages(data, limits), path, limits)


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    clock = Clock(limits)
    objects = 0
    package = Package(data, limits)
    scans = Scans(limits, clock)
    for number, sheet in enumerate(package.sheets(), start=1):
        clock.tick()
        drawing = _Drawing(number, sheet, limits, clock, objects)
        for content in sheet.contents:
            for layer in children(child(content, "Content"), "Layer"):
                drawing.draw(layer)
        objects = drawing.objects
        yield from scans.pages(drawing.page, partial(_picture, package, sheet, drawing, limits))


def _picture(
    package: Package, sheet: Sheet, drawing: _Drawing, limits: Limits
) -> tuple[Pixels, float] | None:
    """A page as its pictures show it; None if none of them can be opened."""
    from gklint.formats.scan.pictures import composed

    named = ((sheet.resources.pictures.get(name), matrix) for name, matrix in drawing.pictures)
    read = ((package.picture(name), matrix) for name, matrix in named if name)
    found = [(data, matrix) for data, matrix in read if data]
    return composed(found, drawing.page.width, drawing.page.height, limits)


class _Drawing:
    """A page while it is drawn."""

    def __init__(
        self, number: int, sheet: Sheet, limits: Limits, clock: Clock, objects: int
    ) -> None:
        width, height = (length * PAGE.a for length in sheet.box[2:])
        self.page = Page(number, width, height)
        self.units = sheet.resources.units
        self.pictures: list[tuple[str, Matrix]] = []
        self.limits = limits
        self.clock = clock
        self.objects = objects

    def draw(self, layer: Node) -> None:
        """All that stands in a layer, in its order, however deep."""
        page, stack = self.page, [(self.inside(layer, PAGE), PAGE)]
        while stack:
            objects, outer = stack[-1]
            linear = outer.linear
            for node, place in objects:
                visible, name = node.get("Visible"), node.tag
                if visible is not None and not is_on(visible, default=True):
                    continue
                if name == "TextObject":
                    page.text(visible=node.get("Alpha") != "0")
                    write(page, node, linear, place)
                elif name == "PathObject":
                    page.add(lines_and_shapes(node, linear), *place)
                elif name == "ImageObject":
                    self.picture(node, outer)
                elif name in _HOLDING:
                    stack.append(self.held(node, outer))
                    self.limits.check("depth", len(stack))
                    break
            else:
                stack.pop()

    def picture(self, node: Node, outer: Matrix) -> None:
        """An ImageObject; it may be a watermark."""
        shown = _square(node, outer)
        self.page.picture(shown, opaque=False)
        self.pictures.append((node.get("ResourceID", ""), shown))

    def held(self, node: Node, outer: Matrix) -> tuple[_Objects, Matrix]:
        """What a block or a composite object holds."""
        if node.tag == "PageBlock":
            return self.inside(node, outer), outer
        unit = child(self.units.get(node.get("ResourceID", "")), "Content")
        inner = placed(node, outer)
        return self.inside(unit, inner), inner

    def inside(self, parent: Node | None, outer: Matrix) -> _Objects:
        """What an element holds that can be seen, counted before it is drawn, and where."""
        if parent is None or not is_on(parent.get("Visible"), default=True):
            return iter(())
        self.clock.tick()
        self.objects += len(parent)
        self.limits.check("pieces", self.objects)
        nodes = [*parent]
        return zip(nodes, corners(nodes, outer), strict=True)


def _square(node: Node, outer: Matrix) -> Matrix:
    """Where a picture, as a square of 1, comes to stand: by its boundary, or by its matrix."""
    x, y, width, height = box(node.get("Boundary")) or Box(0, 0, 0, 0)
    by_boundary = outer.after(Matrix(width, 0, 0, height, x, y))
    by_matrix = placed(node, outer)
    return by_matrix if 2 * by_matrix.area >= by_boundary.area else by_boundary
