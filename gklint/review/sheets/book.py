"""The workbook of a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from gklint.extract.sheets import Sheet, saved
from gklint.findings.messages import Speaker
from gklint.review.gathering import Gathered
from gklint.review.output import SHEETS, Output
from gklint.review.sheets.beside import shared, years
from gklint.review.sheets.effect import effect
from gklint.review.sheets.findings import findings
from gklint.review.sheets.matrix import matrix
from gklint.review.sheets.numbers import numbers
from gklint.review.sheets.overview import overview
from gklint.review.sheets.picture import picture
from gklint.review.sheets.sums import sums
from gklint.review.standing import Body
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.rules import Rule

if TYPE_CHECKING:
    from openpyxl import Workbook

_ROLL_UP = "roll-up"


def workbook(
    gathered: Gathered,
    bodies: Sequence[Body],
    rule_set: RuleSet,
    output: Output,
    speaker: Speaker,
) -> Iterator[bytes]:
    """The bytes of the workbook."""
    from openpyxl import Workbook

    rules, names = rule_set.rules, rule_set.form.bodies
    book = Workbook(write_only=True)
    with _sheet(book, "overview") as sheet:
        overview(sheet, bodies, output, speaker)
    with _sheet(book, "findings") as sheet:
        findings(sheet, bodies, output, speaker)
    with _sheet(book, "numbers") as sheet:
        numbers(sheet, gathered, speaker)
    with _sheet(book, "sums") as sheet:
        sums(sheet, gathered.county, names, speaker)
    with _sheet(book, "years") as sheet:
        years(sheet, bodies, rules, output, speaker)
    with _sheet(book, "shared") as sheet:
        shared(sheet, bodies, _of_texts(rules), output, speaker)
    with _sheet(book, "rules") as sheet:
        matrix(sheet, bodies, rules, speaker)
    with _sheet(book, "picture") as sheet:
        picture(sheet, bodies, rules, speaker)
    if any(case.read.otherwise is not None for case in gathered.cases):
        with _sheet(book, "effect") as sheet:
            effect(sheet, bodies, output, speaker)
    yield from saved(book)


def _of_texts(rules: Mapping[str, Rule]) -> list[str]:
    """The rules about what reports have in common; sums of a county have a sheet of their own."""
    return [code for code, rule in rules.items() if rule.of_county and rule.check != _ROLL_UP]


@contextmanager
def _sheet(book: Workbook, name: str) -> Iterator[Sheet]:
    # A sheet that is left open complains when it is thrown away.
    with closing(book.create_sheet(SHEETS[name])) as sheet:
        yield sheet
