"""The keys of a configuration: what is wrong is told with line and key; their JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gklint.errors import ConfigError
from gklint.files.keyed import code_problem
from gklint.files.tomlfile import parse
from gklint.project.config import load
from gklint.project.settings import KEYS, schema
from gklint.ruleset.loading import load_rules
from gklint.words import say
from tests.support.configurations import FULL
from tests.support.folders import put
from tests.support.paths import ROOT

pytestmark = pytest.mark.usefixtures("here")
SCHEMA = ROOT / "gklint" / "gklint.schema.json"


def refused(text: str, name: str = "gklint.toml") -> str:
    """What is said of a configuration."""
    with pytest.raises(ConfigError) as caught:
        load(put(Path.cwd() / name, text)).check_codes(load_rules().rules)
    return str(caught.value)


# -- what is wrong with it ---------------------------------------------------------------------


WRONG = {
    "unknown-key": (
        'select = []\n\ningore = ["GK3"]',
        "gklint.toml:3: ingore：不认识“ingore”；是否想写 ignore？",
    ),
    "unlike-any-key": (
        '"年报" = 1',
        'gklint.toml:1: "年报"：不认识“年报”；可用的有：select、ignore、severity、fail-on、rules、'
        "paths、exclude、respect-gitignore、accept、baseline、previous、cache 等",
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
    "open-set-behind-a-class": (
        'exclude = ["[[:alpha:]"]',
        "gklint.toml:1: exclude：“[[:alpha:]”不是 .gitignore 那样的模式：“[”没有与之成对的“]”",
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
        'gklint.toml:1: per-file-rules." "：应为模式，现为 " "',
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
        "respect-gitignore、accept、baseline、previous、cache、scan、per-file-rules 的表，现为 1"
    )


def test_a_code_that_begins_no_rule_is_a_problem() -> None:
    assert code_problem("GK3", ["GK303"], whole=False) is None
    assert code_problem("GK303", ["GK303"], whole=True) is None
    problem = code_problem("GK3", ["GK303"], whole=True)
    assert problem
    assert "没有规则“GK3”；gklint rule 列出全部规则" == problem.said("zh")


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
BEYOND = (
    "open-set",
    "open-set-behind-a-class",
    "lower-case-code",
    "letter-for-digit",
    "unknown-prefix",
    "prefix-for-code",
)


@pytest.mark.parametrize("name", [name for name in WRONG if name != "syntax"])
def test_the_schema_refuses_what_is_refused(name: str) -> None:
    beyond = name in (*BEYOND, "unknown-code-of-pattern")

    assert beyond == fits(parse("a.toml", WRONG[name][0].encode()).value)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_each_key_is_described_in_both_languages(key: Any) -> None:
    zh, en = (say(lang, f"settings.{key.name}") for lang in ("zh", "en"))

    assert zh != en
    assert f"{zh}\n\n{en}" == schema()["properties"][key.name]["description"]


@pytest.mark.parametrize(("lang", "folder"), [("zh", "年报"), ("en", "reports")])
def test_the_examples_of_all_keys_are_valid_together(
    lang: str, folder: str, tmp_path: Path
) -> None:
    path = tmp_path / "gklint.toml"
    examples = (f"{key.name} = {say(lang, f'settings.example-{key.name}')}\n" for key in KEYS)
    path.write_text("".join(examples), "utf-8")
    config = load(path)

    assert (tmp_path / folder,) == config.paths
    assert ("GK5",) == config.per_file_rules[0].ignore
    config.check_codes(load_rules().rules)
