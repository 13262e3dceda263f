"""The settings of a session: what of them is kept when they are read anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.findings.report import Report
from gklint.lsp.settings import Settings
from gklint.project import last_year_reading
from gklint.project.last_year_files import Taken
from gklint.text.source import Source
from tests.support.sample import CLEAN, last_year


def found(settings: Settings, folder: Path) -> Report:
    return settings.of(folder / "年报.md").linter.check(Source(CLEAN))


def test_last_years_report_is_read_again_only_if_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gklint.toml").write_text('previous = "去年.md"\n', "utf-8")
    (tmp_path / "去年.md").write_text(last_year(("办理 | 1 |", "办理 | 3 |")), "utf-8")
    read, really = [], last_year_reading.take_file

    def noting(*given: object) -> Taken:
        read.append(given)
        return really(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(last_year_reading, "take_file", noting)
    settings = Settings("zh")
    for _ in range(3):
        assert ["GK601"] == [each.code for each in found(settings, tmp_path).diagnostics]
        settings = Settings("zh", settings)
        settings = Settings("zh", settings)  # nothing was asked for in between
    assert 1 == len(read)
    (tmp_path / "去年.md").write_text(last_year(), "utf-8")

    assert () == found(Settings("zh", settings), tmp_path).diagnostics
    assert 2 == len(read)


def test_a_missing_report_of_last_years_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "gklint.toml").write_text('previous = "去年.md"\n', "utf-8")
    problem = Settings("zh").of(tmp_path / "年报.md").problem or ""

    assert problem.endswith("：找不到这个文件或文件夹（上年的报告）")
