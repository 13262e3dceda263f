"""The command line: arguments, files, processes, exit status.  Only this module prints."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from gklint.diagnostics import Severity
from gklint.errors import GklintError, UnreadableFileError, UsageError
from gklint.linter import Linter, Report, Selection, Totals
from gklint.resources import VERSION
from gklint.ruleset import RuleSet, load_rules
from gklint.source import Source, decode, read

if TYPE_CHECKING:
    from rich.console import Console

    from gklint.render.text import Styled

SUFFIXES = (".txt", ".md", ".markdown")
_LEVELS = tuple(str(level) for level in Severity)
_WORTH_A_POOL = 24  # files; below that, starting processes costs more than it saves
_WORTH_A_BAR = 8
_CHUNK = 16
_AS_THEY_COME = ("text", "concise")  # formats that are written report by report
_SKIPPED_FOLDERS = frozenset((".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"))

CLEAN, FOUND, USAGE, UNCHECKED = 0, 1, 2, 3


class Output(NamedTuple):
    """A format and where it goes (None: standard output)."""

    format: str
    path: Path | None


class Job(NamedTuple):
    """What a worker process needs to make its linter."""

    rules: tuple[Path, ...]
    selection: Selection
    lang: str


def main(argv: Sequence[str] | None = None) -> int:
    """Run gklint and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = _parser().parse_args(argv)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except GklintError as error:
        print(f"gklint: {error}", file=sys.stderr)  # noqa: T201
        return USAGE
    except BrokenPipeError:  # `gklint … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FOUND
    except KeyboardInterrupt:
        return 130
    return status


# What argparse says in English, as far as a wrong option can lead to it.
_ARGPARSE = {
    "unrecognized arguments: ": "不认识的选项：",
    "argument ": "选项 ",
    ": expected one argument": " 后面缺少一个值",
    ": expected at least one argument": " 后面缺少值",
    ": invalid choice: ": " 没有这个值：",
    " (choose from ": "（可用的有：",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """A wrong option is one line and exit status 2."""
        for english, chinese in _ARGPARSE.items():
            message = message.replace(english, chinese)
        raise UsageError(f"{message}（{self.prog} --help 列出全部选项）")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gklint",
        description="检查政府信息公开工作年度报告：结构、表格、勾稽关系、文字与数据是否一致。",
    )
    parser.add_argument("--version", action="version", version=f"gklint {VERSION}")
    commands = parser.add_subparsers(title="命令", metavar="check|rule")
    parser.set_defaults(run=_no_command)
    check = commands.add_parser("check", help="检查报告")
    check.set_defaults(run=_check)
    check.add_argument("paths", nargs="*", metavar="PATH", help="文件或文件夹；- 为标准输入")
    check.add_argument("--stdin-filename", metavar="NAME", help="标准输入的文件名")
    check.add_argument(
        "--format",
        action="append",
        metavar="FORMAT[=FILE]",
        help="text（默认）、concise、json、lsp；可多次给出",
    )
    check.add_argument(
        "--select", action="append", metavar="CODES", help="只用这些规则（可用前缀，如 GK3）"
    )
    check.add_argument("--ignore", action="append", metavar="CODES", help="不用这些规则")
    check.add_argument("--severity", action="append", metavar="CODE=LEVEL", help="改变规则的级别")
    check.add_argument(
        "--fail-on",
        choices=(*_LEVELS, "never"),
        default="error",
        help="达到此级别时退出码为1（默认 error）",
    )
    check.add_argument("--jobs", type=_jobs, metavar="N", help="进程数（默认：全部核心）")
    rule = commands.add_parser("rule", help="列出规则，或说明一条规则")
    rule.set_defaults(run=_rule)
    rule.add_argument("code", nargs="?", metavar="CODE", help="规则代码，如 GK303")
    for command in (check, rule):
        command.add_argument(
            "--rules", nargs="+", default=[], type=Path, metavar="FILE", help="增加或覆盖规则的文件"
        )
        command.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言（默认 zh）")
    return parser


def _no_command(_: argparse.Namespace) -> int:
    raise UsageError(
        "请给出命令：check（检查报告）或 rule（说明规则），例如：gklint check 年报.txt"
    )


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"应为正整数，现为“{text}”")
    return int(text)


# -- check -----------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    outputs = _outputs(arguments.format or ["text"])
    rules = load_rules(arguments.rules)
    selection = _selection(arguments, rules)
    job = Job(tuple(arguments.rules), selection, arguments.lang)
    paths = arguments.paths
    if not paths:
        raise UsageError("请给出要检查的文件或文件夹，例如：gklint check 年报.txt")
    if "-" in paths:
        if len(paths) > 1:
            raise UsageError("“-”（标准输入）不能与其他路径同时给出")
        reports: Iterable[Report] = [_check_stdin(Linter(rules, selection, job.lang), arguments)]
        count = 1
    else:
        files = [*_files(paths)]
        count = len(files)
        reports = _check_files(files, job, rules, arguments.jobs)
    totals = _write(reports, outputs, rules, arguments.lang, count)
    return _status(totals, arguments.fail_on)


