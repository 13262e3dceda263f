"""The examples of CONTRIBUTING.md: what they add touches no other file, and works."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.running import python

_BLOCK = re.compile(
    r"^```(?:yaml|python)\n# (?P<path>(?:gklint|rules)/\S+?)(?P<where>, in (?P<name>\w+))?\n"
    r"(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@cache
def examples() -> dict[str, re.Match[str]]:
    """The files that CONTRIBUTING.md adds or changes, by their paths."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return {match["path"]: match for match in _BLOCK.finditer(text)}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of gklint with the examples in it."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("gklint", "grammar", "rules"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path, example in examples().items():
        target = folder / path
        if example["name"]:
            before = target.read_text("utf-8")
            changed = re.sub(
                rf"(?m)^{example['name']}\b.*\{{\n", rf"\g<0>{example['text']}", before
            )
            assert before != changed
            target.write_text(changed, "utf-8")
        else:
            assert not target.exists(), f"{path} is there already"
            target.write_text(example["text"], "utf-8")
    return folder


def run(checkout: Path, program: str, *arguments: str) -> str:
    done = python(
        *("-c", program, *arguments),
        folder=checkout,
        PYTHONPATH=str(checkout),
        GKLINT_CACHE_DIR=str(checkout / "cache"),
    )
    assert "Traceback" not in done.err, done.err
    return done.out


_SAMPLES = """
import json, sys
from gklint.docs import check_sample
from gklint.ruleset.loading import load_rules
rules = load_rules()
rule = rules.rules[sys.argv[1]]
print(json.dumps([
    [[each.code for each in found.diagnostics if each.severity != "info"],
     [found.source.text.split("\\n")[each.range.start.line - 1]
      for each in found.diagnostics if each.code == rule.code],
     sample.at, [rule.code, *sample.also]]
    for sample in rule.bad for found in [check_sample(rules, sample)]
]))
"""


def test_three_things_are_added() -> None:
    assert [
        "rules/arithmetic/GK306.yaml",
        "gklint/checks/mentions.py",
        "rules/structure/GK120.yaml",
        "gklint/render/lines.py",
        "gklint/render/__init__.py",
    ] == [*examples()]


@pytest.mark.parametrize("code", ["GK306", "GK120"])
def test_a_rule_that_is_one_file_finds_its_samples(checkout: Path, code: str) -> None:
    samples = json.loads(run(checkout, _SAMPLES, code))

    assert samples
    for codes, lines, at, expected in samples:
        assert {*expected} == {*codes}
        assert {at} == {*lines}


def test_a_renderer_that_is_one_module_and_a_line_renders(checkout: Path) -> None:
    report = ROOT / "examples" / "unbalanced.txt"
    program = "import sys; from gklint.cli import main; sys.exit(main())"

    shown = run(checkout, program, "check", str(report), "--format", "lines")

    assert [f"{report}\t{code}" for code in ("GK402", "GK303", "GK302", "GK403")] == (
        shown.splitlines()
    )


def test_what_is_added_holds_the_types_of_the_project(checkout: Path) -> None:
    mypy = pytest.importorskip("mypy.api")
    added = [path for path in examples() if path.endswith("s.py")]

    said, _, status = mypy.run(["--strict", *(str(checkout / path) for path in added)])

    assert 0 == status, said


def test_a_variant_of_a_heading_is_one_line(checkout: Path) -> None:
    path = checkout / "rules/format/wordings.yaml"
    text = path.read_text("utf-8")
    report = checkout / "a.txt"
    sample = (checkout / "rules/sample.txt").read_text("utf-8")
    report.write_text(sample.replace("一、总体情况", "一、年度总览"), "utf-8")
    program = "import sys; from gklint.cli import main; sys.exit(main())"
    arguments = ["check", "a.txt", "--select", "GK101,GK104", "--format", "lines"]

    before = run(checkout, program, *arguments)
    path.write_text(text.replace("  overview:\n", "  overview:\n    - 年度总览\n", 1), "utf-8")
    after = run(checkout, program, *arguments)
    path.write_text(text, "utf-8")

    assert ("a.txt\tGK101\n", "a.txt\tGK104\n") == (before, after)
