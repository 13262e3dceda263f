"""Statements read from a few sentences, as if they stood in a report."""

from __future__ import annotations

from gklint.model.statements import Passage, Statements, Where
from gklint.parse.prose.sentences import read_statements
from gklint.ruleset.loading import load_rules
from gklint.text.normalise import Normal, normalise
from gklint.text.prose import squeeze
from gklint.text.simplified import simplifier
from gklint.text.source import Span

ON_REQUEST = ("overview", "on_request")
OVERVIEW = ("overview", None)
DISCLOSURE = ("disclosure", None)
REQUESTS = ("requests", None)
DISPUTES = ("disputes", None)
PROBLEMS = ("problems", None)
OTHER = ("other_matters", None)
PREAMBLE = (None, None)

Place = tuple[str | None, str | None]


def fold(text: str) -> Normal:
    """The normal text of some text, with what was found in its writing."""
    return normalise(text, simplifier)


def read(text: str, place: Place = ON_REQUEST, agency: str | None = None) -> Statements:
    """The statements of one paragraph of a section and part of an agency's report."""
    normal = fold(text).text
    prose = squeeze(normal, [Span(0, len(normal))])
    return read_statements([Passage(*place, prose)], load_rules().form.vocabulary, agency)


def printed(text: str, where: Where) -> str:
    """What the original prints where a statement was found."""
    return text[slice(*where.span)]


def counts(text: str, place: Place = ON_REQUEST) -> list[tuple[str, int | None]]:
    """What is counted and how many, of counts that claim to be complete."""
    return [(c.about, c.number) for c in read(text, place).counts if not c.partial]
