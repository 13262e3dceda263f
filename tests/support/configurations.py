"""A configuration that says all that can be said."""

from __future__ import annotations

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
