"""What formatters do to a text changes nothing that is found in it, right or wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from random import Random

import pytest

from gklint.docs import sample_text
from gklint.linter import Linter
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.text.source import Source
from tests.generator import LAYOUTS, make_report, render
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow

LINE_BY_LINE = partial(re.sub, flags=re.MULTILINE)
LABEL = r"(\d)\.(?=[\u4e00-\u9fff])"
WAYS: dict[str, Callable[[str], str]] = {
    "tabs to a blank": lambda text: text.replace("\t", " "),
    "tabs to four blanks": lambda text: text.replace("\t", "    "),
    "tabs to columns": str.expandtabs,
    "tabs before numbers to a blank": lambda text: re.sub(r"(?<=\S)\t(?=\d)", " ", text),
    "tabs but for those at the ends": lambda text: re.sub(r"\t(?=[^\t\n])", " ", text),
    "tabs to blanks that do not break": lambda text: text.replace("\t", "\u00a0"),
    "runs of blanks to one": lambda text: re.sub(r"[ \t]+", " ", text),
    "blanks at the ends of lines taken off": lambda text: LINE_BY_LINE(r"[ \t]+$", "", text),
    "the first bar of a row escaped": lambda text: LINE_BY_LINE(r"^\|", r"\\|", text),
    "all bars escaped": lambda text: text.replace("|", r"\|"),
    "a hard break behind each row": lambda text: LINE_BY_LINE(r"(\|[^\n]*)$", r"\1\\", text),
    "a hard break behind each line": lambda text: LINE_BY_LINE(r"([^\n\\])$", r"\1\\", text),
    "rules of one dash": lambda text: re.sub(r"-{2,}", "-", text),
    "centred columns": lambda text: re.sub(r"-{3,}", ":-:", text),
    "points of labels escaped": lambda text: re.sub(LABEL, r"\1\\.", text),
    "a blank behind the points of labels": lambda text: re.sub(LABEL, r"\1. ", text),
    "empty lines between all": lambda text: text.replace("\n", "\n\n"),
    "lines that end as on Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Project(Options(isolated=True)).linter(ROOT)


def codes(linter: Linter, text: str) -> list[str]:
    return sorted(each.code for each in linter.check(Source(text, "a.md")).diagnostics)


def with_a_wrong_cell(text: str, rng: Random) -> str:
    """A number in a row of table three counts ten more; the text itself where no line is one."""
    rows = [line for line in text.split("\n") if len(re.findall(r"\d+", line)) >= 7]
    rows = [line for line in rows if "年" not in line]
    if not rows:
        return text
    row = rng.choice(rows)
    number = rng.choice([*re.finditer(r"\d+", row)][-7:])
    changed = f"{row[: number.start()]}{int(number[0]) + 10}{row[number.end() :]}"
    return text.replace(row, changed, 1)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("way", WAYS)
def test_the_same_is_found_after_it(linter: Linter, way: str, layout: str) -> None:
    rng = Random(layout)
    text = render(make_report(rng), layout, rng).text
    wrong = with_a_wrong_cell(text, rng)

    assert codes(linter, text) == codes(linter, WAYS[way](text))
    assert codes(linter, wrong) == codes(linter, WAYS[way](wrong))


@pytest.mark.parametrize(("mark", "level"), [("=", "title"), ("-", "heading"), ("=", "heading")])
def test_headings_that_are_underlined_are_headings(linter: Linter, mark: str, level: str) -> None:
    text = sample_text()
    lines = (
        text.split("\n")[:1]
        if level == "title"
        else re.findall(r"^[一二三四五六]、.*$", text, re.M)
    )
    for line in lines:
        text = text.replace(line, f"{line}\n{mark * 6}", 1)

    assert [] == codes(linter, text)
