"""``gklint cache``."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.running import in_process
from tests.support.sample import CLEAN, write


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(folder))
    monkeypatch.delenv("GKLINT_NO_CACHE")
    return folder


def test_it_says_where_the_cache_is(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (0, f"{cache}\n", "") == in_process(capsys, "cache", "dir")


def test_it_throws_away_what_gklint_put_there_and_nothing_else(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, **{f"n{number}": CLEAN for number in range(9)})
    main(["check", *paths, "--format", "concise"])
    (cache / "rules-0123456789abcdef01234567.json").write_text("old", "utf-8")
    (cache / "notes-mine.json").write_text("mine", "utf-8")
    (cache / "results" / "mine").mkdir()
    assert 9 == len([*cache.glob("results/??/*")])

    assert (0, f"已清空缓存 {cache}，腾出 0.0 MB。\n", "") == in_process(capsys, "cache", "clear")
    assert {".gitignore", "mine"} == {each.name for each in (cache / "results").iterdir()}
    assert {"notes-mine.json", "results"} == {each.name for each in cache.iterdir()}


def test_there_may_be_nothing_to_throw_away(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (0, "") == in_process(capsys, "cache", "clear")[::2]
    assert not cache.exists()
