"""``gklint lsp``."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from gklint.errors import UsageError
from gklint.ruleset.rules import LANGUAGES


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    lsp = commands.add_parser("lsp", help="供编辑器使用的语言服务器（标准输入输出）")
    lsp.set_defaults(run=run)
    lsp.add_argument("--lang", choices=LANGUAGES, help="语言（默认由编辑器指定，否则 zh）")
    lsp.add_argument("--stdio", action="store_true", help="有的编辑器会加上；不加也一样")


def run(arguments: argparse.Namespace) -> int:
    """Serve an editor until it ends the connection.  Returns the exit status."""
    if find_spec("pygls") is None:
        raise UsageError("语言服务器需要另行安装：pip install 'gklint[lsp]'")
    from gklint.lsp.app import run as serve

    return serve(arguments.lang)
