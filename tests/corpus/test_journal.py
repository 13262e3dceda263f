from __future__ import annotations

import json
from pathlib import Path

import pytest

from gklint.corpus.journal import Entry, Journal, Part
from gklint.corpus.rows import Key
from gklint.corpus.schema import VERSION
from gklint.errors import UsageError
from tests.support.needs import needs_full_disk

_KEY, _NO_YEAR = Key("reports", 2023), Key("reports", None)


def _part(name: str, *addresses: str, files: tuple[Key, ...] = (_KEY,)) -> Part:
    entries = tuple(Entry(address, "a", "1", "d") for address in addresses)
    return Part(name, "rules", entries, files)


def _kept(journal: Journal, part: Part, *drop: str) -> None:
    for key in part.files:
        journal.put(part.name, key, b"data")
    journal.change([part], drop)


@pytest.fixture
def journal(here: Path) -> Journal:
    (here / "out").mkdir()
    made = Journal(here / "out")
    made.open()
    return made


def _again(journal: Journal) -> Journal:
    made = Journal(journal.folder)
    made.open()
    return made


def _there(journal: Journal) -> list[str]:
    return sorted(path.stem for path in journal.folder.rglob("*.parquet"))


# -- what counts -----------------------------------------------------------------------------


def test_parts_count_from_their_line_on_and_are_read_again(journal: Journal) -> None:
    _kept(journal, _part("p", "x", "y"))
    _kept(journal, _part("q", "z", files=(_KEY, _NO_YEAR)))
    for each in (journal, _again(journal)):
        assert {"x": "p", "y": "p", "z": "q"} == each.homes
        assert ["p", "q", "q"] == sorted(path.stem for path in each.files("reports"))
        assert ["x", "y", "z"] == [entry.address for entry, _ in each.entries()]
    assert ["p", "q", "q"] == _there(journal)


def test_a_part_takes_the_place_of_others_at_once(journal: Journal) -> None:
    _kept(journal, _part("p", "x"))
    _kept(journal, _part("q", "x"), "p")
    assert ({"x": "q"}, ["q"]) == (_again(journal).homes, _there(journal))


def test_files_that_no_line_names_are_put_away(journal: Journal) -> None:
    _kept(journal, _part("p", "x"))
    journal.put("q", _KEY, b"data")
    (journal.folder / "reports/year=2023/.gklint-half").touch()
    assert ["p", "q"] == _there(journal)
    _again(journal)
    assert [journal.path("p", _KEY)] == [*(journal.folder / "reports").rglob("*.*")]


def test_a_line_that_is_not_whole_counts_for_nothing(journal: Journal) -> None:
    _kept(journal, _part("p", "x"))
    log = journal.folder / "log.jsonl"
    whole = log.read_bytes()
    _kept(journal, _part("q", "y"))
    for end in range(len(whole) + 1, log.stat().st_size):
        log.write_bytes(log.read_bytes()[:end])
        assert {"x": "p"} == Journal(journal.folder).homes
    again = _again(journal)
    assert whole == log.read_bytes()
    _kept(again, _part("q", "y"))
    assert {"x": "p", "y": "q"} == Journal(journal.folder).homes


def test_a_part_that_lost_a_file_counts_no_more(journal: Journal) -> None:
    _kept(journal, _part("p", "x", files=(_KEY, _NO_YEAR)))
    _kept(journal, _part("q", "y"))
    journal.path("p", _NO_YEAR).unlink()
    again = _again(journal)
    assert ({"y": "q"}, ["q"]) == (again.homes, _there(again))
    assert {"y": "q"} == Journal(journal.folder).homes


def test_stamps_of_files_that_were_touched_are_kept_until_they_are_read(journal: Journal) -> None:
    _kept(journal, _part("p", "x", "y"))
    journal.change(seen={"x": "2"})
    assert [("x", "2"), ("y", "1")] == [
        (entry.address, entry.stamp) for entry, _ in _again(journal).entries()
    ]
    _kept(journal, _part("q", "x", "y"), "p")
    assert ["1", "1"] == [entry.stamp for entry, _ in _again(journal).entries()]


def test_names_with_half_a_character_are_kept(journal: Journal) -> None:
    _kept(journal, _part("p", "\udcc4.txt"))
    assert {"\udcc4.txt": "p"} == _again(journal).homes


# -- whose folder it is ----------------------------------------------------------------------


def test_files_are_named_from_where_the_first_run_was_given(
    journal: Journal, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "out")
    assert here == Journal(journal.folder).base
    moved = journal.folder.parent / "b/out"
    moved.parent.mkdir()
    journal.folder.rename(moved)
    monkeypatch.chdir(here)
    assert here / "b" == Journal(moved).base


def _refused(folder: Path) -> str:
    with pytest.raises(UsageError) as caught:
        Journal(folder)
    return str(caught.value)


def test_a_folder_that_holds_something_else_is_not_touched(here: Path) -> None:
    (here / "file").touch()
    (here / "full").mkdir()
    (here / "full/a.txt").touch()
    for name in ("file", "full"):
        expected = f"{name} 里已有别的东西；请用 -o 指定一个新的或由 gklint corpus run 写过的文件夹"
        assert expected == _refused(Path(name))


def test_a_folder_that_a_run_left_at_its_very_beginning_is_taken(here: Path) -> None:
    (here / "out").mkdir()
    for name in ("lock", ".gklint-0123"):
        (here / "out" / name).touch()
    assert {} == Journal(here / "out").homes


def test_tables_of_another_version_are_refused(journal: Journal) -> None:
    head = {"schema": VERSION + 1, "from": ".."}
    (journal.folder / "tables.json").write_text(json.dumps(head))
    expected = (
        f"是第 {VERSION + 1} 版的表，本版 gklint 用第 {VERSION} 版；请用 -o 指定新的文件夹重新检查"
    )
    assert expected in _refused(journal.folder)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": 1}', '{"schema": 1, "from": 2}', "\xff"]
)
def test_a_damaged_head_is_told(journal: Journal, text: str) -> None:
    (journal.folder / "tables.json").write_bytes(text.encode("latin-1"))
    assert "tables.json 已损坏；请用 -o 指定新的文件夹重新检查" in _refused(journal.folder)


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        "{}",
        "1",
        '{"seen": {}, "drop": ["gone"], "add": []}',
        '{"seen": {}, "drop": [], "add": [["p"]]}',
        '{"seen": {}, "drop": [], "add": [["p", "r", [["x"]], []]]}',
        '{"seen": 1, "drop": [], "add": []}',
        "\xff",
    ],
)
def test_a_damaged_log_is_told(journal: Journal, line: str) -> None:
    (journal.folder / "log.jsonl").write_bytes(f"{line}\n".encode("latin-1"))
    assert "log.jsonl 已损坏；请用 -o 指定新的文件夹重新检查" in _refused(journal.folder)


@needs_full_disk
def test_a_full_disk_is_told_and_the_log_stays_whole(journal: Journal) -> None:
    log = journal.folder / "log.jsonl"
    log.unlink()
    log.symlink_to("/dev/full")
    with pytest.raises(UsageError) as caught:
        journal.change([_part("p", "x")])
    assert f"无法写入 {log}：磁盘已满" in str(caught.value)
    assert {} == journal.homes
