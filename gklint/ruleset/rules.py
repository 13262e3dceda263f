"""A rule, as its file says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from gklint.ruleset.severity import Severity

BUILT_IN = "built-in"
"""The check of rules of the tool itself, which no check runs."""

Text = Mapping[str, str]
"""A text in each language: ``{"zh": …, "en": …}``."""


class SampleReport(NamedTuple):
    """The sample report as that of another body, with changes.  ``file``: what it is called."""

    body: str
    change: Mapping[str, str | None]
    file: str | None = None


class Sample(NamedTuple):
    """A change to the sample report, and what it must lead to.

    ``change``: lines of the sample report and what stands in their place.  ``at``: the
    text of the line that is flagged (None for a good sample).  ``also``: other codes.
    ``county``: for rules about all reports of one; the first is flagged, and the others are those
    of bodies right below its own.
    """

    change: Mapping[str, str | None]
    at: str | None
    also: tuple[str, ...]
    county: tuple[SampleReport, ...] = ()

    @property
    def before(self) -> list[str]:
        """The lines in place of which it puts others."""
        changed = (((each.body, *each.change) if each.change else ()) for each in self.county)
        return [*self.change, *chain(*changed)]

    @property
    def after(self) -> list[str]:
        """The lines that it puts in place of others; none if it only deletes."""
        reports = ((each.body, *_lines(each.change)) for each in self.county)
        return [*_lines(self.change), *chain(*reports)]


def _lines(change: Mapping[str, str | None]) -> Iterator[str]:
    return (line for text in change.values() if text is not None for line in text.split("\n"))


class Rule(NamedTuple):
    """One rule; the fields are those of its file.

    ``fix``: how what its check can mend is mended, ``"safe"``, ``"unsafe"`` or never (None).
    ``acceptable``: whether its findings may be accepted on purpose.  ``of_county``: it is about all
    reports of a county together; ``options`` is then a function that loads them.
    """

    code: str
    name: str
    severity: Severity
    since: str
    formats: tuple[str, ...]
    finds: Text
    basis: Text
    grade: str
    source: str
    messages: Mapping[str, Text]
    check: str
    options: Any
    yields_to: tuple[str, ...]
    fix: str | None
    acceptable: bool
    good: tuple[Sample, ...]
    bad: tuple[Sample, ...]
    file: str
    of_county: bool = False
