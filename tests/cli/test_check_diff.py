"""``gklint check --diff``: patches of what ``--fix`` would make."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.folders import everything
from tests.support.mending import NUMBER, OLD, QUOTES, RIGHT_QUOTES, page, put
from tests.support.running import Check, give
from tests.support.sample import CLEAN, WRONG_SUM, changed

pytestmark = pytest.mark.usefixtures("here")
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
    text = page(OLD, "utf-8") if name == "a.html" else OLD
    give(monkeypatch, text.encode())
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
