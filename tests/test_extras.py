"""How to install what only some of gklint needs."""

from __future__ import annotations

import importlib.metadata
import sys
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from gklint import extras
from gklint.errors import UsageError
from gklint.words import say


def lacking(monkeypatch: pytest.MonkeyPatch, extra: extras.Extra, has_pip: bool = True) -> str:
    """What is said where a package is missing."""
    monkeypatch.setattr(extras, "has_module", lambda name: (has_pip and name == "pip") or None)
    with pytest.raises(UsageError) as caught:
        extras.need(extra)
    return str(caught.value)


@pytest.mark.parametrize(
    ("has_pip", "needs", "command"),
    [
        (True, ["rich>=13", "pygls<3,>=2; extra == 'lsp'"], '"{}" -m pip install "pygls<3,>=2"'),
        (False, ["pygls>=2 ; extra == 'lsp'"], 'uv pip install --python "{}" "pygls>=2"'),
        (True, ['a>=1; extra == "lsp"', 'b; extra == "lsp"'], '"{}" -m pip install "a>=1" "b"'),
        (True, ["gklint[new]; extra == 'lsp'", "a; extra == 'lsp'"], '"{}" -m pip install "a"'),
        (True, None, '"{}" -m pip install "pygls"'),
    ],
)
def test_the_command_installs_all_of_the_extra_here(
    has_pip: bool, needs: list[str] | None, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: needs)
    said = lacking(monkeypatch, "lsp", has_pip)

    assert f"语言服务器还要安装别的包，请运行：{command.format(sys.executable)}" == said


def test_a_checkout_that_was_not_installed_needs_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(importlib.metadata, "requires", refuse)

    assert lacking(monkeypatch, "review").endswith(' install "docxtpl" "rensa"')


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_extra_has_words(lang: str) -> None:
    known = {*metadata("gklint").get_all("Provides-Extra", [])} - {"test"}
    said = [say(lang, each.text, command="abc") for each in extras.EXTRAS.values()]

    assert known == {*extras.EXTRAS}
    assert all("abc" in each for each in said)


def test_what_is_said_is_what_the_package_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lacking(monkeypatch, "lsp").endswith(' install "pygls<3,>=2"')


@pytest.mark.parametrize("extra", extras.EXTRAS)
def test_what_is_there_is_not_missed(extra: extras.Extra) -> None:
    extras.need(extra)
