"""Processes that all tests of the page share: to start them takes a second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gklint.web.workers import Workers
from tests.support.web import client


@pytest.fixture(scope="session", name="workers")
def fixture_workers() -> Iterator[Workers]:
    with Workers(1) as made:
        yield made


@pytest.fixture(name="browser")
def fixture_browser(tmp_path: Path, workers: Workers) -> Iterator[TestClient]:
    with client(tmp_path, workers) as made:
        yield made
