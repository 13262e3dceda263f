"""Where what is shipped lies: in a checkout, and where gklint is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gklint.files import shipped
from gklint.files.shipped import rule_page
from tests.support.paths import ROOT
from tests.support.rule_files import CODES


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that gklint's own code would lie in."""
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path)
    rule_page.cache_clear()
    yield tmp_path
    rule_page.cache_clear()


@pytest.mark.parametrize("code", CODES)
def test_each_rule_has_a_page_in_a_checkout(code: str) -> None:
    page = ROOT / "docs/rules" / f"{code}.md"

    assert page.is_file()
    assert page.as_uri() == rule_page(code, f"rules/x/{code}.yaml")


def test_an_installed_page_lies_below_the_package(package: Path) -> None:
    page = package / "pages/rules/GK303.md"
    page.parent.mkdir(parents=True)
    page.touch()

    assert page.as_uri() == rule_page("GK303", "rules/arithmetic/GK303.yaml")


def test_a_rule_of_a_user_is_explained_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "本县.yaml"
    own.touch()

    assert own.as_uri() == rule_page("XZ301", "本县.yaml") == rule_page("XZ301", str(own))
