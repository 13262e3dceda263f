"""Options of the test run, and what tests of many folders are given."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.support.running import Check, Run, in_process

# Set where git itself runs the tests, in a hook or a rebase: repositories that tests make would be
# made in the one of this checkout.
for _name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"):
    os.environ.pop(_name, None)
# Tests put other code in the place of gklint's; what came of files before would hide it.
os.environ["GKLINT_NO_CACHE"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what gklint says now to examples/*.expected, the READMEs, tests/parse/snippets",
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Nothing that is collected goes again: to look for what does takes a tenth of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the whole are slow, all of them."""
    for item in items:
        if item.nodeid.startswith("tests/whole/"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs ``gklint check``."""

    def run(*arguments: object) -> Run:
        return in_process(capsys, "check", *arguments)

    return run
