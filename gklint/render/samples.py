"""The samples of a rule, as they are shown: what stands there, and what would be right."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from gklint.words import say

if TYPE_CHECKING:
    from gklint.ruleset.rules import Sample


def changed(sample: Sample, lang: str) -> list[str]:
    """The lines that a sample has, those of last year's report below a line that says so.

    Of a county, those of each body below its name.
    """
    if sample.county:
        reports = ((each.body, *_new(each.change, lang)) for each in sample.county)
        return [*chain.from_iterable(reports)]
    return _both(_new(sample.change, lang), _new(sample.last_year or {}, lang), lang)


def unchanged(sample: Sample, lang: str) -> list[str]:
    """The lines of the sample report, and of that for last year, which stood there."""
    if sample.county:
        reports = ((each.body, *each.change) for each in sample.county if each.change)
        return [*chain.from_iterable(reports)]
    return _both([*sample.change], [*(sample.last_year or {})], lang)


def _new(changes: Mapping[str, str | None], lang: str) -> list[str]:
    if not changes:
        return []
    new = (text for text in changes.values() if text is not None)
    lines = [line for text in new for line in text.split("\n")]
    return lines or [say(lang, "render.rule-deleted")]


def _both(own: list[str], before: list[str], lang: str) -> list[str]:
    return [*own, say(lang, "render.rule-last-year"), *before] if before else own
