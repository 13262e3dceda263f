"""``--format gitlab``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gklint.findings.report import Results
from gklint.render.gitlab import gitlab
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from tests.support.ci_formats import issues
from tests.support.diagnostics import CELL, finding, report
from tests.support.running import shown
from tests.support.sample import (
    WRONG_SUM,
    write,
)


def test_gitlab_gets_each_finding() -> None:
    reports = [
        report("年报/a.txt", finding("一：{二}", severity=Severity.WARNING)),
        report("c.docx", finding(place=CELL)),
        report(None, finding(severity=Severity.INFO)),
    ]

    assert issues(gitlab(Results(reports), load_rules().rules, "zh")) == [
        {
            "description": "一：{二}",
            "check_name": "GK501",
            "fingerprint": "0123456789abcdef",
            "severity": "minor",
            "location": {"path": "年报/a.txt", "lines": {"begin": 62}},
        },
        {
            "description": "第2个表格第5行第4格：没有。",
            "check_name": "GK501",
            "fingerprint": "0123456789abcdef-2",
            "severity": "major",
            "location": {"path": "c.docx", "lines": {"begin": 1}},
        },
        {
            "description": "没有。",
            "check_name": "GK501",
            "fingerprint": "0123456789abcdef-3",
            "severity": "info",
            "location": {"path": "-", "lines": {"begin": 62}},
        },
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
