"""A file of numbers, whatever its kind, to what it gives for one report."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from gklint.blank import drawn, listed
from gklint.blank.given import MOST, Given, Rows, fail
from gklint.errors import UnreadableFileError, UsageError
from gklint.files.keyed import read
from gklint.form.form import Form
from gklint.formats.limits import DEFAULT
from gklint.formats.plain import decode
from gklint.words import Message

_SHEETS = (".xlsx", ".xlsm")
_TEXTS = (".csv", ".tsv")
_JSON = ".json"
_SHOWN = 5


def read_numbers(path: Path, form: Form, agency: str | None, year: int | None) -> Given:
    """The numbers for the report of a body and a year, where these are known.

    Raises GklintError: the file cannot be read, or what is in it is not known; it is no single
    report that is meant.
    """
    suffix = path.suffix.lower()
    if suffix not in (*_SHEETS, *_TEXTS, _JSON):
        fail(path, "new.suffix")
    if suffix == _JSON:
        found: list[Given] | None = listed.of_json(path, form.structure)
    else:
        sheets = _sheets(path, suffix)
        found = listed.of_rows(path, sheets[0], form.structure) if sheets else None
        if found is None:
            only = drawn.of_sheets(path, sheets, form, version_of(form, year))
            found = [only] if only else None
    if found is None:
        fail(path, "new.no-layout")
    return _chosen(path, found, agency, year)


def version_of(form: Form, year: int | None) -> str:
    """The version of the form for a year, the newest where none is known.  Raises UsageError."""
    found = form.versions[0].name if year is None else form.version_for(year)
    if found is None:
        first = min(each.first_year for each in form.versions)
        raise UsageError("new.no-version", year=year, first=first)
    return found


def _chosen(path: Path, found: Sequence[Given], agency: str | None, year: int | None) -> Given:
    if not found:
        fail(path, "new.none-at-all")
    meant = [each for each in found if each.of(agency, year)]
    if len(meant) != 1:
        names = [
            Message("new.whose", {"agency": each.agency or "?", "year": each.year or "?"})
            for each in (meant or found)[:_SHOWN]
        ]
        key, count = "new.several" if meant else "new.none", len(meant)
        fail(path, key, count=count, reports=names)
    return meant[0]


def _sheets(path: Path, suffix: str) -> list[Rows]:
    try:
        data = read(path, UsageError, most=MOST)
        if suffix in _SHEETS:
            from gklint.formats.workbook import sheets_of

            return [*sheets_of(data, DEFAULT)]
        text = decode(data)
        dialect = "excel-tab" if suffix == ".tsv" else "excel"
        return [[*csv.reader(io.StringIO(text, newline=""), dialect)]]
    except UnreadableFileError as error:
        fail(path, error.message.key, **error.message.args)
    except csv.Error:
        fail(path, "new.no-csv")
