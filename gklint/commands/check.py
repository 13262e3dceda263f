"""``gklint check``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.commands import files, options
from gklint.diagnostics import Severity
from gklint.errors import UsageError
from gklint.linter import Linter, Report, Totals
from gklint.ruleset import RuleSet, load_rules

if TYPE_CHECKING:
    from rich.console import Console

    from gklint.render.text import Styled

_AS_THEY_COME = ("text", "concise")  # formats that are written report by report


class Output(NamedTuple):
    """A format and where it goes (None: standard output)."""

    format: str
    path: Path | None


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    check = commands.add_parser("check", help="检查报告")
    check.set_defaults(run=run)
    check.add_argument("paths", nargs="*", metavar="PATH", help="文件或文件夹；- 为标准输入")
    check.add_argument("--stdin-filename", metavar="NAME", help="标准输入的文件名")
    check.add_argument(
        "--format",
        action="append",
        metavar="FORMAT[=FILE]",
        help="text（默认）、concise、json、lsp、sarif、github、gitlab、junit；可多次给出",
    )
    options.add_selection(check)
    check.add_argument(
        "--fail-on",
        choices=(*options.LEVELS, "never"),
        default="error",
        help="达到此级别时退出码为1（默认 error）",
    )
    options.add_limits(check)
    options.add_jobs(check)
    options.add_rules(check)


def run(arguments: argparse.Namespace) -> int:
    """Check files and write all outputs.  Returns the exit status."""
    outputs = _outputs(arguments.format or ["text"])
    rules = load_rules(arguments.rules)
    selection = options.selection(arguments, rules)
    limits = options.limits(arguments.limit)
    job = files.Job(tuple(arguments.rules), selection, arguments.lang, limits)
    paths = arguments.paths
    if not paths:
        raise UsageError("请给出要检查的文件或文件夹，例如：gklint check 年报.docx")
    if "-" in paths:
        if len(paths) > 1:
            raise UsageError("“-”（标准输入）不能与其他路径同时给出")
        linter = Linter(rules, selection, job.lang)
        reports: Iterable[Report] = [files.check_stdin(linter, arguments.stdin_filename, limits)]
        count = 1
    else:
        found = files.find_files(paths)
        count = len(found)
        reports = files.check_files(found, job, rules, arguments.jobs, Report.slim)
    totals = _write(reports, outputs, rules, arguments.lang, count)
    return _status(totals, arguments.fail_on)


def _status(totals: Totals, fail_on: str) -> int:
    if totals.unreadable:
        return options.UNCHECKED
    if fail_on == "never":
        return options.CLEAN
    threshold = Severity[fail_on.upper()]
    return (
        options.FOUND
        if any(level.rank <= threshold.rank for level in totals.found)
        else options.CLEAN
    )


# -- output ------------------------------------------------------------------------------------


def _outputs(texts: Sequence[str]) -> list[Output]:
    from gklint.render import RENDERERS

    outputs = []
    for text in texts:
        name, has_path, path = text.partition("=")
        if name not in RENDERERS:
            raise UsageError(f"没有输出格式“{name}”；可用的有：{'、'.join(RENDERERS)}")
        if has_path and not path:
            raise UsageError(f"--format {text}：“=”后面应为文件名")
        outputs.append(Output(name, Path(path) if path else None))
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError("只能有一种格式输出到屏幕；其余请写作 --format 格式=文件")
    return outputs


def _write(
    reports: Iterable[Report], outputs: Sequence[Output], rules: RuleSet, lang: str, count: int
) -> Totals:
    """Write all outputs.  Only what needs all reports at once keeps them in memory."""
    from gklint.render.text import report_text, summary_text

    screen = next((output.format for output in outputs if output.path is None), None)
    into = [output for output in outputs if output.path is not None]
    keep = bool(into) or screen not in (*_AS_THEY_COME, None)
    console = _console() if screen == "text" and sys.stdout.isatty() else None
    totals = Totals()
    kept: list[Report] = []
    for report in files.with_progress(reports, count, console):
        totals.add(report)
        if screen == "text":
            _put(console, report_text(report, lang))
        elif screen == "concise":
            sys.stdout.write(_rendered(screen, [report], rules, lang))
        if keep:
            kept.append(report)
    if screen == "text":
        _put(console, [summary_text(totals, lang)])
    elif screen and screen not in _AS_THEY_COME:
        sys.stdout.write(_rendered(screen, kept, rules, lang))
    for output in into:
        if output.path is not None:
            text = _rendered(output.format, kept, rules, lang)
            files.write(output.path, text.encode("utf-8", "backslashreplace"))
    if any(output.format == "github" for output in outputs):
        _write_step_summary(kept, lang)
    return totals


def _write_step_summary(reports: Sequence[Report], lang: str) -> None:
    """What GitHub shows on the page of a run, where it names the file for that."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        from gklint.render.github import step_summary

        text = step_summary(reports, lang).encode("utf-8", "backslashreplace")
        files.write(Path(path), text, append=True)


def _rendered(name: str, reports: Sequence[Report], rules: RuleSet, lang: str) -> str:
    from gklint.render import RENDERERS

    return RENDERERS[name](reports, rules.rules, lang)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def _put(console: Console | None, pieces: Iterable[Styled]) -> None:
    if console is None:
        sys.stdout.write("".join(piece.text for piece in pieces))
        return
    from rich.text import Text

    console.print(Text.assemble(*pieces), end="", soft_wrap=True)
