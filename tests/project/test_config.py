"""The configuration: found upwards, checked key by key, as its JSON Schema has it."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any, NoReturn

import jsonschema
import pytest

from gklint.errors import ConfigError
from gklint.files.keyed import code_problem
from gklint.files.paths import relative
from gklint.files.tomlfile import parse
from gklint.project.config import Config, Configs, PerFile, find, load
from gklint.project.settings import KEYS, schema
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from tests.support.paths import ROOT
from tests.support.running import python

pytestmark = pytest.mark.usefixtures("here")


SCHEMA = ROOT / "gklint" / "gklint.schema.json"
FULL = """\
select = ["GK2", "GK3"]
ignore = ["GK305"]
fail-on = "warning"
rules = ["rules/本地.yaml", "../共用.yaml"]
paths = ["reports"]
exclude = ["草稿/", "*.bak.txt"]
respect-gitignore = false
accept = "accept.toml"
baseline = "baseline.json"

[severity]
GK303 = "info"

[per-file-rules."2019*/"]
ignore = ["GK2"]

[per-file-rules."/reports/青石县*.txt"]
select = ["GK3"]
severity = { GK303 = "error" }
"""


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def refused(text: str, name: str = "gklint.toml") -> str:
    """What is said of a configuration."""
    with pytest.raises(ConfigError) as caught:
        load(put(Path.cwd() / name, text)).check_codes(load_rules().rules)
    return str(caught.value)


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
    ) == load(put(root / "gklint.toml", FULL))


def test_an_empty_configuration_says_nothing(tmp_path: Path) -> None:
    file = put(tmp_path / "gklint.toml")

    assert Config(tmp_path, file) == load(file)


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


# -- what is wrong with it ---------------------------------------------------------------------

WRONG = {
    "unknown-key": (
        'select = []\n\ningore = ["GK3"]',
        "gklint.toml:3: ingore：不认识“ingore”；是否想写 ignore？",
    ),
    "unlike-any-key": (
        '"年报" = 1',
        'gklint.toml:1: "年报"：不认识“年报”；可用的有：select、ignore、severity、fail-on、rules、'
        "paths、exclude、respect-gitignore、accept、baseline、per-file-rules",
    ),
    "text-for-list": (
        'select = "GK3"',
        'gklint.toml:1: select：应为规则代码的列表，如 ["GK303", "GK4"]，现为 "GK3"',
    ),
    "number-for-code": (
        "ignore = [\n  3,\n]",
        'gklint.toml:2: ignore：应为规则代码或其前缀，如 "GK4"，现为 3',
    ),
    "empty-code": (
        'select = [""]',
        'gklint.toml:1: select：应为规则代码或其前缀，如 "GK4"，现为 ""',
    ),
    "text-for-table": (
        'severity = "info"',
        'gklint.toml:1: severity：应为“规则代码 = "级别"”的表，现为 "info"',
    ),
    "unknown-level": (
        '[severity]\nGK303 = "warn"',
        "gklint.toml:2: severity.GK303：不认识“warn”；是否想写 warning？",
    ),
    "number-for-level": (
        "severity.GK303 = 1",
        "gklint.toml:1: severity.GK303：应为 error、warning、info 之一，现为 1",
    ),
    "unknown-threshold": (
        'fail-on = "fatal"',
        "gklint.toml:1: fail-on：不认识“fatal”；可用的有：error、warning、info、never",
    ),
    "flag-for-threshold": (
        "fail-on = false",
        "gklint.toml:1: fail-on：应为 error、warning、info、never 之一，现为 false",
    ),
    "text-for-paths": (
        'paths = "reports"',
        'gklint.toml:1: paths：应为路径的列表，如 ["reports", "rules/本地.yaml"]，现为 "reports"',
    ),
    "list-for-path": (
        'accept = ["a.toml"]',
        'gklint.toml:1: accept：应为路径，如 "rules/本地.yaml"，现为 ["a.toml"]',
    ),
    "date-for-path": (
        "baseline = 2024-01-02",
        'gklint.toml:1: baseline：应为路径，如 "rules/本地.yaml"，现为 "2024-01-02"',
    ),
    "text-for-patterns": (
        'exclude = "草稿/"',
        'gklint.toml:1: exclude：应为模式的列表，如 ["草稿/", "*.bak.docx"]，现为 "草稿/"',
    ),
    "open-set": (
        'exclude = ["a/", "[a"]',
        "gklint.toml:1: exclude：“[a”不是 .gitignore 那样的模式：“[”没有与之成对的“]”",
    ),
    "text-for-flag": (
        'respect-gitignore = "true"',
        'gklint.toml:1: respect-gitignore：应为 true 或 false（不加引号），现为 "true"',
    ),
    "codes-for-table": (
        '[per-file-rules]\n"a.txt" = ["GK3"]',
        'gklint.toml:2: per-file-rules."a.txt"：应为含 select、ignore、severity 的表，现为 ["GK3"]',
    ),
    "list-for-patterns": (
        'per-file-rules = ["a.txt"]',
        'gklint.toml:1: per-file-rules：应为“模式 = 表”的表，现为 ["a.txt"]',
    ),
    "unknown-key-of-pattern": (
        '[per-file-rules."a.txt"]\nexclude = []',
        'gklint.toml:2: per-file-rules."a.txt".exclude：不认识“exclude”；'
        "可用的有：select、ignore、severity",
    ),
    "negated-pattern": (
        '[per-file-rules."!a.txt"]',
        'gklint.toml:1: per-file-rules."!a.txt"：“!a.txt”不能匹配任何文件：'
        "这里的模式不能为空，也不能以“!”或“#”开头",
    ),
    "blank-pattern": (
        '[per-file-rules." "]',
        'gklint.toml:1: per-file-rules." "：“ ”不能匹配任何文件：'
        "这里的模式不能为空，也不能以“!”或“#”开头",
    ),
    "lower-case-code": (
        'select = ["gk303"]',
        "gklint.toml:1: select：没有规则“gk303”，是否想写 GK303？",
    ),
    "letter-for-digit": (
        'ignore = ["GK3O3"]',
        "gklint.toml:1: ignore：没有规则“GK3O3”，是否想写 GK303？",
    ),
    "unknown-prefix": (
        'ignore = ["GK3",\n "XY"]',
        "gklint.toml:2: ignore：没有规则“XY”；gklint rule 列出全部规则",
    ),
    "prefix-for-code": (
        'severity = { GK303 = "info", GK5 = "info" }',
        "gklint.toml:1: severity.GK5：没有规则“GK5”；gklint rule 列出全部规则",
    ),
    "unknown-code-of-pattern": (
        '[per-file-rules."a.txt"]\nselect = ["GK3"]\nseverity.GK3033 = "info"',
        'gklint.toml:3: per-file-rules."a.txt".severity.GK3033：没有规则“GK3033”，是否想写 GK303？',
    ),
    "syntax": (
        "select = [\n",
        "gklint.toml:1: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）",
    ),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_line_and_key(text: str, message: str) -> None:
    assert message == refused(text)


def test_in_pyproject_the_key_is_named_from_its_table() -> None:
    text = '[project]\nname = "a"\n\n[tool.gklint]\nselekt = []\n'

    assert "pyproject.toml:5: tool.gklint.selekt：不认识“selekt”；是否想写 select？" == refused(
        text, "pyproject.toml"
    )
    assert "pyproject.toml:5: tool.gklint.select：没有规则“X”；gklint rule 列出全部规则" == refused(
        text.replace("selekt = []", 'select = ["X"]'), "pyproject.toml"
    )
    assert "pyproject.toml:1: 没有 [tool.gklint] 这个表" == refused("[tool]\n", "pyproject.toml")
    assert refused("[tool]\ngklint = 1", "pyproject.toml").endswith(
        "respect-gitignore、accept、baseline、per-file-rules 的表，现为 1"
    )


def test_a_code_that_begins_no_rule_is_a_problem() -> None:
    assert code_problem("GK3", ["GK303"], whole=False) is None
    assert code_problem("GK303", ["GK303"], whole=True) is None
    assert "没有规则“GK3”；gklint rule 列出全部规则" == code_problem("GK3", ["GK303"], whole=True)


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


# -- the JSON Schema ---------------------------------------------------------------------------


def test_the_shipped_schema_is_current(request: pytest.FixtureRequest) -> None:
    """Run ``python -m pytest tests/project/test_config.py --update-goldens`` when this fails."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--update-goldens"):
        SCHEMA.write_text(text, "utf-8")

    assert text == SCHEMA.read_text("utf-8")
    jsonschema.Draft7Validator.check_schema(schema())


