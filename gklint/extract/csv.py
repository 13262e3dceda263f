"""``csv``: a report on each line, as Excel and RFC 4180 want it."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from gklint import words
from gklint.extract.columns import Value, columns, dotted, printed
from gklint.findings.messages import Speaker
from gklint.model.facts import Facts
from gklint.ruleset.loading import RuleSet

_FORMULA = tuple("=+-@＝＋－＠\t\r\n")  # a spreadsheet takes what begins so for a formula

_NAMED = (None, "en")  # the names of the contract are English


def csv_rows(reports: Iterable[Facts], rules: RuleSet, lang: str | None) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, lines end in CR LF, the heads of the columns come first.

    The names of the contract, for programs; in a language that is asked for, what is printed.
    """
    speaker = Speaker(rules.form.structure, lang or words.DEFAULT)
    named = lang in _NAMED
    shown = columns(speaker, dotted if named else partial(printed, speaker))
    heads = [column.name if named else column.printed for column in shown]
    yield from lines(heads, ([column.value(report) for column in shown] for report in reports))


def lines(heads: Sequence[str], rows: Iterable[Iterable[Value]]) -> Iterator[bytes]:
    """A table; what a spreadsheet would take for a formula stays text."""
    writer = csv.writer(_Line())
    yield BOM_UTF8 + _encoded(writer.writerow(heads))
    for row in rows:
        yield _encoded(writer.writerow([*map(_cell, row)]))


class _Line:
    """A file for ``csv.writer`` that hands each line back."""

    def write(self, line: str) -> str:
        return line


def _encoded(line: str) -> bytes:
    return line.encode("utf-8", "backslashreplace")


def _cell(value: Value) -> str | int | None:
    if isinstance(value, Decimal):
        return format(value, "f")  # never 3.8E-2
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
