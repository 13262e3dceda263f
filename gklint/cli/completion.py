"""``gklint completion``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from gklint.cli import options
from gklint.ruleset.loading import load_rules

SHELLS = ("bash", "zsh", "fish", "powershell")
_INSTALL = """\
把脚本存到该 shell 会去找的地方，重新打开终端即可；gklint 升级后再做一次：

  bash（需装有 bash-completion）
    mkdir -p ~/.local/share/bash-completion/completions
    gklint completion bash > ~/.local/share/bash-completion/completions/gklint
  zsh（~/.zshrc 中在 compinit 之前加一行：fpath=(~/.zfunc $fpath)）
    mkdir -p ~/.zfunc
    gklint completion zsh > ~/.zfunc/_gklint
  fish
    mkdir -p ~/.config/fish/completions
    gklint completion fish > ~/.config/fish/completions/gklint.fish
  PowerShell（写在 $PROFILE 里）
    gklint completion powershell | Out-String | Invoke-Expression
"""
_CODES = ("code", "select", "ignore", "severity")  # options that take codes of rules


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its argument."""
    command = commands.add_parser(
        "completion",
        help="输出命令行补全脚本",
        description="输出一个脚本，使 shell 能用 Tab 键补全 gklint 的命令、选项、取值和文件名。",
        epilog=_INSTALL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    command.add_argument("shell", choices=SHELLS, metavar="SHELL", help="、".join(SHELLS))


def run(arguments: argparse.Namespace) -> int:
    """Print the script for one shell, from the parser of the whole command line."""
    import shtab

    codes = [*load_rules([]).rules]
    parser = arguments.every_command()
    # argparse has no other way to tell the commands and options of a parser; shtab reads the same.
    (commands,) = (each for each in parser._actions if isinstance(each.choices, dict))
    for name, command in commands.choices.items():
        _describe(command, {**dict.fromkeys(_CODES, codes), "format": _formats(name)})
    sys.stdout.write(shtab.complete(parser, arguments.shell) + "\n")
    return options.CLEAN


def _formats(command: str) -> Iterable[str]:
    """The values of ``--format``, which may also be written with a file's name."""
    from gklint.extract import WRITERS
    from gklint.render import RENDERERS

    return WRITERS if command == "extract" else RENDERERS


def _describe(command: argparse.ArgumentParser, values: Mapping[str, Iterable[str]]) -> None:
    """Tell shtab what argparse does not know: which values are files, and which are names."""
    import shtab

    for action in command._actions:
        if action.type is Path or action.metavar == "PATH":
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.choices is None and action.dest in values:
            action.choices = [*values[action.dest]]
