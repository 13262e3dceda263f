"""How a server ends, and what it leaves."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from tests.support.lsp_client import PING_PARAMS, URI, RawClient, is_up
from tests.support.needs import needs_posix
from tests.support.sample import WRONG_SUM

pytestmark = pytest.mark.slow


def test_after_shutdown_only_exit_is_done() -> None:
    with RawClient() as client:
        client.initialize()
        assert None is client.ask("shutdown")["result"]
        assert -32600 == client.ask("textDocument/hover", PING_PARAMS)["error"]["code"]
        client.notify("exit")

        assert 0 == client.wait()
        assert ([], []) == ([*client.rest()], client.errors)


def test_exit_without_shutdown_is_status_1() -> None:
    with RawClient() as client:
        client.initialize()
        client.notify("exit")

        assert 1 == client.wait()
        assert [] == client.errors


def test_exit_does_not_wait_for_a_check() -> None:
    with RawClient() as client:
        client.initialize()
        client.open(URI, WRONG_SUM * 2000)
        client.notify("exit")

        assert 1 == client.wait()
        assert [] == client.errors


def test_when_the_client_is_gone_the_server_ends() -> None:
    with RawClient() as client:
        client.initialize()
        assert client.process.stdin
        client.process.stdin.close()

        assert 0 == client.wait()
        assert [] == client.errors


def test_when_the_client_is_gone_before_a_message_is_complete_the_server_ends() -> None:
    with RawClient() as client:
        client.initialize()
        client.send_bytes(b"Content-Length: 100\r\n\r\n{")
        assert client.process.stdin
        client.process.stdin.close()

        assert 0 == client.wait()
        assert [] == client.errors


@needs_posix
def test_when_the_process_of_the_client_is_gone_the_server_ends() -> None:
    with subprocess.Popen(["sleep", "600"]) as parent, RawClient() as client:
        client.initialize(processId=parent.pid)
        client.ask("textDocument/hover", PING_PARAMS)
        parent.kill()
        parent.wait()

        assert 0 == client.wait()
        assert [] == client.errors


def test_a_client_whose_process_is_not_to_be_seen_is_served() -> None:
    with subprocess.Popen(["true"]) as gone:
        pass
    with RawClient() as client:
        client.initialize(processId=gone.pid)

        assert is_up(client)
        time.sleep(3)
        assert is_up(client)


def test_nothing_else_comes_to_standard_output(tmp_path: Path) -> None:
    noisy = tmp_path / "sitecustomize.py"
    noisy.write_text(
        "import json, os, subprocess\n"
        "loads = json.loads\n"
        "def noisy(text, **options):\n"
        "    print('a library prints')\n"
        "    os.write(1, b'by the descriptor')\n"
        "    subprocess.run(['echo', 'from a process'])\n"
        "    return loads(text, **options)\n"
        "json.loads = noisy\n",
        "utf-8",
    )
    with RawClient(path=tmp_path) as client:
        assert "capabilities" in client.initialize()
        client.ask("shutdown")
        client.notify("exit")
        client.wait()

        assert b"a library prints" in b"".join(client.errors)
        assert [] == [*client.rest()]
