"""What stands below each other: the lines of a cell that no rule encloses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gklint.formats.blocks import Run
from gklint.formats.fixed.lines import Piece, blank_between
from gklint.formats.fixed.page import Rule
from gklint.text.source import Place


class Bit(NamedTuple):
    """A piece of a line, its size and how far down it stands, counted through all pages.

    rules: those on its page that part cells, if any do.
    """

    piece: Piece
    size: float
    y: float
    place: Place
    rules: Sequence[Rule] = ()

    def goes_on(self, above: Bit) -> bool:
        """Whether it may be the next line in the cell of another."""
        return (
            above.y < self.y
            and above.place.page == self.place.page
            and self.piece.start < above.piece.end
            and above.piece.start < self.piece.end
            and not is_parted(self.rules, above.piece, self.piece)
        )


def is_parted(rules: Iterable[Rule], above: Piece, below: Piece) -> bool:
    """Whether one of the rules on a page runs between two pieces."""
    middles = [(piece.start + piece.end) / 2 for piece in (above, below)]
    return any(
        above.base < rule.at < below.base
        and any(rule.start < middle < rule.end for middle in middles)
        for rule in rules
    )


@dataclass(frozen=True, eq=False)
class Stack:
    """The lines of a cell, from top to bottom."""

    bits: tuple[Bit, ...]

    @property
    def text(self) -> str:
        return "".join(bit.piece.text for bit in self.bits)

    @property
    def page(self) -> int | None:
        return self.bits[0].place.page

    @property
    def start(self) -> float:
        return min(bit.piece.start for bit in self.bits)

    @property
    def end(self) -> float:
        return max(bit.piece.end for bit in self.bits)

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def top(self) -> float:
        return self.bits[0].y

    @property
    def bottom(self) -> float:
        return self.bits[-1].y

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2

    def runs(self) -> list[Run[Place]]:
        """Its lines, each at its place."""
        following = [bit.piece.text for bit in self.bits[1:]] + [""]
        return [
            Run(bit.piece.text + blank_between(bit.piece.text, after), bit.place)
            for bit, after in zip(self.bits, following, strict=True)
        ]


def stacks(bits: Iterable[Bit], pitch: float) -> list[Stack]:
    """Pieces put together where one stands so close below another, and no rule parts them."""
    done: list[list[Bit]] = []
    open_: list[list[Bit]] = []
    for bit in sorted(bits, key=lambda bit: (bit.y, bit.piece.start)):
        done += [stack for stack in open_ if bit.y - stack[-1].y > pitch]
        open_ = [stack for stack in open_ if bit.y - stack[-1].y <= pitch]
        above = [stack for stack in open_ if bit.goes_on(stack[-1])]
        if len(above) == 1:
            above[0].append(bit)
        else:
            open_.append([bit])
    return [Stack(tuple(each)) for each in (*done, *open_)]
