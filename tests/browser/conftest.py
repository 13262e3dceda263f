"""One browser for the tests of a module: while it is there, no other loop can run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.cli.test_web import served
from tests.support.browsing import launched


@pytest.fixture(scope="module", name="chromium")
def fixture_chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(name="page")
def fixture_page(chromium: Browser) -> Iterator[Page]:
    """A page of its own, on which no script may fail."""
    context = chromium.new_context(bypass_csp=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda each: failed.append(each.text) if each.type == "error" else None)
    yield page
    context.close()
    assert [] == failed


@pytest.fixture(scope="session", name="address")
def fixture_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of ``gklint web``."""
    with served(tmp_path_factory.mktemp("web"), "--jobs", "2") as (address, _):
        yield address
