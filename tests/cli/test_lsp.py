"""``gklint lsp`` on the command line."""

from __future__ import annotations

import subprocess

import pytest

from gklint.cli import lsp, main
from tests.support.running import GKLINT, environment, python

pytestmark = pytest.mark.slow


def test_without_pygls_it_is_said_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda _: None)

    assert 2 == main(["lsp"])
    assert "gklint: 语言服务器需要另行安装：pip install 'gklint[lsp]'\n" == capsys.readouterr().err


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
