"""Whether what a linter says of a report with a sentence is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.generator.figures import FEES
from tests.generator.score import severity_of

from .making import CLAIM, Case

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALONGSIDE = frozenset(("GK401", "GK402", "GK404", "GK405", "GK407"))


@dataclass(frozen=True)
class Judged:
    """`found`: an answer that was due came. `false`: errors and warnings that are wrong."""

    case: Case
    found: bool
    false: tuple[str, ...]

    def __str__(self) -> str:
        case = self.case
        change = f"  [{case.altered}]" if case.altered else ""
        return "".join(
            (f"{case.name}: {case.sentence}{change}", *(f"\n        {each}" for each in self.false))
        )


@dataclass
class Score:
    """Counts of one kind of sentences, and those that were not answered rightly."""

    total: int = 0
    wrong: list[Judged] = field(default_factory=list)

    @property
    def right(self) -> float:
        """The share that was answered rightly."""
        return 1 - len(self.wrong) / self.total


def judged(case: Case, diagnostics: Sequence[Any]) -> Judged:
    """Match what came with what had to come at the sentence, or nowhere."""
    loud = [each for each in diagnostics if severity_of(each) in ("error", "warning")]
    found = any(each.code in case.codes and _at(case, each) for each in loud)
    false = tuple(
        f"{each.code} {each.message} [{_flagged(case, each)}]"
        for each in loud
        if not case.codes or each.code not in case.codes | _ALONGSIDE or not _at(case, each)
    )
    return Judged(case, found or not case.codes, false)


def by_code(wrong: Sequence[Judged]) -> Counter[str]:
    """How often each code came that should not have come."""
    return Counter(each.split()[0] for one in wrong for each in one.false)


def _flagged(case: Case, diagnostic: Any) -> str:
    """What stands at the place of a diagnostic."""
    if diagnostic.range is None:
        return ""
    start, end = diagnostic.range
    line: str = case.printed.text.splitlines()[start.line - 1]
    return line[start.column - 1 : end.column - 1]


def _at(case: Case, diagnostic: Any) -> bool:
    """Whether a diagnostic touches the sentence, or the cell that it contradicts."""
    if diagnostic.range is None:
        return False
    start, end = diagnostic.range
    claims = case.printed.places[CLAIM]
    if any(p.line == start.line and start.column < p.end and p.start < end.column for p in claims):
        return True
    fees = case.printed.places.get(("cell", *FEES), ())
    return "yuan" in case.altered and any(p.line == start.line for p in fees)
