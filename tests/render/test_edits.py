"""The changes that mend a finding, as outputs have them: close ones are one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gklint.findings.diagnostics import Fix, Replacement
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.render.edits import edits
from gklint.ruleset.loading import load_rules
from gklint.text.source import Position, Range, Source, Span
from tests.support.rendering import rendered
from tests.support.sample import changed

NEAR = 80  # bytes that may stand between two changes that become one


def fix(text: str, *changes: tuple[str, str]) -> Fix:
    """The changes of a text, in the order in which they stand there."""
    made = []
    for old, new in changes:
        start = text.index(old)
        made.append(Replacement(Span(start, start + len(old)), old, new))
    return Fix(safe=True, edits=tuple(made))


def on_line(number: int, start: int, end: int) -> Range:
    return Range(Position(number, start), Position(number, end))


@pytest.mark.parametrize("between", ["", "一", "一" * (NEAR // 3), "a" * NEAR])
def test_changes_that_stand_close_together_are_one(between: str) -> None:
    text = f"甲{between}乙。"

    assert [(on_line(1, 1, 3 + len(between)), f"丙{between}")] == [
        *edits(fix(text, ("甲", "丙"), ("乙", "")), Source(text))
    ]


@pytest.mark.parametrize("between", ["一" * (NEAR // 3 + 1), "a" * (NEAR + 1)])
def test_changes_that_stand_apart_stay_apart(between: str) -> None:
    text = f"甲{between}乙。"
    end = 2 + len(between)

    assert [(on_line(1, 1, 2), "丙"), (on_line(1, end, end + 1), "丁")] == [
        *edits(fix(text, ("甲", "丙"), ("乙", "丁")), Source(text))
    ]


def test_a_stretch_may_take_several_lines() -> None:
    text = "子甲\r\n丑\n乙寅"

    assert [(Range(Position(1, 2), Position(3, 2)), "丙\r\n丑\n丁")] == [
        *edits(fix(text, ("甲", "丙"), ("乙", "丁")), Source(text))
    ]


TEXT = changed(
    ("2023年，本机关未收取信息处理费。", "2023年，本機關未收取信息處理費。"),
    ("一、总体情况", "一、總體情况"),
)
STRETCHES = [("总体", 2), ("机关未收取信息处理费", 10)]


def found() -> Report:
    return Linter(load_rules()).check(Source(TEXT, "a.txt"))


def changes(name: str, keys: str) -> Any:
    """What is at the end of a way through the output of a format to the edits of GK702."""
    value: Any = json.loads(rendered(name, [found()]))
    for key in keys.split():
        value = value[int(key) if key.isdecimal() else key]
    return value


def test_all_formats_with_fixes_have_the_same_stretches() -> None:
    as_json = changes("json", "files 0 diagnostics 0 fix edits")
    as_lsp = changes("lsp", "0 diagnostics 0 data fix edits")
    as_sarif = changes("sarif", "runs 0 results 0 fixes 0 artifactChanges 0 replacements")

    assert STRETCHES == [
        (each["text"], each["range"]["end"]["column"] - each["range"]["start"]["column"])
        for each in as_json
    ]
    assert STRETCHES == [
        (each["newText"], each["range"]["end"]["character"] - each["range"]["start"]["character"])
        for each in as_lsp
    ]
    assert STRETCHES == [
        (
            each["insertedContent"]["text"],
            each["deletedRegion"]["endColumn"] - each["deletedRegion"]["startColumn"],
        )
        for each in as_sarif
    ]
