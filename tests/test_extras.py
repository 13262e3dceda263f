"""How to install what only some of gklint needs."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from gklint import extras
from gklint.errors import UsageError
from gklint.words import say


def lacking(
    monkeypatch: pytest.MonkeyPatch, package: str, extra: extras.Extra, has_pip: bool = True
) -> str:
    """What is said where a package is missing."""
    monkeypatch.setattr(extras, "find_spec", lambda name: (has_pip and name == "pip") or None)
    with pytest.raises(UsageError) as caught:
        extras.need(package, extra)
    return str(caught.value)


@pytest.mark.parametrize(
    ("has_pip", "needs", "command"),
    [
        (True, ["rich>=13", "pygls<3,>=2; extra == 'lsp'"], '"{}" -m pip install "pygls<3,>=2"'),
        (False, ["pygls>=2 ; extra == 'lsp'"], 'uv pip install --python "{}" "pygls>=2"'),
        (True, ['a>=1; extra == "lsp"', 'b; extra == "lsp"'], '"{}" -m pip install "a>=1" "b"'),
        (True, None, '"{}" -m pip install "pygls"'),
    ],
)
def test_the_command_installs_all_of_the_extra_here(
    has_pip: bool, needs: list[str] | None, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "requires", lambda _: needs)
    said = lacking(monkeypatch, "pygls", "lsp", has_pip)

    assert f"语言服务器还要安装 pygls：{command.format(sys.executable)}" == said


def test_a_checkout_that_was_not_installed_needs_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(extras, "requires", refuse)

    assert lacking(monkeypatch, "datasketch", "review").endswith(' install "datasketch"')


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_extra_has_words(lang: str) -> None:
    known = {*metadata("gklint").get_all("Provides-Extra", [])} - {"test"}
    said = [say(lang, key, package="abc", command="") for key in extras.LACKING.values()]

    assert known == {*extras.LACKING}
    assert all("abc" in each for each in said)


def test_what_is_said_is_what_the_package_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lacking(monkeypatch, "pygls", "lsp").endswith(' install "pygls<3,>=2"')


def test_what_is_there_is_not_missed() -> None:
    extras.need("pytest", "lsp")
