"""The command line: arguments to a command, its errors to one line, its exit status."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from gklint.cli.options import FOUND, USAGE
from gklint.errors import GklintError, UsageError, reason
from gklint.render.printable import printable
from gklint.version import VERSION

# Each is a module of gklint.cli.
_COMMANDS = ("check", "rule", "annotate", "extract", "accept", "baseline", "lsp", "completion")


def main(argv: Sequence[str] | None = None) -> int:
    """Run gklint and return its exit status."""
    if sys.stdout is None:  # closed by who started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (to the end)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        given = sys.argv[1:] if argv is None else argv
        if given and given[0] not in _COMMANDS and Path(given[0]).exists():
            raise UsageError(f"请写明命令，例如：gklint check {given[0]}")
        arguments, unknown = _parser(given[:1]).parse_known_args(given)
        if unknown:
            command = "".join(f" {name}" for name in given[:1] if name in _COMMANDS)
            listed = f"gklint{command} --help 列出全部选项"
            raise UsageError(f"不认识的选项：{' '.join(unknown)}（{listed}）")
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except GklintError as error:
        _complain(str(error))
        return USAGE
    except BrokenPipeError:  # `gklint … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FOUND
    except OSError as error:  # such as a full disk behind `gklint … > file`
        _complain(f"无法继续：{f'{error.filename}：' if error.filename else ''}{reason(error)}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return USAGE
    except KeyboardInterrupt:
        return 130
    return status


def _complain(problem: str) -> None:
    """One line on standard error, whatever a file is called; if that is full, none."""
    with suppress(OSError):
        sys.stderr.write(f"gklint: {printable(problem)}\n")
        sys.stderr.flush()


# What argparse says in English, as far as a wrong option can lead to it.
_ARGPARSE = {
    "argument 命令: invalid choice: ": "没有这个命令：",
    "argument ": "选项 ",
    "the following arguments are required: ": "缺少 ",
    ": expected one argument": " 后面缺少一个值",
    ": expected at least one argument": " 后面缺少值",
    ": invalid choice: ": " 没有这个值：",
}
_CHOICES = re.compile(r" \(choose from (.*)\)$")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """A wrong option is one line and exit status 2."""
        for english, chinese in _ARGPARSE.items():
            message = message.replace(english, chinese)
        message = _CHOICES.sub(r"（可用的有：\1）", message)
        raise UsageError(f"{message}（{self.prog} --help 列出全部选项）")


def _parser(first: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser, with all commands or only that of the ``first`` argument: others cost time."""
    parser = _Parser(
        prog="gklint",
        description="检查政府信息公开工作年度报告：结构、表格、勾稽关系、文字与数据是否一致。",
    )
    parser.add_argument("--version", action="version", version=f"gklint {VERSION}")
    commands = parser.add_subparsers(title="命令", metavar="命令")
    # ``every_command``: for completion, which cannot import what stands above it.
    parser.set_defaults(run=_no_command, every_command=_parser)
    for name in [name for name in _COMMANDS if name in first] or _COMMANDS:
        import_module(f"gklint.cli.{name}").add(commands)
    return parser


def _no_command(_: argparse.Namespace) -> int:
    raise UsageError(
        "请给出命令，例如：gklint check 年报.docx（检查报告）；gklint --help 列出全部命令"
    )
