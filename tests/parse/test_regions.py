"""Which labels belong to which table, and which version of the form they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.model.document import Sign
from gklint.parse.regions import find_regions, find_signs, starts_of, tell_version
from gklint.text.source import Span
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import form, page_of, shown_regions, tokens_of

SOME = Sign("requests", Span(0, 1))


@snippets("regions")
def test_each_table_has_its_own_labels(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_regions)


def test_the_first_label_that_only_a_version_prints_is_its_sign() -> None:
    text = "二、主动公开政府信息情况\n规章 | 1 |\n政府集中采购 | 3 |\n其他对外管理服务事项 | 2 |\n"
    regions = find_regions(tokens_of(page_of(text).lines), form())

    at = text.index("政府集中采购")
    assert {"2019": Sign("disclosure", Span(at, at + 6))} == find_signs(regions, form())


@pytest.mark.parametrize(
    ("shown", "year", "expected"),
    [
        ((), None, "2021"),
        ((), 2018, None),
        ((), 2019, "2019"),
        ((), 2020, "2019"),
        ((), 2021, "2021"),
        ((), 2035, "2021"),
        (("2019",), None, "2019"),
        (("2019",), 2023, "2019"),
        (("2021",), 2019, "2021"),
        (("2019", "2021"), 2019, "2021"),
        (("2021",), 2018, None),
    ],
)
def test_the_version_is_the_newest_that_shows_or_that_of_the_year(
    shown: tuple[str, ...], year: int | None, expected: str | None
) -> None:
    assert expected == tell_version(dict.fromkeys(shown, SOME), year, form())


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("2019", ("requests_table_2019", "requests_table")),
        ("2021", ("requests_table",)),
        (None, ("requests_table",)),
    ],
)
def test_a_table_may_be_that_of_the_version_or_the_newest(
    version: str | None, expected: tuple[str, ...]
) -> None:
    assert expected == starts_of("requests", version, form())
