"""The lists that a Word file defines: levels, their formats and what they count with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from gklint.formats.docx.styles import Styles
from gklint.formats.docx.xml import first, integer, kind, kinds, on, value

LEVELS = 9
LONGEST = 64  # characters; a number is no longer, whatever a damaged file says
_HIGHEST = 32767


@dataclass(frozen=True)
class Level:
    """One level of a list; ``text`` holds ``%1`` … ``%9`` for the numbers of the levels.

    restart: it begins anew after a paragraph of any of so many levels from the first.
    legal: all numbers in it are decimal.
    style: the style whose paragraphs are of this level.
    """

    restart: int
    start: int = 0
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True)
class List:
    """A ``w:num``: the abstract list whose numbers it goes on with, and its levels.

    starts: the levels that begin anew where this list is first used, and with what.
    """

    abstract: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


class Lists:
    """The lists of a numbering part by their numbers; nothing is read before it is used.

    part: parses the part; its result is None if there is none.
    """

    def __init__(self, part: Callable[[], etree._Element | None], styles: Styles) -> None:
        self._part = part
        self._styles = styles
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._read: dict[str, List | None] = {"0": None}

    @cached_property
    def _root(self) -> etree._Element | None:
        return self._part()

    @cached_property
    def _abstract(self) -> dict[str, etree._Element]:
        return self._keyed("abstractNum", "abstractNumId")

    @cached_property
    def _numbers(self) -> dict[str, etree._Element]:
        return self._keyed("num", "numId")

    def _keyed(self, wanted: str, key: str) -> dict[str, etree._Element]:
        listed = () if self._root is None else kinds(self._root)
        return {value(each, key) or "": each for name, each in listed if name == wanted}

    def get(self, number: str) -> List | None:
        """The list, if there is one."""
        if number not in self._read:
            self._read[number] = self._list(number)
        return self._read[number]

    def level(self, number: str, style: str) -> int | None:
        """The level of a list that paragraphs of a style are of, if the list says so."""
        found = self.get(number)
        levels = found.levels if found else ()
        return next((index for index, each in enumerate(levels) if each.style == style), None)

    def _list(self, number: str) -> List | None:
        key = self._abstract_of(number)
        if key is None:
            return None
        levels = list(self._levels_of(key))
        starts = {}
        for name, override in kinds(self._numbers[number]):
            if name != "lvlOverride":
                continue
            start, level = first(override, "startOverride"), first(override, "lvl")
            if start is not None:
                starts[_index(override)] = integer(value(start), 0, _HIGHEST, 0)
            if level is not None:
                _put(levels, level)
        return List(key, tuple(levels), starts)

    def _abstract_of(self, number: str | None) -> str | None:
        """The abstract list of a list, followed through styles of lists."""
        for _ in range(LEVELS):
            element = self._numbers.get(number or "")
            reference = None if element is None else first(element, "abstractNumId")
            key = None if reference is None else value(reference)
            if key is None or key not in self._abstract:
                return None
            link = first(self._abstract[key], "numStyleLink")
            if link is None:
                return key
            number = self._styles.of(value(link)).numbered.list
        return None

    def _levels_of(self, key: str) -> tuple[Level, ...]:
        if key not in self._levels:
            levels = [Level(index) for index in range(LEVELS)]
            for name, element in kinds(self._abstract[key]):
                if name == "lvl":
                    _put(levels, element)
            self._levels[key] = tuple(levels)
        return self._levels[key]


def _index(element: etree._Element) -> int:
    return integer(value(element, "ilvl"), 0, LEVELS, LEVELS)


def _put(levels: list[Level], element: etree._Element) -> None:
    index = _index(element)
    if index < LEVELS:
        levels[index] = _level(element, Level(index))


def _level(element: etree._Element, level: Level) -> Level:
    for name, child in kinds(element):
        level = _described(level, name, child)
        if name == "AlternateContent":  # what newer versions of Word know, then the fallback
            for each in child.iter():
                level = _described(level, kind(each), each)
    return level


def _described(level: Level, name: str | None, element: etree._Element) -> Level:
    if name == "start":
        return replace(level, start=integer(value(element), 0, _HIGHEST, 0))
    if name == "numFmt":
        return replace(level, format=value(element) or "decimal")
    if name == "lvlText":
        return replace(level, text=(value(element) or "")[:LONGEST])
    if name == "lvlRestart":
        return replace(level, restart=integer(value(element), 0, LEVELS, level.restart))
    if name == "isLgl":
        return replace(level, legal=on(element))
    if name == "pStyle":
        return replace(level, style=value(element))
    return level
