from __future__ import annotations

import threading
from pathlib import Path

import pytest

from gklint.corpus import parts
from gklint.corpus.items import File, Item, Member, Remote
from gklint.corpus.parts import Task, entries_of
from gklint.corpus.rows import Key, Rows
from gklint.corpus.schema import TABLES
from gklint.errors import GklintError
from tests.support.corpus_runs import readers, setup
from tests.support.sample import CLEAN


def _task(here: Path, run: str) -> Task:
    (here / "a.txt").write_text(CLEAN, "utf-8")
    return Task([Item("a.txt", ".", "1", File(str(here / "a.txt")))], setup(), 60, run)


@pytest.mark.slow
def test_a_run_has_a_process_for_each_thread_and_one_they_are_copied_from(here: Path) -> None:
    for _ in range(2):
        assert 0 == parts.work(_task(here, "one")).failed
        assert 2 == len(readers())
    other = threading.Thread(target=parts.work, args=[_task(here, "one")])
    other.start()
    other.join()
    assert 3 == len(readers())
    parts.close("one")
    assert [] == readers()


@pytest.mark.slow
def test_runs_that_share_a_worker_do_not_end_each_other(here: Path) -> None:
    for run in ("first", "second") * 2:
        assert 0 == parts.work(_task(here, run)).failed
    for run in ("first", "second"):
        parts.close(run)
    assert [] == readers()


@pytest.mark.slow
def test_what_a_run_left_that_was_killed_ends_with_the_next_one(here: Path) -> None:
    parts.work(_task(here, "killed"))
    left = readers()
    parts.work(_task(here, "next"))
    assert not {*left} & {*readers()}
    parts.close("next")
    assert [] == readers()


@pytest.mark.slow
def test_a_part_that_comes_after_its_run_has_ended_starts_nothing(here: Path) -> None:
    parts.close("over")
    with pytest.raises(GklintError):
        parts.work(_task(here, "over"))
    assert [] == readers()


@pytest.mark.parametrize(
    ("reason", "kept"),
    [("GK001", [True, True, False, False]), ("GK002", [True, True, True, True])],
)
def test_only_where_a_network_may_be_to_blame_a_file_is_tried_again(
    reason: str, kept: list[bool]
) -> None:
    places = File("a"), Member("b.zip", "c"), Remote("s3://d"), Member("s3://e.zip", "f")
    items = [Item(str(at), ".", "1", at) for at in places]
    rows = Rows()
    for item in items:
        rows.add("failures", None, item.number, *[None] * 2, reason, *[None] * 2)
    assert len(TABLES["failures"]) == len(rows.columns[Key("failures", None)])
    assert kept == [entry.stamp is not None for entry in entries_of(items, rows.columns)]
