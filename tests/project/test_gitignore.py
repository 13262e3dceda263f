"""Patterns of .gitignore mean what git has them mean."""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from gklint.project.gitignore import Ignored, pattern, taken_within
from tests.support.folders import found_files, put, put_all
from tests.support.needs import needs_git

pytestmark = pytest.mark.usefixtures("here")


@pytest.mark.parametrize(
    ("line", "path", "takes"),
    [
        ("a", "x/a/b.txt", True),
        ("/a", "x/a", False),
        ("a/b", "x/a/b", False),
        ("**/a/b", "x/y/a/b", True),
        ("a/**/b", "a/b", True),
        ("a/**", "a/", False),
        ("a/*", "a/", False),
        ("a/", "a", False),
        ("*.txt", ".txt", True),
        ("a**b", "axb", True),
        ("a**b", "x/a/b", False),
        ("a**/b", "ab", True),
        ("a**/b", "ax/y/b", True),
        ("?**/b", "ab", False),
        ("年报**/*", "年报.md", True),
        ("[a-\\]]", "a", True),
        ("[z-a]", "z", True),
        ("[[:print:]]", "~", True),
        ("?", "年", True),
        ("[年月]报.txt", "年报.txt", True),
        ("[!年]报", "年报", False),
        ("[^年]报", "月报", True),
        ("[a-c]", "b", True),
        ("[]-]", "-", True),
        ("[]-]", "]", True),
        ("[[:digit:]]*", "2023", True),
        (r"\#a", "#a", True),
        (r"a\ ", "a ", True),
        ("a  ", "a", True),
        (r"a\*", "ab", False),
    ],
)
def test_a_pattern_means_what_git_has_it_mean(line: str, path: str, takes: bool) -> None:
    one = pattern(line)

    assert one is not None
    assert takes == taken_within([one], path)


# A name in Chinese has three bytes a character; ``git check-ignore`` says the same of all these.
BYTES = {
    "草稿?.md": [],
    "草稿???.md": ["草稿一.md", "草稿二.md"],
    "第[一二]稿.md": [],
    "第[一二][一二][一二]稿.md": ["第一稿.md", "第二稿.md"],
    "第[!一]*": [],
    "第[!a]*": ["第一稿.md", "第三稿.md", "第二稿.md"],
    "[[:alpha:]]*": ["a.md"],
    "[^[:space:]]*.md": ["a.md", "第一稿.md", "第三稿.md", "第二稿.md", "草稿一.md", "草稿二.md"],
    "草稿*.md": ["草稿一.md", "草稿二.md"],
    "/年?/": [],
    "/年???/": ["年报/"],
}


@needs_git
@pytest.mark.parametrize("line", BYTES)
def test_a_file_of_gits_own_is_matched_by_bytes(tmp_path: Path, line: str) -> None:
    asked = sorted({name for names in BYTES.values() for name in names})
    for name in asked:
        put(tmp_path / (f"{name}x.md" if name.endswith("/") else name))
    put(tmp_path / ".gitignore", f"{line}\n")
    _git(tmp_path, "init", "-q")
    given = ("-c", "core.quotePath=false", "check-ignore", "--", *asked)
    theirs = _git(tmp_path, *given, fails=True).splitlines()
    ignored = Ignored.of(tmp_path)

    assert BYTES[line] == sorted(theirs) == [*filter(ignored.takes, asked)]


def test_in_a_folder_with_a_chinese_name_patterns_stand_where_they_do() -> None:
    put_all("年报/草稿/一稿.md", "年报/一稿.md")
    put("年报/草稿/.gitignore", "/一稿.md\n")

    assert ["年报/一稿.md"] == found_files(".")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("*a*a*a*a*a*b", "a"),
        ("*a" * 40 + "*b", "a"),
        ("[a-z]*" * 30 + "1", "a"),
        ("x/" + "?*" * 30 + "b", "a"),
        ("**/a/" * 20 + "b", "a/"),
        ("**/" * 40 + "y", "a/"),
        ("**/*a*a*/" * 10 + "b", "aaaa/"),
        ("a**b**c**" * 10 + "x", "abc"),
    ],
)
def test_stars_do_not_multiply_the_time(line: str, unit: str) -> None:
    one = pattern(line)
    path = "x/" + unit * (4000 // len(unit))
    since = time.thread_time()

    assert one is not None
    assert not taken_within([one], f"{path[:4000].rstrip('/')}!")
    assert time.thread_time() - since < 2


_NAMES = ["a", "b", "草稿", "a b", "x.txt", "年报.md", "[z]", "!n", "#h"]
_GLOBS = [*_NAMES, "*", "**", "*.txt", "a*", "[ab]", "草*", "*b", r"\#h", r"\!n", r"a\ b", r"\[z\]"]


def _draw_line(draw: random.Random) -> str:
    body = "/".join(draw.choice(_GLOBS) for _ in range(draw.choice((1, 1, 2, 3))))
    return "".join(
        (
            draw.choice(("", "", "!")),
            draw.choice(("", "", "/")),
            body,
            draw.choice(("", "", "/")),
            draw.choice(("", "", "", "  ")),
        )
    )


def _draw_folder(folder: Path, draw: random.Random, depth: int = 0) -> None:
    for name in draw.sample(_NAMES, 4):
        if depth < 3 and draw.random() < 0.5:
            (folder / name).mkdir()
            _draw_folder(folder / name, draw, depth + 1)
        else:
            (folder / name).write_text("", "utf-8")
    if depth == 0 or draw.random() < 0.4:
        lines = [_draw_line(draw) for _ in range(draw.randint(1, 6))]
        text = draw.choice(("\n", "\r\n")).join((*lines, "# 说明", ""))
        (folder / ".gitignore").write_bytes(text.encode())


def _kept(folder: Path, ignored: Ignored) -> set[Path]:
    kept = set()
    for path in folder.iterdir():
        if path.is_file() and not ignored.takes(path.name):
            kept.add(path)
        elif path.is_dir() and path.name != ".git" and not ignored.takes(f"{path.name}/"):
            kept |= _kept(path, ignored.below(path.name))
    return kept


def _git(folder: Path, *arguments: str, fails: bool = False, text: str = "") -> str:
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent"}
    environment = {**os.environ, **nothing, "XDG_CONFIG_HOME": "/nonexistent"}
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, check=not fails, input=text.encode()
    )
    return done.stdout.decode()  # in which \r is a character like others


