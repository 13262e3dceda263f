"""The workbook of a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gklint.extract.sheets import new_book
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

_ROLL_UP = "roll-up"


def workbook(
    gathered: Gathered,
    bodies: Sequence[Body],
    rule_set: RuleSet,
    output: Output,
    speaker: Speaker,
) -> Iterator[bytes]:
    """The bytes of the workbook."""
    rules, names = rule_set.rules, rule_set.form.bodies
    with new_book() as book:
        overview(book.sheet(SHEETS["overview"]), bodies, output, speaker)
        findings(book.sheet(SHEETS["findings"]), bodies, output, speaker)
        numbers(book.sheet(SHEETS["numbers"]), gathered, speaker)
        sums(book.sheet(SHEETS["sums"]), gathered.county, names, speaker)
        years(book.sheet(SHEETS["years"]), bodies, rules, output, speaker)
        shared(book.sheet(SHEETS["shared"]), bodies, _of_texts(rules), output, speaker)
        matrix(book.sheet(SHEETS["rules"]), bodies, rules, speaker)
        picture(book.sheet(SHEETS["picture"]), bodies, rules, speaker)
        if any(case.read.otherwise is not None for case in gathered.cases):
            effect(book.sheet(SHEETS["effect"]), bodies, output, speaker)
        yield from book.written()


def _of_texts(rules: Mapping[str, Rule]) -> list[str]:
    """The rules about what reports have in common; sums of a county have a sheet of their own."""
    return [code for code, rule in rules.items() if rule.of_county and rule.check != _ROLL_UP]
