"""Files checked by several processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli import main
from gklint.render import RENDERERS
from tests.support.running import python, shown
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, write

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("pooled")]
MANY = 40


@pytest.fixture
def pooled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few files are worth several processes."""
    monkeypatch.setattr("gklint.run.pool._WORTH_A_POOL", 1)


@pytest.mark.parametrize("name", RENDERERS)
def test_several_processes_say_the_same_as_one(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = (CLEAN, WRONG_SUM, WRONG_COUNT, NO_CONTACT, "\x00\x01\x02")
    write(tmp_path, **{f"n{at:02}": kinds[at % len(kinds)] for at in range(MANY)})
    alone = shown(capsys, str(tmp_path), "--format", name, "--jobs", "1")
    together = shown(capsys, str(tmp_path), "--format", name, "--jobs", "2")

    assert 0 < alone.count("n38.txt")
    assert alone == together


def test_they_accept_the_same_and_know_what_is_idle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    reports = tmp_path / "reports"
    reports.mkdir()
    write(reports, **{f"n{at:02}": (NO_CONTACT, WRONG_SUM)[at % 2] for at in range(MANY)})
    main(["baseline", "reports", "-o", "known.json"])
    accept = ["--accept", "accepted.toml"]
    main(["accept", "reports/n00.txt", "--code", "GK501", "--reason", "试", *accept])
    write(reports, n02=CLEAN, n04=WRONG_COUNT)
    capsys.readouterr()
    given = ["check", "reports", *accept, "--baseline", "known.json"]
    said = {}
    for jobs in ("1", "2"):
        status = main([*given, "--statistics", "--jobs", jobs, "--format=sarif=out.sarif"])
        said[jobs] = (status, capsys.readouterr(), Path("out.sarif").read_text("utf-8"))

    assert said["1"] == said["2"]
    assert "已接受 1，基线中已有 57" in said["1"][1].out
    assert "known.json" in said["1"][1].err


def test_a_worker_of_another_pool_says_the_same_without_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, **{f"n{at:02}": (CLEAN, NO_CONTACT)[at % 2] for at in range(MANY)})
    given = ["check", str(tmp_path), "--format", "concise", "--jobs", "2"]
    program = (
        "import sys; from multiprocessing import Process; from gklint.cli import main;"
        "child = Process(target=lambda: sys.exit(main(sys.argv[1:])), daemon=True);"
        "child.start(); child.join(); sys.exit(child.exitcode)"
    )
    done = python("-c", program, *given)

    assert shown(capsys, *given[1:]) == done.out
    assert (1, "") == (done.status, done.err)


def test_several_processes_end_with_the_same_status(tmp_path: Path) -> None:
    write(tmp_path, **{f"n{at:02}": CLEAN for at in range(MANY)})
    assert 0 == main(["check", str(tmp_path), "--jobs", "2"])
    write(tmp_path, n07=NO_CONTACT)
    assert 1 == main(["check", str(tmp_path), "--jobs", "2"])
    write(tmp_path, n08="\x00\x01\x02")

    assert 3 == main(["check", str(tmp_path), "--jobs", "2"])
