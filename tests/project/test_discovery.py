"""Which files a run finds: named, in folders, excluded, ignored by git."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from gklint.errors import ConfigError, UsageError
from gklint.formats.sniff import SUFFIXES
from gklint.project.config import Configs
from gklint.project.discovery import Found, find_files
from gklint.project.gitignore import Ignored, pattern, taken_within

pytestmark = pytest.mark.usefixtures("here")


needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def put(*names: str, **texts: str) -> None:
    """Write files: empty ones by name, others by ``name=text``."""
    for name, text in {**dict.fromkeys(names, ""), **texts}.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def found(*paths: str) -> list[str]:
    return [path.as_posix() for path in find_files(paths, Configs()).files]


def refused(*paths: str) -> str:
    with pytest.raises(UsageError) as caught:
        find_files(paths, Configs())
    return str(caught.value)


# -- named, and in folders ---------------------------------------------------------------------


def test_folders_are_searched_for_supported_types_in_order() -> None:
    put("b.txt", "a/z.DOCX", "a/b/c.md", "a/~$z.docx", "a/e.csv", ".git/g.txt", "node_modules/h.md")

    assert ["a/b/c.md", "a/z.DOCX", "b.txt"] == found(".")
    assert ["b.txt", "a/b/c.md", "a/z.DOCX"] == found("b.txt", "./a", "a/b/c.md", "./b.txt")
    assert ["a/e.csv"] == found("a/e.csv")


@pytest.mark.parametrize("name", ["nowhere", "", "b.txt/a", "x" * 5000])
def test_a_path_that_does_not_exist_is_refused(name: str) -> None:
    put("b.txt")

    assert refused("b.txt", name).startswith(("找不到文件或文件夹：", "无法打开 "))
    assert "找不到文件或文件夹：nowhere" == refused("nowhere")


def test_folders_without_anything_to_check_are_refused() -> None:
    put("a/b.csv", "c.txt")
    kinds = "、".join(SUFFIXES)

    assert f"文件夹里没有可以检查的文件（{kinds}）：a、./a" == refused("a", "./a")
    assert ["c.txt"] == found("a", "c.txt")


def test_links_that_lead_in_a_circle_end() -> None:
    put("a/b.txt")
    Path("a/again").symlink_to("..")
    Path("a/self.txt").symlink_to("self.txt")
    Path("a/gone.txt").symlink_to("nowhere")

    assert ["a/b.txt", "a/gone.txt", "a/self.txt"] == found("a")
    assert "找不到文件或文件夹：a/self.txt" == refused("a/self.txt")


def test_a_folder_that_is_a_link_is_searched_when_it_is_named() -> None:
    put("a/b.txt")
    Path("c").symlink_to("a")

    assert ["c/b.txt"] == found("c")
    assert ["a/b.txt"] == found(".")


def test_a_folder_without_permission_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a/b/c.txt")
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if folder == Path("a/b"):
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr("os.scandir", refuse)

    assert "无法打开 a/b：没有权限，或文件正在 Word 等程序中打开" == refused("a")


# -- excluded ----------------------------------------------------------------------------------


def test_what_is_excluded_is_not_found_in_folders() -> None:
    put("a/b.txt", "a/草稿/c.txt", "a/d.bak.txt", "草稿/e.txt", "f.txt")
    Path("gklint.toml").write_text('exclude = ["/草稿/", "a/草稿", "*.bak.txt"]', "utf-8")

    assert ["a/b.txt", "f.txt"] == found(".")
    assert ["a/b.txt"] == found("a")


def test_what_is_excluded_is_not_checked_even_if_named() -> None:
    put("草稿/a.txt", "b.txt")
    Path("gklint.toml").write_text('exclude = ["草稿/"]', "utf-8")
    excluded = Path("草稿/a.txt")

    assert Found((Path("b.txt"),), (excluded,)) == find_files(["草稿/a.txt", "b.txt"], Configs())
    assert Found((), (excluded,)) == find_files(["草稿/a.txt", "./草稿/a.txt"], Configs())
    assert Found((excluded,), ()) == find_files(["草稿/a.txt"], Configs(isolated=True))


def test_a_folder_with_nothing_but_excluded_files_says_so() -> None:
    put("草稿/a.txt", "b/c.txt")
    Path("gklint.toml").write_text('exclude = ["草稿/", "c.txt"]', "utf-8")

    assert refused("草稿").endswith("）：草稿；其中有文件或文件夹按 exclude 不检查")
    assert refused("b").endswith("）：b；其中有文件或文件夹按 exclude 不检查")
    put("b/d.txt", **{"b/.gitignore": "d.txt"})
    assert refused("b").endswith("）：b；其中有文件或文件夹按 .gitignore 和 exclude 不检查")


def test_an_excluded_folder_is_not_even_opened() -> None:
    put("草稿/gklint.toml", "b.txt")
    Path("草稿/gklint.toml").write_text("wrong", "utf-8")
    Path("gklint.toml").write_text('exclude = ["草稿"]', "utf-8")

    assert ["b.txt"] == found(".")
    Path("gklint.toml").write_text("", "utf-8")
    with pytest.raises(ConfigError, match=r"^草稿/gklint\.toml:1: TOML 语法有误"):
        found(".")


# -- .gitignore --------------------------------------------------------------------------------


def test_gitignore_counts_in_folders_and_not_for_named_files() -> None:
    put("a/b.txt", "a/c.txt", "a/d/c.txt", **{"a/.gitignore": "/c.txt\n"})

    assert ["a/b.txt", "a/d/c.txt"] == found("a")
    assert ["a/c.txt", "a/b.txt", "a/d/c.txt"] == found("a/c.txt", "a")


def test_gitignore_above_counts_only_within_a_repository() -> None:
    put("a/b.txt", "a/c.txt", **{".gitignore": "c.txt\n"})
    assert ["a/b.txt", "a/c.txt"] == found("a")

    Path(".git").mkdir()
    assert ["a/b.txt"] == found("a")


def test_gitignore_of_an_outer_repository_does_not_count_in_an_inner_one() -> None:
    put("a/b.txt", "a/c.txt", ".git/x", "a/.git/x", **{".gitignore": "c.txt\n"})

    assert ["a/b.txt", "a/c.txt"] == found("a")
    assert ["a/b.txt", "a/c.txt"] == found(".")


def test_gitignore_can_be_turned_off() -> None:
    put("a.txt", "b/c.txt", "b/d.txt", **{".gitignore": "*.txt\n"})
    Path("gklint.toml").write_text("respect-gitignore = false", "utf-8")

    assert ["a.txt", "b/c.txt", "b/d.txt"] == found(".")
    Path("b/gklint.toml").write_text('respect-gitignore = true\nexclude = ["d.txt"]', "utf-8")
    assert ["a.txt"] == found(".")


def test_a_searched_folder_that_git_ignores_stays_ignored() -> None:
    put("out/a.txt", ".git/x", **{".gitignore": "out/\n", "out/.gitignore": "!a.txt\n"})

    assert refused("out").endswith("）：out；其中有文件或文件夹按 .gitignore 不检查")


def test_what_is_wrong_with_a_gitignore_is_passed_over() -> None:
    put("a.txt", "b.txt", "c/d.txt")
    Path(".gitignore").write_bytes(
        b"\xef\xbb\xbfa.txt\r\n[\n\\\n!\n\xff\xfe\n[z-a].txt\n[[:no:]]\n"
    )
    Path("c/.gitignore").mkdir()

    assert ["b.txt", "c/d.txt"] == found(".")


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


def _git(folder: Path, *arguments: str) -> str:
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent"}
    environment = {**os.environ, **nothing, "XDG_CONFIG_HOME": "/nonexistent"}
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, check=True, encoding="utf-8"
    ).stdout


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
    put("tree/a.txt", "tree/b.txt")

    assert "b.txt\n" == _git(tree, "ls-files", "-o", "--exclude-standard")
    assert ["tree/b.txt"] == found("tree")
