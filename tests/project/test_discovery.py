"""Which files a run finds: named, in folders, excluded, ignored by git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gklint.errors import ConfigError, UsageError
from gklint.formats.sniff import SUFFIXES
from gklint.project.config import Configs
from gklint.project.discovery import Found, find_files
from tests.support.folders import configure, found_files, put_all

pytestmark = pytest.mark.usefixtures("here")


def refused(*paths: str) -> str:
    with pytest.raises(UsageError) as caught:
        find_files(paths, Configs())
    return str(caught.value)


# -- named, and in folders ---------------------------------------------------------------------


def test_folders_are_searched_for_supported_types_in_order() -> None:
    put_all(
        "b.txt", "a/z.DOCX", "a/b/c.md", "a/~$z.docx", "a/e.csv", ".git/g.txt", "node_modules/h.md"
    )

    assert ["a/b/c.md", "a/z.DOCX", "b.txt"] == found_files(".")
    assert ["b.txt", "a/b/c.md", "a/z.DOCX"] == found_files("b.txt", "./a", "a/b/c.md", "./b.txt")
    assert ["a/e.csv"] == found_files("a/e.csv")


def test_files_of_other_kinds_in_folders_are_found_as_such() -> None:
    put_all("a.txt", "b/c.zip", "b/d.JPG", "b/年报.xlsx", "b/年报", "e.et", "f.rar")
    found = find_files([".", "b", "f.rar"], Configs())

    assert ["a.txt", "f.rar"] == [path.as_posix() for path in found.files]
    assert ["b/c.zip", "b/d.JPG", "b/年报", "b/年报.xlsx", "e.et"] == [
        path.as_posix() for path in found.others
    ]


def test_what_is_hidden_or_configures_is_no_file_of_another_kind() -> None:
    put_all("a.txt", ".b.zip", ".git/c.zip", "~$d.xlsx", "Thumbs.db", "e.yaml", "f.json", "g/h.zip")
    configure('exclude = ["g/"]')

    assert () == find_files(["."], Configs()).others


def test_what_git_ignores_is_no_file_of_another_kind() -> None:
    put_all("a.txt", "b.zip", "c.jpg", ".git/HEAD", **{".gitignore": "*.zip\n"})
    configure("respect-gitignore = true")

    assert [Path("c.jpg")] == [*find_files(["."], Configs()).others]


@pytest.mark.parametrize("name", ["nowhere", "", "b.txt/a", "x" * 5000])
def test_a_path_that_does_not_exist_is_refused(name: str) -> None:
    put_all("b.txt")

    assert refused("b.txt", name).startswith(("找不到文件或文件夹：", "无法打开 "))
    assert "找不到文件或文件夹：nowhere" == refused("nowhere")


def test_folders_without_anything_to_check_are_refused() -> None:
    put_all("a/b.json", "c.txt")
    kinds = "、".join(SUFFIXES)

    assert f"文件夹里没有可以检查的文件（{kinds}）：a、./a" == refused("a", "./a")
    assert ["c.txt"] == found_files("a", "c.txt")


def test_folders_with_nothing_but_files_of_other_kinds_are_refused_with_their_names() -> None:
    put_all("a/b.zip", "a/c.jpg", "c.txt")

    assert refused("a").endswith("：a；其中有 2 个文件是 gklint 读不了的类型，如 a/b.zip、a/c.jpg")


def test_links_that_lead_in_a_circle_end() -> None:
    put_all("a/b.txt")
    Path("a/again").symlink_to("..")
    Path("a/self.txt").symlink_to("self.txt")
    Path("a/gone.txt").symlink_to("nowhere")
    Path("a/self.zip").symlink_to("self.zip")

    assert () == find_files(["a"], Configs()).others
    assert ["a/b.txt", "a/gone.txt", "a/self.txt"] == found_files("a")
    assert "找不到文件或文件夹：a/self.txt" == refused("a/self.txt")


def test_a_folder_that_is_a_link_is_searched_when_it_is_named() -> None:
    put_all("a/b.txt")
    Path("c").symlink_to("a")

    assert ["c/b.txt"] == found_files("c")
    assert ["a/b.txt"] == found_files(".")


def deny(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder cannot be opened any more."""
    scandir = os.scandir

    def refuse(asked: Path) -> object:
        if asked == folder:
            raise PermissionError(13, "Permission denied", str(asked))
        return scandir(asked)

    monkeypatch.setattr("os.scandir", refuse)


def test_a_folder_without_permission_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put_all("a/b.txt")
    deny(Path("a"), monkeypatch)

    assert "无法打开 a：没有权限，或文件正在 Word 等程序中打开" == refused("a")


def test_a_folder_below_without_permission_is_found_in_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_all("a/b/c.txt", "a/d.txt", "a/0.txt")
    deny(Path("a/b"), monkeypatch)

    assert ["a/0.txt", "a/b", "a/d.txt"] == found_files("a")


