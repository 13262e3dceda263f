"""Runners of hooks: a repository of reports, commits in it, and what comes of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from gklint.docs import sample_text
from tests.interop.company.configurations import configuration
from tests.interop.company.installing import Need, Tools
from tests.support.paths import ROOT

HEAD = ("试过", "不符")
_PATIENCE = 600
_MANY = 400  # reports, with long names: more than fits into one command
_RIGHT = sample_text()
_ROW = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |"
_WRONG = _RIGHT.replace(_ROW, _ROW.replace("| 3 |", "| 5 |"))
_TO_FIX = _RIGHT.replace("（一）予以公开", "(一) 予以公开")
_NAME = "年报/甲县 水务局（定稿）'1'.txt"
_HOOK = """\
repos:
  - repo: local
    hooks:
      - id: gklint
        name: gklint
        language: system
        entry: COMMAND
        files: ^年报/
        exclude: README
        require_serial: true
"""


class Runner(NamedTuple):
    """A program with what it needs, its file, what installs it, and whether it stages fixes."""

    name: str
    needs: tuple[Need, ...]
    file: str
    install: tuple[str, ...]
    stages: bool = False

    @property
    def version(self) -> str:
        """What was run."""
        return ", ".join(each.told for each in self.needs)


class Repository(NamedTuple):
    """A repository in which a runner is installed."""

    folder: Path
    environment: Mapping[str, str]

    def git(self, *words: str) -> tuple[bool, str]:
        """Whether git succeeds, and what is said."""
        done = subprocess.run(
            ["git", *words],
            check=False,
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=self.environment,
            timeout=_PATIENCE,
        )
        return done.returncode == 0, done.stdout + done.stderr

    def write(self, name: str, text: str) -> None:
        """A file in it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> tuple[bool, str]:
        """Commit what is staged."""
        return self.git("commit", "-m", "x")

    def committed(self, name: str) -> str:
        """What stands in the last commit."""
        return self.git("show", f"HEAD:{name}")[1]


def made(runner: Runner, tools: Tools, command: str, folder: Path) -> Repository:
    """A repository with a commit, and the runner in it, which starts a command of gklint."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "gklint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gklint "$@"\n', "utf-8")
    program.chmod(0o755)
    programs = (folder / "bin", tools.folder / "node_modules" / ".bin", tools.python.parent)
    environment = {
        **tools.environment,
        "PATH": os.pathsep.join((*map(str, programs), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "CI": "",
    }
    repository = Repository(folder / "repository", environment)
    repository.folder.mkdir()
    for words in (("init", "-q"), ("config", "user.email", "a@b.c"), ("config", "user.name", "a")):
        repository.git(*words)
    repository.write("README.md", "说明\n")
    repository.write(runner.file, configured(runner, command))
    repository.git("add", ".")
    repository.commit()
    done = subprocess.run(
        runner.install, check=False, cwd=repository.folder, env=environment, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return repository


def configured(runner: Runner, command: str) -> str:
    """The text of its file: as docs/repositories.md says, with this command."""
    if runner.file.startswith(".pre-commit"):
        return _HOOK.replace("COMMAND", command)
    given = configuration(runner.file).replace("gklint check", command)
    if "--fix" in command and runner.file == "lefthook.yml":
        given = given.rstrip() + "\n      stage_fixed: true\n"
    return given


# -- what is tried -------------------------------------------------------------------------------


def _named(repository: Repository) -> Iterator[str]:
    repository.write(_NAME, _RIGHT)
    repository.write("年报/README.md", "说明\n")
    repository.git("add", ".")
    fine, said = repository.commit()
    if not fine:
        yield f"a right report is refused: {said[-300:]}"
    repository.write(_NAME, _WRONG)
    repository.git("add", _NAME)
    fine, said = repository.commit()
    if fine or "GK303" not in said:
        yield f"a wrong report is taken: {said[-300:]}"


def _staged(repository: Repository) -> Iterator[str]:
    repository.write(_NAME, _RIGHT)
    repository.git("add", _NAME)
    repository.write(_NAME, _WRONG)
    fine, said = repository.commit()
    if not fine:
        yield f"what is not staged refuses: {said[-300:]}"
    if _WRONG != (repository.folder / _NAME).read_text("utf-8"):
        yield "what is not staged is lost"
    repository.git("add", _NAME)
    repository.write(_NAME, _RIGHT)
    if repository.commit()[0]:
        yield "what is staged is not looked at"


def _many(repository: Repository) -> Iterator[str]:
    for number in range(_MANY):
        repository.write(f"年报/{'各级行政机关' * 8}/{'某某' * 30}{number}.txt", _RIGHT)
    repository.git("add", ".")
    fine, said = repository.commit()
    if not fine:
        yield f"right reports are refused: {said[-300:]}"
    for number in range(_MANY):
        text = _WRONG if number in (0, _MANY - 1) else f"{_RIGHT}\n"
        repository.write(f"年报/{'各级行政机关' * 8}/{'某某' * 30}{number}.txt", text)
    repository.git("add", ".")
    fine, said = repository.commit()
    if fine or said.count("GK303") < 2:
        yield f"not all wrong reports are named: {said.count('GK303')} {said[-300:]}"


def _fixed(repository: Repository, *, stages: bool) -> Iterator[str]:
    repository.write(_NAME, _TO_FIX)
    repository.git("add", _NAME)
    fine, said = repository.commit()
    if fine != stages:
        yield f"a fix is {'refused' if stages else 'taken unseen'}: {said[-300:]}"
    if not stages:
        repository.git("add", _NAME)
        repository.commit()
    if _RIGHT != repository.committed(_NAME):
        yield "the fix is not committed"


def faults_of(runner: Runner, tools: Tools) -> Iterator[str]:
    """What comes otherwise than it should."""
    trials: Mapping[str, tuple[str, Callable[[Repository], Iterator[str]]]] = {
        "names": ("gklint check", _named),
        "staged": ("gklint check", _staged),
        "many": ("gklint check", _many),
        "fixes": ("gklint check --fix", lambda each: _fixed(each, stages=runner.stages)),
    }
    for name, (command, trial) in trials.items():
        folder = tools.folder / "hooks" / f"{runner.name} {name}"
        for fault in trial(made(runner, tools, command, folder)):
            yield f"{name}: {fault}"


def _git_hook(command: str) -> tuple[str, ...]:
    script = f"printf '#!/bin/sh\\nexec {command}\\n' > .git/hooks/pre-commit"
    return ("sh", "-c", f"{script} && chmod +x .git/hooks/pre-commit")


_PRE_COMMIT = ".pre-commit-config.yaml"
RUNNERS = (
    Runner("pre-commit", (Need("pre-commit==4.7.0"),), _PRE_COMMIT, ("pre-commit", "install")),
    Runner("prek", (Need("prek==0.5.11"),), _PRE_COMMIT, ("prek", "install")),
    Runner(
        "lefthook", (Need("lefthook==2.2.2"),), "lefthook.yml", ("lefthook", "install"), stages=True
    ),
    Runner(
        "lint-staged",
        (Need("lint-staged@16.1.0"),),
        ".lintstagedrc.json",
        _git_hook("lint-staged"),
        stages=True,
    ),
)
