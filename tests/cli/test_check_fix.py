"""``gklint check --fix`` and ``--diff``: what is in the files afterwards, and what is said."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest

from gklint.cli import main
from gklint.run.fixing import Fixed, fix
from tests.support import word
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_SUM, changed

NUMBER = ("行政许可 | 36 | ||", "行政许可 | 3 6 | ||")
QUOTES = ("2023年，本机关未收取信息处理费。", "2023年，本机关未收取〝信息处理费〞。")
RIGHT_QUOTES = (QUOTES[0], "2023年，本机关未收取“信息处理费”。")
OLD = changed(NUMBER, QUOTES)
NEW = changed(RIGHT_QUOTES)
CHARACTERS = ("定期清理失效文件", "定期清理失效文檔")
SIMPLER = (CHARACTERS[0], "定期清理失效文档")
# Both kinds, and what becomes of it with only the safe fixes.
OLD_BOTH, NEW_BOTH = changed(QUOTES, CHARACTERS), changed(RIGHT_QUOTES, CHARACTERS)
NEW_UNSAFE = changed(RIGHT_QUOTES, SIMPLER)


class Run(NamedTuple):
    status: int
    out: str
    err: str


Check = Callable[..., Run]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs ``gklint check``."""

    def run(*arguments: object) -> Run:
        status = main(["check", *map(str, arguments)])
        return Run(status, *capsys.readouterr())

    return run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str = OLD, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def everything(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in folder.iterdir()}


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


