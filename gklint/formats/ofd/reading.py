"""An OFD read: its pages drawn one by one, as those of a PDF are."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.formats.fixed.matrix import Matrix
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Clock, Limits
from gklint.formats.ofd.geometry import PAGE, Box, box, corner, placed
from gklint.formats.ofd.nodes import Node, child, children, is_on
from gklint.formats.ofd.package import Package, Sheet
from gklint.formats.ofd.paths import lines_and_shapes
from gklint.formats.ofd.text import characters
from gklint.text.source import Source

_HOLDING = ("PageBlock", "CompositeObject")


def read_ofd(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of an OFD.  Raises UnreadableFileError."""
    return read_pages(_pages(data, limits), path, limits.reading(scans=False))


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    clock = Clock(limits)
    objects = 0
    for number, sheet in enumerate(Package(data, limits).sheets(), start=1):
        clock.tick()
        drawing = _Drawing(number, sheet, limits, clock, objects)
        for content in sheet.contents:
            for layer in children(child(content, "Content"), "Layer"):
                drawing.draw(layer)
        objects = drawing.objects
        yield drawing.page


class _Drawing:
    """A page while it is drawn."""

    def __init__(
        self, number: int, sheet: Sheet, limits: Limits, clock: Clock, objects: int
    ) -> None:
        width, height = (length * PAGE.a for length in sheet.box[2:])
        self.page = Page(number, width, height)
        self.units = sheet.units
        self.limits = limits
        self.clock = clock
        self.objects = objects

    def draw(self, layer: Node) -> None:
        """All that stands in a layer, in its order, however deep."""
        stack = [(self.inside(layer), PAGE)]
        while stack:
            nodes, outer = stack[-1]
            for node in nodes:
                if not is_on(node.get("Visible"), default=True):
                    continue
                self.show(node, outer)
                if node.tag in _HOLDING:
                    stack.append(self.held(node, outer))
                    self.limits.check("depth", len(stack))
                    break
            else:
                stack.pop()

    def show(self, node: Node, outer: Matrix) -> None:
        """An object that holds no others."""
        if node.tag == "TextObject":
            self.page.text(visible=node.get("Alpha") != "0")
            x, y = corner(node, outer)
            for glyphs in characters(node, outer):
                self.page.write(glyphs.moved(x, y))
        elif node.tag == "PathObject":
            self.page.add(lines_and_shapes(node, outer), *corner(node, outer))
        elif node.tag == "ImageObject":
            self.page.picture(_area(node, outer), opaque=False)  # it may be a watermark

    def held(self, node: Node, outer: Matrix) -> tuple[Iterator[Node], Matrix]:
        """What a block or a composite object holds."""
        if node.tag == "PageBlock":
            return self.inside(node), outer
        unit = child(self.units.get(node.get("ResourceID", "")), "Content")
        return self.inside(unit), placed(node, outer)

    def inside(self, parent: Node | None) -> Iterator[Node]:
        """What an element holds that can be seen, counted before it is drawn."""
        if parent is None or not is_on(parent.get("Visible"), default=True):
            return iter(())
        self.clock.tick()
        self.objects += len(parent)
        self.limits.check("pieces", self.objects)
        return iter(parent)


def _area(node: Node, outer: Matrix) -> float:
    """What a picture covers: its boundary, or what its matrix makes of a square."""
    boundary = box(node.get("Boundary")) or Box(0, 0, 0, 0)
    return max(boundary.width * boundary.height * outer.area, placed(node, outer).area)
