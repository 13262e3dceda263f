"""What a check writes: to the screen as reports come, to files at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.errors import UsageError
from gklint.files import writing
from gklint.findings.report import Report, Results
from gklint.render import RENDERERS
from gklint.render.text import Styled, others_text, plain, report_text, summary_text
from gklint.render.totals import Totals
from gklint.ruleset.rules import Rule

if TYPE_CHECKING:
    from rich.console import Console

    from gklint.render.statistics import Statistics

_AS_THEY_COME = ("text", "concise")  # formats that are written report by report


class Output(NamedTuple):
    """A format and where it goes (None: standard output)."""

    format: str
    path: Path | None


def parse(texts: Sequence[str]) -> list[Output]:
    """The values of ``--format``.  Raises UsageError."""
    outputs = []
    for text in texts:
        name, has_path, path = text.partition("=")
        if name not in RENDERERS:
            raise UsageError("usage.unknown-format", format=name, known=[*RENDERERS])
        if has_path and not path:
            raise UsageError("usage.no-file-of-format", format=text)
        outputs.append(Output(name, Path(path) if path else None))
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError("usage.two-on-screen")
    return outputs


class Writer:
    """Writes all outputs of a run.  Only what needs all reports at once keeps them in memory."""

    def __init__(self, outputs: Sequence[Output], lang: str, statistics: Statistics | None) -> None:
        self.lang = lang
        self.statistics = statistics
        self.screen = next((output.format for output in outputs if output.path is None), None)
        self.into = [(output.format, output.path) for output in outputs if output.path is not None]
        self.wants_summary = any(output.format == "github" for output in outputs)
        self.keep = bool(self.into) or self.screen not in (*_AS_THEY_COME, None)
        self.kept: list[Report] = []
        self.totals = Totals()
        self.others: Sequence[str] = ()
        self.console = _console() if self.screen == "text" and sys.stdout.isatty() else None

    def add(self, report: Report, rules: Mapping[str, Rule]) -> None:
        """Take in one report, and show it if the screen shows reports as they come."""
        self.totals.add(report)
        if self.keep:
            self.kept.append(report)
        if self.statistics is not None:
            self.statistics.add(report)
        elif self.screen == "text":
            _put(self.console, report_text(report, self.lang))
        elif self.screen == "concise":
            sys.stdout.write(RENDERERS[self.screen](Results([report]), rules, self.lang))

    def leave(self, others: Sequence[str]) -> None:
        """Take in the files that were not checked because nothing can read their kind."""
        self.others, self.totals.others = others, len(others)

    def finish(self, rules: Mapping[str, Rule]) -> None:
        """Write what is written at the end.  Raises UsageError where a file cannot be."""
        results = Results(self.kept, self.others)
        if self.statistics is not None:
            _put(self.console, self.statistics.text(rules, self.lang))
        if self.screen == "text" or self.statistics is not None:
            _put(self.console, others_text(self.others, self.lang))
            _put(self.console, [summary_text(self.totals, self.lang)])
        elif self.screen:
            shown = self.screen in _AS_THEY_COME
            left = Results((), self.others) if shown else results
            sys.stdout.write(RENDERERS[self.screen](left, rules, self.lang))
        if self.screen not in _AS_THEY_COME:  # some formats have no room for it
            sys.stderr.write(plain(others_text(self.others, self.lang)))
        for name, path in self.into:
            text = RENDERERS[name](results, rules, self.lang)
            writing.write(path, text.encode("utf-8", "backslashreplace"))
        if self.wants_summary:
            _write_step_summary(results, self.lang)


def _write_step_summary(results: Results, lang: str) -> None:
    """What GitHub shows on the page of a run, where it names the file for that."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        from gklint.render.github import step_summary

        text = step_summary(results, lang).encode("utf-8", "backslashreplace")
        writing.append(Path(path), text)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def _put(console: Console | None, pieces: Iterable[Styled]) -> None:
    if console is None:
        sys.stdout.write(plain(pieces))
        return
    from rich.text import Text

    console.print(Text.assemble(*pieces), end="", soft_wrap=True)
