"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from gklint.diagnostics import Severity
from gklint.errors import UsageError
from gklint.limits import Limits
from gklint.linter import Selection
from gklint.ruleset import RuleSet

CLEAN, FOUND, USAGE, UNCHECKED = 0, 1, 2, 3
LEVELS = tuple(str(level) for level in Severity)


def add_rules(command: argparse.ArgumentParser) -> None:
    """``--rules`` and ``--lang``."""
    command.add_argument(
        "--rules", nargs="+", default=[], type=Path, metavar="FILE", help="增加或覆盖规则的文件"
    )
    command.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言（默认 zh）")


def add_selection(command: argparse.ArgumentParser) -> None:
    """``--select``, ``--ignore`` and ``--severity``."""
    command.add_argument(
        "--select", action="append", metavar="CODES", help="只用这些规则（可用前缀，如 GK3）"
    )
    command.add_argument("--ignore", action="append", metavar="CODES", help="不用这些规则")
    command.add_argument("--severity", action="append", metavar="CODE=LEVEL", help="改变规则的级别")


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


def selection(arguments: argparse.Namespace, rules: RuleSet) -> Selection:
    """Which rules run, by the options of ``add_selection``.  Raises UsageError."""
    severity = {}
    for text in arguments.severity or ():
        code, _, level = text.partition("=")
        known_code(code, rules, whole=True)
        if level not in LEVELS:
            raise UsageError(f"--severity {text}：级别应为 {'、'.join(LEVELS)} 之一")
        severity[code] = Severity[level.upper()]
    return Selection(_codes(arguments.select, rules), _codes(arguments.ignore, rules), severity)


def limits(texts: Sequence[str] | None) -> Limits:
    """The limits by ``--limit``.  Raises UsageError."""
    found = {}
    for text in texts or ():
        name, _, number = text.partition("=")
        if name not in Limits.names() or not number.isdecimal() or int(number) < 1:
            names = "、".join(Limits.names())
            raise UsageError(f"--limit {text}：应写作 名称=正整数，名称为 {names} 之一")
        found[name] = int(number)
    return Limits(**found)


def _codes(texts: Sequence[str] | None, rules: RuleSet) -> tuple[str, ...]:
    codes = [code.strip() for text in texts or () for code in text.split(",") if code.strip()]
    for code in codes:
        known_code(code, rules, whole=False)
    return tuple(codes)


def known_code(code: str, rules: RuleSet, *, whole: bool) -> None:
    """Raise UsageError unless a rule has this code (or begins with it)."""
    if code in rules.rules if whole else any(known.startswith(code) for known in rules.rules):
        return
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), rules.rules, 1, 0.9)
    hint = f"，是否想写 {near[0]}？" if near else "；gklint rule 列出全部规则"
    raise UsageError(f"没有规则“{code}”{hint}")
