"""``--format github``: commands by which a GitHub Actions step annotates files."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, TYPE_CHECKING

from gklint.render.ci import line_of, local, markdown, shown
from gklint.render.printable import printable, severity_word, told
from gklint.render.rendering import Ending, Known, Renderer, encoded
from gklint.render.text import others_text, plain, summary_text
from gklint.ruleset.severity import Severity
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Diagnostic
    from gklint.findings.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
_MOST = 10  # annotations of a level that GitHub keeps of a step; it drops the others silently
_MOST_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB


class _ByLevel(Renderer, ABC):
    """Something of each finding that counts, errors first."""

    lanes = len(Severity)
    waits = True

    def pieces(self, report: Report, known: Known) -> Sequence[str]:  # noqa: ARG002
        return [
            "".join(
                self.of(report.path, each) for each in report.diagnostics if each.severity is level
            )
            for level in Severity
        ]

    @abstractmethod
    def of(self, path: str | None, found: Diagnostic) -> str:
        """What is written of one finding."""


class Github(_ByLevel):
    """One command a diagnostic, errors first; before them a notice if GitHub will not show all.

    What is accepted gets none.  GitHub writes only the message into the log, so that it begins
    with the place.
    """

    def of(self, path: str | None, found: Diagnostic) -> str:
        return _command(path, found, self.lang)

    def around(self, ending: Ending) -> Sequence[str]:
        return (_notices(ending, self.lang), *[""] * self.lanes)


class StepSummary(_ByLevel):
    """The findings as Markdown, to be appended to the file that GITHUB_STEP_SUMMARY names."""

    def of(self, path: str | None, found: Diagnostic) -> str:
        return _row(path, found, self.lang)

    def whole(self, ending: Ending, lanes: Sequence[IO[bytes]]) -> Iterator[bytes]:
        lang, number = self.lang, ending.totals.found.total()
        yield encoded(f"### gklint\n\n{summary_text(ending.totals, lang).text}")
        if number:
            yield encoded(f"\n{say(lang, 'render.github-head')}\n| --- | --- | --- | --- |\n")
        room = _MOST_BYTES
        for row in chain.from_iterable(lanes):
            room -= len(row)
            if room < 0:
                yield encoded(f"\n{say(lang, 'render.github-more', count=number)}\n")
                break
            number -= 1
            yield row
        if ending.totals.found.total():
            yield encoded(f"\n{say(lang, 'render.github-rules')}\n")
        if ending.others:
            yield encoded(f"\n{markdown(_others(ending.others, lang))}\n")


def _notices(ending: Ending, lang: str) -> str:
    """That GitHub will not show all, and which files were not checked."""
    said = []
    if any(number > _MOST for number in ending.totals.found.values()):
        summary = summary_text(ending.totals, lang).text.strip()
        said.append(say(lang, "render.github-over", summary=summary, most=_MOST))
    if ending.others:
        said.append(_others(ending.others, lang))
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
