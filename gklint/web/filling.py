"""The form to be filled in: what was typed, what follows from it, and what does not add up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gklint.blank.filling import fill
from gklint.blank.reading import version_of
from gklint.blank.saying import said
from gklint.errors import UsageError
from gklint.findings.messages import Speaker
from gklint.findings.report import CheckedBy
from gklint.model.document import Address
from gklint.model.outcomes import CellName
from gklint.render.html.frame import Frame, Place, frame_of
from gklint.ruleset.loading import RuleSet
from gklint.text.values import Number, read_value

_YEAR = re.compile("[0-9]{4}")
_JOINT = "."  # between table, row and column in the name of a field


class Broken(NamedTuple):
    """A sum that does not hold: in words, and the fields that it is about."""

    said: str
    fields: Sequence[str]


class Table(NamedTuple):
    """A table as it is drawn, below the heading of its section."""

    heading: str
    caption: str
    rows: Sequence[Sequence[Place]]


class Form:
    """The form of a year with what was typed into it.

    ``agency``, ``year``: as typed.  ``typed``: by the names of the fields.
    """

    def __init__(
        self, rules: RuleSet, lang: str, agency: str, year: str, typed: Mapping[str, str]
    ) -> None:
        """Raises UsageError where the year is none of the form."""
        self.agency, self.year = agency.strip(), year.strip()
        self.typed = typed
        self.speaker = Speaker(rules.form.structure, lang)
        self._rules = rules
        self._number = _year(self.year)
        self.version = version_of(rules.form, self._number)
        self.unread: list[str] = []
        numbers: dict[CellName, Number] = {}
        for cell in (CellName(*each) for each in rules.form.structure.cells_of(self.version)):
            text = typed.get(field_of(cell), "").strip()
            value = read_value(text)
            if value.number is not None:
                numbers[cell] = value.number
            elif not value.blank:
                self.unread.append(field_of(cell))
        self.filled = fill(rules.identities_of(self.version), numbers)

    @property
    def tables(self) -> list[Table]:
        """Its tables in their order."""
        structure = self.speaker.structure
        by = CheckedBy(self.speaker, self._rules.identities)
        return [
            Table(structure.printed[section], self.speaker.table(name), self._frame(by, name).rows)
            for name, section in structure.tables.items()
        ]

    def _frame(self, by: CheckedBy, table: str) -> Frame:
        return frame_of(by, self.speaker.structure.start(table, self.version))

    @property
    def computed(self) -> Mapping[str, str]:
        """The totals that follow, by their fields."""
        filled = self.filled
        return {field_of(cell): str(filled.numbers[cell]) for cell in filled.computed}

    @property
    def broken(self) -> list[Broken]:
        """The sums that do not hold."""
        filled = self.filled
        return [
            Broken(
                said(each, filled.numbers, self.speaker),
                [
                    field_of(CellName(each.identity.table, *addend.cell))
                    for addend in each.identity.addends()
                ],
            )
            for each in filled.broken
        ]

    def label(self, cell: CellName) -> str:
        """What a field is called to who does not see the table."""
        names = self.speaker.names(Address(*cell))
        return self.speaker.said("web.field", **names)

    def word(self) -> bytes:
        """The form as a Word file."""
        from gklint.blank.word import word

        numbers = self.filled.numbers
        return word(self._rules.form, self.version, numbers, self.agency or None, self._number)


def field_of(cell: CellName) -> str:
    """The name of the field of a cell."""
    return _JOINT.join((cell.table, cell.row, cell.column or ""))


def _year(text: str) -> int | None:
    if not text:
        return None
    if not _YEAR.fullmatch(text):
        raise UsageError("web.no-year", found=text)
    return int(text)
