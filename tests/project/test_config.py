"""The configuration: found upwards, checked key by key, as its JSON Schema has it."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import NoReturn

import pytest

from gklint.errors import ConfigError
from gklint.files.paths import relative
from gklint.project.config import Config, Configs, PerFile, find, load
from gklint.project.settings import KEYS
from gklint.ruleset.severity import Severity
from tests.support.configurations import FULL
from tests.support.folders import put
from tests.support.running import python

pytestmark = pytest.mark.usefixtures("here")


# -- what it says ------------------------------------------------------------------------------


def test_all_that_a_configuration_says_is_taken_from_its_own_folder(tmp_path: Path) -> None:
    root = tmp_path / "县"

    assert Config(
        root=root,
        file=root / "gklint.toml",
        select=("GK2", "GK3"),
        ignore=("GK305",),
        severity={"GK303": Severity.INFO},
        fail_on="warning",
        rules=(root / "rules" / "本地.yaml", tmp_path / "共用.yaml"),
        paths=(root / "reports",),
        exclude=("草稿/", "*.bak.txt"),
        respect_gitignore=False,
        accept=root / "accept.toml",
        baseline=root / "baseline.json",
        per_file_rules=(
            PerFile("2019*/", ignore=("GK2",)),
            PerFile("/reports/青石县*.txt", ("GK3",), (), {"GK303": Severity.ERROR}),
        ),
    ) == load(put(root / "gklint.toml", FULL))._replace(source=None)


def test_an_empty_configuration_says_nothing(tmp_path: Path) -> None:
    file = put(tmp_path / "gklint.toml")

    assert Config(tmp_path, file) == load(file)._replace(source=None)


def test_the_settings_are_shown_under_the_names_of_the_file(tmp_path: Path) -> None:
    shown = load(put(tmp_path / "gklint.toml", FULL)).shown()

    assert [key.name for key in KEYS] == [*shown]
    assert shown == json.loads(json.dumps(shown))
    assert [str(tmp_path / "reports")] == shown["paths"]
    assert {"GK303": "info"} == shown["severity"]
    assert {
        "2019*/": {"select": [], "ignore": ["GK2"], "severity": {}},
        "/reports/青石县*.txt": {"select": ["GK3"], "ignore": [], "severity": {"GK303": "error"}},
    } == shown["per-file-rules"]
    assert "error" == Config(tmp_path).shown()["fail-on"]


def test_entries_for_some_files_are_found_by_their_patterns(tmp_path: Path) -> None:
    config = load(put(tmp_path / "县" / "gklint.toml", FULL))

    def patterns(name: str) -> list[str]:
        return [entry.pattern for entry in config.for_file(Path("县", name)).per_file_rules]

    assert ["2019*/"] == patterns("旧/2019年/a.txt")
    assert ["/reports/青石县*.txt"] == patterns("reports/青石县水务局.txt")
    assert ["2019*/", "/reports/青石县*.txt"] == patterns("reports/青石县2019.txt/2019/b.txt")
    assert [] == patterns("a/reports/青石县水务局.txt")
    assert [] == patterns("../2019/a.txt")


def test_what_lies_in_an_excluded_folder_is_excluded(tmp_path: Path) -> None:
    config = load(put(tmp_path / "县" / "gklint.toml", FULL))

    assert config.excludes(tmp_path / "县" / "a" / "草稿" / "b" / "c.txt")
    assert config.excludes(Path("县/a.bak.txt"))
    assert config.excludes(Path("县/草稿"), folder=True)
    assert not config.excludes(Path("县/草稿"))
    assert not config.excludes(Path("县/a.txt"))
    assert not config.excludes(Path("草稿/a.txt"))
    assert not config.excludes(Path("县"), folder=True)


def test_paths_are_told_from_the_root_without_following_links(tmp_path: Path) -> None:
    root = tmp_path / "县"
    put(root / "真" / "a.txt")
    (root / "链").symlink_to("真")

    assert "链/a.txt" == relative(Path("县/链/a.txt"), root)
    assert "../b.txt" == relative(tmp_path / "b.txt", root)
    assert "." == relative(Path("县"), root)


# -- which one holds ---------------------------------------------------------------------------


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    outer, inner = put(tmp_path / "gklint.toml"), put(tmp_path / "a" / "gklint.toml")
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)

    assert inner == find(tmp_path / "a" / "b" / "c")
    assert outer == find(tmp_path)
    assert outer == find(tmp_path / "nowhere")


def test_in_one_folder_gklint_toml_goes_before_pyproject(tmp_path: Path) -> None:
    pyproject = put(tmp_path / "a" / "pyproject.toml", "[tool.gklint]\n")
    assert pyproject == find(tmp_path / "a")

    file = put(tmp_path / "a" / "gklint.toml")
    assert file == find(tmp_path / "a")


@pytest.mark.parametrize(
    "text",
    ["[project]\n", '[project]\ndependencies = ["gklint"]\n', "no toml gklint", "tool = 'gklint'"],
)
def test_a_pyproject_without_the_table_is_passed_over(tmp_path: Path, text: str) -> None:
    file = put(tmp_path / "gklint.toml")
    put(tmp_path / "a" / "pyproject.toml", text)

    assert file == find(tmp_path / "a")


def test_the_table_may_be_written_in_other_ways(tmp_path: Path) -> None:
    file = put(tmp_path / "pyproject.toml", 'tool.gklint.select = ["GK3"]')

    assert file == find(tmp_path)
    assert ("GK3",) == load(file).select


def test_a_broken_pyproject_with_the_table_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[project]\nname = a\n[tool.gklint]\n")

    with pytest.raises(ConfigError, match=r"^pyproject\.toml:2: TOML 语法有误：值写得不对"):
        find(tmp_path)


def test_a_configuration_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, mode: str) -> NoReturn:
        assert "rb" == mode
        raise PermissionError(errno.EACCES, "no")

    put(tmp_path / "gklint.toml")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(ConfigError) as caught:
        Configs().of(tmp_path)

    assert "gklint.toml：无法读取：没有权限，或文件正在 Word 等程序中打开" == str(caught.value)


def test_a_folder_of_that_name_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "a" / "gklint.toml").mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").symlink_to("pyproject.toml")
    file = put(tmp_path / "gklint.toml")

    assert file == find(tmp_path / "a")


def test_a_file_and_its_folder_have_the_same_configuration(tmp_path: Path) -> None:
    put(tmp_path / "a" / "gklint.toml", 'select = ["GK3"]')
    put(tmp_path / "a" / "b" / "c.txt")
    configs = Configs()

    assert tmp_path / "a" == configs.of(Path("a")).root
    assert configs.of(Path("a")) is configs.of(Path("a/b/c.txt"))
    assert configs.of(Path("a")) is configs.of(Path("a/b/../b/not-written-yet.txt"))
    assert configs.of(Path("a")) is configs.of(tmp_path / "a" / "b")


def test_a_given_configuration_holds_for_all_files(tmp_path: Path) -> None:
    put(tmp_path / "gklint.toml", "wrong")
    put(tmp_path / "ci" / "strict.toml", 'select = ["GK3"]')
    configs = Configs(Path("ci/strict.toml"))

    assert tmp_path / "ci" == configs.of(tmp_path / "a.txt").root
    assert ("GK3",) == configs.of(Path("/")).select


def test_a_given_configuration_has_to_exist() -> None:
    with pytest.raises(ConfigError) as caught:
        Configs(Path("ci/strict.toml")).of(Path("a.txt"))

    assert "ci/strict.toml：找不到这个文件" == str(caught.value)


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    put(tmp_path / "gklint.toml", "wrong")

    assert Config(tmp_path) == Configs(isolated=True).of(tmp_path / "a" / "b.txt")
    assert Config(tmp_path) == Configs(tmp_path / "no.toml", isolated=True).of(tmp_path)


def test_without_configuration_paths_start_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "a" / ".git").mkdir(parents=True)
    put(tmp_path / "b" / ".git", "gitdir: elsewhere")

    assert Config(tmp_path / "a") == Configs(isolated=True).of(tmp_path / "a" / "x" / "c.txt")
    assert Config(tmp_path / "b") == Configs(isolated=True).of(tmp_path / "b")
    assert Config(tmp_path) == Configs(isolated=True).of(tmp_path / "c")


def test_an_excluded_folder_stays_so_whatever_it_says_itself(tmp_path: Path) -> None:
    put(tmp_path / "gklint.toml", 'exclude = ["旧/"]')
    put(tmp_path / "旧" / "年" / "gklint.toml", 'exclude = ["!*"]')
    put(tmp_path / "新" / "gklint.toml", 'exclude = ["b.txt"]')
    configs = Configs()

    assert configs.excludes(Path("旧/年/a.txt"))
    assert configs.excludes(Path("新/b.txt"))
    assert not configs.excludes(Path("新/a.txt"))
    assert not configs.excludes(Path("b.txt"))
    assert not Configs(Path("新/gklint.toml")).excludes(Path("旧/年/a.txt"))


def test_no_toml_is_loaded_where_there_is_none(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[project]\n")
    code = (
        "import sys; from pathlib import Path; from gklint.project.config import Configs\n"
        "Configs().of(Path.cwd())\n"
        "print(*{'tomllib', 'tomli'} & {*sys.modules})"
    )

    assert (0, "\n", "") == python("-c", code)
