"""What is wrong with rule files."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "rulefiles.no-pair": "应为一对括号，两个字符，现为“{found}”",
    "rulefiles.no-such-line": "样本报告里没有这一行：{line}",
}
