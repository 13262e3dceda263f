"""What is wrong with a configuration file."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- what was expected ----------------------------------------------------------------------
    "config.no-table": "there is no table [tool.gklint]",
    "config.a-code": 'the code of a rule, such as "GK303"',
    "config.a-prefix": 'the code of a rule or its beginning, such as "GK4"',
    "config.codes": 'a list of codes of rules, such as ["GK303", "GK4"]',
    "config.levels": 'a table of code = "severity"',
    "config.a-path": 'a path, such as "rules/local.yaml"',
    "config.paths": 'a list of paths, such as ["reports", "rules/local.yaml"]',
    "config.a-pattern": 'a pattern, such as "drafts/"',
    "config.a-plain-pattern": "a pattern",
    "config.patterns": 'a list of patterns, such as ["drafts/", "*.bak.docx"]',
    "config.per-file": "a table of pattern = table",
    # -- patterns -------------------------------------------------------------------------------
    "config.no-pattern": "“{text}” is no pattern as in .gitignore: {problem}",
    "config.matches-nothing": "“{text}” cannot match any file: a pattern here must not be empty, "
    "nor begin with “!” or “#”",
    "config.pattern-open": "“[” lacks its “]”",
    "config.pattern-backslash": "there is a “\\” at its end",
    "config.pattern-empty": "it is empty",
    "config.pattern-class": "there is no class of characters “[:{name}:]”",
}
