"""``--format text``: findings as a person reads them, in a terminal or a file.

A report becomes a list of pieces with styles.  On a terminal rich draws them; elsewhere
only their words are written.  All document text goes through ``printable``, and rich
takes none of it for markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gklint.render.printable import basis_of, place_words, printable, severity_word, told, width
from gklint.render.rendering import Ending, Renderer
from gklint.render.totals import Totals
from gklint.ruleset.severity import Severity
from gklint.words import Message, say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Diagnostic, Related
    from gklint.findings.report import Report

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_BEFORE, _AFTER = 28, 46  # how much of a long line is shown around the place
_BAR = " │ "  # between the cells of a row that the format marks
_MOST_REASONS = 3
_MOST_OTHERS = 20


class Styled(NamedTuple):
    """A piece of output, and how rich is to show it."""

    text: str
    style: str = ""


class Text(Renderer):
    """The words alone."""

    def piece(self, report: Report) -> str:
        return plain(report_text(report, self.lang))

    def end(self, ending: Ending) -> str:
        return plain(closing(ending, self.lang))


class Painted(Text):
    """The same on a terminal: pieces with their styles, yet to be drawn."""

    def piece(self, report: Report) -> str:
        return json.dumps([*report_text(report, self.lang)])

    def end(self, ending: Ending) -> str:
        return json.dumps([*closing(ending, self.lang)])


def closing(ending: Ending, lang: str) -> Iterator[Styled]:
    """What closes a run."""
    yield from others_text(ending.others, lang)
    yield summary_text(ending.totals, lang)


def report_text(report: Report, lang: str) -> Iterator[Styled]:
    """The findings of one report."""
    said = ""
    for found in report.diagnostics:
        yield from _diagnostic(report, found, lang)
        if said != (said := basis_of(found, lang)):  # once for several of one kind
            yield Styled(f"    {said}\n", "dim")
    yield from _conclusion(report, lang)


def others_text(others: Sequence[str], lang: str) -> Iterator[Styled]:
    """The files that were not checked because nothing can read their kind."""
    if others:
        yield Styled(f"{say(lang, 'render.others', count=len(others))}\n", "yellow")
        yield Styled("".join(f"    {printable(path)}\n" for path in others[:_MOST_OTHERS]))
        if len(others) > _MOST_OTHERS:
            more = say(lang, "render.others-more", count=len(others) - _MOST_OTHERS)
            yield Styled(f"    {more}\n")
        yield Styled("\n")


def summary_text(totals: Totals, lang: str) -> Styled:
    """The line that closes a run."""
    others = _not_counted(totals, lang)
    text = say(lang, "render.summary", **totals.summary(), others=others)
    return Styled(f"{text}\n", "bold")


def _not_counted(totals: Totals, lang: str) -> str:
    """How many findings are accepted or in the baseline, and how many files not checked."""
    numbers = {
        "render.accepted": totals.accepted,
        "render.known": totals.known,
        "render.others-counted": totals.others,
    }
    return "".join(say(lang, key, count=number) for key, number in numbers.items() if number)


def plain(pieces: Iterable[Styled]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces)


def _diagnostic(report: Report, found: Diagnostic, lang: str) -> Iterator[Styled]:
    yield Styled(printable(report.path or "-"), "bold")
    if found.range:
        yield Styled(f":{found.range.start.line}:{found.range.start.column}", "cyan")
    if found.place:
        yield Styled(f" {place_words(found.place, lang)}", "cyan")
    yield Styled(f" {severity_word(found.severity, lang)}", _STYLE[found.severity])
    yield Styled(f" {found.code} ", "bold")
    yield Styled(printable(found.message) + "\n")
    yield from _place(report, found)
    yield from (_elsewhere(each, lang) for each in found.related if each.path)


def _elsewhere(related: Related, lang: str) -> Styled:
    """A place in another file that belongs to a finding."""
    start = related.range.start if related.range else None
    place = f":{start.line}:{start.column}" if start else ""
    return Styled(f"    {printable(str(related.path))}{place} {told(related, lang)}\n", "cyan")


def _place(report: Report, found: Diagnostic) -> Iterator[Styled]:
    """The line or the row of a table, with the place marked by the width of its characters."""
    source = report.source
    if found.span is None:
        return
    start, end = source.range(found.span)
    span = source.line_span(start.line)
    line = source.text[slice(*span)]
    if not line.strip():
        return
    bar = _BAR if span.start in source.rows_by_start else "\t"
    first, last = start.column - 1, end.column - 1
    before, whole, after = (
        printable(part.replace("\t", bar)) for part in (line[:first], line[first:last], line[last:])
    )
    left = before if len(before) <= _BEFORE else "…" + before[-_BEFORE:]
    room = 2 * _AFTER - min(len(before), _BEFORE)
    marked = whole[:room]
    right = after[: min(room - len(marked), _AFTER)]
    dots = "…" if len(marked + right) < len(whole + after) else ""
    number = found.range.start.line if found.range else ""
    yield Styled(f"{number:5} │ {left}{marked}{right}{dots}".rstrip() + "\n")
    yield Styled(f"      │ {' ' * width(left)}{'^' * max(width(marked), 1)}\n", "red")


def _conclusion(report: Report, lang: str) -> Iterator[Styled]:
    """What was checked, and what could not be decided."""
    tally = report.checks
    from gklint.findings.counting import counted

    own = Totals()
    own.add(counted(report))
    others = _not_counted(own, lang)
    counts = Message("render.counts", {"total": tally.total, **tally._asdict(), "others": others})
    clean = "render.checked-clean-but" if report.accepted else "render.checked-clean"
    key, style = ("render.checked", "") if report.diagnostics else (clean, "green")
    said = say(lang, key, path=printable(report.path or "-"), counts=counts)
    yield Styled(f"{said}\n", style)
    reasons = [*dict.fromkeys(found.reason for found in report.undecided)]
    for reason in _shortened(reasons, lang):
        yield Styled(f"    {say(lang, 'render.undecided', reason=printable(reason))}\n", "dim")
    yield Styled("\n")


def _shortened(reasons: Sequence[str], lang: str) -> Sequence[str]:
    if len(reasons) <= _MOST_REASONS:
        return reasons
    more = say(lang, "render.more-undecided", count=len(reasons) - _MOST_REASONS)
    return [*reasons[:_MOST_REASONS], more]
