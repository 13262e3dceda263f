"""A new report made: numbers read where there are any, totals computed, the Word file written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from gklint.blank.filling import Filled, fill
from gklint.blank.given import Given, fail
from gklint.blank.reading import read_numbers, version_of
from gklint.blank.word import word
from gklint.errors import UsageError
from gklint.model.outcomes import CellName
from gklint.ruleset.loading import RuleSet
from gklint.text.normalise import says_anything

_NOTHING = Given(None, None, {})


class Made(NamedTuple):
    """The Word file, the numbers in it, and which of its cells are blank."""

    data: bytes
    filled: Filled
    blank: tuple[CellName, ...]


def make(rules: RuleSet, numbers: Path | None, agency: str | None, year: int | None) -> Made:
    """The report of a body and a year, each where it is known; ``numbers``: a file of them.

    Raises GklintError.
    """
    form = rules.form
    if agency is not None and not (says_anything(agency) and agency.isprintable()):
        raise UsageError("new.no-agency")
    version_of(form, year)  # what is wrong with it is said before the file is read
    given = read_numbers(numbers, form, agency, year) if numbers else _NOTHING
    agency, year = agency or given.agency, year or given.year
    version = version_of(form, year)
    cells = [CellName(*cell) for cell in form.structure.cells_of(version)]
    for cell in given.numbers.keys() - {*cells}:
        assert numbers is not None
        fail(numbers, "new.not-in-version", found=".".join(filter(None, cell)), version=version)
    filled = fill(rules.identities_of(version), given.numbers)
    data = word(form, version, filled.numbers, agency, year)
    return Made(data, filled, tuple(cell for cell in cells if cell not in filled.numbers))