# -- excluded ----------------------------------------------------------------------------------


def test_what_is_excluded_is_not_found_in_folders() -> None:
    put_all("a/b.txt", "a/草稿/c.txt", "a/d.bak.txt", "草稿/e.txt", "f.txt")
    Path("gklint.toml").write_text('exclude = ["/草稿/", "a/草稿", "*.bak.txt"]', "utf-8")

    assert ["a/b.txt", "f.txt"] == found_files(".")
    assert ["a/b.txt"] == found_files("a")


def test_what_is_excluded_is_not_checked_even_if_named() -> None:
    put_all("草稿/a.txt", "b.txt")
    Path("gklint.toml").write_text('exclude = ["草稿/"]', "utf-8")
    excluded = Path("草稿/a.txt")

    assert Found((Path("b.txt"),), (excluded,)) == find_files(["草稿/a.txt", "b.txt"], Configs())
    assert Found((), (excluded,)) == find_files(["草稿/a.txt", "./草稿/a.txt"], Configs())
    assert Found((excluded,), ()) == find_files(["草稿/a.txt"], Configs(isolated=True))


def test_a_folder_with_nothing_but_excluded_files_says_so() -> None:
    put_all("草稿/a.txt", "b/c.txt")
    Path("gklint.toml").write_text('exclude = ["草稿/", "c.txt"]', "utf-8")

    assert refused("草稿").endswith("）：草稿；其中有文件或文件夹按 exclude 不检查")
    assert refused("b").endswith("）：b；其中有文件或文件夹按 exclude 不检查")
    put_all("b/d.txt", **{"b/.gitignore": "d.txt"})
    assert refused("b").endswith("）：b；其中有文件或文件夹按 .gitignore 和 exclude 不检查")


def test_an_excluded_folder_is_not_even_opened() -> None:
    put_all("草稿/gklint.toml", "b.txt")
    Path("草稿/gklint.toml").write_text("wrong", "utf-8")
    Path("gklint.toml").write_text('exclude = ["草稿"]', "utf-8")

    assert ["b.txt"] == found_files(".")
    Path("gklint.toml").write_text("", "utf-8")
    with pytest.raises(ConfigError, match=r"^草稿/gklint\.toml:1: TOML 语法有误"):
        found_files(".")


# -- .gitignore --------------------------------------------------------------------------------


def test_gitignore_counts_in_folders_and_not_for_named_files() -> None:
    put_all("a/b.txt", "a/c.txt", "a/d/c.txt", **{"a/.gitignore": "/c.txt\n"})

    assert ["a/b.txt", "a/d/c.txt"] == found_files("a")
    assert ["a/c.txt", "a/b.txt", "a/d/c.txt"] == found_files("a/c.txt", "a")


def test_gitignore_above_counts_only_within_a_repository() -> None:
    put_all("a/b.txt", "a/c.txt", **{".gitignore": "c.txt\n"})
    assert ["a/b.txt", "a/c.txt"] == found_files("a")

    Path(".git").mkdir()
    assert ["a/b.txt"] == found_files("a")


def test_gitignore_of_an_outer_repository_does_not_count_in_an_inner_one() -> None:
    put_all("a/b.txt", "a/c.txt", ".git/x", "a/.git/x", **{".gitignore": "c.txt\n"})

    assert ["a/b.txt", "a/c.txt"] == found_files("a")
    assert ["a/b.txt", "a/c.txt"] == found_files(".")


def test_gitignore_can_be_turned_off() -> None:
    put_all("a.txt", "b/c.txt", "b/d.txt", **{".gitignore": "*.txt\n"})
    Path("gklint.toml").write_text("respect-gitignore = false", "utf-8")

    assert ["a.txt", "b/c.txt", "b/d.txt"] == found_files(".")
    Path("b/gklint.toml").write_text('respect-gitignore = true\nexclude = ["d.txt"]', "utf-8")
    assert ["a.txt"] == found_files(".")


def test_a_searched_folder_that_git_ignores_stays_ignored() -> None:
    put_all("out/a.txt", ".git/x", **{".gitignore": "out/\n", "out/.gitignore": "!a.txt\n"})

    assert refused("out").endswith("）：out；其中有文件或文件夹按 .gitignore 不检查")


def test_what_is_wrong_with_a_gitignore_is_passed_over() -> None:
    put_all("a.txt", "b.txt", "c/d.txt")
    Path(".gitignore").write_bytes(
        b"\xef\xbb\xbfa.txt\r\n[\n\\\n!\n\xff\xfe\n[z-a].txt\n[[:no:]]\n"
    )
    Path("c/.gitignore").mkdir()

    assert ["b.txt", "c/d.txt"] == found_files(".")
