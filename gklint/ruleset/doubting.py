"""What of the findings remains where the text was made by recognition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gklint.checks.traces import TraceOptions
from gklint.model.document import Document, Element, Wrong
from gklint.model.outcomes import Finding, Undecided
from gklint.ruleset.rules import BUILT_IN, Rule
from gklint.text.source import Place, Places, Span

_SAYING = ("recognised-pages", "recognised-numbers")  # checks that tell of it themselves
Found = tuple[Rule, Finding]
Doubted = tuple[Rule, Undecided]


def doubt(document: Document, findings: Sequence[Found]) -> tuple[list[Found], list[Doubted]]:
    """The findings that stand, and those that may be the fault of the recognition."""
    told: list[Found] = []
    doubted: list[Doubted] = []
    for rule, finding in findings:
        reason = _reason(document, rule, finding)
        if reason is None:
            told.append((rule, finding))
        else:
            doubted.append((rule, Undecided(reason, finding.address)))
    return told, doubted


def _reason(document: Document, rule: Rule, finding: Finding) -> str | None:
    """Why a finding does not stand; None if it does."""
    source = document.source
    if not _is_of_the_text(rule):
        return None
    if source.recognised:  # by others, of whom nothing is known
        return "messages.recognised"
    recognition = source.recognition
    if recognition is None:
        return None
    spans = [finding.span, *(note.span for note in finding.notes if note.file is None)]
    found = [seen for span in spans for seen in recognition.within(*span)]
    if rule.of_form and _is_of_picture(document, finding):
        return "messages.recognition-form"
    # Numbers were settled by the sums; what they contradict then is in the report.
    if not all(seen.is_clear for seen in found if not seen.readings):
        return "messages.recognition-unclear"
    if rule.of_absence:
        if finding.address.part not in document.sections and _has_lost_a_section(document):
            return "messages.recognition-form"
        found += recognition.within(*_where_it_may_stand(document, finding))
    pages = {*_page(source.where, finding.span.start), *(seen.crop.page for seen in found)}
    if not all(map(recognition.is_well_read, pages)):
        return "messages.recognition-page"
    return None


def _is_of_picture(document: Document, finding: Finding) -> bool:
    """Whether the table that a finding is about, or its line, was read from a picture."""
    table = document.tables.get(finding.address.part)
    return document.source.was_recognised(table.span if table else finding.span)


def _has_lost_a_section(document: Document) -> bool:
    """Whether a heading was not found, and so, it may be, all that stands below it."""
    return any(
        each.element is Element.HEADING and each.wrong is Wrong.MISSING
        for each in document.deviations
    )


def _where_it_may_stand(document: Document, finding: Finding) -> Span:
    """From where to where something may stand that a report lacks: in its section, or anywhere."""
    end = len(document.source.text)
    section = document.sections.get(finding.address.part)
    if section is None:
        return Span(0, end)
    start = section.heading.start
    headings = (each.heading.start for each in document.sections.values())
    return Span(start, min((at for at in headings if at > start), default=end))


def _page(where: object, offset: int) -> Iterable[int]:
    """The page of an offset."""
    place: Place | None = where.at(offset) if isinstance(where, Places) else None
    return (place.page,) if place and place.page else ()


def _is_of_the_text(rule: Rule) -> bool:
    """Whether a rule speaks of what the text says; not of its recognition, nor of our faults."""
    tells = isinstance(rule.options, TraceOptions) and rule.options.of == "recognised"
    return not tells and rule.check not in (BUILT_IN, *_SAYING)
