"""The table of traditional characters."""

from __future__ import annotations

import sys

import pytest

import gklint
from gklint.docs import sample_text
from gklint.text import traditional
from gklint.text.simplified import simplifier
from tests.support.paths import ROOT


@pytest.fixture(scope="module", name="standard")
def fixture_standard() -> set[str]:
    """The table of standard characters, of 2013."""
    return {*(ROOT / "tests/data/standard-characters.txt").read_text("utf-8")} - {"\n"}


def test_the_table_is_that_of_opencc_as_far_as_the_standard_goes(standard: set[str]) -> None:
    opencc = pytest.importorskip("opencc.opencc")  # of opencc-python-reimplemented alone
    every = [*map(chr, range(0x4E00, 0xA000))]
    converted = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    pairs = zip(every, converted, strict=True)
    differing = {old: new for old, new in pairs if old != new and new in standard}

    assert 8105 == len(standard)
    assert "干" == differing.pop("乾")
    assert differing == simplifier().simplified
    assert standard.intersection(differing) == {*traditional.standard()}
    assert standard.isdisjoint(traditional.of_names())
    assert differing.keys() >= {*traditional.of_names()}


def test_no_standard_character_tells_a_traditional_text(standard: set[str]) -> None:
    assert [] == simplifier().telling.findall("".join(standard))


def test_no_package_of_that_name_has_a_part_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    simplifier.cache_clear()
    text = sample_text().replace("政府信息公开工作年度报告", "政府資訊公開工作年度報告", 1)

    assert "GK702" in [each.code for each in gklint.check(text).diagnostics]
