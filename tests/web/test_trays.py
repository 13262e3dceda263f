"""What was dropped is kept for a while, and by names that are names on every system."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gklint.web import trays
from gklint.web.trays import TrayError, Trays, safe_name
from tests.support.web import finished


async def parts(*data: bytes) -> AsyncIterator[bytes]:
    for each in data:
        yield each


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("年报.docx", "年报.docx"),
        ("a/b\\年报.docx", "年报.docx"),
        ("../..", "_"),
        ("", "_"),
        (".docx", "_.docx"),
        ('a:b*c?"<d>|.txt', "a_b_c___d__.txt"),
        ("\u202egpj.txt", "_gpj.txt"),
        (f"{'长' * 300}.docx", f"{'长' * 80}.docx"),
        ("a.docx ", "a.docx "),
    ],
)
def test_a_name_is_one_on_every_system(name: str, safe: str) -> None:
    assert safe == safe_name(name)


def test_each_tray_has_a_folder_of_its_own_that_goes_with_it(tmp_path: Path) -> None:
    kept = Trays(tmp_path, 100)
    one, other = kept.new("zh"), kept.new("en")
    item = finished(kept.put(one, "甲.txt", parts(b"a", b"b")))

    assert b"ab" == item.file.path.read_bytes()
    assert one.folder / "年报" / "1" / "甲.txt" == item.file.path
    kept.drop(one)
    assert [other.folder] == [*tmp_path.iterdir()]
    assert kept.get(one.name) is None
    assert kept.get(other.name) is other


def test_a_tray_that_nobody_asks_for_is_emptied(tmp_path: Path) -> None:
    kept = Trays(tmp_path, 100)
    old, young = kept.new("zh"), kept.new("zh")
    old.asked -= trays._KEPT + 1
    kept.new("zh")

    assert kept.get(old.name) is None
    assert kept.get(young.name) is young


def test_there_are_no_more_than_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trays, "_MOST_TRAYS", 2)
    kept = Trays(tmp_path, 100)
    first, second, third = (kept.new("zh") for _ in range(3))

    assert [None, second, third] == [kept.get(each.name) for each in (first, second, third)]


def test_no_more_files_are_taken_than_so_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trays, "_MOST_FILES", 1)
    kept = Trays(tmp_path, 100)
    tray = kept.new("zh")
    finished(kept.put(tray, "甲.txt", parts(b"a")))
    with pytest.raises(TrayError, match="一次最多放 1 个文件"):
        finished(kept.put(tray, "乙.txt", parts(b"a")))


def test_a_file_that_is_not_sent_whole_is_not_checked(tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"a"
        raise ConnectionError

    kept = Trays(tmp_path, 100)
    tray = kept.new("zh")
    with pytest.raises(ConnectionError):
        finished(kept.put(tray, "甲.txt", broken()))

    (item,) = tray.items
    assert item.problem
    assert "文件没有传完，请再放一次。" == item.problem.said("zh")
