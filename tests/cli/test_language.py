"""The language of the command line: wherever it is asked for, and of all that is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gklint.cli import _COMMANDS, main
from gklint.cli.parser import language

HAN = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]")
FRAME = ("usage", "positional", "options", "show this", "argument", r"\(default")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said of a wrong command line, in one line."""
    assert 2 == main(arguments)
    output, error = capsys.readouterr()
    assert "" == output
    return error


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What ``--help`` shows."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert 0 == stopped.value.code
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", None),
        ("check a.txt", None),
        ("check a.txt --lang en", "en"),
        ("check a.txt --lang=en", "en"),
        ("--lang en check a.txt", "en"),
        ("check --lan en", "en"),
        ("check --la=en", "en"),
        ("rule --l en", None),
        ("check --lang en --lang zh", "zh"),
        ("check --lang zh --lang=en", "en"),
        ("check --lang", None),
        ("check --lang fr", None),
        ("check --language en", None),
        ("check -- --lang en", None),
    ],
)
def test_the_language_is_found_before_anything_is_read(line: str, expected: str | None) -> None:
    assert expected == language(line.split())


@pytest.mark.parametrize(
    "line", ["--lang en check", "check --lang en", "--lang=en check", "check --lang=en"]
)
def test_an_error_is_told_in_the_language_asked_for(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        "gklint: please name files or folders to check, such as gklint check report.docx "
        "(or paths in gklint.toml)\n"
    ) == refused(capsys, *line.split())


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        (
            "chek",
            "没有这个命令：'chek'（可用的有：{commands}）（gklint --help 列出全部选项）",
            "no such command: 'chek' (there are {commands}) (gklint --help lists all options)",
        ),
        (
            "check --fail-on bad",
            "选项 --fail-on 没有这个值：'bad'（可用的有：'error', 'warning', 'info', 'never'）"
            "（gklint check --help 列出全部选项）",
            "option --fail-on knows no 'bad' (it may be 'error', 'warning', 'info', 'never') "
            "(gklint check --help lists all options)",
        ),
        (
            "check --jobs",
            "选项 --jobs 后面缺少一个值（gklint check --help 列出全部选项）",
            "option --jobs needs a value (gklint check --help lists all options)",
        ),
        (
            "check --rules",
            "选项 --rules 后面缺少值（gklint check --help 列出全部选项）",
            "option --rules needs at least one value (gklint check --help lists all options)",
        ),
        (
            "check --jobs two",
            "选项 --jobs: 应为正整数，现为“two”（gklint check --help 列出全部选项）",
            "option --jobs: a positive integer is expected, not “two” "
            "(gklint check --help lists all options)",
        ),
        (
            "check --fix=yes",
            "选项 --fix 不能有值：'yes'（gklint check --help 列出全部选项）",
            "option --fix takes no value: 'yes' (gklint check --help lists all options)",
        ),
        (
            "check --show",
            "--show 没有写全，可能是 --show-settings, --show-files"
            "（gklint check --help 列出全部选项）",
            "--show is short for several options: --show-settings, --show-files "
            "(gklint check --help lists all options)",
        ),
        (
            "annotate a.docx",
            "缺少 -o/--output（gklint annotate --help 列出全部选项）",
            "missing: -o/--output (gklint annotate --help lists all options)",
        ),
        (
            "check --fixx",
            "不认识的选项：--fixx（gklint check --help 列出全部选项）",
            "unknown option: --fixx (gklint check --help lists all options)",
        ),
        (
            "accept a.txt --code GK303 --reason a --until 2026",
            "选项 --until: 应为日期，如 2026-12-31，现为“2026”"
            "（gklint accept --help 列出全部选项）",
            "option --until: a date such as 2026-12-31 is expected, not “2026” "
            "(gklint accept --help lists all options)",
        ),
    ],
)
def test_a_wrong_option_is_explained_in_either_language(
    line: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = ", ".join(map(repr, _COMMANDS))
    said = [refused(capsys, *line.split(), "--lang", lang) for lang in ("zh", "en")]

    assert [f"gklint: {text}\n".format(commands=commands) for text in (zh, en)] == said


def test_an_unknown_language_is_a_wrong_option(capsys: pytest.CaptureFixture[str]) -> None:
    said = "选项 --lang 没有这个值：'fr'（可用的有：'zh', 'en'）"
    said += "（gklint{} --help 列出全部选项）\n"

    assert "gklint: " + said.format("") == refused(capsys, "--lang", "fr", "--help")
    assert "gklint: " + said.format(" rule") == refused(capsys, "rule", "--lang", "fr")


@pytest.mark.parametrize("command", [None, *_COMMANDS])
def test_help_is_wholly_in_one_language(
    command: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [command] if command else []
    chinese, english = told(capsys, *given, "--help"), told(capsys, "--lang", "en", *given, "-h")

    assert english == told(capsys, *given, "--help", "--lang", "en")
    assert [] == [word for word in FRAME if re.search(rf"\b{word}\b", chinese)]
    assert [] == HAN.findall(english)


@pytest.mark.parametrize("width", [70, 120])
def test_help_is_as_wide_as_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = told(capsys, "check", "--help", "--lang", "en").splitlines()

    assert width - 10 < max(map(len, lines)) < width


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lsp", None),
        ("lsp --lang en", "en"),
        ("--lang en lsp", "en"),
        ("--lang en lsp --lang zh", "zh"),
    ],
)
def test_a_server_is_told_the_language_if_it_is_given(
    line: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[str | None] = []
    monkeypatch.setattr("gklint.lsp.app.run", served.append)

    main(line.split())

    assert [expected] == served


def test_a_script_for_completion_describes_options_in_its_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == main(["completion", "zsh", "--lang", "en"])
    script = capsys.readouterr().out

    assert [] == HAN.findall(script)
    assert "check again whenever a file changes" in script
