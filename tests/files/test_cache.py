"""What was compiled last time is used again, and never matters when it is wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from gklint.files.cache import cached
from gklint.files.shipped import DataFile
from tests.support.paths import ROOT
from tests.support.running import python

INPUTS = [DataFile("rules/GK1.yaml", "a: 1")]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(folder))
    return folder


def never() -> object:
    raise AssertionError("made again")


def test_what_was_made_from_the_same_inputs_is_not_made_again(cache: Path) -> None:
    cached("rules", INPUTS, lambda: {"GK1": [1]})

    assert {"GK1": [1]} == cached("rules", INPUTS, never)
    assert 1 == len([*cache.iterdir()])


def test_what_was_made_from_other_inputs_is_not_used(cache: Path) -> None:
    cached("rules", INPUTS, lambda: "old")

    assert "new" == cached("rules", [DataFile("rules/GK1.yaml", "a: 2")], lambda: "new")
    assert 2 == len([*cache.iterdir()])


@pytest.mark.parametrize("damage", ["", "null", "{", "0\nnull", "\ud800"])
def test_a_damaged_entry_is_made_anew_and_mended(cache: Path, damage: str) -> None:
    cached("rules", INPUTS, lambda: "good")
    (entry,) = cache.iterdir()
    entry.write_bytes(damage.encode("utf-8", "surrogatepass"))

    assert "again" == cached("rules", INPUTS, lambda: "again")
    assert "again" == cached("rules", INPUTS, never)


def test_an_entry_cut_short_is_made_anew(cache: Path) -> None:
    cached("rules", INPUTS, lambda: [1, 2, 3])
    (entry,) = cache.iterdir()
    entry.write_text(entry.read_text("utf-8")[:-1], "utf-8")

    assert "again" == cached("rules", INPUTS, lambda: "again")


def test_a_cache_that_cannot_be_written_is_only_slower(cache: Path) -> None:
    cache.write_text("a file where the folder should be", "utf-8")

    assert "made" == cached("rules", INPUTS, lambda: "made")


@pytest.mark.slow
def test_a_check_that_demands_a_new_option_does_not_meet_what_was_compiled_before(
    tmp_path: Path,
) -> None:
    for name in ("gklint", "grammar", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module = tmp_path / "gklint/checks/contact.py"
    before = refused_by(tmp_path)
    changed = module.read_text("utf-8").replace(
        "= option(PATTERNS)", "= option(PATTERNS)\n    new: tuple[str, ...] = option(PATTERNS)"
    )
    module.write_text(changed, "utf-8")

    assert (0, "") == before
    assert (2, "rules/contact/GK502.yaml:11: options：缺少“new”\n") == refused_by(tmp_path)


def refused_by(checkout: Path) -> tuple[int, str]:
    """Exit status and complaint of a checkout of gklint, asked for its rules."""
    done = python(
        *("-m", "gklint", "rule"),
        folder=checkout,
        PYTHONPATH=str(checkout),
        GKLINT_CACHE_DIR=str(checkout / "cache"),
    )
    return done.status, done.err.removeprefix("gklint: ")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system does not tell whose a file is")
@pytest.mark.parametrize("which", ["folder", "entry"])
def test_what_others_may_write_is_not_used(cache: Path, which: str) -> None:
    cached("rules", INPUTS, lambda: "mine")
    (entry,) = cache.iterdir()
    (cache if which == "folder" else entry).chmod(0o777)

    assert "made" == cached("rules", INPUTS, lambda: "made")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system does not tell whose a file is")
def test_nothing_is_put_where_others_may_write(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    cached("rules", INPUTS, lambda: "mine")

    assert [] == [*cache.iterdir()]
