"""``gklint check --fix`` and ``--diff``: what is in the files afterwards, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.folders import everything
from tests.support.mending import NEW, NEW_BOTH, NEW_UNSAFE, OLD, OLD_BOTH, put
from tests.support.running import Check
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_SUM
from tests.support.word import paragraphs

pytestmark = pytest.mark.usefixtures("here")


# -- what is written -------------------------------------------------------------------------


def test_what_is_safe_is_mended_and_the_report_is_that_of_the_new_file(
    here: Path, check: Check
) -> None:
    put("青石 年报.txt", OLD_BOTH)
    done = check("--fix", "青石 年报.txt", "--format", "concise")

    assert {"青石 年报.txt": NEW_BOTH} == everything(here)
    assert done.status == 0
    assert ["GK702"] == [line.split()[3] for line in done.out.splitlines()]
    assert done.err == (
        "青石 年报.txt：已改正 1 个问题（GK703）。\n"
        "青石 年报.txt：加上 --unsafe-fixes 还可以改正 1 个问题（GK702），改后请核对。\n"
    )


def test_unsafe_fixes_are_made_when_they_are_asked_for(here: Path, check: Check) -> None:
    put("a.txt", OLD_BOTH)
    done = check("--fix", "--unsafe-fixes", "a.txt")

    assert {"a.txt": NEW_UNSAFE} == everything(here)
    assert done.err == "a.txt：已改正 2 个问题（GK702、GK703）。\n"


def test_a_second_run_changes_nothing_and_says_nothing(here: Path, check: Check) -> None:
    path = put("a.txt")
    check("--fix", "a.txt")
    before = path.stat()
    done = check("--fix", "a.txt")

    assert (0, "") == (done.status, done.err)
    assert {"a.txt": NEW} == everything(here)
    assert (before.st_ino, before.st_mtime_ns) == (path.stat().st_ino, path.stat().st_mtime_ns)


# -- what is never mended --------------------------------------------------------------------


def a_word_file(name: str) -> None:
    Path(name).write_bytes(paragraphs(OLD_BOTH))


def test_word_files_are_not_rewritten_which_is_said_once(check: Check) -> None:
    a_word_file("a.docx")
    a_word_file("b.docx")
    put("c.txt")
    before = Path("a.docx").read_bytes()
    done = check("--fix", "--unsafe-fixes", "a.docx", "b.docx", "c.txt")

    assert before == Path("a.docx").read_bytes()
    assert done.status == 1
    assert done.err == (
        "c.txt：已改正 2 个问题（GK703、GK709）。\n"
        "2 个文件没有改：Word、PDF 等文件 gklint 不改写，请按提示在原来的程序里修改。\n"
    )


def test_of_an_unreadable_word_file_nothing_is_said_but_that(check: Check) -> None:
    Path("a.docx").write_bytes(b"PK\3\4broken")
    done = check("--fix", "a.docx")

    assert (3, "") == (done.status, done.err)


# -- exit status -----------------------------------------------------------------------------


@pytest.mark.parametrize("option", [("--fix",), ("--diff",), ("--fix", "--unsafe-fixes")])
@pytest.mark.parametrize("output", [(), ("--format", "json=out.json", "--format", "sarif=b")])
@pytest.mark.parametrize(
    ("texts", "arguments", "status"),
    [
        ((CLEAN,), (), 0),
        ((WRONG_SUM,), (), 1),
        ((OLD, WRONG_SUM), (), 1),
        ((OLD, WRONG_SUM), ("--fail-on", "never"), 0),
        ((NO_CONTACT, "\0\1\2"), (), 3),
        ((OLD, "\0\1\2"), ("--fail-on", "never"), 3),
    ],
)
def test_status_is_that_of_what_is_left(
    option: tuple[str, ...],
    output: tuple[str, ...],
    texts: tuple[str, ...],
    arguments: tuple[str, ...],
    status: int,
    check: Check,
) -> None:
    paths = [put(f"年报/{at}.txt", text) for at, text in enumerate(texts)]

    assert status == check(*option, *output, *arguments, *paths).status
    assert status == check(*option, *output, *arguments, "年报").status


@pytest.mark.parametrize(
    ("option", "fail_on", "status"),
    [("--fix", "info", 0), ("--diff", "info", 1), ("--diff", "warning", 0)],
)
def test_what_was_mended_fails_no_run_and_what_would_be_does(
    option: str, fail_on: str, status: int, check: Check
) -> None:
    put("a.txt")

    assert status == check(option, "--fail-on", fail_on, "a.txt").status


def test_an_unreadable_file_outweighs_one_that_could_not_be_written(check: Check) -> None:
    put("a.txt").chmod(0o444)
    put("b.txt", "\0\1\2")

    assert 2 == check("--fix", "a.txt").status
    assert 3 == check("--fix", "a.txt", "b.txt").status


@pytest.mark.slow
def test_a_folder_of_many_files_is_mended_by_several_processes(here: Path, check: Check) -> None:
    for at in range(30):
        put(f"{at:02}.txt", OLD if at % 3 else CLEAN)
    Path("04.txt").chmod(0o444)
    done = check("--fix", "--jobs", 3, ".")

    wanted = {f"{at:02}.txt": NEW if at % 3 else CLEAN for at in range(30)}
    assert {**wanted, "04.txt": OLD} == everything(here)
    assert done.status == 2
    assert done.err.splitlines() == [
        f"{at:02}.txt：没有改：文件是只读的，请先取消“只读”。原文件没有动。"
        if at == 4
        else f"{at:02}.txt：已改正 2 个问题（GK703、GK709）。"
        for at in range(30)
        if at % 3
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--fix", "--diff", "a.txt"), "--fix 与 --diff 不能同时给出：--diff 只显示会改什么"),
        (("--unsafe-fixes", "a.txt"), "--unsafe-fixes 要与 --fix 或 --diff 同时给出"),
        (("--fix", "-"), "--fix 不能用于标准输入"),
        (("--diff", "--format", "json", "a.txt"), "--diff 占用屏幕；结果请写作 --format json=文件"),
    ],
)
def test_options_that_mean_nothing_together_are_refused(
    arguments: tuple[str, ...], message: str, here: Path, check: Check
) -> None:
    put("a.txt")
    done = check(*arguments)

    assert (2, "", f"gklint: {message}\n") == done
    assert {"a.txt": OLD} == everything(here)


def test_an_output_that_cannot_be_written_is_one_line(check: Check) -> None:
    put("a.txt")
    done = check("--fix", "--format", "json=/dev/full", "a.txt")

    assert (2, "") == (done.status, done.out)
    assert done.err == (
        "a.txt：已改正 2 个问题（GK703、GK709）。\ngklint: 无法写入 /dev/full：磁盘已满\n"
    )


def test_messages_in_english(check: Check) -> None:
    put("a.txt", OLD_BOTH)
    put("b.txt").chmod(0o444)
    a_word_file("c.docx")
    done = check("--lang", "en", "--fix", ".")

    assert done.err == (
        "a.txt: 1 fixed (GK703).\n"
        "a.txt: with --unsafe-fixes 1 more can be fixed (GK702); check the result.\n"
        "b.txt: not fixed: the file is read-only; make it writable first. "
        "The file was not touched.\n"
        "Not fixed (1): gklint does not rewrite Word, PDF and the like; "
        "please correct them where they were made.\n"
    )


def test_a_fix_that_would_do_harm_is_named_with_its_place(
    here: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gklint.run.fixing._harms", lambda *_: True)
    put("a.txt")
    done = check("--fix", "a.txt")

    assert {"a.txt": OLD} == everything(here)
    assert done.err == (
        "a.txt:18:8：GK709 有 1 个问题没有自动改：改了会引起别的问题，请自己核对后再改。\n"
        "a.txt:63:13：GK703 有 1 个问题没有自动改：改了会引起别的问题，请自己核对后再改。\n"
    )
