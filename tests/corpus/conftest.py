"""What tests of corpora are given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.corpus_runs import Here, setup
from tests.support.running import Check, Run, in_process


@pytest.fixture
def corpus_run(capsys: pytest.CaptureFixture[str], here: Path) -> Check:
    """Runs ``gklint corpus run`` in this process, with two processes that read."""
    assert here == Path.cwd()

    def run(*arguments: object) -> Run:
        return in_process(capsys, "corpus", "run", *arguments, "-o", "out", "--jobs", 2)

    return run


@pytest.fixture(scope="module")
def engine() -> Here:
    """An engine in this process."""
    return Here(setup())


@pytest.fixture
def fifo(here: Path) -> Path:
    """A pipe into which nobody writes."""
    path = here / "pipe.txt"
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no pipes in folders")
    os.mkfifo(path)
    return path
