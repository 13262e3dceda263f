from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from gklint.corpus.items import File, Remote
from gklint.errors import UsageError
from tests.support.corpus_runs import found, put, tar_of, texts, zip_of
from tests.support.needs import needs_posix


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """A system of files in the memory of this process."""
    system = fsspec.filesystem("memory")
    yield system
    system.rm("/", recursive=True)


# -- folders ---------------------------------------------------------------------------------


def test_a_folder_means_its_reports_and_says_what_else_is_there(here: Path) -> None:
    put(here / "a/deep", one="1")
    (here / "a/picture.png").touch()
    (here / "a/rules.yaml").touch()
    asked = found("a")
    assert ["a/deep/one.txt"] == asked.addresses
    assert ["a/picture.png"] == asked.others


def test_what_git_and_the_configuration_leave_out_is_left_out(here: Path) -> None:
    put(here / "a", one="1", draft="2", old="3")
    (here / ".git").mkdir()
    (here / "a/.gitignore").write_text("draft.txt\n")
    (here / "gklint.toml").write_text('exclude = ["a/old.txt"]\n')
    assert ["a/one.txt"] == found("a").addresses


def test_archives_in_folders_are_read_in_place(here: Path) -> None:
    put(here / "a", one="1")
    zip_of(here / "a/more.zip", {"two.txt": "2"})
    assert {"a/one.txt": "1", "a/more.zip!/two.txt": "2"} == texts(found("a").items)


def test_the_folder_of_the_tables_holds_no_reports_and_nothing_else(here: Path) -> None:
    put(here, one="1")
    put(here / "out", stray="2")
    (here / "out/part.parquet").touch()
    asked = found(".")
    assert (["one.txt"], []) == (asked.addresses, asked.others)


def test_files_that_are_gone_since_are_found_and_have_no_stamp(here: Path) -> None:
    (here / "a").mkdir()
    (here / "a/gone.txt").symlink_to("nowhere")
    (item,) = found("a").items
    assert ("a/gone.txt", None) == (item.address, item.stamp)


# -- names -----------------------------------------------------------------------------------


def test_a_file_has_the_same_name_wherever_and_however_it_is_given(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here / "a", one="1")
    assert ["a/one.txt"] == found("a").addresses == found("./a/").addresses
    assert ["a/one.txt"] == found(here / "a").addresses == found("a/../a/one.txt").addresses
    monkeypatch.chdir(here / "a")
    asked = found(".", base=here)
    assert (["a/one.txt"], ["a"]) == (asked.addresses, [item.source for item in asked.items])


def test_what_lies_elsewhere_has_its_whole_path(here: Path) -> None:
    put(here / "a", one="1")
    (here / "b").mkdir()
    assert [str(here / "a/one.txt")] == found("a", base=here / "b").addresses


def test_files_are_read_by_their_whole_paths_as_workers_stand_elsewhere(here: Path) -> None:
    put(here / "a", one="1")
    assert [File(str(here / "a/one.txt"))] == [item.at for item in found("a").items]


def test_files_given_twice_count_once(here: Path) -> None:
    put(here / "a", one="1", two="2")
    asked = found("a", here / "a/one.txt", "a/*.txt")
    assert (["a/one.txt", "a/two.txt"], 3) == (asked.addresses, asked.doubled)


# -- patterns --------------------------------------------------------------------------------


def test_a_pattern_means_files_and_what_folders_hold(here: Path) -> None:
    put(here / "y2022", one="1")
    put(here / "y2023", two="2")
    put(here, y2024="3")
    assert ["y2022/one.txt", "y2023/two.txt", "y2024.txt"] == found("y20*").addresses


def test_a_pattern_for_every_depth_finds_each_file_once(here: Path) -> None:
    put(here / "a/b", one="1")
    (here / "a/b/picture.png").touch()
    asked = found("a/**")
    assert (["a/b/one.txt"], 0, ["a/b/picture.png"]) == (
        asked.addresses,
        asked.doubled,
        asked.others,
    )


