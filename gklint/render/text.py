"""``--format text``: findings as a person reads them, in a terminal or a file.

A report becomes a list of pieces with styles.  On a terminal rich draws them; elsewhere
only their words are written.  All document text goes through ``printable``, and rich
takes none of it for markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.render.printable import BASIS, SEVERITY, place_words, printable, width
from gklint.render.totals import Totals, totals
from gklint.ruleset.severity import Severity

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_WORDS = {
    "zh": {
        "clean": "没有发现问题。",
        "clean-but": "没有其他问题。",
        "files": "共检查 {files} 个文件：错误 {error}，警告 {warning}，提示 {info}",
        "stop": "。",
        "checks": "查了 {total} 项：通过 {passed}，有误 {failed}，无法判断 {undecided}",
        "undecided": "无法判断：",
        "accepted": "，已接受 {}",
        "known": "，基线中已有 {}",
        "colon": "：",
    },
    "en": {
        "clean": "no findings. ",
        "clean-but": "no other findings. ",
        "files": "{files} files checked: {error} errors, {warning} warnings, {info} notes",
        "stop": ".",
        "checks": "{total} checks: {passed} passed, {failed} failed, {undecided} undecided",
        "undecided": "undecided: ",
        "accepted": ", {} accepted",
        "known": ", {} in the baseline",
        "colon": ": ",
    },
}
_BEFORE, _AFTER = 28, 46  # how much of a long line is shown around the place
_BAR = " │ "  # between the cells of a row that the format marks
_MOST_REASONS = 3


class Styled(NamedTuple):
    """A piece of output, and how rich is to show it."""

    text: str
    style: str = ""


def report_text(report: Report, lang: str) -> Iterator[Styled]:
    """The findings of one report."""
    for found in report.diagnostics:
        yield from _diagnostic(report, found, lang)
    yield from _conclusion(report, lang)


def summary_text(totals: Totals, lang: str) -> Styled:
    """The line that closes a run."""
    words = _WORDS[lang]
    text = words["files"].format(**totals.summary()) + _not_counted(totals, lang) + words["stop"]
    return Styled(text + "\n", "bold")


def _not_counted(totals: Totals, lang: str) -> str:
    """How many findings are accepted or in the baseline."""
    numbers = {"accepted": totals.accepted, "known": totals.known}
    return "".join(_WORDS[lang][key].format(number) for key, number in numbers.items() if number)


def plain(pieces: Iterable[Styled]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces)


def _diagnostic(report: Report, found: Diagnostic, lang: str) -> Iterator[Styled]:
    yield Styled(printable(report.path or "-"), "bold")
    if found.range:
        yield Styled(f":{found.range.start.line}:{found.range.start.column}", "cyan")
    elif found.place:
        yield Styled(f" {place_words(found.place, lang)}", "cyan")
    yield Styled(f" {SEVERITY[lang][found.severity]}", _STYLE[found.severity])
    yield Styled(f" {found.code} ", "bold")
    yield Styled(printable(found.message) + "\n")
    yield from _place(report, found)
    yield Styled(f"    {BASIS[lang]}{printable(found.basis)}\n", "dim")


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
    words = _WORDS[lang]
    tally = report.checks
    counts = words["checks"].format(total=tally.total, **tally._asdict())
    counts += _not_counted(totals([report]), lang)
    clean = "" if report.diagnostics else words["clean-but" if report.accepted else "clean"]
    style = "" if report.diagnostics else "green"
    yield Styled(f"{printable(report.path or '-')}{words['colon']}{clean}{counts}\n", style)
    reasons = [*dict.fromkeys(found.reason for found in report.undecided)]
    for reason in _shortened(reasons):
        yield Styled(f"    {words['undecided']}{printable(reason)}\n", "dim")
    yield Styled("\n")


def _shortened(reasons: Sequence[str]) -> Sequence[str]:
    if len(reasons) <= _MOST_REASONS:
        return reasons
    return [*reasons[:_MOST_REASONS], f"……（{len(reasons) - _MOST_REASONS}）"]
