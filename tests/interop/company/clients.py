"""Clients of the language server: the marks in a text with wide and rare characters, and a fix."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from gklint.docs import sample_text
from tests.interop.company.installing import Need, Tools
from tests.support.paths import ROOT

HEAD = ("标出的", "改成的", "不符")
_SCRIPTS = Path(__file__).with_name("scripts")
_PATIENCE = 180
_REPORT = (
    sample_text()
    .replace("组织业务培训两次", '组织𠮷县"业务培训"两次')
    .replace("2023年新收政府信息公开申请5件", "𠮷县ＡB2023年新收政府信息公开申请8件")
    .replace("\n", "\r\n")
)
_MARKS = ("8件", '"')
_FIXED = "组织𠮷县“业务培训”两次"
_FIX = "GK703"
_MENDED = re.compile("组织.*?两次|gklint: accept.*")  # a fix accepts nothing


class Client(NamedTuple):
    """A client: its packages, what starts it, and where that runs.

    COMMAND, REPORT, PYTHON stand for gklint, the report and this Python, INIT and VIMRC for the
    set-up of the documentation.  marks: whether one can ask it for these; fixes: whether it has
    some.
    """

    name: str
    command: tuple[str, ...]
    needs: tuple[Need, ...] = ()
    environment: Mapping[str, str] = {}
    marks: bool = True
    fixes: bool = True

    @property
    def version(self) -> str:
        """What was run."""
        return ", ".join(each.told for each in self.needs)


class Seen(NamedTuple):
    """What is marked, and the line after a fix."""

    marks: tuple[str, ...] = ()
    line: str = ""

    def faults(self, client: Client) -> Iterator[str]:
        """What differs from what is right."""
        if client.marks and self.marks != _MARKS:
            yield f"marks {self.marks}"
        if client.fixes and _FIXED != self.line:
            yield f"line {self.line}"


def seen_by(client: Client, tools: Tools) -> Seen:
    """What a client shows of the report."""
    folder = tools.folder / "clients"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    report, command = folder / "年 报.md", folder / "gklint"
    init, vimrc, seen = folder / "init.lua", folder / "vimrc", folder / "seen.json"
    report.write_bytes(_REPORT.encode())
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gklint "$@"\n', "utf-8")
    command.chmod(0o755)
    init.write_text(set_up("lua", "start_client"), "utf-8")
    vimrc.write_text(set_up("vim", "packadd! ale"), "utf-8")
    for script in _SCRIPTS.iterdir():  # beside the packages that they import
        shutil.copy(script, folder / script.name)
    stand = {"COMMAND": str(command), "REPORT": str(report), "FIX": _FIX}
    stand |= {"INIT": str(init), "VIMRC": str(vimrc), "PYTHON": sys.executable}
    done = subprocess.run(
        [stand.get(word, word) for word in client.command],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=_PATIENCE,
        env={
            **tools.environment,
            **stand,
            **client.environment,
            "PYTHONPATH": str(ROOT),
            "PATH": os.pathsep.join((str(folder), os.environ["PATH"])),
            "LC_ALL": "C.UTF-8",
            "HOME": str(folder),
        },
    )
    told = seen.read_text("utf-8") if seen.exists() else done.stdout
    for line in told.splitlines():
        if line.startswith('{"'):
            said = json.loads(line)
            return Seen(tuple(said["marks"]), " ".join(_MENDED.findall(said.get("line", ""))))
    return Seen(line=(done.stdout + done.stderr)[-300:])


def set_up(language: str, word: str) -> str:
    """The block of docs/editors.md that has a word."""
    page = (ROOT / "docs" / "editors.md").read_text("utf-8")
    blocks: list[str] = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    return next(block for block in blocks if word in block)


def _needs(packages: str) -> tuple[Need, ...]:
    return tuple(map(Need, packages.split()))


_JSDOM = "jsdom@26.1.0 @codemirror/state@6.5.2 @codemirror/view@6.38.1 @codemirror/lint@6.8.5"
_EMACS = ("emacs", "--batch", "-q", "-l", "emacs.el")
_NEOVIM = ("nvim", "--headless", "-u", "INIT", "REPORT", "-c", "luafile neovim.lua")

_VIM = ("vim", "-T", "xterm", "--not-a-term", "-N", "-u", "VIMRC", "-S", "ale.vim", "REPORT")
_CODE = "code-server@4.96.4"
_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "dbus-run-session", "--")

CLIENTS = (
    Client(
        "VS Code 1.96, vscode-languageclient",
        ("PYTHON", "-m", "tests.interop.company.vscode"),
        environment={"PACKAGE": _CODE},
    ),
    Client(
        "Kate 22.12",
        (*_SCREEN, "PYTHON", "-m", "tests.interop.company.kate"),
        environment={"QT_QPA_PLATFORM": "xcb"},
        marks=False,
    ),
    Client("Vim 9.0, ALE 3.3.0", _VIM),
    Client("Neovim 0.7.2", _NEOVIM),
    Client("Emacs, eglot 1.9", _EMACS, environment={"CLIENT": "eglot"}),
    Client("Emacs, lsp-mode 8.0", _EMACS, environment={"CLIENT": "lsp-mode"}),
    Client(
        "CodeMirror, lsp-client",
        ("node", "codemirror.mjs", "lsp-client", "COMMAND", "REPORT"),
        _needs(f"@codemirror/lsp-client@6.3.0 {_JSDOM}"),
        fixes=False,
    ),
    Client(
        "CodeMirror, languageserver",
        ("node", "codemirror.mjs", "languageserver", "COMMAND", "REPORT"),
        _needs(f"codemirror-languageserver@1.22.1 {_JSDOM}"),
        fixes=False,
    ),
)
