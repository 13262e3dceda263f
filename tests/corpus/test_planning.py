from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from gklint.corpus.items import File, Item, Known, Member
from gklint.corpus.journal import Entry, Journal, Part, name_of
from gklint.corpus.planning import Plan, cut, plan
from gklint.corpus.rows import Key
from tests.support.corpus_runs import found, put

_RULES = "rules"


@pytest.fixture
def journal(here: Path) -> Journal:
    """One that holds nothing yet."""
    (here / "out").mkdir()
    made = Journal(here / "out")
    made.open()
    return made


def _keep(
    journal: Journal, items: Sequence[Item], rules: str = _RULES, digest: str | None = "d"
) -> None:
    """Let items be checked, all in one part."""
    entries = tuple(Entry(item.address, item.source, item.mark, digest) for item in items)
    journal.change([Part(name_of(rules, entries), rules, entries, ())])


def _item(name: str, stamp: str | None = "1", source: str = "a", **more: object) -> Item:
    return Item(name, source, stamp, File(name), 1.0, **more)  # type: ignore[arg-type]


def _planned(journal: Journal, *items: Item, again: bool = False) -> Plan:
    return plan(items, ["a"], journal, _RULES, again=again)


def _todo(journal: Journal, *items: Item, again: bool = False) -> list[str]:
    return [item.address for item in _planned(journal, *items, again=again).todo]


def test_what_is_as_it_was_is_not_read_again(journal: Journal) -> None:
    _keep(journal, [_item("x"), _item("y")])
    assert Plan([], 2, 0, {}, frozenset(), frozenset()) == _planned(journal, _item("x"), _item("y"))


def test_what_is_new_or_changed_or_of_other_rules_is_read(journal: Journal) -> None:
    _keep(journal, [_item("x"), _item("y"), _item("z", None)])
    _keep(journal, [_item("old")], rules="others")
    now = [_item("x"), _item("y", "2"), _item("z", None), _item("new"), _item("old")]
    assert ["y", "z", "new", "old"] == _todo(journal, *now)


def test_another_word_in_a_manifest_is_a_change(journal: Journal) -> None:
    _keep(journal, [_item("x", known=Known(said="{}"))])
    assert [] == _todo(journal, _item("x", known=Known(said="{}")))
    assert ["x"] == _todo(journal, _item("x", known=Known(said="{1}")))
    assert ["x"] == _todo(journal, _item("x"))


def test_what_gave_no_report_is_read_again_only_where_that_is_asked_for(journal: Journal) -> None:
    _keep(journal, [_item("x")], digest=None)
    planned = _planned(journal, _item("x"))
    assert ([], 1, 1) == (planned.todo, planned.fresh, planned.failed)
    assert ["x"] == _todo(journal, _item("x"), again=True)


def test_a_file_that_was_only_touched_is_as_it_was(journal: Journal, here: Path) -> None:
    put(here / "a", x="1")
    digest = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
    _keep(journal, found("a").items, digest=digest)
    os.utime(here / "a/x.txt", (1, 1))
    items = found("a").items
    planned = plan(items, ["a"], journal, _RULES)
    assert ([], {"a/x.txt": "1-1000000000"}) == (planned.todo, planned.seen)
    journal.change(seen=planned.seen)
    assert {} == plan(items, ["a"], Journal(here / "out"), _RULES).seen
    put(here / "a", x="2")
    os.utime(here / "a/x.txt", (1, 1))
    (here / "a/x.txt").write_text("22")
    assert ["a/x.txt"] == [
        item.address for item in plan(found("a").items, [], journal, _RULES).todo
    ]


def test_a_file_in_whose_place_a_pipe_is_now_is_not_waited_for(
    journal: Journal, fifo: Path
) -> None:
    item = Item("pipe.txt", "a", "1", File(str(fifo)))
    _keep(journal, [item])
    assert ["pipe.txt"] == _todo(journal, item._replace(stamp="2"))


def test_what_is_gone_is_told_by_its_source(journal: Journal) -> None:
    _keep(journal, [_item("x"), _item("y"), _item("z", source="b")])
    assert frozenset({"y"}) == _planned(journal, _item("x")).gone


def test_of_what_never_gave_a_report_nothing_is_kept(journal: Journal) -> None:
    _keep(journal, [_item("x")], digest=None)
    planned = _planned(journal)
    assert (frozenset(), frozenset({"x"})) == (planned.gone, planned.lapsed)


def test_the_members_of_an_archive_that_broke_are_not_gone(journal: Journal) -> None:
    _keep(journal, [_item("x.zip!/one"), _item("x.zip!/deep/two"), _item("xx.zip!/three")])
    broken = _item("x.zip", "2")._replace(at=Member("x.zip", ""))
    assert frozenset({"xx.zip!/three"}) == _planned(journal, broken).gone


# -- parts -----------------------------------------------------------------------------------


def _cut(journal: Journal, items: Sequence[Item], workers: int = 1) -> list[list[str]]:
    return [[item.address for item in part] for part in cut(items, journal, workers)]


def test_each_file_is_in_one_part_and_parts_are_not_too_large(journal: Journal) -> None:
    items = [_item(f"{number:05}") for number in range(3000)]
    parts = _cut(journal, items, 2)
    assert [item.address for item in items] == [each for part in parts for each in part]
    assert {375} == {*map(len, parts)}
    assert {375} == {*map(len, _cut(journal, items))}
    assert 400 >= max(map(len, _cut(journal, items * 7)))


def test_few_files_are_not_cut_too_small(journal: Journal) -> None:
    assert [16, 16, 8] == [*map(len, _cut(journal, [_item(str(each)) for each in range(40)], 8))]


def test_a_file_heavier_than_a_part_is_one_by_itself(journal: Journal) -> None:
    items = [_item("a"), _item("b")._replace(weight=9999), _item("c")]
    assert [["a"], ["b"], ["c"]] == _cut(journal, items, 400)


def test_files_of_a_year_come_together(journal: Journal) -> None:
    names = ["x/2021/a", "x/2022/a", "y/2021/a", "y/2022/a", "2019y"]
    (part,) = _cut(journal, [_item(name) for name in names])
    assert ["2019y", "x/2021/a", "y/2021/a", "x/2022/a", "y/2022/a"] == part


def test_files_of_one_part_stay_together(journal: Journal) -> None:
    one, two = [_item("a"), _item("d")], [_item("b")]
    _keep(journal, one)
    _keep(journal, two)
    parts = _cut(journal, [_item(name) for name in "abcd"])
    assert sorted([["a", "d"], ["b"], ["c"]]) == sorted(parts)


def test_a_key_tells_files_with_and_without_a_year() -> None:
    assert Key("reports", None) != Key("reports", 2023)
