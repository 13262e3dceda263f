from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from gklint.corpus.items import File, Member, Remote
from gklint.corpus.opening import Opener, is_address, is_remote, said
from gklint.errors import UnreadableFileError
from gklint.formats.limits import DEFAULT, Limits
from tests.support.corpus_runs import found, texts, zip_of


@pytest.mark.parametrize(
    ("text", "yes"),
    [("s3://a/b", True), ("zip://b::s3://a", True), ("a/b.txt", False), ("C:\\a.txt", False)],
)
def test_an_address_is_told_from_a_path(text: str, *, yes: bool) -> None:
    assert yes == is_address(text)


def test_only_what_another_system_holds_is_remote() -> None:
    assert [True, True, False, False] == [
        is_remote(at)
        for at in (Remote("s3://a"), Member("s3://a.zip", "b"), Member("a.zip", "b"), File("a"))
    ]


def _why(at: File | Remote | Member, limits: Limits = DEFAULT) -> str:
    with closing(Opener(limits)) as opener, pytest.raises(UnreadableFileError) as caught:
        opener.read(at)
    return str(caught.value)


def test_a_file_that_is_gone_is_unreadable(here: Path) -> None:
    at = str(here / "gone")
    expected = "打不开文件（系统提示：No such file or directory）"
    for each in (File(at), Remote(f"file://{at}"), Member(at, "one.txt"), Member(at, "b", 0, 1)):
        assert expected in _why(each)


def test_a_pipe_is_not_waited_for(fifo: Path) -> None:
    assert "这是管道或设备，不是文件" in _why(File(str(fifo)))


def test_too_large_a_file_is_not_taken_in(here: Path) -> None:
    (here / "a.txt").write_bytes(bytes((1 << 20) + 1))
    for at in (File(str(here / "a.txt")), Remote(f"file://{here}/a.txt")):
        assert "2 MB" in _why(at, Limits(file=1))


def test_an_archive_that_changed_since_it_was_searched_is_unreadable_or_as_it_was(
    here: Path,
) -> None:
    zip_of(here / "a.zip", {"one.txt": "1", "two.txt": "2"})
    one, two = (item.at for item in found("a.zip").items)
    with closing(Opener(DEFAULT)) as opener:
        assert b"1" == opener.read(one)
        zip_of(here / "b.zip", {"three.txt": "3"}).replace(here / "a.zip")
        assert b"2" == opener.read(two)
    assert "There is no item named 'two.txt' in the archive" in _why(two)


def test_archives_are_closed_when_another_one_is_read(here: Path) -> None:
    for name in "abc":
        zip_of(here / f"{name}.zip", {"one.txt": name})
    assert ["a", "b", "c"] == [*texts(found("*.zip").items).values()]


def test_what_a_system_says_is_one_line() -> None:
    assert "a b" == said(ValueError("a\n  b"))
    assert "TimeoutError" == said(TimeoutError())
    assert "No such file or directory" == said(FileNotFoundError(2, "No such file or directory"))
