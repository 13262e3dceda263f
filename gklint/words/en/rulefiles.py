"""What is wrong with rule files."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "rulefiles.no-pair": "expected a pair of brackets, two characters, not “{found}”",
    "rulefiles.no-such-line": "the sample report has no such line: {line}",
}
