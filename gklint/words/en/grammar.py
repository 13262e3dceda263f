"""What is wrong with grammar/report.lark and rules/format/, which say what the form is."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "grammar.not-valid": "{name}: not a valid grammar: {problem}",
    # -- rules and elements ---------------------------------------------------------------------
    "grammar.repetition": "nothing in the form is repeated: + and * cannot be used",
    "grammar.recursion": "a rule cannot contain itself",
    "grammar.expression": "expected printed words in quotes, not a regular expression",
    "grammar.rule-name": "the name of a rule within a table ends in {rows} or {columns}",
    "grammar.alternatives": "only …{columns} may have alternatives",
    "grammar.alternatives-differ": "alternatives have the same columns, in another order",
    "grammar.no-form": "one of the alternatives must be marked -> {form}: "
    "the numbers of the table stand in its order",
    "grammar.no-name": 'printed words need a name, on a line of its own: NAME: "words"',
    "grammar.twice": "{element} stands here twice",
    # -- sections and tables --------------------------------------------------------------------
    "grammar.heading": "a section begins with its heading, which has the same name: {element}",
    "grammar.heading-number": "the number of the heading “{printed}” does not fit its place",
    "grammar.table-nowhere": "no section has this table",
    "grammar.no-table": "there is no table {table}",
    "grammar.label-twice": "{element} stands here twice; columns belong into rules whose names end "
    "in {columns}",
    "grammar.no-columns": "the row {element} has no columns",
    "grammar.column-twice": "two columns of the row {element} have the same name",
    "grammar.row-twice": "two rows have the same name",
    # -- rules/format/ --------------------------------------------------------------------------
    "grammar.no-file": "rules/format/{name}.yaml: no such file",
    "grammar.document": "the number of a document",
    "grammar.version": "a version",
    "grammar.versions": "a table of version = years and document",
    "grammar.sections": "a list of sections",
    "grammar.wordings": "a table of name: [words, …]",
    "grammar.words": "a table of names: [words, …]",
    "grammar.counted": "what is counted",
    "grammar.levels": "a table of “level: regular expression”",
    "grammar.fields": "a table of “field: [words, …]”",
    "grammar.shorter": "a table of “long: short”",
    "grammar.years-backwards": "last_year is before first_year",
    "grammar.years-overlap": "its years overlap with those of the next version",
    "grammar.version-without-table": "grammar/report.lark has no table of this version "
    "(…_table_{version})",
    "grammar.table-without-version": "{table} of grammar/report.lark belongs to no version",
}