def fits(value: Any) -> bool:
    return jsonschema.Draft7Validator(schema()).is_valid(value)


def test_the_schema_takes_what_is_taken() -> None:
    assert fits(parse("a.toml", FULL.encode()).value)
    assert fits({})


# What only the rules, or the syntax of patterns, can tell.
BEYOND = ("open-set", "lower-case-code", "letter-for-digit", "unknown-prefix", "prefix-for-code")


@pytest.mark.parametrize("name", [name for name in WRONG if name != "syntax"])
def test_the_schema_refuses_what_is_refused(name: str) -> None:
    beyond = name in (*BEYOND, "unknown-code-of-pattern")

    assert beyond == fits(parse("a.toml", WRONG[name][0].encode()).value)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_each_key_is_described_in_both_languages(key: Any) -> None:
    assert f"{key.zh}\n\n{key.en}" == schema()["properties"][key.name]["description"]


def test_no_toml_is_loaded_where_there_is_none(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[project]\n")
    code = (
        "import sys; from pathlib import Path; from gklint.project.config import Configs\n"
        "Configs().of(Path.cwd())\n"
        "print(*{'tomllib', 'tomli'} & {*sys.modules})"
    )

    assert (0, "\n", "") == python("-c", code)


def test_the_examples_of_all_keys_are_valid_together(tmp_path: Path) -> None:
    path = tmp_path / "gklint.toml"
    path.write_text("".join(f"{key.name} = {key.example}\n" for key in KEYS), "utf-8")
    config = load(path)

    assert (tmp_path / "年报",) == config.paths
    assert ("GK5",) == config.per_file_rules[0].ignore
    config.check_codes(load_rules().rules)
