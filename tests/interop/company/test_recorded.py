"""What formatters made of generated reports, kept: the same is found, without these programs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from tests.interop.company.formatters import RECORDED
from tests.interop.company.formatting import RECORDED as FOLDER
from tests.interop.company.formatting import case_of
from tests.interop.judging import said_of
from tests.interop.numbers import has_rows

POINTS = {"GK211": 19}  # 1。 for 1. in the labels of all rows that have numbers
MORE: Mapping[str, Mapping[str, int]] = {"lint-md": POINTS, "zhlint": POINTS}
"""What is found besides, by the name of the formatter: what it made wrong."""


@pytest.mark.parametrize(("formatter", "report"), RECORDED)
def test_the_same_is_found_in_a_report_after_a_formatter(formatter: str, report: str) -> None:
    path, case = FOLDER / f"{formatter} {report}.md", case_of(report)
    said = said_of(path)

    assert has_rows(case.rows, path.read_text("utf-8"))
    assert not case.said - said
    assert MORE.get(formatter, {}) == Counter(each.code for each in said - case.said)


def test_what_is_kept_is_what_the_list_names() -> None:
    kept = {tuple(re.split(r" (?=\d)", each.stem)) for each in FOLDER.iterdir()}

    assert {*RECORDED} == kept
