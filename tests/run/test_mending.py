"""What ``--fix`` makes of a file: encoding and markup stay, what is damaged is let alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from gklint.run.fixing import Fixed, fix
from tests.support.folders import everything
from tests.support.mending import NEW, NEW_BOTH, NUMBER, OLD, OLD_BOTH, QUOTES, page, put
from tests.support.running import Check
from tests.support.sample import changed

pytestmark = pytest.mark.usefixtures("here")


@pytest.mark.parametrize("end", ["", "\n", "\n\n \n"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "mixed"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_encoding_byte_order_mark_and_line_ends_stay(
    encoding: str, line_break: str, end: str, here: Path, check: Check
) -> None:
    def laid_out(text: str) -> bytes:
        lines = text.rstrip("\n").split("\n")
        breaks = ["\r\n", "\n", "\r"] if line_break == "mixed" else [line_break]
        text = "".join(line + breaks[at % len(breaks)] for at, line in enumerate(lines[:-1]))
        return (text + lines[-1] + end).encode(encoding)

    path = here / "a.txt"
    path.write_bytes(laid_out(OLD))
    done = check("--fix", "a.txt")

    assert laid_out(NEW) == path.read_bytes()
    assert (0, "a.txt：已改正 2 个问题（GK703、GK709）。\n") == (done.status, done.err)


def test_utf_16_with_its_mark_in_the_other_order_stays(here: Path, check: Check) -> None:
    path = here / "a.txt"
    path.write_bytes(("\ufeff" + OLD).encode("utf-16-be"))
    check("--fix", "a.txt")

    assert ("\ufeff" + NEW).encode("utf-16-be") == path.read_bytes()


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),
        ("GBK", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_pages_keep_their_encoding_and_their_markup(
    charset: str, encoding: str, check: Check
) -> None:
    path = put("a.html", page(OLD, charset), encoding)
    done = check("--fix", "a.html")

    assert page(NEW, charset).encode(encoding) == path.read_bytes()
    assert done.err == "a.html：已改正 2 个问题（GK703、GK709）。\n"


def test_bytes_that_no_fix_touches_are_the_same_also_control_characters(check: Check) -> None:
    odd = "\f\u2028\x85\x0b\u200b\ufeff𠮷\U0010ffff\x1f\x7f"
    filler = "本机关注重公开实效。" * 200 + "\0\n"
    path = put("a.txt", OLD + odd + filler)
    check("--fix", "a.txt")

    assert (NEW + odd + filler).encode() == path.read_bytes()


def big5(text: str) -> bytes:
    """A page in Big5; what that has no character for is named by its number."""
    return page(text, "big5").encode("big5hkscs", "xmlcharrefreplace")


def test_a_page_in_big5_is_mended_as_far_as_its_encoding_has_the_characters(
    here: Path, check: Check
) -> None:
    path = here / "a.html"
    path.write_bytes(big5(OLD_BOTH))
    done = check("--fix", "--unsafe-fixes", "a.html")

    assert big5(NEW_BOTH) == path.read_bytes()
    assert done.err.splitlines()[0] == "a.html：已改正 1 个问题（GK703）。"
    assert done.err.splitlines()[1].endswith(
        "：GK702 有 1 个问题没有自动改：文件的编码（Big5）里没有要用的字，请另存为 UTF-8 后再试。"
    )


def test_a_page_that_names_all_characters_by_numbers_is_not_given_others(
    here: Path, check: Check
) -> None:
    straight = changed((QUOTES[0], '2023年，本机关未收取"信息处理费"。'))
    data = page(straight, "gb2312").encode("ascii", "xmlcharrefreplace")
    path = here / "a.html"
    path.write_bytes(data)
    done = check("--fix", "a.html")

    assert data == path.read_bytes()
    assert done.err.endswith(
        "：GK703 有 1 个问题没有自动改："
        "文件的编码（ASCII）里没有要用的字，请另存为 UTF-8 后再试。\n"
    )


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_page_with_damaged_characters_is_not_rewritten(
    option: str, here: Path, check: Check
) -> None:
    path = here / "a.html"
    data = page(OLD, "utf-8").encode() + "<p>完".encode()[:-1]
    path.write_bytes(data)
    done = check(option, "a.html")

    assert data == path.read_bytes()
    assert done.status == 2
    assert done.err == (
        "a.html：没有改：文件里有损坏的字符，改写会丢失内容；请先另存为 UTF-8，"
        "看过内容无误后再试。\n"
    )


def test_a_text_with_damaged_characters_is_unreadable(here: Path, check: Check) -> None:
    path = here / "a.txt"
    data = OLD.encode() + "完".encode()[:-1]
    path.write_bytes(data)
    done = check("--fix", "a.txt")

    assert data == path.read_bytes()
    assert (3, "") == (done.status, done.err)


def during_the_check(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Let something happen between reading a file and writing it."""

    def meanwhile(*args: Any, **options: Any) -> Fixed:
        do()
        return fix(*args, **options)

    monkeypatch.setattr("gklint.run.mending.fix", meanwhile)


@pytest.mark.parametrize("left", ["其他内容\n", None])
def test_a_file_that_was_changed_after_the_check_is_not_written(
    left: str | None, here: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("a.txt")
    during_the_check(monkeypatch, lambda: path.write_text(left) if left else path.unlink())
    done = check("--fix", "a.txt")

    assert ({"a.txt": left} if left else {}) == everything(here)
    assert (2, "a.txt：没有改：检查以后文件又有了改动，请再运行一次。\n") == (done.status, done.err)
    assert "GK703" in done.out


COMMENT = "<!-- gklint: accept GK703 理由：引文如此 -->"


def test_what_a_comment_accepts_is_not_mended(here: Path, check: Check) -> None:
    accepted = changed(NUMBER, (QUOTES[0], QUOTES[1] + COMMENT))
    put("a.txt", accepted)
    done = check("--fix", "--unsafe-fixes", "a.txt")

    assert {"a.txt": changed((QUOTES[0], QUOTES[1] + COMMENT))} == everything(here)
    assert done.err == "a.txt：已改正 1 个问题（GK709）。\n"


def test_what_an_accept_file_accepts_is_not_mended(check: Check) -> None:
    put("a.txt")
    found = json.loads(check("a.txt", "--format", "json").out)["files"][0]["diagnostics"]
    entry = next(each for each in found if each["code"] == "GK703")
    put(
        "accept.toml",
        f'[[accept]]\nfile = "a.txt"\ncode = "GK703"\nreason = "引文如此"\n'
        f'fingerprint = "{entry["fingerprint"]}"\n',
    )
    done = check("--fix", "--accept", "accept.toml", "a.txt")

    assert changed(QUOTES).encode() == Path("a.txt").read_bytes()
    assert done.err == "a.txt：已改正 1 个问题（GK709）。\n"


def test_what_a_baseline_holds_is_not_mended(check: Check) -> None:
    put("a.txt", changed(QUOTES))
    assert 0 == main(["baseline", "a.txt", "-o", "baseline.json"])
    put("a.txt")
    done = check("--fix", "--baseline", "baseline.json", "a.txt")

    assert changed(QUOTES).encode() == Path("a.txt").read_bytes()
    assert done.err.endswith("a.txt：已改正 1 个问题（GK709）。\n")
