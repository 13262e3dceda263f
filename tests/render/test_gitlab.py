"""``--format gitlab``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gklint.findings.diagnostics import Diagnostic
from gklint.ruleset.severity import Severity
from tests.support.ci_formats import issues
from tests.support.diagnostics import CELL, finding, report
from tests.support.rendering import rendered
from tests.support.running import shown
from tests.support.sample import (
    WRONG_SUM,
    write,
)


def called(fingerprint: str, found: Diagnostic) -> Diagnostic:
    return found._replace(fingerprint=fingerprint)


def test_gitlab_gets_each_finding() -> None:
    reports = [
        report("年报/a.txt", called("aa", finding("一：{二}", severity=Severity.WARNING))),
        report("c.docx", called("cc", finding(place=CELL))),
        report(None, called("ee", finding(severity=Severity.INFO))),
    ]

    assert issues(rendered("gitlab", reports)) == [
        {
            "description": "一：{二}",
            "check_name": "GK501",
            "fingerprint": "aa",
            "severity": "minor",
            "location": {"path": "年报/a.txt", "lines": {"begin": 62}},
        },
        {
            "description": "第2个表格第5行第4格：没有。",
            "check_name": "GK501",
            "fingerprint": "cc",
            "severity": "major",
            "location": {"path": "c.docx", "lines": {"begin": 1}},
        },
        {
            "description": "没有。",
            "check_name": "GK501",
            "fingerprint": "ee",
            "severity": "info",
            "location": {"path": "-", "lines": {"begin": 62}},
        },
    ]


def test_a_file_that_is_named_in_three_ways_has_three_fingerprints() -> None:
    paths = ("年报/a.txt", "年报/../年报/a.txt", "./年报/a.txt", "年报/b.txt")
    reports = [report(path, called("aa", finding())) for path in paths]

    assert ["aa", "aa-2", "aa-3", "aa"] == [
        issue["fingerprint"] for issue in json.loads(rendered("gitlab", reports))
    ]


def test_gitlab_fingerprints_are_those_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=WRONG_SUM, b=WRONG_SUM)
    document = json.loads(shown(capsys, *paths, "--format", "json"))
    expected = [found["fingerprint"] for file in document["files"] for found in file["diagnostics"]]

    assert expected == [
        issue["fingerprint"] for issue in issues(shown(capsys, *paths, "--format", "gitlab"))
    ]