def test_a_pattern_takes_lists_for_manifests_only_where_it_asks_for_them(here: Path) -> None:
    put(here / "a", one="1")
    (here / "a/list.csv").write_text("address\none.txt\n")
    assert ["a/list.csv"] == found("a/*").others
    assert ["a/one.txt"] == found("a/*.csv").addresses


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("nowhere", "usage.no-such-path"),
        ("", "usage.no-such-path"),
        ("nowhere/*.txt", "corpus.glob-empty"),
        ("memory://nowhere", "corpus.glob-empty"),
        ("memory://nowhere/*.txt", "corpus.glob-empty"),
        ("nosuch://a", "corpus.no-system"),
        ("http://127.0.0.1:1/a.txt", "corpus.glob-empty"),
    ],
)
def test_a_source_that_is_not_there_is_wrong_usage(here: Path, source: str, key: str) -> None:
    assert here.exists()
    with pytest.raises(UsageError) as caught:
        found(source)
    assert key == caught.value.message.key


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(here: Path) -> None:
    put(here, **{"a[1]": "1"})
    assert ["a[1].txt"] == found("a[1].txt").addresses


# -- other systems ---------------------------------------------------------------------------


def test_any_system_of_fsspec_is_searched(memory: fsspec.AbstractFileSystem) -> None:
    for name in ("a/one.txt", "a/deep/two.txt", "a/picture.png"):
        memory.pipe(f"/{name}", name.encode())
    asked = found("memory://a")
    assert ["memory:///a/deep/two.txt", "memory:///a/one.txt"] == asked.addresses
    assert ["memory:///a/picture.png"] == asked.others
    assert {
        "memory:///a/deep/two.txt": "a/deep/two.txt",
        "memory:///a/one.txt": "a/one.txt",
    } == texts(asked.items)
    assert ["memory:///a/one.txt"] == found("memory://a/*.txt").addresses


def test_a_file_of_another_system_is_read_whatever_it_is_called(
    memory: fsspec.AbstractFileSystem,
) -> None:
    memory.pipe("/a/download", b"1")
    assert {"memory:///a/download": "1"} == texts(found("memory:///a/download").items)


def test_archives_and_manifests_may_lie_in_other_systems(
    here: Path, memory: fsspec.AbstractFileSystem
) -> None:
    memory.pipe("/a/all.zip", zip_of(here / "all.zip", {"one.txt": "1"}).read_bytes())
    memory.pipe("/a/all.tar", tar_of(here / "all.tar", {"two.txt": "2"}).read_bytes())
    memory.pipe("/a/three.txt", b"3")
    memory.pipe("/list.csv", b"address\na/all.zip\nmemory:///a/all.tar\na/three.txt\n")
    expected = {
        "memory:///all.zip!/one.txt": "1",
        "memory:///all.tar!/two.txt": "2",
    }
    assert [*expected.values()] == [*texts(found("memory://a/all.*").items).values()][::-1]
    assert ["1", "2", "3"] == [*texts(found("memory://list.csv").items).values()]


@needs_posix
def test_a_folder_may_be_given_as_an_address(here: Path) -> None:
    put(here / "a", one="1")
    (item,) = found(f"file://{here}/a").items
    assert (f"file://{here}/a/one.txt", Remote(f"file://{here}/a/one.txt")) == (
        item.address,
        item.at,
    )
    assert item.stamp is not None
    os.utime(here / "a/one.txt", (1, 1))
    assert item.stamp != found(f"file://{here}/a").items[0].stamp


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "list.csv", "list.parquet"])
def test_what_is_named_itself_has_to_be_there(here: Path, name: str) -> None:
    assert here.exists()
    for source in (name, f"memory://{name}"):
        with pytest.raises(UsageError):
            found(source)
