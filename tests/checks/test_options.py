"""The options of checks: what a rule file says wrongly is refused before any report is read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gklint.checks import every_check
from gklint.cli import main
from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile, data_files
from gklint.files.yamlfile import YamlFile, load
from gklint.form.form import Form
from gklint.ruleset.loading import load_rules
from gklint.ruleset.rules import BUILT_IN
from tests.support.rule_files import CODES

# What may hold any text at all.
FREE = {
    "without_power",
    "with_power",
    "ignoring",
    "terms",
    "rooms",
    "cut",
    "beyond",
    "labels",
}
# An expression may be wrong only in its form.
EXPRESSIONS = {
    "patterns",
    "any_of",
    "explained",
    "unless",
    "valid",
    "pairs",
    "wrong",
    "of_others",
    "others",
    "sought",
} | {
    *("marked", "labelled"),
    *("own", "author", "office", "no_name", "governs", "oneself"),
    *("above", "selves"),
    *("history", "counted", "planned", "done"),
}


@cache
def form() -> Form:
    return load_rules().form


def rule_files() -> list[DataFile]:
    return [file for file in data_files("rules", ".yaml") if "/GK" in file.name]


@cache
def written(code: str) -> YamlFile:
    return next(load(file) for file in rule_files() if code in file.name)


def taken(code: str, options: Any) -> dict[str, Any]:
    """What a check takes of the options of a rule.  Raises RuleFileError."""
    file = written(code)
    if file.value["check"] == BUILT_IN:
        return {}
    facts = form()  # with which all checks are loaded
    return every_check()[file.value["check"]].options.take(facts, file, ("options",), options)


def refusal(code: str, options: Any) -> str | None:
    """Why options are refused; None if they are not."""
    try:
        taken(code, options)
    except RuleFileError as error:
        return str(error)
    return None


def wrong_ones(value: Any) -> Iterator[Any]:
    """The same with one name misspelt, or one value of another kind."""
    if isinstance(value, str):
        yield value + "z"
        yield 7
        yield [value]
        yield None
    elif isinstance(value, bool | int):
        yield str(value)
        yield -1
        yield 1.5
    elif isinstance(value, list):
        yield value[0] if value else {}
        for index, item in enumerate(value):
            yield from ([*value[:index], wrong, *value[index + 1 :]] for wrong in wrong_ones(item))
    else:
        yield [*value]
        yield {**value, "no such key": next(iter(value.values()))}
        for key, item in value.items():
            yield from ({**value, key: wrong} for wrong in wrong_ones(item))


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_every_slip_in_the_options_of_a_shipped_rule_is_refused(code: str) -> None:
    options = written(code).value.get("options", {})
    taken(code, options)  # as they are, they are right
    passed = []
    for name, value in options.items():
        for wrong in wrong_ones(value):
            said = refusal(code, {**options, name: wrong})
            if said is None:
                passed.append((name, wrong))
            else:
                assert said.startswith(written(code).name)
                assert "options" in said

    assert [] == [(name, wrong) for name, wrong in passed if name not in FREE | EXPRESSIONS]


OPTIONAL = frozenset(
    ("decimals", "signed", "unless", "ignoring", "at_most", "at_least", "cut", "terms")
)
OPTIONAL |= {"columns", "carried_in", "charges", "unit", "trial", "leading"}


@pytest.mark.parametrize("code", CODES)
def test_an_option_that_a_check_needs_cannot_be_left_out(code: str) -> None:
    file = written(code)
    needed = [name for name in file.value.get("options", {}) if name not in OPTIONAL]
    for name in needed:
        options = {key: item for key, item in file.value["options"].items() if key != name}
        with pytest.raises(RuleFileError, match=f"：缺少“{name}”"):
            taken(code, options)


SLIPS = {
    "section: OVERVEIW": (
        "GK108",
        "{section: OVERVEIW, at_most: 9}",
        "section：不认识“OVERVEIW”；是否想写 overview？",
    ),
    "element: headng": (
        "GK101",
        "{element: headng, wrong: [missing]}",
        "element：不认识“headng”；是否想写 heading？",
    ),
    "wrong: [alterd]": (
        "GK104",
        "{element: heading, wrong: [alterd]}",
        "wrong.0：不认识“alterd”；是否想写 altered？",
    ),
    "wrong: altered": (
        "GK104",
        "{element: heading, wrong: altered}",
        'wrong：应为差别的列表，现为 "altered"',
    ),
    "a row": (
        "GK212",
        "{cells: [disclosure.regulationz.issued], with_power: [省], without_power: [县]}",
        "cells.0：不认识“disclosure.regulationz.issued”；是否想写 disclosure.regulations.issued？",
    ),
    "version": (
        "GK209",
        "{version: '2091', from_year: 2021}",
        "version：不认识“2091”；是否想写 2021？",
    ),
    "decimals: [amuont]": (
        "GK208",
        "{decimals: [amuont]}",
        "decimals.0：不认识“amuont”；是否想写 amount？",
    ),
    "of: glosess": ("GK701", "{of: glosess}", "of：不认识“glosess”；是否想写 glosses？"),
    "one pair for two": (
        "GK710",
        "{patterns: [a, b], brackets: [（）]}",
        "patterns：不认识“patterns”",
    ),
    "half a pair": (
        "GK710",
        "{pairs: {'(a)(b)': （}}",
        "pairs.(a)(b)：应为一对括号，两个字符，现为“（”",
    ),
    "one group": (
        "GK710",
        "{pairs: {'(a)b': （）}}",
        "pairs.(a)b：正则表达式“(a)b”应有 2 个括号组",
    ),
    "an expression": ("GK707", "{patterns: ['(']}", "patterns.0：正则表达式“(”有误"),
    "a count": (
        "GK402",
        "{total: total, counts: {new: [requests.nwe]}}",
        "counts.new.0：不认识“requests.nwe”；是否想写 requests.new？",
    ),
    "about": (
        "GK402",
        "{total: total, counts: {news: [requests.new]}}",
        "counts.news：不认识“news”；是否想写 new？",
    ),
    "a difference": (
        "GK402",
        "{total: total, counts: {new: [requests.new - requests.granted]}}",
        "这里只能把表中的行或格相加",
    ),
    "a row of another table": (
        "GK401",
        "{table: disputes, new: new, carried_in: new, total: total, fee_section: problems}",
        "new：没有“disputes.new.total”这一格",
    ),
    "both sides": (
        "GK303",
        "{table: requests, each: row, formula: sum(natural_person..total) = total}",
        "formula：“total”在等号两边都有",
    ),
    "a formula of another table": (
        "GK303",
        "{table: disputes, each: row, formula: natural_person = total}",
        "不认识“natural_person”",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_a_local_rule_file_is_one_line_with_file_line_key_and_the_nearest_right_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    code, options, expected = SLIPS[name]
    path = tmp_path / "local.yaml"
    path.write_text(f"rules:\n  - code: {code}\n    options: {options}\n", "utf-8")

    status = main(["rule", "--rules", str(path)])
    said = capsys.readouterr().err

    assert 2 == status
    assert said.startswith(f"gklint: {path}:3: options.{expected}") or expected in said
    assert 1 == said.count("\n")


def test_a_version_of_a_rule_that_there_is_not_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("rules:\n  - code: GK303\n    formats: ['2091']\n", "utf-8")

    assert 2 == main(["rule", "--rules", str(path)])
    assert (
        f"gklint: {path}:3: formats.0：不认识“2091”；是否想写 2021？\n" == capsys.readouterr().err
    )


def test_options_stay_as_they_are() -> None:
    options = load_rules().rules["GK702"].options

    with pytest.raises(AttributeError, match="of cannot be set"):
        options.of = "glosses"
    assert "traditional" == options.of
