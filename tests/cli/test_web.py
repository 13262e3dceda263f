"""``gklint web`` on the command line, and the server as it is asked over a socket."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError

import httpx2
import pytest

from gklint import extras
from gklint.web.guard import Password
from tests.support.needs import needs_posix
from tests.support.running import GKLINT, environment, in_process
from tests.support.sample import WRONG_SUM
from tests.support.web import finished

pytestmark = pytest.mark.slow


@contextmanager
def served(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server that keeps what is dropped below a folder."""
    own = {**environment(), "TMPDIR": str(folder)}
    command = (*GKLINT, "web", "--port", "0", "--jobs", "1", *options)
    with subprocess.Popen(
        command, env=own, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout
        address = process.stdout.readline().strip().partition("：")[2]
        try:
            yield address, process
        finally:
            process.terminate()


def ask(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_the_address_that_is_said_is_that_of_the_page(tmp_path: Path) -> None:
    with served(tmp_path) as (address, _):
        status, page = ask(address)

    assert address.startswith("http://127.0.0.1:")
    assert 200 == status
    assert "把年报拖到这里" in page


@needs_posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_behind(tmp_path: Path, number: signal.Signals) -> None:
    with served(tmp_path) as (address, process):
        ask(address)
        (folder,) = tmp_path.glob("gklint-web-*")
        assert 0 == folder.stat().st_mode & 0o077
        process.send_signal(number)

        assert 0 == process.wait(20)
    assert [] == [*tmp_path.iterdir()]


def test_a_port_that_is_taken_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = in_process(capsys, "web", "--port", port)

    said = f"gklint: 端口 {port} 已经有程序在用，请换一个，例如 --port {port + 1}\n"
    assert (2, "", said) == (ran.status, ran.out, ran.err)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--port", "99999"], "不是端口"),
        (["--port", "x"], "不是端口"),
        (["--host", "0.0.0.0"], "gklint web --hash-password"),
        (["--password-file", "没有"], "读不了密码文件"),
        (["--password-file", __file__], "不是 gklint web --hash-password 的输出"),
        (["--password-file", sys.executable], "不是 gklint web --hash-password 的输出"),
        (["--config", "没有.toml"], "没有.toml"),
    ],
)
def test_wrong_options_are_one_line(
    capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    ran = in_process(capsys, "web", *options)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert said in ran.err


def test_without_an_extra_it_is_said_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "has_module", lambda name: (name == "pip") or None)
    ran = in_process(capsys, "web")

    assert 2 == ran.status
    assert ran.err.startswith(
        f'gklint: 网页还要安装别的包，请运行："{sys.executable}" -m pip install '
    )


def test_a_password_comes_by_a_pipe_and_its_hash_goes_out() -> None:
    command = (*GKLINT, "web", "--hash-password")
    done = subprocess.run(
        command, input="甲乙丙\n", env=environment(), capture_output=True, text=True, check=True
    )
    password = Password.read(done.stdout)

    assert password
    assert password.fits("甲乙丙")


def test_for_other_machines_a_password_is_asked_for_and_what_that_means_is_said(
    tmp_path: Path,
) -> None:
    (tmp_path / "hash").write_text(str(Password.of("甲")), "utf-8")
    options = ("--host", "127.0.0.2", "--password-file", str(tmp_path / "hash"))
    with served(tmp_path, *options) as (address, process):
        status, said = ask(address)
        assert process.stdout
        warning = process.stdout.readline()

    assert address.startswith("http://127.0.0.2:")
    assert (401, "请输入密码。\n") == (status, said)
    assert "没有加密" in warning


def test_a_hundred_clients_at_once_get_their_own_result(tmp_path: Path) -> None:
    async def ask_for(client: httpx2.AsyncClient, base: str, number: int) -> str:
        tray = (await client.post(f"{base}zh/trays")).json()["tray"]
        files, text = f"{base}zh/trays/{tray}", WRONG_SUM.replace("水务局", f"{number}号局")
        await client.post(f"{files}/files", params={"name": "a.txt"}, content=text.encode())
        page = (await client.get(f"{files}/0")).text
        return "".join(re.findall(r"青石县(\d+)号局 2023</p>", page))

    async def all_of_them(base: str) -> list[str]:
        headers = {"origin": base[: base.index("/", len("http://"))]}
        async with httpx2.AsyncClient(headers=headers, timeout=120) as client:
            return await asyncio.gather(*(ask_for(client, base, each) for each in range(100)))

    with served(tmp_path) as (address, _):
        assert [*map(str, range(100))] == finished(all_of_them(address))


def test_nobody_is_told_what_was_dropped(tmp_path: Path) -> None:
    with served(tmp_path) as (address, process):
        ask(f"{address}zh/trays/x?name=secret")
        process.terminate()
        assert process.stdout

        assert ["按 Ctrl+C 结束。"] == process.stdout.read().splitlines()
