"""What is wrong with a configuration file."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- what was expected ----------------------------------------------------------------------
    "config.no-table": "没有 [tool.gklint] 这个表",
    "config.a-code": '规则代码，如 "GK303"',
    "config.a-prefix": '规则代码或其前缀，如 "GK4"',
    "config.codes": '规则代码的列表，如 ["GK303", "GK4"]',
    "config.levels": '“规则代码 = "级别"”的表',
    "config.a-path": '路径，如 "rules/本地.yaml"',
    "config.paths": '路径的列表，如 ["reports", "rules/本地.yaml"]',
    "config.a-pattern": '模式，如 "草稿/"',
    "config.a-plain-pattern": "模式",
    "config.patterns": '模式的列表，如 ["草稿/", "*.bak.docx"]',
    "config.per-file": "“模式 = 表”的表",
    # -- patterns -------------------------------------------------------------------------------
    "config.no-pattern": "“{text}”不是 .gitignore 那样的模式：{problem}",
    "config.matches-nothing": "“{text}”不能匹配任何文件：这里的模式不能为空，也不能以“!”或“#”开头",
    "config.pattern-open": "“[”没有与之成对的“]”",
    "config.pattern-backslash": "末尾多了“\\”",
    "config.pattern-empty": "缺少文字",
    "config.pattern-class": "没有字符类“[:{name}:]”",
}
