"""``gklint lsp`` on the command line."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

from gklint.cli import lsp, main
from tests.support.running import GKLINT, environment, python

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("has_pip", "needs", "command"),
    [
        (True, ["rich>=13", "pygls<3,>=2; extra == 'lsp'"], '"{}" -m pip install "pygls<3,>=2"'),
        (False, ["pygls>=2 ; extra == 'lsp'"], 'uv pip install --python "{}" "pygls>=2"'),
        (True, None, '"{}" -m pip install "pygls"'),
    ],
)
def test_without_pygls_it_is_said_how_to_install_it_here(
    has_pip: bool,
    needs: list[str] | None,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda name: (has_pip and name == "pip") or None)
    monkeypatch.setattr(lsp, "requires", lambda _: needs)

    assert 2 == main(["lsp"])
    said = f"gklint: 语言服务器还要安装 pygls：{command.format(sys.executable)}\n"
    assert said == capsys.readouterr().err


def test_a_checkout_that_was_not_installed_needs_pygls_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(lsp, "requires", refuse)

    assert lsp._installing().endswith(' install "pygls"')


def test_what_is_said_is_what_the_package_needs() -> None:
    assert lsp._installing().endswith(' install "pygls<3,>=2"')


def test_a_wrong_option_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["lsp", "--lang", "fr"])
    assert 1 == len(capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("options", [[], ["--stdio"], ["--lang", "en"]])
def test_without_a_client_it_ends(options: list[str]) -> None:
    done = subprocess.run(
        (*GKLINT, "lsp", *options),
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )

    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)


def test_the_library_is_imported_by_this_command_alone() -> None:
    program = "import sys; from gklint.cli import main; main(['rule']); print(*sys.modules)"
    done = python("-c", program)

    assert 0 == done.status
    assert not {"pygls", "lsprotocol", "attrs"} & {*done.out.split()}
