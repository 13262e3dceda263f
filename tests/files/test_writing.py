"""Files that are mended: written whole or not at all, with their rights, links and names."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from gklint.cli import main
from tests.support.folders import everything
from tests.support.mending import NEW, OLD, put
from tests.support.needs import needs_posix, needs_root
from tests.support.running import GKLINT, Check, Run, environment, python

pytestmark = pytest.mark.usefixtures("here")


def test_a_read_only_file_is_not_written_and_the_others_are(here: Path, check: Check) -> None:
    put("a.txt").chmod(0o444)
    put("b.txt")
    done = check("--fix", "a.txt", "b.txt")

    assert {"a.txt": OLD, "b.txt": NEW} == everything(here)
    assert done.status == 2
    assert done.err == (
        "a.txt：没有改：文件是只读的，请先取消“只读”。原文件没有动。\n"
        "b.txt：已改正 2 个问题（GK703、GK709）。\n"
    )


AS_NOBODY = """
import os, sys
from gklint.cli import main
main(["check", "--fix", sys.argv[1]])  # what lies in the home of root is imported
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(["check", "--fix", sys.argv[2]]))
"""


def fixed_by_nobody(path: Path) -> Run:
    """``--fix``, by a user who is not root."""
    put("other.txt")
    done = python("-c", AS_NOBODY, "other.txt", str(path))
    return done._replace(err=done.err.partition("\n")[2])


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anyone may write to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.mark.slow
@needs_posix
def test_in_a_read_only_folder_nothing_is_written(open_folder: Path) -> None:
    path = put(str(open_folder / "a.txt"))
    path.chmod(0o666)
    open_folder.chmod(0o555)
    done = fixed_by_nobody(path)

    assert {"a.txt": OLD} == everything(open_folder)
    assert (2, f"{path}：没有改：所在的文件夹不能写入。原文件没有动。\n") == (done.status, done.err)


@pytest.mark.parametrize("call", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限，或文件正在 Word 等程序中打开"),
        (errno.EROFS, "磁盘是只读的"),
    ],
)
def test_where_writing_fails_the_file_is_whole_and_nothing_is_left_behind(
    call: str, number: int, why: str, here: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "failed")

    put("a.txt")
    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    done = check("--fix", "a.txt")
    monkeypatch.undo()

    assert {"a.txt": OLD} == everything(here)
    assert (2, f"a.txt：没有改：{why}。原文件没有动。\n") == (done.status, done.err)


def test_an_interrupted_write_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    put("a.txt")
    monkeypatch.setattr(os, "fsync", interrupt)

    assert 130 == main(["check", "--fix", "a.txt"])
    assert {"a.txt": OLD} == everything(here)


@pytest.mark.slow
@needs_posix
def test_where_there_is_no_room_for_the_file_it_stays_as_it_was(here: Path) -> None:
    put("a.txt")
    limited = (
        "import resource, sys; from gklint.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); sys.exit(main(sys.argv[1:]))"
    )
    done = python("-c", limited, "check", "--fix", "a.txt")

    assert {"a.txt": OLD} == everything(here)
    assert done.status == 2
    assert 1 == done.err.count("\n")
    assert done.err.startswith("a.txt：没有改：")


def test_a_link_stays_a_link(here: Path, check: Check) -> None:
    path = put("内部/a.txt")
    link = here / "b.txt"
    link.symlink_to(Path("内部", "a.txt"))
    done = check("--fix", "b.txt")

    assert link.is_symlink()
    assert NEW.encode() == path.read_bytes()
    assert {"a.txt": NEW} == everything(here / "内部")
    assert done.err == "b.txt：已改正 2 个问题（GK703、GK709）。\n"


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o777, 0o2664])
def test_the_rights_of_a_file_stay(mode: int, check: Check) -> None:
    path = put("a.txt")
    path.chmod(mode)
    check("--fix", "a.txt")

    assert NEW.encode() == path.read_bytes()
    assert oct(mode) == oct(stat.S_IMODE(path.stat().st_mode))


@needs_root
def test_the_owner_of_a_file_stays(check: Check) -> None:
    path = put("a.txt")
    os.chown(path, 65534, 65533)
    check("--fix", "a.txt")

    assert NEW.encode() == path.read_bytes()
    assert (65534, 65533) == (path.stat().st_uid, path.stat().st_gid)


@pytest.mark.slow
@needs_root
def test_a_file_of_someone_else_that_one_may_write_is_mended(open_folder: Path) -> None:
    path = put(str(open_folder / "a.txt"))
    path.chmod(0o666)
    done = fixed_by_nobody(path)

    assert (0, {"a.txt": NEW}) == (done.status, everything(open_folder))
    assert oct(0o666) == oct(stat.S_IMODE(path.stat().st_mode))


@pytest.mark.parametrize(
    "name",
    [
        "青石 年报 （终稿）.txt",
        "年" * 83 + "xx.txt",
        "-a.txt",
        "a'b\"c\\d.txt",
        ".txt.md",
        "换\n行.txt",
    ],
)
def test_any_name_of_a_file_will_do(name: str, here: Path, check: Check) -> None:
    put(name)
    done = check("--fix", f"./{name}")

    assert {name: NEW} == everything(here)
    assert (0, f"{name}：已改正 2 个问题（GK703、GK709）。\n") == (done.status, done.err)


def test_a_name_that_is_no_text_will_do(here: Path) -> None:
    name = os.fsdecode(b"\xff.txt")
    put(name)

    assert 0 == main(["check", "--fix", name])
    assert {name: NEW} == everything(here)


@pytest.mark.slow
def test_runs_at_the_same_time_leave_one_whole_file(here: Path) -> None:
    put("a.txt")
    command = (*GKLINT, "check", "--fix", "a.txt")
    runs = [subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE) for _ in range(6)]
    said = [run.communicate()[1].decode() for run in runs]

    assert {"a.txt": NEW} == everything(here)
    assert {0, 2} >= {run.returncode for run in runs}
    assert {
        "",
        "a.txt：已改正 2 个问题（GK703、GK709）。\n",
        "a.txt：没有改：检查以后文件又有了改动，请再运行一次。\n",
    } >= {*said}
