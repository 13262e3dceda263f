"""``--format github``: commands by which a GitHub Actions step annotates files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report, Results
from gklint.render.ci import line_of, local, markdown, shown
from gklint.render.printable import printable, severity_word, told
from gklint.render.text import others_text, plain, summary_text
from gklint.render.totals import totals
from gklint.ruleset.rules import Rule
from gklint.ruleset.severity import Severity
from gklint.words import say

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
_MOST = 10  # annotations of a level that GitHub keeps of a step; it drops the others silently
_MOST_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB


def github(results: Results, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """One command a diagnostic, errors first; before them a notice if GitHub will not show all.

    What is accepted gets none.  GitHub writes only the message into the log, so that it begins
    with the place.
    """
    found = _by_level(results.reports)
    commands = (_command(report.path, each, lang) for report, each in found)
    return _notices(results, lang) + "".join(commands)


def step_summary(results: Results, lang: str) -> str:
    """The findings as Markdown, to be appended to the file that GITHUB_STEP_SUMMARY names."""
    rows = [_row(report.path, found, lang) for report, found in _by_level(results.reports)]
    sizes = accumulate(len(row.encode()) for row in rows)
    kept = sum(size <= _MOST_BYTES for size in sizes)
    text = f"### gklint\n\n{summary_text(totals(results), lang).text}"
    if rows:
        head = say(lang, "render.github-head")
        text += f"\n{head}\n| --- | --- | --- | --- |\n{''.join(rows[:kept])}"
    if kept < len(rows):
        text += f"\n{say(lang, 'render.github-more', count=len(rows) - kept)}\n"
    if rows:
        text += f"\n{say(lang, 'render.github-rules')}\n"
    if results.others:
        text += f"\n{markdown(_others(results.others, lang))}\n"
    return text


def _by_level(reports: Sequence[Report]) -> list[tuple[Report, Diagnostic]]:
    pairs = [(report, found) for report in reports for found in report.diagnostics]
    return sorted(pairs, key=lambda pair: pair[1].severity.rank)


def _notices(results: Results, lang: str) -> str:
    """That GitHub will not show all, and which files were not checked."""
    said = []
    count = totals(results)
    if any(number > _MOST for number in count.found.values()):
        summary = summary_text(count, lang).text.strip()
        said.append(say(lang, "render.github-over", summary=summary, most=_MOST))
    if results.others:
        said.append(_others(results.others, lang))
    return "".join(f"::notice title=gklint::{_escaped(each, _DATA)}\n" for each in said)


def _others(others: Sequence[str], lang: str) -> str:
    """One line that names the files that were not checked."""
    return " ".join(plain(others_text([*map(shown, others)], lang)).split())


def _command(path: str | None, found: Diagnostic, lang: str) -> str:
    properties: dict[str, object] = {}
    file = local(path)
    if file:
        properties["file"] = file.as_posix()
    if found.range:
        (line, column), (end_line, end_column) = found.range
        properties |= {"line": line, "col": column, "endLine": end_line, "endColumn": end_column}
    properties["title"] = f"{found.code} {found.name}"
    given = ",".join(
        f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items()
    )
    data = _escaped(line_of(path, found, lang), _DATA)
    return f"::{_COMMANDS[found.severity]} {given}::{data}\n"


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    return printable("".join(codes.get(char, char) for char in text))


def _row(path: str | None, found: Diagnostic, lang: str) -> str:
    place = f":{found.range.start.line}:{found.range.start.column}" if found.range else ""
    cells = (
        severity_word(found.severity, lang),
        markdown(shown(path)) + place,
        found.code,
        markdown(told(found, lang)),
    )
    return f"| {' | '.join(cells)} |\n"
