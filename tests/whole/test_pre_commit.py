"""The hooks of ``.pre-commit-hooks.yaml``, run by pre-commit itself in repositories of reports."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from gklint.version import VERSION
from tests.support import word
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
SAMPLES = re.findall(
    r"```yaml\n(repos:.*?)```", (ROOT / "docs/repositories.md").read_text("utf-8"), re.DOTALL
)
BROKEN_SUM = "表三“（一）予以公开”一行：自然人 2 + 商业企业 1"
needs_tools = pytest.mark.skipif(
    not (ROOT / ".git").exists() or not shutil.which("git") or not find_spec("pre_commit"),
    reason="needs git, pre-commit and a git checkout",
)


class Repository(NamedTuple):
    """A folder under git, and the environment in which its commands run."""

    folder: Path
    environment: Mapping[str, str]

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            self.write_file(f"年报/{name}.txt", text.encode())

    def write_file(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def run(self, *command: str) -> tuple[int, str]:
        """Exit status and output."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def do(self, *command: str) -> str:
        """The output of what has to succeed."""
        status, output = self.run(*command)
        assert 0 == status, output
        return output.strip()

    def commit(self) -> tuple[int, str]:
        """Commit all that is there."""
        self.do("git", "add", "--all")
        return self.run("git", "commit", "--message", "Reports")

    def commits(self) -> int:
        return int(self.do("git", "rev-list", "--all", "--count"))


