"""Accept files: findings accepted with a reason, for files that cannot hold a comment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gklint.accept.file import Item, extended, read_accept_file
from gklint.cli import main
from gklint.errors import ConfigError, UsageError
from gklint.findings.diagnostics import Acceptance
from tests.support.sample import CLEAN, write

pytestmark = pytest.mark.usefixtures("here")
ENTRY = Item("a.txt", "GK501", "0123456789abcdef", Acceptance("file", "好"))


@pytest.mark.parametrize(
    "before",
    [
        b'# x\n[[accept]]\nfile = "b"\ncode = "GK501"\nfingerprint = "1"\nreason = "r" # x',
        b"\xef\xbb\xbf# mine\r\n",
        b"accept = []  # none",
        b"\n  \n",
    ],
)
def test_what_stands_in_an_accept_file_is_kept(before: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ok.toml"
    path.write_bytes(before)
    if b"[]" in before:
        with pytest.raises(ConfigError, match=r"^ok\.toml：后面加不上新的一条；请把每一条都写成"):
            extended(path, [ENTRY], "zh")
        return
    after = extended(path, [ENTRY], "zh")
    path.write_bytes(after)

    assert after.startswith(before)
    assert ENTRY == read_accept_file(path).entries[-1]
    assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in before else 0)


@pytest.mark.parametrize(
    "text",
    ["\"引\"'号'", "C:\\新\\x", "一\n二\r\t三", "𠮷🙂", "\x00\x1f\x7f\x85\u2028", "a # b = [c]"],
)
def test_any_text_is_written_so_that_it_is_read_back(text: str, tmp_path: Path) -> None:
    path = tmp_path / "ok.toml"
    entry = Item(
        f"甲{text}.docx", "GK501", "1", Acceptance("file", f"因{text}故", date(2030, 1, 2))
    )
    path.write_bytes(extended(path, [entry, ENTRY], "zh"))

    assert (entry, ENTRY) == read_accept_file(path).entries


def test_a_name_that_toml_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="接受文件记不下这样的文件名或理由"):
        extended(tmp_path / "ok.toml", [ENTRY._replace(file="\udcff.txt")], "zh")


GOOD = '[[accept]]\nfile = "a"\ncode = "GK501"\nfingerprint = "1"\nreason = "好"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{GOOD}until = 明年\n",
            "ok.toml:6: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）",
        ),
        (
            f'{GOOD}until = "2030-01-01"\n',
            "ok.toml:6: accept.until：应为日期，不加引号，例如 2026-12-31",
        ),
        (f"{GOOD}until = 2030-01-01T00:00:00\n", "ok.toml:6: accept.until：应为日期，不加引号，"),
        (f'{GOOD}raeson = "好"\n', "ok.toml:6: accept.raeson：不认识“raeson”；是否想写 reason？"),
        (GOOD.replace('reason = "好"\n', ""), "ok.toml:1: accept：缺少“reason”（要加引号的文字）"),
        (GOOD.replace('"好"', '"  "'), "ok.toml:5: accept.reason：缺少“reason”（要加引号的文字）"),
        (GOOD.replace('"GK501"', "501"), "ok.toml:3: accept.code：缺少“code”（要加引号的文字）"),
        (GOOD.replace("[[accept]]", "[accept]"), "ok.toml:1: accept：每一条应以“[[accept]]”开头"),
        ("accept = [1]\n", "ok.toml:1: accept：每一条应以“[[accept]]”开头"),
        (
            GOOD.replace("[[accept]]", "[[accepts]]"),
            "ok.toml:1: accepts：不认识“accepts”；是否想写 accept？",
        ),
    ],
)
def test_what_is_no_accept_file_is_refused_with_its_line(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    Path("ok.toml").write_text(text, "utf-8")

    assert 2 == main(["check", "a.txt", "--accept", "ok.toml"])
    done = capsys.readouterr()
    assert ("", True) == (done.out, done.err.startswith(f"gklint: {message}")), done.err


def test_a_missing_accept_file_is_an_error_of_a_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    Path("gklint.toml").write_text('accept = "ok.toml"\n', "utf-8")

    assert 2 == main(["check", "a.txt"])
    assert (
        "gklint: gklint.toml:1: accept：ok.toml：找不到这个接受文件；gklint accept 可以生成一个\n"
        == capsys.readouterr().err
    )
