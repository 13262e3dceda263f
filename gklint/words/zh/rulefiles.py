"""What is wrong with rule files."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- the file -------------------------------------------------------------------------------
    "rulefiles.missing": "找不到这个规则文件",
    "rulefiles.not-yaml": "{path}: 不是规则文件（.yaml）；要检查的文件请写在 --rules 之前",
    "rulefiles.no-rules": "规则集是空的：没有任何规则",
    "rulefiles.no-rule-set": "规则文件应含 rules: 列表（或 wordings:、severity:）",
    "rulefiles.severities": "应为“规则代码: 级别”",
    "rulefiles.not-acceptable": "应为规则代码的列表",
    "rulefiles.extends": "应为 default、none 或另一个规则文件",
    "rulefiles.extends-itself": "规则集不能继承自己",
    "rulefiles.rules": "应为列表：每条规则以“- code: …”开头",
    # -- a rule ---------------------------------------------------------------------------------
    "rulefiles.rule": "应为一条规则（键: 值）",
    "rulefiles.code": "规则代码应为大写字母加数字（如 GK303），现为“{found}”",
    "rulefiles.code-taken": "{code} 已由 {file} 定义",
    "rulefiles.missing-key": "{code} 缺少“{key}”",
    "rulefiles.languages": "应有中文（zh）和英文（en）两种文字",
    "rulefiles.basis": "应有 zh、en、source 和 grade",
    "rulefiles.no-source": "缺少“source”（依据的出处）",
    "rulefiles.a-code": "规则代码",
    "rulefiles.codes": "规则代码的列表",
    "rulefiles.since": '文字，如 "0.2"',
    "rulefiles.version": "格式的版本",
    "rulefiles.versions": "格式的版本的列表",
    "rulefiles.samples": "样本的列表",
    "rulefiles.line": "一行文字",
    "rulefiles.replacement": "改成的文字，或 null（删去）",
    "rulefiles.replacements": "“样本报告里的一行: 改成的文字”",
    "rulefiles.no-text": "缺少文字：{kinds}",
    "rulefiles.no-such-line": "样本报告里没有这一行：{line}",
    "rulefiles.braces": "花括号 {{}} 没有成对",
    # -- options --------------------------------------------------------------------------------
    "rulefiles.text": "文字",
    "rulefiles.texts": "文字的列表",
    "rulefiles.expressions": "正则表达式的列表",
    "rulefiles.rows": "行的列表",
    "rulefiles.columns": "列的列表",
    "rulefiles.cells": "格的列表",
    "rulefiles.differences": "差别的列表",
    "rulefiles.sums": "表中的数的列表",
    "rulefiles.counts": "“数什么: [表中的数, …]”的表",
    "rulefiles.levels": "“级别: 正则表达式”的表",
    "rulefiles.fields": "“领域: [词, …]”的表",
    "rulefiles.roles": "“角色: [正则表达式, …]”的表",
    "rulefiles.numbers": "“正则表达式: 正确的文号”的表",
    "rulefiles.pair": "一对括号",
    "rulefiles.pairs": "“正则表达式: 一对括号”的表",
    "rulefiles.no-pair": "应为一对括号，两个字符，现为“{found}”",
    "rulefiles.no-cell": "没有“{cell}”这一格",
    # -- formulas -------------------------------------------------------------------------------
    "rulefiles.formula-wrong": "公式“{text}”{problem}",
    "rulefiles.sum-wrong": "“{text}”{problem}",
    "rulefiles.formula-column": "第 {column} 列看不懂；写法如 a + b = c 或 sum(a..d) = e",
    "rulefiles.sum-column": "第 {column} 列看不懂；写法如 a + b 或 sum(a..d)",
    "rulefiles.sum-of-cells": "这里只能把表中的行或格相加，例如 requests.new + requests.carried_in",
    "rulefiles.formula-fits-nothing": "表中没有任何一行（列）含有公式里的全部名称",
    "rulefiles.formula-both-sides": "“{name}”在等号两边都有，总是抵消",
}
