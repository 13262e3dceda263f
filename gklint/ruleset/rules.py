"""A rule, as its file says it."""

from __future__ import annotations

from collections.abc import Mapping
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
    ``last_year``: the same of the sample report for the year before, with which it is compared;
    None where it is not.  ``county``: for rules about all reports of one; the first is flagged, and
    the others are those of bodies right below its own.
    """

    change: Mapping[str, str | None]
    at: str | None
    also: tuple[str, ...]
    last_year: Mapping[str, str | None] | None = None
    county: tuple[SampleReport, ...] = ()


class Rule(NamedTuple):
    """One rule; the fields are those of its file.

    ``fix``: how what its check can mend is mended, ``"safe"``, ``"unsafe"`` or never (None).
    ``of_writing``: it is about the form of characters, which recognition does not keep.
    ``of_form``: about what the form prints: its words, which it may misread, its rows and cells,
    which it may lose.  ``of_absence``: about what is said nowhere, or nowhere in a section.
    ``acceptable``: whether its findings may be accepted on purpose.  ``of_county``: it is about all
    reports of a county together; ``compares``: with the report of the year before.  ``options`` is
    then a function that loads them.
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
    of_writing: bool
    of_form: bool
    of_absence: bool
    good: tuple[Sample, ...]
    bad: tuple[Sample, ...]
    file: str
    of_county: bool = False
    compares: bool = False
