"""docs/ci.md: what can be pasted from it works."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from gklint.cli import main
from gklint.version import VERSION
from tests.support.markdown import blocks
from tests.support.paths import ROOT

PAGE = "docs/ci.md"
TEXT = (ROOT / PAGE).read_text("utf-8")
GITHUB, DISMISSING, GITLAB = map(yaml.safe_load, blocks(PAGE, "yaml"))
STEPS = GITHUB["jobs"]["gklint"]["steps"]
SCRIPTS = [*(step["run"] for step in STEPS if "run" in step), *GITLAB["gklint"]["script"]]
SHOWN = [line for block in blocks(PAGE, "sh") for line in block.splitlines()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two reports, of which one has errors."""
    (tmp_path / "reports").mkdir()
    for name in ("unbalanced.docx", "clean.md"):
        shutil.copy(ROOT / "examples" / name, tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def gklint(command: str) -> int:
    program, *arguments = shlex.split(command)
    assert "gklint" == program
    return main(arguments)


def own(commands: list[str]) -> list[str]:
    """The commands that are gklint's own; before them comes its installation."""
    installing, *rest = commands
    assert f'pip install "git+https://gklint.example/gklint@v{VERSION}"' == installing
    return rest


def step(uses: str) -> dict[str, Any]:
    (found,) = (step for step in STEPS if step.get("uses", "").startswith(uses))
    assert isinstance(found, dict)
    return found


def test_the_github_job_writes_what_it_uploads(desk: Path) -> None:
    (command,) = own(SCRIPTS[:2])
    upload = step("github/codeql-action/upload-sarif@")

    assert 1 == gklint(command)
    assert (desk / upload["with"]["sarif_file"]).is_file()
    assert "always()" == upload["if"]
    assert {"contents": "read", "security-events": "write"} == GITHUB["permissions"]


def test_what_is_dismissed_is_what_was_uploaded() -> None:
    (dismissing,) = DISMISSING
    upload = step("github/codeql-action/upload-sarif@")

    assert upload["with"]["sarif_file"] == dismissing["with"]["sarif-file"]
    assert "`id: upload`" in TEXT
    assert "${{ steps.upload.outputs.sarif-id }}" == dismissing["with"]["sarif-id"]


def test_the_gitlab_job_writes_its_artifacts(desk: Path) -> None:
    (command,) = own(SCRIPTS[2:])
    artifacts = GITLAB["gklint"]["artifacts"]

    assert 1 == gklint(command)
    assert {"codequality", "junit"} == {*artifacts["reports"]}
    for path in artifacts["reports"].values():
        assert (desk / path).is_file()
    assert "always" == artifacts["when"]


@pytest.mark.usefixtures("desk")
def test_after_the_baseline_nothing_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    baseline, check = SHOWN

    assert 0 == gklint(baseline)
    capsys.readouterr()
    assert 0 == gklint(check)
    assert ("", "") == capsys.readouterr()


def test_the_baseline_may_stand_in_the_configuration(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (setting,) = re.findall("`(baseline = .*?)`", TEXT)
    gklint(SHOWN[0])
    (desk / "gklint.toml").write_text(setting, "utf-8")
    capsys.readouterr()

    assert 0 == gklint(own(SCRIPTS[:2])[0])
    assert "" == capsys.readouterr().out


def test_links_lead_somewhere() -> None:
    headings = [line.lstrip("# ").lower().replace(" ", "-") for line in TEXT.splitlines()]

    assert ["in-ci"] == re.findall(r"\]\(#(.*?)\)", TEXT)
    assert "in-ci" in headings
