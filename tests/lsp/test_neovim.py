"""Neovim, set up as docs/editors.md says, with a report."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import time
from typing import Any

import pytest

from tests.support.paths import ROOT
from tests.support.running import GKLINT, environment
from tests.support.sample import WRONG_SUM

pytestmark = pytest.mark.slow
NEOVIM = shutil.which("nvim")
BEFORE = "三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | "
ROW = BEFORE + "{} | |"
PATIENCE = 240


def set_up() -> str:
    """The lines for the Neovim that Debian has, from the documentation."""
    text = (ROOT / "docs/editors.md").read_text("utf-8")
    blocks: list[str] = re.findall(r"```lua\n(.*?)```", text, re.DOTALL)
    (found,) = (block for block in blocks if "start_client" in block)
    return found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What neovim.lua has seen."""
    if NEOVIM is None:
        pytest.skip("Neovim (nvim) is not installed")
    folder = tmp_path_factory.mktemp("neovim")
    command = folder / "bin" / "gklint"
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\n{shlex.join(GKLINT)} "$@" 2> stderr.txt\necho $? > status.txt\n',
        "utf-8",
    )
    command.chmod(0o755)
    (folder / "init.lua").write_text(set_up(), "utf-8")
    (folder / "年报.md").write_text(WRONG_SUM, "utf-8")
    given = environment(
        PATH=os.pathsep.join((str(command.parent), os.environ["PATH"])),
        GKLINT_SEEN=str(folder / "seen.json"),
        GKLINT_RIGHT_ROW=ROW.format(3),
        XDG_STATE_HOME=str(folder),
        XDG_CACHE_HOME=str(folder),
        LC_ALL="C.UTF-8",
    )
    script = ROOT / "tests/lsp/neovim.lua"
    done = subprocess.run(
        [
            NEOVIM,
            "--headless",
            "-u",
            "init.lua",
            "-i",
            "NONE",
            "年报.md",
            "-c",
            f"luafile {script}",
        ],
        cwd=folder,
        env=given,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    path = folder / "seen.json"
    assert path.exists(), done.stderr
    found = json.loads(path.read_text("utf-8"))
    assert "problem" not in found, found["problem"]
    return {**found, "folder": folder, "output": done.stdout + done.stderr}


def test_the_findings_are_shown_at_their_places(seen: Any) -> None:
    before = len(BEFORE.encode())

    assert ROW.format(5) == seen["row"]
    assert ["GK302 1 52:42-43", f"GK303 1 31:{before}-{before + 1}"] == seen["first"]


def test_the_rule_and_the_sums_of_a_cell_are_shown_under_the_cursor(seen: Any) -> None:
    assert seen["hover"].startswith("**GK303 applicants-sum**")
    assert "**表三“（一）予以公开”一行“总计”一列：5**" in seen["hover"]


def test_the_outline_has_title_and_sections(seen: Any) -> None:
    assert ["青石县水务局2023年政府信息公开工作年度报告", 6] == seen["outline"]


def test_a_finding_can_be_accepted_with_a_reason(seen: Any) -> None:
    assert ["接受 GK303：在行末加一条说明，理由由您填写"] == seen["actions"]
    assert ROW.format(5) + " <!-- gklint: accept GK303 理由： -->" == seen["commented"]
    assert ["GK302 1 52:42-43"] == seen["accepted"]


def test_a_corrected_number_clears_all(seen: Any) -> None:
    assert [] == seen["last"]


def test_under_another_name_the_report_is_checked_too(seen: Any) -> None:
    assert [] != seen["renamed"]


def test_neovim_has_nothing_to_complain_of_and_leaves_no_server_behind(seen: Any) -> None:
    status = seen["folder"] / "status.txt"
    deadline = time.monotonic() + PATIENCE
    while not status.exists() and time.monotonic() < deadline:
        time.sleep(0.1)

    assert ("", "", "") == (
        seen["messages"],
        seen["output"],
        (seen["folder"] / "stderr.txt").read_text("utf-8"),
    )
    assert "0\n" == status.read_text("utf-8")
