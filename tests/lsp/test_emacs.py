"""Emacs with eglot, set up as docs/editors.md says, with a report."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from typing import Any

import pytest

from tests.support.paths import ROOT
from tests.support.running import GKLINT, environment
from tests.support.sample import WRONG_SUM

pytestmark = pytest.mark.slow
EMACS = shutil.which("emacs")
BEFORE = "三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | "
NEEDED = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"
PATIENCE = 240


def set_up() -> str:
    """The lines for Emacs from the documentation."""
    text = (ROOT / "docs/editors.md").read_text("utf-8")
    (found,) = re.findall(r"```elisp\n(.*?)```", text, re.DOTALL)
    assert isinstance(found, str)
    return found


def has_what_it_takes() -> bool:
    """Whether there is Emacs with eglot, and a mode for Markdown."""
    if EMACS is None:
        return False
    done = subprocess.run([EMACS, "--batch", "--eval", NEEDED], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What emacs.el has seen."""
    if not has_what_it_takes():
        pytest.skip("Emacs with eglot and markdown-mode is not installed")
    folder = tmp_path_factory.mktemp("emacs")
    command = folder / "bin" / "gklint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.join(GKLINT)} "$@"\n', "utf-8")
    command.chmod(0o755)
    (folder / "init.el").write_text(set_up(), "utf-8")
    (folder / "年报.md").write_text(WRONG_SUM, "utf-8")
    given = environment(
        PATH=os.pathsep.join((str(command.parent), os.environ["PATH"])),
        GKLINT_SEEN=str(folder / "seen.json"),
        HOME=str(folder),
        LC_ALL="C.UTF-8",
    )
    done = subprocess.run(
        [str(EMACS), "--batch", "-l", str(ROOT / "tests/lsp/emacs.el")],
        cwd=folder,
        env=given,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    path = folder / "seen.json"
    assert path.exists(), done.stderr
    return json.loads(path.read_text("utf-8"))


def test_the_findings_are_shown_at_their_places(seen: Any) -> None:
    assert "markdown-mode" == seen["mode"]
    assert ["GK302 53:32-33", f"GK303 32:{len(BEFORE)}-{len(BEFORE) + 1}"] == seen["first"]


def test_the_rule_and_the_sums_of_a_cell_are_shown_at_point(seen: Any) -> None:
    assert seen["hover"].startswith("**GK303 applicants-sum**")
    assert "**表三“（一）予以公开”一行“总计”一列：5**" in seen["hover"]


def test_the_outline_begins_with_the_title(seen: Any) -> None:
    assert ["青石县水务局2023年政府信息公开工作年度报告"] == seen["outline"]
