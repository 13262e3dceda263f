"""The table of traditional characters."""

from __future__ import annotations

import sys

import pytest

import gklint
from gklint.docs import sample_text
from gklint.text.simplified import simplifier


def test_the_table_is_that_of_opencc_but_for_one_character() -> None:
    opencc = pytest.importorskip("opencc.opencc")  # of opencc-python-reimplemented alone
    every = [*map(chr, range(0x4E00, 0xA000))]
    converted = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    pairs = zip(every, converted, strict=True)
    differing = {old: new for old, new in pairs if old != new and len(new) == 1}

    assert "干" == differing.pop("乾")
    assert differing == simplifier().simplified


def test_no_package_of_that_name_has_a_part_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    simplifier.cache_clear()
    text = sample_text().replace("政府信息公开工作年度报告", "政府資訊公開工作年度報告", 1)

    assert "GK702" in [each.code for each in gklint.check(text).diagnostics]
