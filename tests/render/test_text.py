"""What is written for people: text, one-line output, several outputs at once, rules explained."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.support.running import shown
from tests.support.sample import CLEAN, NO_CONTACT, changed, write

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def width(text: str) -> int:
    """Terminal columns of text."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


def test_a_finding_is_shown_with_place_and_basis(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    lines = shown(capsys, path).split("\n")

    assert lines[0].startswith(f"{path}:62:1 错误 GK501 全文没有联系方式。")
    assert "   62 │ 2023年，本机关未收取信息处理费。" == lines[1]
    assert "      │ " + "^" * 32 == lines[2]
    assert lines[3].startswith("    依据：")
    assert lines[4].startswith(f"{path}：查了 ")
    assert ["", "共检查 1 个文件：错误 1，警告 0，提示 0。", ""] == lines[5:]


def test_the_basis_of_several_findings_of_one_kind_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repeated = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
    text = changed((repeated, "2.重复申请 | 0 | 2 | 1 | 0 | 0 | 0 | 0 | ||"))
    (path,) = write(tmp_path, a=text)
    lines = shown(capsys, path).split("\n")

    assert ["GK303", "依据：", "GK302", "依据：", "GK302"] == [
        match[0] for line in lines if (match := re.search("GK[0-9]+|依据：", line))
    ]


def test_a_clean_file_is_said_to_be_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=CLEAN)
    lines = shown(capsys, path, "--lang", "en").split("\n")

    assert lines[0].startswith(f"{path}: no findings. ")
    assert lines[0].endswith(" 0 failed, 0 undecided")
    assert "1 files checked: 0 errors, 0 warnings, 0 notes." == lines[2]


@pytest.mark.parametrize(
    ("before", "marked"),
    [
        ("", "八件"),
        ("abc", "八件"),
        (":smile:", "八件"),
        ("ａｂｃ", "八件"),
        ("e\u0301", "八件"),
        ("𠮷", "八件"),
        ("各科室，" * 20, "八件"),
        ("", "８件"),
        ("\x1b[2J", "8件"),
    ],
)
def test_the_marker_stands_below_what_is_meant(
    tmp_path: Path, before: str, marked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = changed(("（二）依申请公开。2023年新收政府信息公开申请5件",
                    f"（二）依申请公开。{before}2023年新收政府信息公开申请{marked}"))  # fmt: skip
    (path,) = write(tmp_path, a=text)
    lines = shown(capsys, path).partition(" GK402 ")[2].split("\n")
    at = next(number for number, line in enumerate(lines) if "^" in line)
    above, below = lines[at - 1], lines[at]

    assert marked in above
    assert width(above[: above.index(marked)]) == width(below[: below.index("^")])
    assert "^" * width(marked) == below[below.index("^") :]


ODD_CELLS = [
    "[bold red]无[/bold red]",
    "[link=http://qingshi.example]无[/link]",
    "无:smile:",
    "[/]",
    "无\x1b[31m无",
    "无\x1b]0;title\x07无",
    "无\u202e无\u202c无",
    "无\u2067无\u2069无",
    "无\u061c无",
    "无\x9b31m无",
    "无\x0c无\x7f无",
]


@pytest.mark.parametrize("colour", ["", "1"])
@pytest.mark.parametrize("odd", ODD_CELLS)
@pytest.mark.parametrize("name", ["text", "concise"])
def test_text_of_a_document_is_shown_as_text(
    tmp_path: Path,
    name: str,
    odd: str,
    colour: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if colour:
        monkeypatch.setenv("FORCE_COLOR", colour)
    (path,) = write(tmp_path, a=changed(("行政许可 | 36 |", f"行政许可 | {odd} |")))
    plain = COLOUR.sub("", shown(capsys, path, "--format", name))

    assert "GK20" in plain
    assert [] == UNSAFE.findall(plain)
    if odd.isprintable() and name == "text":
        assert odd in plain


def test_a_path_is_shown_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = write(tmp_path, **{"[red]年\x1b[31m报\u202e": NO_CONTACT})
    for name in ("text", "concise"):
        output = shown(capsys, path, "--format", name)

        assert [] == UNSAFE.findall(output)
        assert "[red]年 [31m报 .txt:62:1" in output
