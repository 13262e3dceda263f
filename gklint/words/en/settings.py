"""The keys of a configuration file: what they are for, and an example of a value."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "settings.all": "The settings of gklint",
    "settings.select": "Use these rules only, by code or prefix.  Empty: all.",
    "settings.ignore": "Leave these rules out, by code or prefix.  Against select the longer "
    "prefix counts.",
    "settings.severity": "The severity of rules: code = error, warning or info.",
    "settings.fail-on": "Exit with status 1 if something is at least this serious.  Default: "
    "error.",
    "settings.rules": "Files that add or override rules.  Relative to the folder of this file.",
    "settings.paths": "Files and folders to check when the command line names none.",
    "settings.exclude": "What is not checked, even if named on the command line; patterns as in "
    ".gitignore, but ? and […] are one character, not one byte.",
    "settings.respect-gitignore": "Skip what .gitignore ignores when folders are searched.  "
    "Default: true.",
    "settings.accept": "The file of findings that are accepted on purpose, with reasons.",
    "settings.baseline": "The baseline: findings that it has are not new.",
    "settings.previous": "Last year's report, or a folder of such, in which that of each agency is "
    "found to compare with.",
    "settings.cache": "Keep what came of each file in the user's cache folder, so that it is not "
    "checked again while it is unchanged.  Default: true.",
    "settings.scan": "Whether pages that are pictures are read by recognition (needs gklint"
    "[scan]). Default true.",
    "settings.per-file-rules": "For some files only: pattern as in .gitignore = table of select, "
    "ignore, severity.",
    # -- examples -------------------------------------------------------------------------------
    "settings.example-select": '["GK3", "GK403"]',
    "settings.example-ignore": '["GK108"]',
    "settings.example-severity": '{{GK206 = "error"}}',
    "settings.example-fail-on": '"warning"',
    "settings.example-rules": '["local-rules.yaml"]',
    "settings.example-paths": '["reports"]',
    "settings.example-exclude": '["drafts/", "*.bak.docx"]',
    "settings.example-respect-gitignore": "false",
    "settings.example-accept": '"accept.toml"',
    "settings.example-baseline": '"baseline.json"',
    "settings.example-previous": '"last-year"',
    "settings.example-cache": "false",
    "settings.example-scan": "false",
    "settings.example-per-file-rules": '{{"towns/*" = {{ignore = ["GK5"]}}}}',
}
