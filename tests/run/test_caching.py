"""What is kept of files: used again while all is as it was, and only then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from gklint.cli import main
from gklint.formats.limits import Limits
from gklint.project.last_year_files import Taken
from gklint.project.last_year_reading import take_file
from gklint.render import RENDERERS
from gklint.ruleset.loading import RuleSet
from gklint.run import single
from tests.support.needs import needs_posix, needs_root
from tests.support.running import Run, give, in_process
from tests.support.sample import (
    CLEAN,
    NO_CONTACT,
    TRADITIONAL,
    WRONG_SUM,
    changed,
    last_year,
    write,
)

LAST_BROKEN = last_year(
    (
        "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
        "四、结转下年度继续办理 | 1 | 2 | 0 | 0 | 0 | 0 | 3 |",
    )
)


class Runs(NamedTuple):
    """Runs of ``check``, with the files that each really checked."""

    capsys: pytest.CaptureFixture[str]
    checked: list[str]
    cache: Path

    def __call__(self, *arguments: object) -> Run:
        self.checked.clear()
        return in_process(self.capsys, "check", *arguments, "--jobs", 1)

    @property
    def entries(self) -> list[Path]:
        return sorted(self.cache.glob("results/*/*"))


@pytest.fixture
def runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runs:
    """In an empty folder, with an empty cache."""
    here, cache, checked = tmp_path / "here", tmp_path / "cache", []
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(cache))
    monkeypatch.delenv("GKLINT_NO_CACHE")
    really = single.check_bytes

    def noting(linter: object, path: Path, *others: object) -> object:
        checked.append(str(path))
        return really(linter, path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(single, "check_bytes", noting)
    return Runs(capsys, checked, cache)


def put(**texts: str) -> None:
    write(Path(), **texts)


# -- used again ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*RENDERERS, "statistics"])
def test_an_unchanged_folder_is_not_checked_again_and_said_to_be_the_same(
    name: str, runs: Runs
) -> None:
    put(a=CLEAN, b=NO_CONTACT, c=TRADITIONAL, d=WRONG_SUM)
    given = (".", "--statistics") if name == "statistics" else (".", "--format", name)
    without = runs(*given, "--no-cache")
    first = runs(*given)
    assert ["a.txt", "b.txt", "c.txt", "d.txt"] == runs.checked
    second = runs(*given)

    assert [] == runs.checked
    assert without == first == second
    assert 1 == second.status


def test_only_what_changed_is_checked_and_all_stands_in_its_order(runs: Runs) -> None:
    put(a=NO_CONTACT, b=NO_CONTACT, c=NO_CONTACT)
    runs(".")
    put(b=WRONG_SUM)
    run = runs(".", "--format", "concise")
    assert ["a.txt", "b.txt", "c.txt"] == runs.checked  # another format
    put(b=NO_CONTACT)

    assert runs(".", "--format", "concise", "--no-cache") == runs(".", "--format", "concise")
    assert ["b.txt"] == runs.checked
    assert run != runs(".", "--format", "concise")


def test_several_processes_keep_what_one_finds(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gklint.run.pool._WORTH_A_POOL", 1)
    put(**{f"n{number}": NO_CONTACT for number in range(9)})
    first = in_process(capsys, "check", ".", "--jobs", "2")

    assert first == runs(".")
    assert [] == runs.checked


def test_what_an_accept_file_and_a_baseline_accept_is_still_counted(
    runs: Runs, capsys: pytest.CaptureFixture[str]
) -> None:
    put(a=NO_CONTACT, b=WRONG_SUM)
    lists = ("--accept", "accepted.toml", "--baseline", "known.json")
    main(["baseline", "b.txt", "-o", "known.json"])
    main(["accept", "a.txt", "--code", "GK501", "--reason", "试", "--accept", "accepted.toml"])
    capsys.readouterr()
    first = runs("a.txt", "b.txt", *lists)
    second = runs("a.txt", "b.txt", *lists)

    assert [] == runs.checked
    assert first == second
    assert "已接受 1，基线中已有 2" in first.out
    put(a=CLEAN)
    assert "GK005" in runs("a.txt", "b.txt", *lists).out


# -- not used --------------------------------------------------------------------------------

RULES = "extends: default\nseverity: {GK501: warning}\n"


@pytest.mark.parametrize(
    "other",
    [
        ["--select", "GK5"],
        ["--ignore", "GK501"],
        ["--severity", "GK501=info"],
        ["--fail-on", "info"],
        ["--lang", "en"],
        ["--limit", "pages=7"],
        ["--format", "json"],
        ["--format", "text", "--format", "json=out.json"],
        ["--format", "text", "--config", "other.toml"],
        ["--format", "text", "--rules", "rules.yaml"],
        ["--format", "text", "--baseline", "known.json"],
        ["--format", "text", "--accept", "accepted.toml"],
    ],
    ids=" ".join,
)
def test_other_options_are_another_result(other: list[str], runs: Runs) -> None:
    put(a=NO_CONTACT)
    Path("other.toml").write_text('ignore = ["GK501"]', "utf-8")
    Path("rules.yaml").write_text(RULES, "utf-8")
    Path("known.json").write_text('{"version": 1, "findings": []}', "utf-8")
    Path("accepted.toml").write_text("", "utf-8")
    expected = runs("a.txt", *other, "--no-cache")
    runs("a.txt")

    assert expected == runs("a.txt", *other)
    assert ["a.txt"] == runs.checked
    assert expected == runs("a.txt", *other)
    assert [] == runs.checked


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("rules.yaml", RULES, RULES.replace("warning", "info")),
        ("known.json", '{"version": 1, "findings": []}', '{"version": 1, "findings": [ ]}'),
        ("accepted.toml", "", "# nothing"),
        ("gklint.toml", 'ignore = ["GK108"]', 'ignore = ["GK501"]'),
        ("gklint.toml", "", '[per-file-rules]\n"a.*" = {ignore = ["GK501"]}'),
    ],
)
def test_what_a_file_of_settings_says_counts(
    name: str, before: str, after: str, runs: Runs
) -> None:
    put(a=NO_CONTACT)
    options = {"rules.yaml": "--rules", "known.json": "--baseline", "accepted.toml": "--accept"}
    given = ("a.txt", options[name], name) if name in options else ("a.txt",)
    Path(name).write_text(before, "utf-8")
    runs(*given)
    Path(name).write_text(after, "utf-8")

    assert runs(*given, "--no-cache") == runs(*given)
    assert ["a.txt"] == runs.checked


def test_a_rule_file_that_builds_on_another_is_not_trusted_to_be_all(runs: Runs) -> None:
    put(a=NO_CONTACT)
    Path("base.yaml").write_text(RULES, "utf-8")
    Path("rules.yaml").write_text("extends: base.yaml\n", "utf-8")
    runs("a.txt", "--rules", "rules.yaml")
    Path("base.yaml").write_text(RULES.replace("warning", "info"), "utf-8")

    assert "提示" in runs("a.txt", "--rules", "rules.yaml").out
    assert [] == runs.entries


def test_a_file_of_another_name_or_seen_from_elsewhere_is_another(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=NO_CONTACT)
    runs("a.txt")
    Path("a.txt").rename("b.txt")
    runs("b.txt")
    assert ["b.txt"] == runs.checked
    runs("./b.txt")
    assert [] == runs.checked
    runs(str(Path("b.txt").absolute()))
    assert [str(Path("b.txt").absolute())] == runs.checked
    Path("c").mkdir()
    Path("b.txt").rename("c/b.txt")
    monkeypatch.chdir("c")
    runs("b.txt")

    assert ["b.txt"] == runs.checked


@pytest.mark.parametrize("part", ["code_state", "shipped_state", "engines.state"])
def test_another_gklint_or_another_reader_is_another_result(
    part: str, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=NO_CONTACT)
    runs("a.txt")
    monkeypatch.setattr(f"gklint.run.caching.{part}", lambda *_: "another")
    runs("a.txt")

    assert ["a.txt"] == runs.checked


def test_sarif_numbers_files_anew_when_one_is_added_before(runs: Runs) -> None:
    put(b=NO_CONTACT, c=NO_CONTACT)
    runs(".", "--format", "sarif")
    put(a=NO_CONTACT)

    assert runs(".", "--format", "sarif", "--no-cache") == runs(".", "--format", "sarif")


class Later:
    """What tells a day after all that is accepted is over."""

    @staticmethod
    def today() -> date:
        return date(2090, 1, 1)


@pytest.mark.parametrize(
    ("until", "checked"), [("", []), (", until: 2089-12-31", ["a.txt"])], ids=["ever", "a day"]
)
def test_another_day_counts_where_something_is_accepted_until_one(
    until: str, checked: list[str], runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=f"<!-- gklint: accept GK501 file reason: 试{until} -->\n{NO_CONTACT}")
    before = runs("a.txt")
    for module in ("gklint.run.caching", "gklint.linter", "gklint.project.project"):
        monkeypatch.setattr(f"{module}.date", Later)
    after = runs("a.txt")

    assert checked == runs.checked
    assert runs("a.txt", "--no-cache") == after
    assert (before == after) is (not checked)


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_nothing_is_kept_or_used_where_files_are_mended(option: str, runs: Runs) -> None:
    put(a=changed(("一、总体情况", "一、总体概述")))
    runs("a.txt", option)
    assert [] == runs.entries
    runs("a.txt")
    runs("a.txt", option)

    assert 1 == len(runs.entries)


def test_nothing_is_kept_of_standard_input(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, CLEAN.encode())

    assert 0 == runs("-").status
    assert [] == runs.entries


@pytest.mark.parametrize("way", ["option", "configuration", "environment"])
def test_who_wants_none_has_none(way: str, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    put(a=CLEAN)
    if way == "configuration":
        Path("gklint.toml").write_text("cache = false", "utf-8")
    if way == "environment":
        monkeypatch.setenv("GKLINT_NO_CACHE", "1")
    given = ("a.txt", "--no-cache") if way == "option" else ("a.txt",)

    for _ in range(2):
        runs(*given)
        assert ["a.txt"] == runs.checked
    assert [] == runs.entries


def test_what_could_not_be_read_is_tried_again(runs: Runs) -> None:
    Path("a.txt").write_bytes(b"\x00\x01\x02")
    Path("b.docx").write_bytes(b"PK\x03\x04")

    for _ in range(2):
        assert 3 == runs("a.txt", "b.docx").status
        assert ["a.txt", "b.docx"] == runs.checked
    assert [] == runs.entries


# -- last year's reports -----------------------------------------------------------------------


def put_last(**texts: str) -> None:
    Path("last").mkdir(exist_ok=True)
    write(Path("last"), **texts)


@pytest.mark.parametrize("name", ["text", "json", "sarif"])
def test_what_is_compared_with_last_years_report_is_kept_too(
    name: str, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=CLEAN, b=NO_CONTACT.replace("青石县水务局", "青石县林业局"))
    put_last(x=LAST_BROKEN)
    given = ("a.txt", "b.txt", "--previous", "last", "--format", name)
    without = runs(*given, "--no-cache")
    first = runs(*given)
    monkeypatch.setattr("gklint.run.last_year.take_file", None)  # nothing of it is read
    second = runs(*given)

    assert [] == runs.checked
    assert without == first == second
    assert "有 1 份报告没有与上年对照" in second.err


@pytest.mark.parametrize(
    "after",
    [{"x": last_year()}, {"x": LAST_BROKEN + "\n"}, {"y": last_year()}],
    ids=["other numbers", "a line more", "a file more"],
)
def test_what_last_years_files_hold_counts(after: dict[str, str], runs: Runs) -> None:
    put(a=CLEAN)
    put_last(x=LAST_BROKEN)
    given = ("a.txt", "--previous", "last")
    runs(*given)
    put_last(**after)

    assert runs(*given, "--no-cache") == runs(*given)
    assert ["a.txt"] == runs.checked
    assert [] == (runs(*given), runs.checked)[1]


def test_which_reports_are_compared_with_counts(runs: Runs) -> None:
    put(a=CLEAN, y=LAST_BROKEN)
    put_last(x=LAST_BROKEN)
    for given in (
        (),
        ("--previous", "last"),
        ("--previous", "last/x.txt"),
        ("--previous", "y.txt"),
    ):
        assert runs("a.txt", *given, "--no-cache") == runs("a.txt", *given)
        assert ["a.txt"] == runs.checked


def test_a_report_of_last_years_that_changes_while_it_is_compared_with_is_not_kept(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=CLEAN)
    put_last(x=LAST_BROKEN)

    def changing(rules: RuleSet, path: Path, limits: Limits, lost: str | None) -> Taken:
        put_last(x=last_year())
        return take_file(rules, path, limits, lost)

    monkeypatch.setattr("gklint.run.last_year.take_file", changing)
    assert "GK601" not in runs("a.txt", "--previous", "last").out
    put_last(x=LAST_BROKEN)
    monkeypatch.setattr("gklint.run.last_year.take_file", take_file)

    assert "GK601" in runs("a.txt", "--previous", "last").out


# -- safe and bounded --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage", [b"", b"\0", b"{}", None], ids=["empty", "a byte", "JSON", "cut"]
)
def test_a_damaged_entry_is_made_anew_and_mended(damage: bytes | None, runs: Runs) -> None:
    put(a=NO_CONTACT)
    first = runs("a.txt")
    (entry,) = runs.entries
    good = entry.read_bytes()
    entry.write_bytes(good[:-1] if damage is None else damage)

    assert first == runs("a.txt")
    assert (["a.txt"], good) == (runs.checked, entry.read_bytes())


@needs_posix
def test_a_folder_in_which_others_may_write_is_not_used(runs: Runs) -> None:
    put(a=NO_CONTACT)
    first = runs("a.txt")
    folder = runs.cache / "results"
    folder.chmod(0o777)
    second = runs("a.txt")
    said = (
        f"gklint：没有使用缓存：{folder} 不是当前用户的，或者别人也能写。"
        "请删掉这个文件夹，或者加 --no-cache。\n"
    )

    assert (["a.txt"], first._replace(err=said)) == (runs.checked, second)


@needs_root
def test_a_folder_of_someone_else_is_not_used(runs: Runs) -> None:
    put(a=NO_CONTACT)
    runs("a.txt")
    os.chown(runs.cache / "results", 65534, 65534)

    assert 1 == runs("a.txt").err.count("\n")
    assert ["a.txt"] == runs.checked


@needs_posix
def test_an_entry_that_others_may_write_is_not_used(runs: Runs) -> None:
    put(a=NO_CONTACT)
    runs("a.txt")
    (entry,) = runs.entries
    entry.chmod(0o666)
    runs("a.txt")

    assert ["a.txt"] == runs.checked


@needs_posix
def test_nobody_else_may_read_what_is_kept(runs: Runs) -> None:
    put(a=NO_CONTACT)
    runs("a.txt")
    (entry,) = runs.entries

    assert [0o700, 0o700, 0o600] == [
        path.stat().st_mode & 0o777 for path in (entry.parent.parent, entry.parent, entry)
    ]


def test_a_cache_in_a_repository_is_nothing_of_it(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKLINT_CACHE_DIR", "cache")
    put(a=CLEAN)
    Path(".git").mkdir()
    first = runs(".")

    assert "*\n" == Path("cache/results/.gitignore").read_text("utf-8")
    assert 1 == len([*Path().glob("cache/results/??/*")])
    assert first == runs(".")


def test_a_cache_that_cannot_be_made_is_only_slower(runs: Runs) -> None:
    put(a=NO_CONTACT)
    runs.cache.write_text("a file where the folder should be", "utf-8")

    assert (1, "") == (runs("a.txt").status, runs("a.txt").err)


@pytest.fixture
def one_drawer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """All entries are in one drawer, with room for three or four."""
    monkeypatch.setattr("gklint.run.caching._DRAWER", 0)
    monkeypatch.setattr("gklint.run.caching._MOST", 4000)
    monkeypatch.setattr("gklint.run.caching._AFTER", 3000)
    return iter(())


@pytest.mark.usefixtures("one_drawer")
def test_of_too_many_the_oldest_are_thrown_away(runs: Runs) -> None:
    names = [f"n{number}" for number in range(9)]
    for age, name in enumerate(reversed(names)):
        put(**{name: NO_CONTACT})
        known = {*runs.cache.glob("results/*")}
        runs(f"{name}.txt")
        for entry in {*runs.cache.glob("results/*")} - known:
            os.utime(entry, (age, age))
    size = sum(entry.stat().st_size for entry in runs.cache.glob("results/*"))
    runs(*(f"{name}.txt" for name in names))

    assert 2000 < size <= 4000
    assert runs.checked == [f"{name}.txt" for name in names[-len(runs.checked) :]]
    assert 3 <= len(runs.checked) < 9