def _check_stdin(linter: Linter, arguments: argparse.Namespace) -> Report:
    name = arguments.stdin_filename or "-"
    try:
        return linter.check(Source(decode(sys.stdin.buffer.read()), name))
    except UnreadableFileError as error:
        return linter.unreadable(name, error)


def _files(paths: Sequence[str]) -> Iterator[Path]:
    """The files to check: those named, and those of a supported type in folders."""
    seen: set[Path] = set()
    for text in paths:
        path = Path(text)
        if text and path.is_dir():
            found: Iterable[Path] = sorted(_walk(path))
        elif text and path.exists():
            found = [path]
        else:
            raise UsageError(f"找不到文件或文件夹：{text}")
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file
    if not seen:
        kinds = "、".join(SUFFIXES)
        raise UsageError(f"文件夹里没有可以检查的文件（{kinds}）：{'、'.join(paths)}")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _SKIPPED_FOLDERS]
        for name in names:
            if name.lower().endswith(SUFFIXES):
                yield Path(root, name)


def _check_file(linter: Linter, path: Path) -> Report:
    try:
        if path.suffix.lower() not in SUFFIXES:
            raise UnreadableFileError("unknown-type", suffix=path.suffix or path.name)
        return linter.check(read(path))
    except UnreadableFileError as error:
        return linter.unreadable(str(path), error)


def _check_files(
    files: Sequence[Path], job: Job, rules: RuleSet, jobs: int | None
) -> Iterator[Report]:
    _pause_collector()
    jobs = min(jobs or os.cpu_count() or 1, len(files))
    if jobs == 1 or len(files) < _WORTH_A_POOL:
        linter = Linter(rules, job.selection, job.lang)
        yield from (_check_file(linter, path) for path in files)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(job,)) as pool:
        yield from pool.map(_work, files, chunksize=_CHUNK)


_worker: list[Linter] = []


def _pause_collector() -> None:
    """What is loaded stays, and a report leaves no cycles worth looking for."""
    gc.freeze()
    gc.disable()


def _start_worker(job: Job) -> None:
    _worker.append(Linter(load_rules(job.rules), job.selection, job.lang))
    _pause_collector()


def _work(path: Path) -> Report:
    return _check_file(_worker[0], path).slim()


def _selection(arguments: argparse.Namespace, rules: RuleSet) -> Selection:
    severity = {}
    for text in arguments.severity or ():
        code, _, level = text.partition("=")
        _known_code(code, rules, whole=True)
        if level not in _LEVELS:
            raise UsageError(f"--severity {text}：级别应为 {'、'.join(_LEVELS)} 之一")
        severity[code] = Severity[level.upper()]
    return Selection(_codes(arguments.select, rules), _codes(arguments.ignore, rules), severity)


def _codes(texts: Sequence[str] | None, rules: RuleSet) -> tuple[str, ...]:
    codes = [code.strip() for text in texts or () for code in text.split(",") if code.strip()]
    for code in codes:
        _known_code(code, rules, whole=False)
    return tuple(codes)


def _known_code(code: str, rules: RuleSet, *, whole: bool) -> None:
    if code in rules.rules if whole else any(known.startswith(code) for known in rules.rules):
        return
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), rules.rules, 1, 0.9)
    hint = f"，是否想写 {near[0]}？" if near else "；gklint rule 列出全部规则"
    raise UsageError(f"没有规则“{code}”{hint}")


def _status(totals: Totals, fail_on: str) -> int:
    if totals.unreadable:
        return UNCHECKED
    if fail_on == "never":
        return CLEAN
    threshold = Severity[fail_on.upper()]
    return FOUND if any(level.rank <= threshold.rank for level in totals.found) else CLEAN


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
    files = [output for output in outputs if output.path is not None]
    keep = bool(files) or screen not in (*_AS_THEY_COME, None)
    console = _console() if screen == "text" and sys.stdout.isatty() else None
    totals = Totals()
    kept: list[Report] = []
    for report in _with_progress(reports, console, count):
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
    for output in files:
        if output.path is not None:
            _write_file(output.path, _rendered(output.format, kept, rules, lang))
    return totals


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


def _with_progress(
    reports: Iterable[Report], console: Console | None, count: int
) -> Iterator[Report]:
    """``reports``, with a progress bar below the output on a terminal."""
    if count < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import track

    bar = console or Console(stderr=True)
    yield from track(reports, total=count, description="gklint", console=bar, transient=True)


def _write_file(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(f"无法写入 {path}：{error.strerror}") from error


# -- rule --------------------------------------------------------------------------------------


def _rule(arguments: argparse.Namespace) -> int:
    from gklint.docs import explain_rule, list_rules

    rules = load_rules(arguments.rules)
    if arguments.code is None:
        sys.stdout.write(list_rules(rules, arguments.lang))
        return CLEAN
    _known_code(arguments.code, rules, whole=True)
    sys.stdout.write(explain_rule(rules, rules.rules[arguments.code], arguments.lang))
    return CLEAN
