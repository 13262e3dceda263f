"""SARIF is valid whatever a file holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from gklint.docs import check_sample
from gklint.findings.diagnostics import Related
from gklint.ruleset.loading import load_rules
from tests.support.diagnostics import CELL, HERE, HOSTILE, finding, report
from tests.support.paths import EXAMPLES, ROOT
from tests.support.sample import CLEAN, WRONG_SUM, write
from tests.support.sarif import URI, checked, rendered, uris


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("还留着{标题}{0}", "还留着{{标题}}{{0}}"),
        ("见[链接](http://qingshi.example)", "见[链接] (http://qingshi.example)"),
        ("甲\n乙\x1b[2J\u202e\ud800", "甲 乙 [2J  "),
    ],
)
def test_a_message_is_read_as_it_is_meant(message: str, expected: str) -> None:
    (result,) = rendered(report("a.txt", finding(message)))["results"]

    assert {"text": expected} == result["message"]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", [HERE, CELL])
def test_any_path_and_message_give_valid_sarif(hostile: str, place: Any) -> None:
    note = Related(hostile, HERE if place is HERE else None, None, None)
    name = hostile.replace("\x00", "").replace("/", "")
    run = rendered(report(f"{name}.txt", finding(hostile, place, related=(note,))))

    assert [] == [found for found in uris(run) if not URI.fullmatch(found)]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_every_rule_finds_gives_valid_sarif(lang: str) -> None:
    reports = [
        check_sample(load_rules(), sample, lang)
        for rule in load_rules().rules.values()
        for sample in rule.bad
    ]
    run = rendered(*reports, lang=lang)

    assert sum(len(item.diagnostics) for item in reports) == len(run["results"])
    assert [result["ruleId"] for result in run["results"]] == [
        run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_valid_sarif(
    example: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    run = checked(capsys, example, "--lang", lang)
    lines = (ROOT / f"{example}.expected").read_text("utf-8").splitlines()

    assert len(lines) == len(run["results"])
    assert [example] == [file["location"]["uri"] for file in run["artifacts"]]
    assert run["invocations"][0]["executionSuccessful"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_whose_findings_are_known_gives_valid_sarif(
    example: str,
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    known = str(tmp_path / "known.json")
    main(["baseline", example, "-o", known])
    capsys.readouterr()
    run = checked(capsys, example, "--lang", lang, "--baseline", known)
    lines = (ROOT / f"{example}.expected").read_text("utf-8").splitlines()

    assert ["unchanged"] * len(lines) == [result["baselineState"] for result in run["results"]]


def test_a_run_without_files_is_valid() -> None:
    run = rendered()

    assert ([], []) == (run["artifacts"], run["results"])


def test_two_runs_in_different_folders_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        write(Path(), a=WRONG_SUM, b=CLEAN)
        main(["check", ".", "--format", "sarif"])
        outputs.append(capsys.readouterr().out)

    assert outputs[0] == outputs[1]
    assert str(tmp_path) not in outputs[0]
