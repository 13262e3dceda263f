"""Configuration files."""

from __future__ import annotations

from pathlib import Path

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
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
