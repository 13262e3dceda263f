"""The keys of a configuration file.

``KEYS`` says all there is to say of a key; the checks and the JSON Schema are made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gklint.files.keyed import KeyPath
from gklint.files.kinds import FLAG, Kind, choice, listing, made, record, table, text
from gklint.files.tomlfile import TomlFile
from gklint.project.gitignore import pattern
from gklint.ruleset.severity import Severity
from gklint.version import HOME


class Key(NamedTuple):
    """A key of the file, a value as it may be written, and what it is for."""

    name: str
    kind: Kind
    example: str
    zh: str
    en: str

    @property
    def field(self) -> str:
        """Its field of ``Config``."""
        return self.name.replace("-", "_")


def _keys(keys: Sequence[Key]) -> Kind:
    """A table of known keys, taken as ``{field: value}``."""
    fields = {key.name: key.field for key in keys}
    known = record(
        {key.name: key.kind for key in keys},
        described={key.name: f"{key.zh}\n\n{key.en}" for key in keys},
    )
    return made(lambda found: {fields[name]: value for name, value in found.items()}, known)


def _pattern_problem(text: str) -> str | None:
    try:
        pattern(text)
    except ValueError as error:
        return f"“{text}”不是 .gitignore 那样的模式：{error}"
    return None


def _single_pattern_problem(text: str) -> str | None:
    if text.startswith(("!", "#")) or not text.strip():
        return f"“{text}”不能匹配任何文件：这里的模式不能为空，也不能以“!”或“#”开头"
    return _pattern_problem(text)


_LEVELS = tuple(str(level) for level in Severity)
_CODE = text('规则代码，如 "GK303"')
_CODES = listing(text('规则代码或其前缀，如 "GK4"'), '规则代码的列表，如 ["GK303", "GK4"]')
_LEVEL_OF_CODE = table(made(Severity, choice(*_LEVELS)), '“规则代码 = "级别"”的表', _CODE)
_PATH = made(Path, text('路径，如 "rules/本地.yaml"'))
_PATHS = listing(_PATH, '路径的列表，如 ["reports", "rules/本地.yaml"]')
_PATTERNS = listing(
    text('模式，如 "草稿/"', _pattern_problem), '模式的列表，如 ["草稿/", "*.bak.docx"]'
)
_SINGLE_PATTERN = Kind(
    {"type": "string", "pattern": r"^(?![!#]).*\S"}, text("模式", _single_pattern_problem).take
)
RULE_KEYS = (
    Key(
        "select",
        _CODES,
        '["GK3", "GK403"]',
        "只用这些规则：代码或前缀。空表示全部。",
        "Use these rules only, by code or prefix.  Empty: all.",
    ),
    Key(
        "ignore",
        _CODES,
        '["GK108"]',
        "不用这些规则：代码或前缀。与 select 冲突时，较长的前缀算数。",
        "Leave these rules out, by code or prefix.  Against select the longer prefix counts.",
    ),
    Key(
        "severity",
        _LEVEL_OF_CODE,
        '{GK206 = "error"}',
        "改变规则的级别：代码 = error、warning 或 info。",
        "The severity of rules: code = error, warning or info.",
    ),
)
KEYS = (
    *RULE_KEYS,
    Key(
        "fail-on",
        choice(*_LEVELS, "never"),
        '"warning"',
        "有此级别或更严重的问题时，退出码为 1。默认 error。",
        "Exit with status 1 if something is at least this serious.  Default: error.",
    ),
    Key(
        "rules",
        _PATHS,
        '["本地规则.yaml"]',
        "增加或覆盖规则的文件。相对路径从本文件所在的文件夹算起。",
        "Files that add or override rules.  Relative to the folder of this file.",
    ),
    Key(
        "paths",
        _PATHS,
        '["年报"]',
        "命令行没有给出路径时，检查这些文件和文件夹。",
        "Files and folders to check when the command line names none.",
    ),
    Key(
        "exclude",
        _PATTERNS,
        '["草稿/", "*.bak.docx"]',
        "不检查的文件和文件夹，写法同 .gitignore；在命令行给出的文件也不检查。",
        "What is not checked, even if named on the command line; patterns as in .gitignore.",
    ),
    Key(
        "respect-gitignore",
        FLAG,
        "false",
        "在文件夹里查找时，跳过 .gitignore 忽略的文件。默认 true。",
        "Skip what .gitignore ignores when folders are searched.  Default: true.",
    ),
    Key(
        "accept",
        _PATH,
        '"接受.toml"',
        "记录有意接受的问题及其理由的文件。",
        "The file of findings that are accepted on purpose, with reasons.",
    ),
    Key(
        "baseline",
        _PATH,
        '"基线.json"',
        "基线文件：其中已有的问题不算新问题。",
        "The baseline: findings that it has are not new.",
    ),
    Key(
        "per-file-rules",
        table(_keys(RULE_KEYS), "“模式 = 表”的表", _SINGLE_PATTERN),
        '{"街道/*" = {ignore = ["GK5"]}}',
        "只对部分文件的设置：模式（写法同 .gitignore）= 含 select、ignore、severity 的表。",
        "For some files only: pattern as in .gitignore = table of select, ignore, severity.",
    ),
)
_FILE = _keys(KEYS)


def take(file: TomlFile, path: KeyPath) -> dict[str, Any]:
    """The settings that stand at ``path``, by field.  Raises ConfigError."""
    value = file.value
    for name in path:
        value = value[name]
    found: dict[str, Any] = _FILE.take(file, path, value)
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema of gklint.toml, shipped as gklint/gklint.schema.json."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{HOME}/gklint.schema.json",
        "title": "gklint.toml",
        "description": "gklint 的设置\n\nThe settings of gklint",
        **_FILE.schema,
    }
