"""What ``--statistics`` shows instead of the findings."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gklint.findings.counting import counted
from gklint.findings.report import Report
from gklint.render.printable import width
from gklint.render.statistics import Statistics
from gklint.render.text import plain
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from tests.support.diagnostics import finding, report

SUM = finding(code="GK303")
COUNT = finding(code="GK402", severity=Severity.WARNING)
CONTACT = finding(code="GK501")
CHARACTERS = finding(code="GK702", severity=Severity.INFO)


def finds(code: str, lang: str) -> str:
    return load_rules().rules[code].finds[lang]


def shown(reports: Iterable[Report], lang: str = "zh") -> list[str]:
    statistics = Statistics()
    for each in reports:
        statistics.add(counted(each))
    return plain(statistics.text(load_rules().rules, lang)).split("\n")


def test_the_most_frequent_stands_first_then_the_lowest_code() -> None:
    first = report("a.txt", *[COUNT] * 11, SUM, CONTACT)
    second = report("b.txt", COUNT, SUM, CHARACTERS)

    assert shown([first, report("c.txt"), second]) == [
        "条数  文件  级别  规则   名称                    查什么",
        f"  12     2  警告  GK402  prose-count             {finds('GK402', 'zh')}",
        f"   2     2  错误  GK303  applicants-sum          {finds('GK303', 'zh')}",
        f"   1     1  错误  GK501  contact-missing         {finds('GK501', 'zh')}",
        f"   1     1  提示  GK702  traditional-characters  {finds('GK702', 'zh')}",
        "",
        "",
    ]


def test_it_speaks_english() -> None:
    assert shown([report("a.txt", COUNT)], "en") == [
        "findings  files  severity  rule   name         what it finds",
        f"       1      1  warning   GK402  prose-count  {finds('GK402', 'en')}",
        "",
        "",
    ]


@pytest.mark.parametrize("reports", [[], [report("a.txt")]])
def test_nothing_is_shown_of_nothing(reports: list[Report]) -> None:
    assert [""] == shown(reports)


def test_of_several_severities_the_highest_is_shown() -> None:
    lowered = SUM._replace(severity=Severity.INFO)
    line = shown([report("a.txt", lowered), report("b.txt", SUM), report("c.txt", lowered)])[1]

    assert line.startswith("   3     3  错误  GK303  ")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_columns_are_aligned_on_a_terminal(lang: str) -> None:
    every = [
        finding(code=code, severity=rule.severity) for code, rule in load_rules().rules.items()
    ]
    lines = [line for line in shown([report("a.txt", *every)], lang)[1:] if line]
    starts = {
        width(line[: line.index(rule.finds[lang])])
        for line, rule in zip(lines, load_rules().rules.values(), strict=True)
    }

    assert 1 == len(starts)