@pytest.mark.parametrize("end", ["", "\n", "\n\n \n"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "mixed"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_encoding_byte_order_mark_and_line_ends_stay(
    encoding: str, line_break: str, end: str, here: Path, check: Check
) -> None:
    def laid_out(text: str) -> bytes:
        lines = text.rstrip("\n").split("\n")
        breaks = ["\r\n", "\n", "\r"] if line_break == "mixed" else [line_break]
        text = "".join(line + breaks[at % len(breaks)] for at, line in enumerate(lines[:-1]))
        return (text + lines[-1] + end).encode(encoding)

    path = here / "a.txt"
    path.write_bytes(laid_out(OLD))
    done = check("--fix", "a.txt")

    assert laid_out(NEW) == path.read_bytes()
    assert (0, "a.txt：已改正 2 个问题（GK703、GK709）。\n") == (done.status, done.err)


def test_utf_16_with_its_mark_in_the_other_order_stays(here: Path, check: Check) -> None:
    path = here / "a.txt"
    path.write_bytes(("\ufeff" + OLD).encode("utf-16-be"))
    check("--fix", "a.txt")

    assert ("\ufeff" + NEW).encode("utf-16-be") == path.read_bytes()


def page(text: str, charset: str) -> str:
    lines = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split('|'))}</tr>\n"
        if "|" in line
        else f"</table><p>{line}</p><table>\n"
        for line in text.splitlines()
    )
    return f"<!DOCTYPE html>\r\n<meta charset={charset}>\r<table>{lines}</table>\f<!-- 完 -->"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),
        ("GBK", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_pages_keep_their_encoding_and_their_markup(
    charset: str, encoding: str, check: Check
) -> None:
    path = put("a.html", page(OLD, charset), encoding)
    done = check("--fix", "a.html")

    assert page(NEW, charset).encode(encoding) == path.read_bytes()
    assert done.err == "a.html：已改正 2 个问题（GK703、GK709）。\n"


def test_bytes_that_no_fix_touches_are_the_same_also_control_characters(check: Check) -> None:
    odd = "\f\u2028\x85\x0b\u200b\ufeff𠮷\U0010ffff\x1f\x7f"
    filler = "本机关注重公开实效。" * 200 + "\0\n"
    path = put("a.txt", OLD + odd + filler)
    check("--fix", "a.txt")

    assert (NEW + odd + filler).encode() == path.read_bytes()


# -- what is not written ---------------------------------------------------------------------


def big5(text: str) -> bytes:
    """A page in Big5; what that has no character for is named by its number."""
    return page(text, "big5").encode("big5hkscs", "xmlcharrefreplace")


def test_a_page_in_big5_is_mended_as_far_as_its_encoding_has_the_characters(
    here: Path, check: Check
) -> None:
    path = here / "a.html"
    path.write_bytes(big5(OLD_BOTH))
    done = check("--fix", "--unsafe-fixes", "a.html")

    assert big5(NEW_BOTH) == path.read_bytes()
    assert done.err.splitlines()[0] == "a.html：已改正 1 个问题（GK703）。"
    assert done.err.splitlines()[1].endswith(
        "：GK702 有 1 个问题没有自动改：文件的编码（Big5）里没有要用的字，请另存为 UTF-8 后再试。"
    )


def test_a_page_that_names_all_characters_by_numbers_is_not_given_others(
    here: Path, check: Check
) -> None:
    straight = changed((QUOTES[0], '2023年，本机关未收取"信息处理费"。'))
    data = page(straight, "gb2312").encode("ascii", "xmlcharrefreplace")
    path = here / "a.html"
    path.write_bytes(data)
    done = check("--fix", "a.html")

    assert data == path.read_bytes()
    assert done.err.endswith(
        "：GK703 有 1 个问题没有自动改："
        "文件的编码（ASCII）里没有要用的字，请另存为 UTF-8 后再试。\n"
    )


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_page_with_damaged_characters_is_not_rewritten(
    option: str, here: Path, check: Check
) -> None:
    path = here / "a.html"
    data = page(OLD, "utf-8").encode() + "<p>完".encode()[:-1]
    path.write_bytes(data)
    done = check(option, "a.html")

    assert data == path.read_bytes()
    assert done.status == 2
    assert done.err == (
        "a.html：没有改：文件里有损坏的字符，改写会丢失内容；请先另存为 UTF-8，"
        "看过内容无误后再试。\n"
    )


def test_a_text_with_damaged_characters_is_unreadable(here: Path, check: Check) -> None:
    path = here / "a.txt"
    data = OLD.encode() + "完".encode()[:-1]
    path.write_bytes(data)
    done = check("--fix", "a.txt")

    assert data == path.read_bytes()
    assert (3, "") == (done.status, done.err)


def during_the_check(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Let something happen between reading a file and writing it."""

    def meanwhile(*args: Any, **options: Any) -> Fixed:
        do()
        return fix(*args, **options)

    monkeypatch.setattr("gklint.run.mending.fix", meanwhile)


@pytest.mark.parametrize("left", ["其他内容\n", None])
def test_a_file_that_was_changed_after_the_check_is_not_written(
    left: str | None, here: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("a.txt")
    during_the_check(monkeypatch, lambda: path.write_text(left) if left else path.unlink())
    done = check("--fix", "a.txt")

    assert ({"a.txt": left} if left else {}) == everything(here)
    assert (2, "a.txt：没有改：检查以后文件又有了改动，请再运行一次。\n") == (done.status, done.err)
    assert "GK703" in done.out


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


def python(*arguments: str) -> Run:
    done = subprocess.run(
        (sys.executable, *arguments),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anyone may write to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of POSIX")
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


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
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


# -- what stays with a file ------------------------------------------------------------------


def test_a_link_stays_a_link(here: Path, check: Check) -> None:
    path = put("内部/a.txt")
    link = here / "b.txt"
    link.symlink_to(Path("内部", "a.txt"))
    done = check("--fix", "b.txt")

    assert link.is_symlink()
    assert NEW.encode() == path.read_bytes()
    assert {"a.txt": NEW} == everything(here / "内部")
    assert done.err == "b.txt：已改正 2 个问题（GK703、GK709）。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs the rights of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o777, 0o2664])
def test_the_rights_of_a_file_stay(mode: int, check: Check) -> None:
    path = put("a.txt")
    path.chmod(mode)
    check("--fix", "a.txt")

    assert NEW.encode() == path.read_bytes()
    assert oct(mode) == oct(stat.S_IMODE(path.stat().st_mode))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_the_owner_of_a_file_stays(check: Check) -> None:
    path = put("a.txt")
    os.chown(path, 65534, 65533)
    check("--fix", "a.txt")

    assert NEW.encode() == path.read_bytes()
    assert (65534, 65533) == (path.stat().st_uid, path.stat().st_gid)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
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


def test_runs_at_the_same_time_leave_one_whole_file(here: Path) -> None:
    put("a.txt")
    command = (sys.executable, "-m", "gklint", "check", "--fix", "a.txt")
    runs = [
        subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE
        )
        for _ in range(6)
    ]
    said = [run.communicate()[1].decode() for run in runs]

    assert {"a.txt": NEW} == everything(here)
    assert {0, 2} >= {run.returncode for run in runs}
    assert {
        "",
        "a.txt：已改正 2 个问题（GK703、GK709）。\n",
        "a.txt：没有改：检查以后文件又有了改动，请再运行一次。\n",
    } >= {*said}


# -- what is never mended --------------------------------------------------------------------


def a_word_file(name: str) -> None:
    paragraphs = (word.p(line) for line in OLD_BOTH.splitlines() if "|" not in line)
    Path(name).write_bytes(word.package(word.parts("".join(paragraphs))))


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


COMMENT = "<!-- gklint: accept GK703 理由：引文如此 -->"


def test_what_a_comment_accepts_is_not_mended(here: Path, check: Check) -> None:
    accepted = changed(NUMBER, (QUOTES[0], QUOTES[1] + COMMENT))
    put("a.txt", accepted)
    done = check("--fix", "--unsafe-fixes", "a.txt")

    assert {"a.txt": changed((QUOTES[0], QUOTES[1] + COMMENT))} == everything(here)
    assert done.err == "a.txt：已改正 1 个问题（GK709）。\n"


def test_what_an_accept_file_accepts_is_not_mended(check: Check) -> None:
    put("a.txt")
    found = json.loads(check("a.txt", "--format", "json").out)["files"][0]["diagnostics"]
    entry = next(each for each in found if each["code"] == "GK703")
    put(
        "accept.toml",
        f'[[accept]]\nfile = "a.txt"\ncode = "GK703"\nreason = "引文如此"\n'
        f'fingerprint = "{entry["fingerprint"]}"\n',
    )
    done = check("--fix", "--accept", "accept.toml", "a.txt")

    assert changed(QUOTES).encode() == Path("a.txt").read_bytes()
    assert done.err == "a.txt：已改正 1 个问题（GK709）。\n"


def test_what_a_baseline_holds_is_not_mended(check: Check) -> None:
    put("a.txt", changed(QUOTES))
    assert 0 == main(["baseline", "a.txt", "-o", "baseline.json"])
    put("a.txt")
    done = check("--fix", "--baseline", "baseline.json", "a.txt")

    assert changed(QUOTES).encode() == Path("a.txt").read_bytes()
    assert done.err.endswith("a.txt：已改正 1 个问题（GK709）。\n")


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


# -- --diff ----------------------------------------------------------------------------------

ODD = changed(NUMBER, (QUOTES[0], f"\f\u2028分页\x85后\x0b{QUOTES[1]}\n\n- 横线\n+ 加号\n@@ 其他"))


def test_the_changes_are_shown_and_not_made(here: Path, check: Check) -> None:
    put("青石 年报.txt")
    done = check("--diff", "青石 年报.txt")

    assert {"青石 年报.txt": OLD} == everything(here)
    assert (0, "") == (done.status, done.err)
    assert done.out.splitlines()[:3] == [
        "--- a/青石 年报.txt\t",
        "+++ b/青石 年报.txt\t",
        "@@ -15,7 +15,7 @@",
    ]
    assert [line for line in done.out.splitlines()[2:] if line[0] in "-+"] == [
        f"-{NUMBER[1]}",
        f"+{NUMBER[0]}",
        f"-{QUOTES[1]}",
        f"+{RIGHT_QUOTES[1]}",
    ]


def test_that_nothing_can_be_mended_is_said(check: Check) -> None:
    put("a.txt", CLEAN)
    put("b.txt", WRONG_SUM)

    assert (0, "", "") == check("--diff", "a.txt")
    nothing = "没有 gklint 能改的；其余问题请按 gklint check 的提示修改。\n"
    assert (1, "", nothing) == check("--diff", "b.txt")


NAME = "青石 年报 （终稿）.txt"
TEXTS = {
    "lf": OLD,
    "crlf": OLD.replace("\n", "\r\n"),
    "cr": OLD.replace("\n", "\r"),
    "no-end": OLD.rstrip(),
    "odd": ODD,
    "odd-crlf": ODD.rstrip().replace("\n", "\r\n"),
}


@pytest.mark.parametrize("tool", [("patch", "-p1", "--binary"), ("git", "apply")])
@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        *((NAME, text, encoding) for text in TEXTS for encoding in ("utf-8", "utf-8-sig")),
        *(
            (name, "lf", "utf-8")
            for name in ("a.txt", "年报/a.txt", "a'b\"c\\d.txt", "换\t行\n.txt")
        ),
    ],
)
def test_what_is_shown_is_a_patch_that_makes_the_same_file_as_fix(
    name: str,
    text: str,
    encoding: str,
    tool: tuple[str, ...],
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    if not shutil.which(tool[0]):
        pytest.skip(f"needs {tool[0]}")
    path = put(name, TEXTS[text], encoding)
    before = path.read_bytes()
    assert 0 == main(["check", "--diff", name])
    patch = capsysbinary.readouterr().out
    done = subprocess.run(tool, input=patch, capture_output=True, check=False)
    patched = path.read_bytes()
    path.write_bytes(before)
    main(["check", "--fix", name])

    assert (0, b"") == (done.returncode, done.stderr)
    assert before != patched == path.read_bytes()


def test_a_patch_names_files_from_the_working_folder(here: Path, check: Check) -> None:
    path = put("年报/a.txt")

    assert check("--diff", here / path).out == check("--diff", path).out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_changes_of_other_encodings_are_shown_though_they_are_no_patch(
    encoding: str, check: Check
) -> None:
    put("a.txt", OLD)
    wanted = check("--diff", "a.txt").out
    put("a.txt", OLD, encoding)
    done = check("--diff", "a.txt")

    assert wanted == done.out.replace("\ufeff", "")
    assert done.err == (
        f"a.txt：文件的编码是 {encoding.upper()}，改动按 UTF-8 显示，不能用作补丁；"
        "要改请用 --fix。\n"
    )


@pytest.mark.parametrize("name", [None, "青石.txt", "a.html"])
def test_the_changes_of_standard_input_are_shown(
    name: str | None, here: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(OLD.encode() if name != "a.html" else page(OLD, "utf-8").encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    done = check("-", "--diff", *(("--stdin-filename", name) if name else ()))

    assert (0, "") == (done.status, done.err)
    assert f"--- a/{name or '-'}" == done.out.splitlines()[0]
    assert 2 == done.out.count("\n+") - 1
    assert {} == everything(here)


def test_outputs_are_written_beside_the_changes(check: Check) -> None:
    put("a.txt")
    done = check("--diff", "--format", "concise=out.txt", "a.txt")

    assert done.out.startswith("--- a/a.txt\n")
    assert ["GK709", "GK703"] == [
        line.split()[2] for line in Path("out.txt").read_text("utf-8").splitlines()
    ]


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
