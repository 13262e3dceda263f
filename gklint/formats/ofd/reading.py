"""An OFD read: its pages drawn one by one, as those of a PDF are."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.formats.fixed.matrix import Matrix
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Clock, Limits
from gklint.formats.ofd.geometry import PAGE, Box, box, placed
from gklint.formats.ofd.nodes import Node, Values, child, children, is_on, name_of, values
from gklint.formats.ofd.package import Package, Sheet
from gklint.formats.ofd.paths import drawn, path_of
from gklint.formats.ofd.text import characters
from gklint.text.source import Source

_TICK = 64  # objects


def read_ofd(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of an OFD.  Raises UnreadableFileError."""
    return read_pages(_pages(data, limits), path, limits)


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
        stack = [(_inside(layer), PAGE)]
        while stack:
            nodes, outer = stack[-1]
            node = next(nodes, None)
            if node is None:
                stack.pop()
                continue
            given = values(node)
            if not is_on(given.get("Visible"), default=True):
                continue
            self.count()
            kind = name_of(node)
            if kind == "TextObject":
                self.page.text(visible=given.get("Alpha") != "0")
                for glyphs in characters(node, given, outer):
                    self.page.write(glyphs)
            elif kind == "PathObject":
                matrix = placed(given, outer)
                shown = drawn(path_of(node, given), matrix.linear)
                self.page.add(shown, matrix.e, matrix.f)
            elif kind == "ImageObject":
                self.page.picture(_area(given, outer), opaque=False)  # it may be a watermark
            elif kind == "PageBlock":
                stack.append((iter(node), outer))
                self.limits.check("depth", len(stack))
            elif kind == "CompositeObject":
                unit = child(self.units.get(given.get("ResourceID", "")), "Content")
                stack.append((_inside(unit), placed(given, outer)))
                self.limits.check("depth", len(stack))

    def count(self) -> None:
        self.objects += 1
        if self.objects % _TICK == 0:
            self.clock.tick()
        if self.objects > self.limits.pieces:
            self.limits.check("pieces", self.objects)


def _inside(parent: Node | None) -> Iterator[Node]:
    """What an element holds that can be seen."""
    is_shown = parent is not None and is_on(values(parent).get("Visible"), default=True)
    return iter(parent) if parent is not None and is_shown else iter(())


def _area(given: Values, outer: Matrix) -> float:
    """What a picture covers: its boundary, or what its matrix makes of a square."""
    boundary = box(given.get("Boundary")) or Box(0, 0, 0, 0)
    return max(boundary.width * boundary.height * outer.area, placed(given, outer).area)
