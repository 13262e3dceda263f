"""Programs beside gklint and their configurations; none is run here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.generator.strategies import clean_case
from tests.interop.company import page
from tests.interop.company.clients import CLIENTS
from tests.interop.company.configurations import configuration
from tests.interop.company.formatters import FORMATTERS
from tests.interop.company.formatting import Case, Row, cases_of
from tests.interop.company.hooks import RUNNERS, Runner, configured
from tests.interop.company.readers import READERS
from tests.interop.judging import said_of
from tests.support.paths import ROOT

SAFE = [each.safe for each in FORMATTERS if each.safe]


def test_formatters_have_names_of_their_own_and_pinned_packages() -> None:
    names = [each.name for each in FORMATTERS]

    assert len(names) == len({*names})
    assert all(need.told.split()[1:] for each in FORMATTERS for need in each.needs)


@pytest.mark.parametrize("file", [each for each in SAFE if each != ".mdformat.toml"])
def test_the_page_for_repositories_gives_a_configuration_that_is_json(file: str) -> None:
    assert json.loads(configuration(file))


@pytest.mark.parametrize("part", ["formatters", "readers", "hooks", "clients"])
def test_the_page_has_a_line_for_each_program_and_no_other(part: str) -> None:
    table = page.PAGE.read_text("utf-8").split(f"<!-- {part} -->")[1].split("<!-- end")[0]
    names = {
        "formatters": [each.name for each in FORMATTERS],
        "readers": [each.name for each in READERS],
        "hooks": [each.name for each in RUNNERS],
        "clients": [each.name for each in CLIENTS],
    }

    assert {*names[part]} == {*page.lines_of(table)}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_lead_to_the_page(readme: str) -> None:
    assert "(docs/interop.md)" in (ROOT / readme).read_text("utf-8")


@pytest.mark.parametrize("runner", RUNNERS, ids=lambda each: each.name)
def test_the_configurations_of_runners_start_gklint(runner: Runner) -> None:
    for command in ("gklint check", "gklint check --fix"):
        assert command in str(yaml.safe_load(configured(runner, command)))


def test_cases_are_the_examples_and_reports_of_which_every_other_is_wrong() -> None:
    made = cases_of(1, start=10)

    assert {"clean", "10-markdown-clean", "10-markdown-wrong", "10-narrow-clean"} <= {
        each.name for each in made
    }
    assert [False, False, True, True] == [bool(each.said) for each in made[-4:]]


def test_a_loss_of_which_nothing_is_said_is_shown(tmp_path: Path) -> None:
    text = clean_case(0, "tab", noisy=False).text
    (case,) = (each for each in cases_of(1) if each.name == "0-tab-clean")
    assert text == case.text
    path, row = tmp_path / "a.md", Row()
    for change in (text, text.replace("行政处罚", "行政处分"), "无"):
        path.write_text(change, "utf-8")
        row.add(case, path)
    silent = Case("b", text, said_of(path), [["1", "2"]])
    path.write_text(text, "utf-8")
    row.add(silent, path)

    assert ("2/4", "1/2", "1/2") == (*row.cells()[:3],)
    assert ["a.md", "a.md"] == row.failed
