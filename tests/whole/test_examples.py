"""The examples and the commands of the README give what is committed."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from os.path import basename
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.filling import as_xlsx, sample_numbers, sheet_of
from tests.support.markdown import blocks
from tests.support.paths import EXAMPLES, ROOT
from tests.support.running import GKLINT, environment, python

READMES = ("README.md", "README.zh-CN.md")


def run(
    *arguments: str, folder: Path = ROOT, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run gklint as a user does, from the root of the checkout or from ``folder``."""
    kept = environment()
    for name in ("FORCE_COLOR", "COLUMNS"):
        kept.pop(name, None)
    return subprocess.run(
        (*GKLINT, *arguments),
        cwd=folder,
        env=kept,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def golden_of(example: str) -> Path:
    return ROOT / f"{example}.expected"


@pytest.mark.parametrize("example", EXAMPLES, ids=basename)
def test_example_gives_the_committed_findings(example: str, request: pytest.FixtureRequest) -> None:
    actual = run("check", "--format", "concise", example).stdout
    if request.config.getoption("--update-goldens"):
        golden_of(example).write_text(actual, "utf-8", newline="\n")

    expected = golden_of(example).read_text("utf-8")

    assert expected == actual, (
        "if gklint should say this: python -m pytest tests/whole/test_examples.py --update-goldens"
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=basename)
def test_only_examples_called_clean_are_clean(example: str) -> None:
    findings = golden_of(example).read_text("utf-8")

    assert example.startswith("examples/clean") == (findings == "")


def test_every_golden_has_its_example() -> None:
    goldens = {*(ROOT / "examples").glob("*.expected")}

    assert {golden_of(example) for example in EXAMPLES} == goldens


def test_the_county_of_the_examples_is_reviewed_as_committed(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (command,) = blocks("examples/county/README.md", "sh")
    program, *arguments, _ = shlex.split(command)
    done = run(*arguments, str(tmp_path / "审核"), "--isolated")
    said = done.stdout.replace(str(tmp_path), "…")
    actual = "\n".join((said, *sheets_of(tmp_path / "审核/审核结果.xlsx", "总览", "问题"), ""))
    golden = ROOT / "examples/county/expected.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(actual, "utf-8", newline="\n")

    assert ("gklint", 1, "") == (program, done.returncode, done.stderr)
    assert golden.read_text("utf-8") == actual


def sheets_of(workbook: Path, *names: str) -> list[str]:
    """The rows of sheets as lines, with bars between the cells."""
    book = load_workbook(workbook)
    lines = []
    for name in names:
        rows = book[name].iter_rows(values_only=True)
        cells = (("" if each is None else str(each) for each in row) for row in rows)
        lines += [f"# {name}", *(" | ".join(row).replace("\n", " / ") for row in cells), ""]
    return lines


def shown_commands() -> list[tuple[str, str, str]]:
    """README, command, and the output shown below it, for all commands that show one."""
    return [
        (readme, command, output.lstrip("\n"))
        for readme in READMES
        for block in blocks(readme, "console")
        for command, _, output in (part.partition("\n") for part in block.split("$ ")[1:])
    ]


@pytest.mark.parametrize(("readme", "command", "expected"), shown_commands())
def test_readme_shows_the_real_output(
    readme: str, command: str, expected: str, request: pytest.FixtureRequest
) -> None:
    program, *arguments = shlex.split(command)
    actual = run(*arguments).stdout.strip("\n")
    if request.config.getoption("--update-goldens"):
        text = (ROOT / readme).read_text("utf-8")
        (ROOT / readme).write_text(
            text.replace(expected.strip("\n"), actual), "utf-8", newline="\n"
        )
        expected = actual

    assert program == "gklint"
    assert expected.strip("\n") == actual, f"{readme}: {command}"


@pytest.mark.parametrize("readme", READMES)
def test_readme_opens_with_a_command_and_its_output(readme: str) -> None:
    shown = [(command, output) for name, command, output in shown_commands() if name == readme]

    assert shown[0][0] == "gklint check examples/unbalanced.docx"
    assert shown[0][1] != ""


_GO_ON = ("--watch", "gklint web")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the commands of the READMEs are about."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for example in EXAMPLES:
        shutil.copy(ROOT / example, reports)
    shutil.copytree(ROOT / "examples/county", tmp_path / "examples/county")
    for name in ("年报.docx", "改前.docx", "改后.docx"):
        shutil.copy(ROOT / "examples/unbalanced.docx", tmp_path / name)
    shutil.copy(ROOT / "examples/unbalanced.txt", tmp_path / "a.txt")
    (tmp_path / "local.yaml").write_text(blocks(READMES[0], "yaml")[0], "utf-8")
    sheets = (sheet_of(each, sample_numbers()) for each in ("disclosure", "requests", "disputes"))
    as_xlsx(tmp_path / "数据.xlsx", *sheets)
    return tmp_path


def plain_commands() -> list[str]:
    """The commands of both READMEs that show no output and come to an end."""
    lines = [
        line for readme in READMES for block in blocks(readme, "sh") for line in block.split("\n")
    ]
    return [
        *dict.fromkeys(
            line.split("#")[0].strip()
            for line in lines
            if line.startswith("gklint") and not any(each in line for each in _GO_ON)
        )
    ]


@pytest.mark.parametrize("command", plain_commands())
def test_commands_of_the_readmes_work(command: str, desk: Path) -> None:
    command, _, name = command.partition(" < ")
    given = (desk / name).read_text("utf-8") if name else None

    done = run(*shlex.split(command)[1:], folder=desk, given=given)

    # What is left by --diff is said there, and what extract has written.
    assert "" == done.stderr or "--diff" in command or command.startswith("gklint extract")
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("readme", READMES)
def test_local_rule_set_of_the_readme_is_obeyed(readme: str, tmp_path: Path) -> None:
    """Its own sum, its accepted heading and its severity each change what is said."""
    local, report = tmp_path / "local.yaml", tmp_path / "report.txt"
    local.write_text(blocks(readme, "yaml")[0], "utf-8")
    text = (ROOT / "examples/unbalanced.txt").read_text("utf-8")
    changes = {
        "四、结转下年度继续办理 | 1 |": "四、结转下年度继续办理 | 10 |",
        "四、政府信息公开行政复议、行政诉讼情况": "四、政府信息公开复议诉讼情况",
        "2024年将在资金下达后五个工作日内公开，由财务科逐笔核对。": "",
        "涉农补贴信息的公开不够及时。": "无。",
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    report.write_text(text, "utf-8")

    shipped = run("check", str(report), "--format", "concise").stdout
    said = run("check", str(report), "--format", "concise", "--rules", str(local)).stdout

    assert ("GK104" in shipped, "warning GK109" in shipped) == (True, True)
    assert ("GK104" in said, "error GK109" in said) == (False, True)
    assert "表三“自然人”一列：新收 9 件，结转下年 10 件，请核对。" in said
    assert "XZ301" in run("rule", "XZ301", "--rules", str(local)).stdout


@pytest.mark.parametrize("readme", READMES)
def test_python_of_the_readme_runs(readme: str) -> None:
    (program, shown) = blocks(readme, "python")[0], blocks(readme, "text")[0]

    assert (0, shown, "") == python("-c", program, folder=ROOT)


@pytest.mark.parametrize("page", [*READMES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_into_the_repository_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)

    assert [] == [link for link in links if not (ROOT / link).exists()]