def outer_environment() -> dict[str, str]:
    """Ours, without what an outer git or pre-commit has set and where our own modules are."""
    ours = ("GIT_", "PRE_COMMIT", "PYTHONPATH", "GKLINT_")
    return {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(ours) and key != "SKIP"
    }


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One store of hooks for all tests, and a git that knows nothing of its user."""
    home = tmp_path_factory.mktemp("home")
    names = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    return {
        **outer_environment(),
        **dict.fromkeys(names, "tests@gklint.example"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GKLINT_CACHE_DIR": str(home / "gklint"),
    }


@pytest.fixture(scope="module")
def gklint(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """The checkout as it is now, committed elsewhere."""
    repository = Repository(tmp_path_factory.mktemp("gklint"), environment)
    listed = subprocess.run(
        [
            *("git", "-c", "safe.directory=*", "ls-files", "-z"),
            *("--cached", "--others", "--exclude-standard"),
        ],
        cwd=ROOT,
        env=outer_environment(),
        capture_output=True,
        check=True,
    )
    for name in os.fsdecode(listed.stdout).split("\0"):
        if name and (ROOT / name).is_file():
            repository.write_file(name, (ROOT / name).read_bytes())
    repository.do("git", "init", "--quiet")
    assert 0 == repository.commit()[0]
    return repository


@pytest.fixture
def reports(tmp_path: Path, environment: dict[str, str]) -> Repository:
    """A repository for reports, still empty."""
    repository = Repository(tmp_path, environment)
    repository.do("git", "init", "--quiet")
    return repository


def install(reports: Repository, gklint: Repository, sample: int = 0) -> None:
    """Do what the documentation tells a drafting repository to do."""
    configuration = SAMPLES[sample].replace("/srv/gklint", str(gklint.folder))
    configuration = configuration.replace(f"v{VERSION}", gklint.do("git", "rev-parse", "HEAD"))
    reports.write_file(".pre-commit-config.yaml", configuration.encode())
    reports.do(*PRE_COMMIT, "install")


def document(text: str) -> bytes:
    """A Word file of the lines of a text; its rows become tables."""
    blocks: list[str] = []
    rows: list[str] = []
    for line in [*text.splitlines(), ""]:
        if " | " in line:
            rows.append(word.tr(*(cell.strip() for cell in line.split("|"))))
            continue
        blocks += [word.tbl(*rows), word.p(line)] if rows else [word.p(line)]
        rows = []
    return word.saved(word.document("".join(blocks)))


@needs_tools
def test_pre_commit_reads_the_hooks(reports: Repository) -> None:
    assert "" == reports.do(*PRE_COMMIT, "validate-manifest", str(MANIFEST))


@needs_tools
def test_a_repository_can_be_tried(gklint: Repository, reports: Repository) -> None:
    reports.write(水务局=WRONG_SUM, 教育局=CLEAN)
    reports.write_file("README.md", "说明\n".encode())
    reports.do("git", "add", "--all")
    status, output = reports.run(
        *PRE_COMMIT, "try-repo", str(gklint.folder), "gklint", "--all-files"
    )

    assert 1 == status, output
    assert f" 错误 GK303 {BROKEN_SUM}" in output
    assert "年报/教育局.txt：没有发现问题。" in output
    assert "共检查 2 个文件：" in output


@needs_tools
def test_a_commit_is_refused_until_the_report_is_right(
    gklint: Repository, reports: Repository
) -> None:
    install(reports, gklint)
    reports.write(水务局=WRONG_SUM)
    reports.write_file("README.md", "说明\n".encode())
    status, output = reports.commit()

    assert 1 == status
    assert f" 错误 GK303 {BROKEN_SUM}" in output
    assert "共检查 1 个文件：" in output
    assert 0 == reports.commits()

    reports.write(水务局=CLEAN)
    status, output = reports.commit()

    assert 0 == status, output
    assert 1 == reports.commits()


@needs_tools
def test_only_what_is_committed_is_checked(gklint: Repository, reports: Repository) -> None:
    reports.write(水务局=WRONG_SUM)
    assert 0 == reports.commit()[0]
    install(reports, gklint)
    reports.write(教育局=NO_CONTACT)
    status, output = reports.commit()

    assert 1 == status
    assert "年报/教育局.txt" in output
    assert "GK501" in output
    assert "水务局" not in output


@needs_tools
def test_a_word_file_is_checked(gklint: Repository, reports: Repository) -> None:
    install(reports, gklint)
    reports.write_file("水务局.docx", document(WRONG_SUM))
    status, output = reports.commit()

    assert 1 == status
    assert "水务局.docx 第" in output
    assert f" 错误 GK303 {BROKEN_SUM}" in output

    reports.write_file("水务局.docx", document(CLEAN))
    status, output = reports.commit()

    assert 0 == status, output


@needs_tools
def test_what_is_no_report_does_not_run_the_hook(gklint: Repository, reports: Repository) -> None:
    install(reports, gklint)
    reports.write_file("README.md", "说明\n".encode())
    status, output = reports.commit()

    assert 0 == status, output
    assert "(no files to check)Skipped" in output


@needs_tools
def test_a_repository_may_be_stricter_and_look_at_one_folder(
    gklint: Repository, reports: Repository
) -> None:
    install(reports, gklint, sample=1)
    reports.write_file("草稿/水务局.html", WRONG_SUM.encode())
    reports.write_file("年报/图.png", b"")
    status, output = reports.commit()

    assert 0 == status, output

    reports.write_file("年报/水务局.HTML", f"<pre>{WRONG_COUNT}</pre>".encode())
    status, output = reports.commit()

    assert 1 == status
    assert " 警告 GK402 " in output
    assert "草稿" not in output

    reports.write_file("年报/水务局.HTML", f"<pre>{CLEAN}</pre>".encode())
    status, output = reports.commit()

    assert 0 == status, output
    assert "没有发现问题。" in output


@needs_tools
def test_what_the_configuration_excludes_is_left_alone(
    gklint: Repository, reports: Repository
) -> None:
    install(reports, gklint)
    reports.write_file("gklint.toml", 'exclude = ["年报/草稿/"]\n'.encode())
    reports.write_file("年报/草稿/甲.txt", WRONG_SUM.encode())

    status, output = reports.commit()

    assert 0 == status, output
    assert 1 == reports.commits()


@needs_tools
def test_all_reports_of_the_configuration_are_checked_whatever_is_committed(
    gklint: Repository, reports: Repository
) -> None:
    reports.write_file("gklint.toml", 'paths = ["年报"]\nexclude = ["年报/草稿/"]\n'.encode())
    reports.write(甲=WRONG_SUM)
    reports.write_file("年报/草稿/乙.txt", NO_CONTACT.encode())
    assert 0 == reports.commit()[0]  # before there is a hook
    install(reports, gklint, sample=2)
    reports.write(丙=CLEAN)

    status, output = reports.commit()

    assert 1 == status
    assert "年报/甲.txt:32:47" in output
    assert "乙.txt" not in output
    assert 1 == reports.commits()
