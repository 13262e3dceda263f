"""Collecting the tests costs little: nothing is made or checked before a test runs."""

from __future__ import annotations

from tests.support.paths import ROOT
from tests.support.running import python


def test_nothing_is_made_or_checked_when_tests_are_collected() -> None:
    plugin = ("-p", "tests.support.nothing_made")
    status, out, _ = python("-m", "pytest", "--collect-only", "-qq", *plugin, folder=ROOT)

    assert 0 == status, out[-3000:]
