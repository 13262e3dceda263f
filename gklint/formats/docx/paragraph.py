"""One paragraph of a Word file: its visible text, with tracked changes as if accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from gklint.formats.blocks import Paragraph, Run
from gklint.formats.docx.fields import drawn_by
from gklint.formats.docx.pictures import Linked, inside
from gklint.formats.docx.styles import (
    NOT_NUMBERED,
    PLAIN,
    Numbered,
    Style,
    Styles,
    hides,
    numbered,
    raises,
    strikes,
)
from gklint.formats.docx.xml import (
    MATH_TEXTS,
    TEXTS,
    Properties,
    contents,
    kind,
    objects,
    value,
)
from gklint.formats.limits import Limits
from gklint.text.left_out import NOTE_MARK
from gklint.text.source import Place

INSERTED = ("ins", "moveTo", "end")
DELETED = ("del", "moveFrom")
_GENERATED = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_DRAWINGS = ("drawing", "pict", "object")
_BLANKS = re.compile("[\t\r\n]")
_NOTE_MARK = re.compile(rf"\s*{NOTE_MARK}\s*")
_PRIVATE = range(0xE000, 0xF900)  # signs of a font of its own, such as Wingdings


class Anchor(NamedTuple):
    """Where characters stand in a Word file.

    place: what is shown.
    node: the element whose text they are, one for one, such as ``w:t``; or the ``w:p`` or
        ``w:tc`` that what Word or gklint generates belongs to: numbers of lists, breaks, ends.
    offset: of the first of them in ``node.text``; -1 where that is not their text.
    """

    place: Place
    node: etree._Element
    offset: int = -1


class Mark(NamedTuple):
    """The beginning or the end of a tracked change, in the place of an anchor.

    Of a run (``w:r``): it is left out, because it is struck through, marks a note, or is white.
    """

    change: etree._Element


Origin = Anchor | Mark


def mark(change: etree._Element) -> Run[Origin]:
    """A mark as a run without text."""
    return Run("", Mark(change))


@dataclass(slots=True)
class Draft:
    """A paragraph as it is read.

    style, numbered, hidden: its own properties; ``hidden`` is its end.
    joins: its end is deleted, so that it goes on with the next paragraph.
    boxes: the ``w:txbxContent`` of its text boxes.  pictures: those beside them.
    objects: of other programs.
    """

    element: etree._Element
    place: Place
    style: str | None = None
    numbered: Numbered = NOT_NUMBERED
    hidden: bool = False
    joins: bool = False
    runs: list[Run[Origin]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[Linked] = field(default_factory=list)
    objects: list[etree._Element] = field(default_factory=list)

    @property
    def end(self) -> Anchor:
        return Anchor(self.place, self.element)

    def block(self) -> Paragraph[Origin]:
        return Paragraph(tuple(self.runs), self.end)


class Reading(NamedTuple):
    """What is known of a Word file before its text is read."""

    styles: Styles
    properties: Properties
    limits: Limits


def read_paragraph(element: etree._Element, place: Place, reading: Reading) -> Draft:
    """Read a ``w:p``."""
    draft = Draft(element, place)
    properties, end = reading.properties.of(element), reading.properties.of_end(element)
    if properties:
        draft.style = value(properties["pStyle"]) if "pStyle" in properties else None
        draft.numbered = numbered(properties)
    style = reading.styles.of(draft.style)
    draft.hidden = bool(style.hidden)
    _Reader(draft, style, reading).read()
    if end:
        draft.hidden = draft.hidden if (hidden := hides(end)) is None else hidden
        draft.joins = any(name in end for name in DELETED)
        last = draft.runs[-1].origin if draft.runs else None
        same = kind(last.change) if isinstance(last, Mark) else None
        changes = (name for name in (*INSERTED, *DELETED) if name in end and name != same)
        draft.runs.extend(mark(end[name]) for name in changes)
    return draft


class _Reader:
    """Reads what stands in a paragraph, run by run."""

    def __init__(self, draft: Draft, style: Style, reading: Reading) -> None:
        self.draft = draft
        self.style = style
        self.styles, self.properties, self.limits = reading
        self.white: dict[int, etree._Element] = {}
        """The runs that are white, by where their texts stand in the draft."""
        self.is_raised = False  # the last run
        self.fields: list[bool] = []
        """Of each field that is open: whether this is still its instruction."""
        self.instruction = ""

    def read(self) -> None:
        for name, element in contents(self.draft.element, self.limits):
            if name == "r":
                self.run(element)
            elif name == "oMath":
                for node in element.iter(*MATH_TEXTS):
                    self.text(node)
            elif name == "fldSimple":
                self.generated(drawn_by(value(element, "instr") or "") or "")
            elif name in INSERTED or name in DELETED:
                self.draft.runs.append(mark(element))
        if self.white:
            self.leave_out_white()

    def leave_out_white(self) -> None:
        """Beside other text one does not see it; text that is all white has a ground somewhere."""
        runs = self.draft.runs
        if any(run.text.strip() for at, run in enumerate(runs) if at not in self.white):
            for at, run in self.white.items():
                runs[at] = mark(run)

    def run(self, run: etree._Element, base: bool = False) -> None:
        """Read a run; ``base``: it is the base of a ruby, which stands in a run itself."""
        properties, first = self.properties.of(run), len(self.draft.runs)
        if properties or self.style.struck:
            shown = self.is_shown(run, properties)
        else:
            shown, self.is_raised = not self.style.hidden, bool(self.style.raised)
        for name, element in contents(run, self.limits):
            if name == "fldChar":
                self.field(value(element, "fldCharType"))
            elif not shown:
                continue
            elif name in _DRAWINGS:
                self.drawing(element)
                self.draft.objects.extend(objects(element) if name == "object" else ())
            elif name == "r" and not base:
                self.run(element, base=True)
            elif name == "instrText":
                self.instruction += element.text or ""
            elif not any(self.fields):
                self.write(name, element)
        if run in self.properties.white:
            self.white.update(dict.fromkeys(range(first, len(self.draft.runs)), run))

    def is_shown(self, run: etree._Element, properties: Mapping[str, etree._Element]) -> bool:
        """Whether one reads the text of a run; that it is struck through or a mark is noted."""
        own = self.styles.of(value(properties["rStyle"])) if "rStyle" in properties else PLAIN
        if _toggled(hides(properties), self.style.hidden, own.hidden):
            return False
        said = (raises(properties), own.raised, self.style.raised)
        raised = next((each for each in said if each is not None), False)
        before, self.is_raised = self.is_raised, raised
        left_out = _toggled(strikes(properties), self.style.struck, own.struck) or (
            raised and not before and self.is_note_mark(run)
        )
        if left_out:
            self.draft.runs.append(mark(run))
        return not left_out

    def drawing(self, element: etree._Element) -> None:
        for found in inside(element):
            if isinstance(found, Linked):
                self.draft.pictures.append(found)
            else:
                self.draft.boxes.append(found)

    def write(self, name: str, element: etree._Element) -> None:
        if name == "t":
            self.text(element)
        elif name in _GENERATED:
            self.generated(_GENERATED[name])
        elif name == "sym":
            self.generated(_symbol(value(element, "char")))

    def text(self, node: etree._Element) -> None:
        if text := node.text:
            anchor = Anchor(self.draft.place, node, 0)
            shown = text if text.isprintable() else _BLANKS.sub(" ", text)
            self.draft.runs.append(Run(shown, anchor))

    def generated(self, text: str) -> None:
        self.draft.runs.append(Run(text, self.draft.end))

    def field(self, what: str | None) -> None:
        if what == "begin":
            self.fields.append(True)
            self.instruction = ""
        elif what == "separate" and self.fields:
            self.fields[-1] = drawn_by(self.instruction) is not None  # its result is what it draws
        elif what == "end" and self.fields:
            own = self.fields.pop()
            if own and not any(self.fields):
                self.generated(drawn_by(self.instruction) or "")
            self.instruction = ""

    def is_note_mark(self, run: etree._Element) -> bool:
        """Whether it is the mark of a note behind a number in a table."""
        before = next((each.text for each in reversed(self.draft.runs) if each.text), "")
        text = "".join(node.text or "" for node in run.iter(*TEXTS))
        in_cell = self.draft.place.table is not None
        return in_cell and before[-1:].isdigit() and bool(_NOTE_MARK.fullmatch(text))


def _toggled(own: bool | None, by_paragraph: bool | None, by_run: bool | None) -> bool:
    """Whether a property is on: what both styles switch on is off (ISO/IEC 29500-1, 17.7.3)."""
    return bool(by_paragraph) != bool(by_run) if own is None else own


def _symbol(code: str | None) -> str:
    try:
        number = int(code or "", 16)
        return "" if number in _PRIVATE or not chr(number).isprintable() else chr(number)
    except (ValueError, OverflowError):
        return ""
