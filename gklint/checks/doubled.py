"""Several files with reports of one body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from gklint.checks.options import Options
from gklint.checks.registry import CountyContext, county_check
from gklint.form.bodies import OF_PLACES
from gklint.model.abstract import Abstract
from gklint.model.county import Entry, Told
from gklint.model.document import Address
from gklint.model.outcomes import Finding, NotApplicable, Note
from gklint.text.source import Span

_START = Span(0, 0)
_ALIKE = {".htm": ".html", ".shtml": ".html", ".xhtml": ".html", ".markdown": ".md"}


@county_check("report-doubled", Options)
def report_doubled(context: CountyContext, _: Options) -> Iterable[Told]:
    """Find bodies with several reports for a year in files of one kind.

    One in Word and one on a web page are the same report, to be compared elsewhere.
    """
    entries, names = context.county.entries, context.form.bodies
    files: dict[object, list[int]] = {}
    for number, entry in enumerate(entries):
        if entry.body is None:
            yield Told(number, NotApplicable())
            continue
        # A list may have a government and its office under one name.
        kind = names.kind(names.read(entry.report.agency or "").rest)
        office = kind if kind in OF_PLACES else ""
        key = entry.body, entry.report.year, _suffix(entry.report), office
        files.setdefault(key, []).append(number)
    for numbers in files.values():
        if len(numbers) > 1:
            for number in numbers:
                others = [entries[other] for other in numbers if other != number]
                yield Told(number, _finding(entries[number], others))


def _finding(entry: Entry, others: Sequence[Entry]) -> Finding:
    same = all(_content(other.report) == _content(entry.report) for other in others)
    notes = (
        Note("messages.other-file", _START, None, {"path": other.report.path}, other.report.path)
        for other in others
    )
    args = {"body": entry.body, "year": entry.report.year}
    return Finding(Address("file"), _START, args, "same" if same else "other", tuple(notes))


def _suffix(report: Abstract) -> str:
    suffix = PurePath(report.path or "").suffix.lower()
    return _ALIKE.get(suffix, suffix)


def _content(report: Abstract) -> object:
    """What a report says, wherever it stands in its file."""
    numbers = {
        table: {key: (figure.number, figure.state) for key, figure in figures.items()}
        for table, figures in report.tables.items()
    }
    return numbers, [(each.section, each.text) for each in report.sentences]
