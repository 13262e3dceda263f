"""Findings put into words, in the language asked for, with the printed names of the form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gklint.form.structure import Structure, name_of, table_of
from gklint.model.document import Address
from gklint.model.outcomes import CellName, ColumnNames, Finding, Note, Sum, Suspect, TextKey
from gklint.ruleset.rules import Rule, Text
from gklint.text.numbering import split_numbering
from gklint.text.values import Number

_ORDINALS = {"zh": "一二三四五六七八九", "en": "123456789"}
_MOST_ITEMS = 6
_MANY = 8  # longer sums are printed without their zeros
_REMARK = re.compile(r"(?<=.)（[^（）]{6,}）$")  # （区分处理的，只计这一情形……）


class Speaker:
    """Speaks one language about reports of one grammar."""

    def __init__(self, structure: Structure, texts: Mapping[str, Text], lang: str) -> None:
        self.structure = structure
        self.texts = texts
        self.lang = lang
        self.printed = _printed_names(structure)

    def text(self, key: str, args: Mapping[str, object] = {}) -> str:
        """A shared text, filled in."""
        return self.texts[key][self.lang].format_map(args)

    def message(self, rule: Rule, finding: Finding) -> str:
        """The message of a finding, with what is suspected."""
        template = rule.messages.get(finding.kind, rule.messages.get("default", {}))[self.lang]
        args = {key: self.show(value) for key, value in finding.args.items()}
        message = template.format_map({**self.names(finding.address), **args})
        return message[:1].upper() + message[1:] + self.suspicion(finding, template)

    def basis(self, rule: Rule) -> str:
        """On whose authority a rule stands: the fact, its source, and how sure it is."""
        grade = self.text(f"grade-{rule.grade}")
        args = {"fact": rule.basis[self.lang], "source": rule.source, "grade": grade}
        return self.text("basis", args)

    def show(self, value: object) -> object:
        """An argument as it is to be printed."""
        if isinstance(value, TextKey):
            return self.text(value.key)
        if isinstance(value, ColumnNames):
            return "、".join(self.name(value.table, name) for name in value.names)
        if isinstance(value, Sum):
            return self.sum(value.table, value.terms)
        return value

    def sum(self, table: str, terms: Sequence[tuple[int, str, Number | None]]) -> str:
        """A sum, given as sign, name of a row or column, and number; a long one without zeros."""
        if len(terms) > _MANY:
            terms = [term for term in terms if term[2] != 0] or terms[:1]
        shown = ""
        for sign, name, number in terms:
            joint = " - " if sign < 0 else " + " if shown else ""
            label = self.name(table, name)
            label = label if "." in name else _REMARK.sub("", label)
            shown += f"{joint}{label} {'？' if number is None else number}"
        return shown.strip()

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
        number = self.structure.sections.index(section)
        return self.text("table", {"number": _ORDINALS[self.lang][number]})

    def name(self, table: str, name: str) -> str:
        """A row or column by its printed name; ``row.column`` as 行（列）."""
        row, _, column = name.partition(".")
        if (table, row) in self.printed and (table, column) in self.printed:
            return f"{self.printed[table, row]}（{self.printed[table, column]}）"
        return self.printed.get((table, name), name)

    def suspicion(self, finding: Finding, said: str) -> str:
        """Which cells may be wrong; what the message has ``said`` is not named again."""
        suspects = finding.suspects
        if not suspects:
            return ""
        if len(suspects) > 1:
            shown = [
                self.suspect("suspect-item", item, finding, said) for item in suspects[:_MOST_ITEMS]
            ]
            key = "suspect-any" if finding.alternatives else "suspect-all"
            joint = "；" if self.lang == "zh" else "; "
            return self.text(key, {"cells": joint.join(shown)})
        address = finding.address
        here = suspects[0].cell == CellName(address.part, address.row or "", address.column)
        return self.suspect("suspect-here" if here else "suspect-there", suspects[0], finding, said)

    def suspect(self, key: str, suspect: Suspect, finding: Finding, said: str) -> str:
        table, row, column = suspect.cell
        args = {"row": self.name(table, row), "column": self.name(table, column or "")}
        place = "cell"
        if "{row}" in said and row == finding.address.row:
            place = "cell-in-row"
        elif "{column}" in said and column == finding.address.column:
            place = "cell-in-column"
        cell = self.text(place, args)
        return self.text(
            key, {"cell": cell, "actual": suspect.actual, "expected": suspect.expected}
        )

    def note(self, note: Note) -> str:
        """The text of a related place."""
        names = self.names(note.address) if note.address else {}
        args = {key: self.show(value) for key, value in note.args.items()}
        return self.text(note.text, {**names, **args})

    def reason(self, key: str, address: Address, args: Mapping[str, object]) -> str:
        """Why a check could not be decided."""
        shown = dict(args)
        for key_name in ("missing_row", "missing_column"):
            if key_name in shown:
                shown[key_name] = self.name(address.part, str(shown[key_name]))
        return self.text(key, {**self.names(address), **shown})


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
