"""Formats of ``gklint extract``.  A writer turns facts into the bytes of a file, bit by bit.

All but ``xlsx`` write a report as soon as it comes and keep none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gklint.extract.csv import csv_rows
from gklint.extract.json import json_document, json_lines
from gklint.extract.xlsx import workbook
from gklint.model.facts import Facts
from gklint.ruleset.loading import RuleSet

Writer = Callable[[Iterable[Facts], RuleSet, str | None], Iterator[bytes]]
"""Facts, the rules they were found by, and the language that is asked for, to bytes of a file."""

WRITERS: dict[str, Writer] = {
    "json": json_document,
    "jsonl": json_lines,
    "csv": csv_rows,
    "xlsx": workbook,
}

__all__ = ["WRITERS", "Writer"]
