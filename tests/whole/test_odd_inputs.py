"""What a command is given may be a pipe, a device or a link to nothing: that is told at once."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.support.needs import needs_posix
from tests.support.running import in_process
from tests.support.sample import NO_CONTACT, write

pytestmark = [pytest.mark.slow, needs_posix]

PATIENCE = 20  # seconds
# {odd} is what is no plain file, {good} a report, {out} something to be written.
COMMANDS = {
    "check": "check {odd}.txt",
    "check a folder": "check {odd}.folder",
    "fix": "check --fix {odd}.txt",
    "extract": "extract {odd}.txt",
    "annotate": "annotate {odd}.docx -o {out}.docx",
    "review": "review {odd}.docx -o {out}",
    "bodies": "review {good} -o {out} --bodies {odd}.yaml",
    "sheet of bodies": "review {good} -o {out} --bodies {odd}.xlsx",
    "template": "review {good} -o {out} --template {odd}.docx",
    "against": "review {good} -o {out} --against {odd}.yaml",
    "accept": "accept {odd}.txt --code GK501 --reason 理由 --accept {out}.toml",
    "baseline": "baseline {odd}.txt -o {out}.json",
    "anonymise": "anonymise {odd}.txt -o {out}.txt",
    "compare": "compare {odd}.txt {good}",
    "compare with": "compare {good} {odd}.txt",
    "numbers": "new --numbers {odd}.xlsx -o {out}.docx",
    "numbers as JSON": "new --numbers {odd}.json -o {out}.docx",
    "rules": "check {good} --rules {odd}.yaml",
    "accepted": "check {good} --accept {odd}.toml",
    "known": "check {good} --baseline {odd}.json",
    "last year's": "check {good} --previous {odd}.txt",
    "settings": "check {good} --config {odd}.toml",
    "output": "check {good} --format json={odd}.json",
}
KINDS = ("pipe", "device", "socket", "circle", "dangling")
# Someone may read from a pipe that is written to.
CASES = [case for case in product(KINDS, COMMANDS) if case != ("pipe", "output")]
SUFFIXES = ("txt", "docx", "yaml", "xlsx", "toml", "json")


def make(kind: str, path: Path) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/full")
    elif kind == "socket":
        os.mknod(path, stat.S_IFSOCK | 0o600)
    elif kind == "circle":
        path.symlink_to(path)
    elif kind == "dangling":
        path.symlink_to("nothing")


@pytest.mark.parametrize(("kind", "command"), CASES)
def test_it_is_told_without_a_traceback_and_nothing_is_waited_for(
    kind: str,
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(tmp_path, good=NO_CONTACT)
    for suffix in SUFFIXES:
        make(kind, tmp_path / f"odd.{suffix}")
    (tmp_path / "odd.folder").mkdir()
    make(kind, tmp_path / "odd.folder" / "年报.docx")
    make(kind, tmp_path / "odd.folder" / ".gitignore")
    monkeypatch.chdir(tmp_path)
    given = COMMANDS[command].format(odd="odd", good="good.txt", out="out")

    done = in_process(capsys, *given.split())

    assert len(done.err.splitlines()) <= 2, done.err
    assert done.out or done.err or command == "output"


@pytest.fixture(autouse=True)
def impatience() -> Iterator[None]:
    def wake(*_: object) -> None:
        pytest.fail("it was waited for")  # no Exception, which gklint would tell

    signal.signal(signal.SIGALRM, wake)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
