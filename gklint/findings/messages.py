"""Findings put into words, in the language asked for, with the printed names of the form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from gklint.form.structure import Structure, name_of, table_of
from gklint.model.document import Address
from gklint.model.outcomes import CellName, CellsOfRows, ColumnNames, Finding, Note, Sum, Suspect
from gklint.ruleset.rules import Rule
from gklint.text.numbering import split_numbering
from gklint.text.values import Number
from gklint.words import Message, say

_MOST_ITEMS = 12
_MOST_ROWS = 6
_MANY = 8  # longer sums are printed without their zeros
_TOLD = ("{cells}", "{sum}")  # a message with these says itself what is wrong
_REMARK = re.compile(r"(?<=.)（[^（）]{6,}）$")  # （区分处理的，只计这一情形……）


class _Arguments(dict[str, object]):
    """What fills a message; a local rule may use what only other findings of its check have."""

    def __missing__(self, _: str) -> str:
        return "?"


class Speaker:
    """Speaks one language about reports of one grammar."""

    def __init__(self, structure: Structure, lang: str) -> None:
        self.structure = structure
        self.lang = lang
        self.printed = _printed_names(structure)
        self._labels = {key: _REMARK.sub("", words) for key, words in self.printed.items()}

    def said(self, key: str, /, **args: object) -> str:
        """A text that several rules share, filled in."""
        return say(self.lang, key, **args)

    def message(self, rule: Rule, finding: Finding, before: Sequence[Suspect | None] = ()) -> str:
        """The message of a finding, with what is suspected.

        ``before``: of each finding above it, the one cell that it names.
        """
        template = rule.messages.get(finding.kind, rule.messages.get("default", {}))[self.lang]
        args = {key: self.show(value) for key, value in finding.args.items()}
        message = template.format_map(_Arguments(self.names(finding.address) | args))
        return message[:1].upper() + message[1:] + self.suspicion(finding, template, before)

    def basis(self, rule: Rule) -> str:
        """On whose authority a rule stands: the fact, its source, and how sure it is."""
        return _basis(self.lang, rule.basis[self.lang], rule.source, rule.grade)

    def show(self, value: object) -> object:
        """An argument as it is to be printed."""
        if isinstance(value, Message):
            args = {key: self.show(each) for key, each in value.args.items()}
            return say(self.lang, value.key, **args)
        if type(value) is list:
            return [*map(self.show, value)]
        if isinstance(value, ColumnNames):
            joint = self.said("messages.names-joint")
            return joint.join(self.name(value.table, name) for name in value.names)
        if isinstance(value, CellsOfRows):
            return self.cells(value)
        if isinstance(value, Sum):
            return self.sum(value.table, value.terms, value.total)
        return value

    def cells(self, value: CellsOfRows) -> str:
        """Cells by their rows; of many rows the first."""
        shown = []
        for first, last, columns in value.rows[:_MOST_ROWS]:
            key = "messages.cells-of-row" if first == last else "messages.cells-of-rows"
            names = self.show(ColumnNames(value.table, columns))
            args = {"first": self.label(value.table, first), "last": self.label(value.table, last)}
            shown.append(self.said(key, **args, columns=names or self.said("messages.all-columns")))
        more = self.said("messages.and-more") if len(value.rows) > _MOST_ROWS else ""
        return self.said("clauses").join(shown) + more

    def sum(
        self,
        table: str,
        terms: Sequence[tuple[int, str, Number | None]],
        total: Number | None = None,
    ) -> str:
        """A sum, given as sign, name of a row or column, and number; a long one without zeros.

        The ``total`` of a single number is that number, and not said again.
        """
        if len(terms) > _MANY:
            terms = [term for term in terms if term[2] != 0] or terms[:1]
        shown = ""
        for sign, name, number in terms:
            joint = " - " if sign < 0 else " + " if shown else ""
            label = self.name(table, name) if "." in name else self.label(table, name)
            shown += (
                f"{joint}{label} {self.said('messages.no-number') if number is None else number}"
            )
        return shown.strip() + ("" if total is None or len(terms) == 1 else f" = {total}")

    def names(self, address: Address) -> dict[str, str]:
        """Table, row and column of an address by their printed names ("" where none)."""
        return {
            "table": self.table(address.part),
            "row": self.name(address.part, address.row) if address.row else "",
            "column": self.name(address.part, address.column) if address.column else "",
        }

    def table(self, name: str) -> str:
        """表三 of ``"requests"``: tables are called by the number of their section."""
        section = self.structure.tables.get(name)
        if section is None:
            return ""
        return self.said(f"messages.table-{self.structure.sections.index(section) + 1}")

    def name(self, table: str, name: str) -> str:
        """A row or column by its printed name; ``row.column`` as 行（列）."""
        row, _, column = name.partition(".")
        if (table, row) in self.printed and (table, column) in self.printed:
            names = {"row": self.printed[table, row], "column": self.printed[table, column]}
            return self.said("messages.row-and-column", **names)
        return self.printed.get((table, name), name)

    def label(self, table: str, name: str) -> str:
        """A row or column by its printed name without the remark in it."""
        return self._labels.get((table, name), name)

    def suspicion(self, finding: Finding, said: str, before: Sequence[Suspect | None]) -> str:
        """Which cells may be wrong; what the message has ``said`` is not named again."""
        suspects, sole = finding.suspects, finding.culprit
        if not suspects or any(name in said for name in _TOLD):
            return ""
        if sole is not None:
            if sole in before:
                again = "messages.suspect-last" if sole == before[-1] else "messages.suspect-again"
                return self.suspect(again, sole, finding, "")
            address = finding.address
            here = sole.cell == CellName(address.part, address.row or "", address.column)
            key = "messages.suspect-here" if here else "messages.suspect-there"
            return self.suspect(key, sole, finding, said)
        shown = [
            self.suspect("messages.suspect-item", item, finding, said)
            for item in suspects[:_MOST_ITEMS]
        ]
        if len(suspects) > _MOST_ITEMS:
            more = len(suspects) - _MOST_ITEMS
            shown.append(self.said("messages.suspect-more", count=more))
        key = "messages.suspect-any" if finding.alternatives else "messages.suspect-all"
        return self.said(key, cells=self.said("clauses").join(shown))

    def suspect(self, key: str, suspect: Suspect, finding: Finding, said: str) -> str:
        """A suspected cell, called by row and column but for what is ``said`` already."""
        table, row, column = suspect.cell
        args = {"row": self.name(table, row), "column": self.name(table, column or "")}
        place = "messages.cell"
        if "{row}" in said and row == finding.address.row:
            place = "messages.cell-in-row"
        elif "{column}" in said and column == finding.address.column:
            place = "messages.cell-in-column"
        cell = Message(place, args)
        return self.said(key, cell=cell, actual=suspect.actual, expected=suspect.expected)

    def note(self, note: Note) -> str:
        """The text of a related place."""
        names = self.names(note.address) if note.address else {}
        args = {key: self.show(value) for key, value in note.args.items()}
        return self.said(note.text, **{**names, **args})

    def reason(self, key: str, address: Address, args: Mapping[str, object]) -> str:
        """Why a check could not be decided."""
        shown = dict(args)
        for key_name in ("missing_row", "missing_column"):
            if key_name in shown:
                shown[key_name] = self.name(address.part, str(shown[key_name]))
        return self.said(key, **{**self.names(address), **shown})


@lru_cache(maxsize=256)
def _basis(lang: str, fact: str, source: str, grade: str) -> str:
    """The same for all findings of a rule."""
    said = Message(f"messages.grade-{grade}")
    return say(lang, "messages.basis", fact=fact, source=source, grade=said)


def _printed_names(structure: Structure) -> dict[tuple[str, str], str]:
    """The printed words of every row and column; columns and groups without their number."""
    printed: dict[tuple[str, str], str] = {}
    for start in sorted(structure.shapes, key=lambda name: name[-1].isdigit()):
        rows = structure.shapes[start].row_elements
        for element in structure.automata[start].slots:
            words = structure.printed[element]
            words = words if element in rows else split_numbering(words)[1]
            printed.setdefault((table_of(start), name_of(element)), words)
    return printed
