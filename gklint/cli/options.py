"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from gklint.errors import UsageError
from gklint.files.keyed import code_problem
from gklint.formats.limits import Limits
from gklint.project.project import Options
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.rules import LANGUAGES
from gklint.ruleset.severity import Severity

CLEAN, FOUND, USAGE, UNCHECKED = 0, 1, 2, 3
LEVELS = tuple(str(level) for level in Severity)


def add_rules(command: argparse.ArgumentParser) -> None:
    """``--rules``."""
    command.add_argument(
        "--rules", nargs="+", default=[], type=Path, metavar="FILE", help="增加或覆盖规则的文件"
    )


def add_lang(command: argparse.ArgumentParser) -> None:
    """``--lang``."""
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="语言（默认 zh）")


def add_selection(command: argparse.ArgumentParser) -> None:
    """``--select``, ``--ignore`` and ``--severity``."""
    command.add_argument(
        "--select", action="append", metavar="CODES", help="只用这些规则（可用前缀，如 GK3）"
    )
    command.add_argument("--ignore", action="append", metavar="CODES", help="不用这些规则")
    command.add_argument("--severity", action="append", metavar="CODE=LEVEL", help="改变规则的级别")


def add_config(command: argparse.ArgumentParser) -> None:
    """``--config`` and ``--isolated``."""
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="只用这个配置文件（默认向上找 gklint.toml）"
    )
    command.add_argument("--isolated", action="store_true", help="不读任何配置文件")


def add_accepted(command: argparse.ArgumentParser) -> None:
    """``--accept`` and ``--baseline``."""
    command.add_argument(
        "--accept", type=Path, metavar="FILE", help="接受文件：其中写明理由的结果不再列出"
    )
    command.add_argument(
        "--baseline", type=Path, metavar="FILE", help="基线文件：只列出其中没有的结果"
    )


def add_limits(command: argparse.ArgumentParser) -> None:
    """``--limit``."""
    command.add_argument(
        "--limit",
        action="append",
        metavar="NAME=N",
        help="每个文件的限度：file、text（MB），pages、pieces、tables、depth、entries，seconds（秒）",
    )


def add_jobs(command: argparse.ArgumentParser) -> None:
    """``--jobs``."""
    command.add_argument("--jobs", type=_jobs, metavar="N", help="进程数（默认：全部核心）")


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"应为正整数，现为“{text}”")
    return int(text)


def given(arguments: argparse.Namespace) -> Options:
    """What the command line says.  Raises UsageError.

    Not every command has options to select rules or to accept findings.
    """
    said = vars(arguments)
    if arguments.config and arguments.isolated:
        raise UsageError("--config 与 --isolated 不能同时给出")
    return Options(
        select=_codes(said.get("select")),
        ignore=_codes(said.get("ignore")),
        severity=_severities(said.get("severity")),
        fail_on=said.get("fail_on"),
        rules=tuple(arguments.rules),
        accept=said.get("accept"),
        baseline=said.get("baseline"),
        lang=arguments.lang,
        limits=_limits(arguments.limit),
        config=arguments.config,
        isolated=arguments.isolated,
    )


def _severities(texts: Sequence[str] | None) -> tuple[tuple[str, Severity], ...]:
    found = []
    for text in texts or ():
        code, _, level = text.partition("=")
        if level not in LEVELS:
            raise UsageError(f"--severity {text}：级别应为 {'、'.join(LEVELS)} 之一")
        found.append((code, Severity[level.upper()]))
    return tuple(found)


def _limits(texts: Sequence[str] | None) -> Limits:
    found = {}
    for text in texts or ():
        name, _, number = text.partition("=")
        if name not in Limits.names() or not number.isdecimal() or int(number) < 1:
            names = "、".join(Limits.names())
            raise UsageError(f"--limit {text}：应写作 名称=正整数，名称为 {names} 之一")
        found[name] = int(number)
    return Limits(**found)


def _codes(texts: Sequence[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for text in texts or () for part in re.split("[,，、]", text))
    return tuple(code for code in parts if code)


def known_code(code: str, rules: RuleSet) -> None:
    """Raise UsageError unless a rule has this code."""
    if problem := code_problem(code, rules.rules, whole=True):
        raise UsageError(problem)
