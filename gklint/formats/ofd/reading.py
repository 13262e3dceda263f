"""An OFD read: its pages drawn one by one, as those of a PDF are."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.formats.fixed.glyphs import within
from gklint.formats.fixed.matrix import Matrix
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Clock, Limits
from gklint.formats.ofd.geometry import PAGE, Box, box, placed
from gklint.formats.ofd.nodes import Node, Values, child, children, is_on, name_of, values
from gklint.formats.ofd.package import Package, Sheet
from gklint.formats.ofd.paths import is_filled, is_stroked, lines, width_of
from gklint.formats.ofd.text import characters
from gklint.text.source import Source

Objects = Iterator[tuple[Node, Values]]
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
            for layer in children(child(content, "content"), "layer"):
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
        stack = [(_shown(layer), PAGE)]
        while stack:
            nodes, outer = stack[-1]
            for node, given in nodes:
                self.count()
                inner = self.inner(node, given, outer)
                if inner is not None:
                    stack.append(inner)
                    self.limits.check("depth", len(stack))
                    break
                self.draw_object(node, given, outer)
            else:
                stack.pop()

    def count(self) -> None:
        self.objects += 1
        if self.objects % _TICK == 0:
            self.clock.tick()
        if self.objects > self.limits.pieces:
            self.limits.check("pieces", self.objects)

    def inner(self, node: Node, given: Values, outer: Matrix) -> tuple[Objects, Matrix] | None:
        """What a block or a graphic holds, and its place; None for other objects."""
        kind = name_of(node)
        if kind == "pageblock":
            return _shown(node), outer
        if kind == "compositeobject":
            unit = child(self.units.get(given.get("resourceid", "")), "content")
            return iter(()) if unit is None else _shown(unit), placed(given, outer)
        return None

    def draw_object(self, node: Node, given: Values, outer: Matrix) -> None:
        kind = name_of(node)
        if kind == "textobject":
            for each in characters(node, given, outer):
                self.page.write(within(*each))
        elif kind == "pathobject":
            self.draw_path(node, given, placed(given, outer))
        elif kind == "imageobject":
            self.page.picture(_area(given, outer))

    def draw_path(self, node: Node, given: Values, matrix: Matrix) -> None:
        filled, stroked = is_filled(node, given), is_stroked(node, given)
        if not filled and not stroked:
            return
        width = width_of(given, matrix)
        for points in lines(node, matrix):
            if filled:
                self.page.fill(points)
            if stroked:
                self.page.stroke(points, width)


def _shown(parent: Node) -> Objects:
    """What can be seen of what an element holds, each with its attributes."""
    if is_on(values(parent), "visible", default=True):
        for node in parent:
            given = values(node)
            if is_on(given, "visible", default=True):
                yield node, given


def _area(given: Values, outer: Matrix) -> float:
    """What a picture covers: its boundary, or what its matrix makes of a square."""
    boundary = box(given.get("boundary")) or Box(0, 0, 0, 0)
    return max(boundary.width * boundary.height * outer.area, placed(given, outer).area)