@needs_git
@pytest.mark.parametrize("seed", range(10))
def test_many_stars_take_what_they_take_in_git(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    _git(tmp_path, "init", "-q")
    paths = [_draw_path(draw) for _ in range(60)]
    for _ in range(30):
        line = "/".join(_draw_glob(draw) for _ in range(draw.randint(1, 5)))
        (tmp_path / ".gitignore").write_text(f"{line}\n", "utf-8")
        one = pattern(line)
        theirs = _git(tmp_path, "check-ignore", "--no-index", "--", *paths, fails=True)
        assert one is not None, line
        assert set(theirs.split()) == {path for path in paths if taken_within([one], path)}, line


def _draw_glob(draw: random.Random) -> str:
    return (
        "**"
        if draw.random() < 0.4
        else "".join(draw.choices(["a", "b", "?", "*a", "b*", "a**"], k=2))
    )


def _draw_path(draw: random.Random) -> str:
    return "/".join("".join(draw.choices("ab", k=draw.randint(1, 4))) for _ in range(4))


# What may stand in a set and around it, and names with every character of ASCII that may be alone.
_IN_SETS = [
    *"abz-]![^:",
    *(rf"\\{char}" for char in "ab]-"),
    *("[:alpha:]", "[:space:]", "[:punct:]", "[:print:]", "[:graph:]", "[:cntrl:]", "[:xdigit:]"),
    *("[:odd:]", "[::]", "[:]", "[:", ":]", "a-", "-z", r"-\]", "Z-"),
]
_AROUND_SETS = ["", "", "a", "*", "年", "]", "?", "/b", "**/b", "/**"]
_CHARACTERS = [chr(code) for code in (*range(1, 46), *range(48, 128))]
_NAMES_OF_SETS = [*_CHARACTERS, *(f"a{each}" for each in _CHARACTERS), "a年", "年a", "a]b"]


@needs_git
@pytest.mark.parametrize("seed", range(10))
def test_sets_take_what_they_take_in_git(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    lines = [_draw_set(draw) for _ in range(150)]
    _git(tmp_path, "init", "-q")
    for number, line in enumerate(lines):
        put(tmp_path / str(number) / ".gitignore", f"{line}\n")
    names = [*_NAMES_OF_SETS, *(f"{name}/b" for name in _NAMES_OF_SETS[:-40:3])]
    asked = [f"{number}/{name}" for number in range(len(lines)) for name in names]
    given = ("check-ignore", "--no-index", "-z", "--stdin")
    theirs = {*_git(tmp_path, *given, fails=True, text="\0".join(asked)).split("\0")}

    for number, line in enumerate(lines):
        ignored = Ignored.of(tmp_path / str(number))
        ours = {name for name in names if _takes(ignored, name)}
        assert ours == {name for name in names if f"{number}/{name}" in theirs}, line


def _draw_set(draw: random.Random) -> str:
    inside = "".join(draw.choices(_IN_SETS, k=draw.randint(1, 4)))
    opened, closed = draw.choice(("[", "[", "[!", "[^")), draw.choice(("]", "]", "]", ""))
    around = draw.choices(_AROUND_SETS, k=2)
    return f"{around[0].lstrip('/')}{opened}{inside}{closed}{around[1]}"


def _takes(ignored: Ignored, name: str) -> bool:
    """Whether a file is ignored, or the folder that it lies in."""
    folder, slash, file = name.rpartition("/")
    return (ignored.below(folder) if slash else ignored).takes(file)


@needs_git
@pytest.mark.parametrize("seed", range(30))
def test_the_same_is_ignored_as_by_git(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    top = tmp_path / "[a] #b"
    top.mkdir()
    _draw_folder(top, draw)
    _git(top, "init", "-q")
    (top / ".git" / "info").mkdir(exist_ok=True)
    (top / ".git" / "info" / "exclude").write_text(_draw_line(draw), "utf-8")
    theirs = _git(top, "ls-files", "-z", "-o", "--exclude-standard").split("\0")[:-1]

    assert {top / name for name in theirs} == _kept(top, Ignored.of(top))
    for folder in filter(Path.is_dir, top.iterdir()):
        if folder.name != ".git":
            below = {top / name for name in theirs if name.startswith(f"{folder.name}/")}
            assert below == _kept(folder, Ignored.of(folder))


@needs_git
def test_the_excludes_of_a_further_working_tree_are_those_of_its_repository(
    tmp_path: Path,
) -> None:
    top, tree = tmp_path / "top", tmp_path / "tree"
    top.mkdir()
    _git(top, "init", "-q")
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    _git(top, *author, "commit", "-q", "--allow-empty", "-m", "start")
    _git(top, "worktree", "add", "-q", str(tree))
    (top / ".git" / "info" / "exclude").write_text("a.txt\n", "utf-8")
    put_all("tree/a.txt", "tree/b.txt")

    assert "b.txt\n" == _git(tree, "ls-files", "-o", "--exclude-standard")
    assert ["tree/b.txt"] == found_files("tree")
