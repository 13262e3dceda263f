"""The formats for CI beside each other: valid whatever a file holds, several in one run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from gklint.findings.diagnostics import Accepted
from tests.support.ci_formats import commands, issues, suites
from tests.support.diagnostics import CELL, HERE, HOSTILE, WHY, accepting, finding, report
from tests.support.needs import needs_posix
from tests.support.paths import EXAMPLES, ROOT
from tests.support.rendering import rendered
from tests.support.running import shown
from tests.support.sample import (
    CLEAN,
    NO_CONTACT,
    TRADITIONAL,
    WRONG_COUNT,
    WRONG_SUM,
    changed,
    write,
)

FORMATS = ("sarif", "github", "gitlab", "junit")


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", [HERE, CELL])
def test_any_path_and_message_give_valid_files(hostile: str, place: Any) -> None:
    name = hostile.replace("\x00", "").replace("/", "")
    reports = [report(f"{name}.txt", finding(hostile, place), finding(hostile, place))]
    (suite,) = suites(rendered("junit", reports))

    assert str(suite.get("name")).endswith(".txt")
    assert 2 == len(issues(rendered("gitlab", reports)))


def test_nobody_is_told_to_mend_what_is_accepted() -> None:
    reports = [accepting(Accepted(finding("没有。", CELL), WHY))]

    assert ["有误。"] == [issue["description"] for issue in issues(rendered("gitlab", reports))]
    assert 1 == len(commands(rendered("github", reports)))


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_whose_findings_are_known_fails_nothing(
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    number = len((ROOT / f"{example}.expected").read_text("utf-8").splitlines())
    known = str(tmp_path / "known.json")
    main(["baseline", example, "-o", known])
    capsys.readouterr()
    given = (example, "--baseline", known)
    (suite,) = suites(shown(capsys, *given, "--format", "junit"))

    assert (str(number), "0") == (suite.get("skipped"), suite.get("failures"))
    assert "[]\n" == shown(capsys, *given, "--format", "gitlab")
    assert "" == shown(capsys, *given, "--format", "github")
    assert 0 == main(["check", *given, "--fail-on", "info", "--format", "github"])


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_valid_in_every_format(
    example: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    number = len((ROOT / f"{example}.expected").read_text("utf-8").splitlines())
    outputs = {name: shown(capsys, example, "--lang", lang, "--format", name) for name in FORMATS}
    root = suites(outputs["junit"])

    assert number == len(commands(outputs["github"]))
    assert number == len(issues(outputs["gitlab"]))
    assert (number, "0") == (sum(map(len, root.iter("testcase"))), root.get("errors"))
    assert [example] == [suite.get("name") for suite in root]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("github", ""),
        ("gitlab", "[]\n"),
        (
            "junit",
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<testsuites name="gklint" tests="0" failures="0" errors="0" />\n',
        ),
    ],
)
def test_a_run_without_files_is_empty(name: str, expected: str) -> None:
    assert expected == rendered(name, [])


@pytest.mark.parametrize("screen", FORMATS)
def test_several_formats_in_one_run(
    tmp_path: Path,
    screen: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    reports = Path("reports")
    reports.mkdir()
    write(
        reports, a=WRONG_SUM, b=WRONG_COUNT, c=CLEAN, d=NO_CONTACT, e=TRADITIONAL, f="\x00\x01\x02"
    )
    files = [f"--format={name}=out.{name}" for name in FORMATS]
    status = main(["check", "reports", *files, "--format", screen])
    printed = capsys.readouterr().out

    assert 3 == status
    assert printed == Path(f"out.{screen}").read_text("utf-8")
    for name in FORMATS:
        assert shown(capsys, "reports", "--format", name) == Path(f"out.{name}").read_text("utf-8")
    assert "1" == suites(Path("out.junit").read_text("utf-8")).get("errors")


@needs_posix
@pytest.mark.parametrize("name", [b"100%,a:b.txt", b"a\n::error::b.txt", b"\xc4\xea.txt"])
def test_odd_names_and_cells_pass_through_files(
    tmp_path: Path,
    name: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    path = os.fsdecode(name)
    odd = "]]>%2{"
    Path(path).write_text(changed(("行政许可 | 36 |", f"行政许可 | {odd} |")), "utf-8")
    files = [f"--format={name}=out.{name}" for name in FORMATS]
    status = main(["check", path, *files])
    texts = {name: Path(f"out.{name}").read_text("utf-8") for name in FORMATS}
    (issue,) = issues(texts["gitlab"])
    (said,) = suites(texts["junit"]).iter("failure")
    ((kind, _, message),) = commands(texts["github"])

    assert (1, "") == (status, capsys.readouterr().out)
    assert "“]]>%2{”" in issue["description"]
    assert issue["description"] == said.get("message")
    assert "error" == kind
    assert message.endswith(issue["description"])
