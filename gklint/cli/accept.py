"""``gklint accept``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gklint.accept.comments import day, is_reason
from gklint.accept.file import Item, extended
from gklint.cli import options
from gklint.errors import UsageError
from gklint.files import writing
from gklint.files.paths import from_here, relative
from gklint.findings.diagnostics import Acceptance, Diagnostic
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.project.project import Project
from gklint.run import files

_SAID = {
    "zh": {
        "accepted": "{path}：接受 {code}：{message}\n",
        "forbidden": "{path}：没有接受 {code}：规则集规定 {code} 不能接受。\n",
        "done": "{output}：写入 {count} 条。\n",
        "nothing": "没有可以接受的结果，{output} 没有改动。\n",
        "not-found": "{path}：没有 {codes} 的问题，或者已经接受。\n",
        "other-cell": "{path}：这一格没有 {codes} 的问题；--cell 可以写 {cells}。\n",
        "no-cell": "{path}：{codes} 的问题不在单元格里，请不要写 --cell。\n",
    },
    "en": {
        "accepted": "{path}: accepted {code}: {message}\n",
        "forbidden": "{path}: {code} was not accepted: the rule set does not allow it.\n",
        "done": "{output}: {count} entries were written.\n",
        "nothing": "There was nothing to accept; {output} was not changed.\n",
        "not-found": "{path}: nothing of {codes} was found, or it is accepted already.\n",
        "other-cell": "{path}: nothing of {codes} in this cell; --cell may be {cells}.\n",
        "no-cell": "{path}: what is found of {codes} is in no cell; leave out --cell.\n",
    },
}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    command = commands.add_parser("accept", help="写明理由，接受某些结果（记入接受文件）")
    command.set_defaults(run=run)
    command.add_argument("paths", nargs="+", metavar="PATH", help="文件或文件夹")
    command.add_argument(
        "--code", action="append", required=True, metavar="CODE", help="接受哪条规则的结果"
    )
    command.add_argument("--reason", required=True, metavar="理由", help="为什么接受")
    command.add_argument("--until", type=_day, metavar="日期", help="到哪一天为止，如 2026-12-31")
    command.add_argument(
        "--cell", metavar="ROW.COLUMN", help="只接受这一格的，如 granted.total（名称见 json）"
    )
    options.add_accepted(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_rules(command)
    options.add_lang(command)


def _day(text: str) -> date:
    found = day(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"应为日期，如 2026-12-31，现为“{text}”")
    return found


def run(arguments: argparse.Namespace) -> int:
    """Check files, and write what is to be accepted into their accept files.

    1 if there was nothing to accept, 3 if a file could not be checked.
    """
    acceptance = Acceptance("file", arguments.reason.strip(), arguments.until)
    if not is_reason(arguments.reason):
        raise UsageError("--reason 不能是空的：接受一个结果要写明理由")
    if acceptance.expired(date.today()):
        raise UsageError(f"--until {arguments.until}：这一天已经过去，接受不会起作用")
    project = Project(replace(options.given(arguments), writes_lists=True))
    found = files.named(arguments.paths, project)
    chosen: dict[Path, dict[Item, None]] = {_output(project, path): {} for path in found}
    unread = False
    for path in found:
        linter, output = project.linter(path), _output(project, path)
        for code in arguments.code:
            options.known_code(code, linter.rules)
        report = files.check_file(linter, path, project.options.limits)
        unread = files.say_unread(report) or unread
        if len(found) == 1 and not report.unreadable:
            sys.stdout.write(_why_none(report, arguments))
        name = relative(path, output.parent)
        for each in _accepted(linter, report, arguments):
            chosen[output][Item(name, each.code, each.known_in(name), acceptance)] = None
    written = [_write(output, [*entries], arguments.lang) for output, entries in chosen.items()]
    return options.UNCHECKED if unread else options.CLEAN if any(written) else options.FOUND


def _output(project: Project, path: Path) -> Path:
    """The accept file for a file.  Raises UsageError if there is none."""
    output = project.config(path).accept
    if output is None:
        raise UsageError("请用 --accept 给出接受文件，例如：--accept gklint-accept.toml")
    return output


def _write(output: Path, entries: Sequence[Item], lang: str) -> bool:
    """Write entries into an accept file, and say so.  Returns whether there were any."""
    if entries:
        writing.write(output, extended(output, entries))
    said = _SAID[lang]["done" if entries else "nothing"]
    sys.stdout.write(said.format(output=from_here(output), count=len(entries)))
    return bool(entries)


def _accepted(
    linter: Linter, report: Report, arguments: argparse.Namespace
) -> Iterator[Diagnostic]:
    """The findings that are asked for and may be accepted; says which, and which may not."""
    said = _SAID[arguments.lang]
    for each in _chosen(report, arguments.code, arguments.cell):
        may = linter.rules.rules[each.code].acceptable
        line = said["accepted" if may else "forbidden"]
        sys.stdout.write(line.format(path=report.path, code=each.code, message=each.message))
        if may:
            yield each


def _chosen(report: Report, codes: Sequence[str], cell: str | None) -> list[Diagnostic]:
    """The findings of these rules, of one cell if it is named."""
    found = (each for each in report.diagnostics if each.code in codes)
    return [each for each in found if cell is None or cell == _cell(each)]


def _cell(found: Diagnostic) -> str | None:
    return f"{found.cell.row}.{found.cell.column}" if found.cell else None


def _why_none(report: Report, arguments: argparse.Namespace) -> str:
    """Why nothing of a file is accepted; "" if something is."""
    if _chosen(report, arguments.code, arguments.cell):
        return ""
    found = _chosen(report, arguments.code, None)
    cells = [*dict.fromkeys(filter(None, map(_cell, found)))]
    key = "other-cell" if cells else "no-cell" if found else "not-found"
    said = _SAID[arguments.lang][key]
    codes, places = "、".join(arguments.code), "、".join(cells)
    return said.format(path=report.path, codes=codes, cells=places)
