"""``gklint lsp`` on the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gklint import extras
from gklint.cli import main
from tests.support.running import GKLINT, environment, python

pytestmark = pytest.mark.slow


def test_without_pygls_it_is_said_how_to_install_it_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extras, "has_module", lambda name: (name == "pip") or None)

    assert 2 == main(["lsp"])
    command = f'"{sys.executable}" -m pip install "pygls<3,>=2"'
    assert f"gklint: 语言服务器还要安装别的包，请运行：{command}\n" == capsys.readouterr().err


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
