"""Rules and settings explained: `gklint rule`, and the pages below docs/."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- `gklint rule` --------------------------------------------------------------------------
    "pages.severity": "severity: {severity}",
    "pages.finds": "finds: {finds}",
    "pages.grade": "grade of the basis: {grade} ({means})",
    "pages.mending": "fix: {how}",
    "pages.accepting": "accept: {how}",
    "pages.output": "gklint says:",
    "pages.file": "rule file: {file}",
    # -- `gklint rule` and the pages ------------------------------------------------------------
    "pages.fix-safe": "{options} where possible",
    "pages.fix-unsafe": "{options} where possible; look at it afterwards",
    "pages.fix-none": "none",
    "pages.acceptable": "with a reason: {comment}",
    "pages.not-acceptable": "not possible",
    "pages.accept-comment": "<!-- gklint: accept {code} reason: … -->",
    # -- all pages ------------------------------------------------------------------------------
    "pages.generated": "Generated from `{source}` by `python -m gklint.docs`; do not edit.",
    # -- configuration.md -----------------------------------------------------------------------
    "pages.configuration": "Configuration",
    "pages.configuration-files": "In `gklint.toml`, or `[tool.gklint]` of `pyproject.toml`. The "
    "nearest upwards from each file counts, alone; paths and patterns start at its folder.",
    "pages.configuration-tables": "A table like `[severity]` comes after the other keys: all that "
    "follows belongs to it.",
    "pages.configuration-options": "The command line comes first: `--select` replaces select and "
    "ignore, `--ignore` and `--severity` add. `--config FILE` uses this file only, `--isolated` "
    "none. `gklint check --show-settings` shows what is in force.",
    "pages.configuration-cache": "`cache`: `gklint check` keeps what came of each file (what "
    "is written of it in the formats asked for, and counts) in the user's cache folder; "
    "`gklint cache dir` says where. A file is not checked again while it, its name, settings, "
    "rules, accept file, baseline, last year's reports, formats and gklint are the same. "
    "Not for `--fix`, `--diff` and standard input; what cannot be read is tried each time. "
    "Only you can read it; it has at most 512 MB, the oldest goes first. `gklint cache clear` "
    "empties it, `--no-cache` or `GKLINT_NO_CACHE` in the environment does without it, "
    "`GKLINT_CACHE_DIR` names another folder.",
    "pages.configuration-schema": "Editors can use "
    "[gklint.schema.json](../gklint/gklint.schema.json).",
    "pages.configuration-example": "Example",
    "pages.configuration-does": "What it does",
    # -- rules.md -------------------------------------------------------------------------------
    "pages.rules": "Rules",
    "pages.rules-codes": "A code is never used for something else; the page of a renamed code "
    "stays "
    "and points to the new one.",
    "pages.rules-defaults": "Defaults are widened in minor versions only; patch versions can only "
    "take findings away.",
    "pages.column-code": "Code",
    "pages.column-severity": "Severity",
    "pages.column-name": "Name",
    "pages.column-finds": "What it finds",
    # -- the page of a rule ---------------------------------------------------------------------
    "pages.all-rules": "All rules",
    "pages.sentence": "{text}",
    "pages.fact": "{fact} ({source})",
    "pages.grade-means": "{means}.",
    "pages.title-basis": "Basis",
    "pages.title-grade": "Grade",
    "pages.title-bad": "Bad",
    "pages.title-good": "Good",
    "pages.title-fix": "Fix",
    "pages.title-configuration": "Configuration",
    "pages.title-accept": "Accept",
    "pages.fix-command": "`gklint check report.txt {options}`",
    "pages.always-on": "It is always on; only its severity can be changed.",
    "pages.ways": "To leave it out, use nothing else, or change its severity: any of these.",
    "pages.by-command": "Command line",
    "pages.by-rule-set": "Rule set",
    "pages.some-files": "drafts/",
    "pages.never-accepted": "What this rule finds cannot be accepted.",
    "pages.accept-text": "In text, Markdown, HTML: at the end of the line.",
    "pages.accept-other": "For Word and PDF: in an accept file, which `check --accept` reads.",
    "pages.accept-command": "gklint accept report.docx --code {code} --reason verified "
    "--accept gklint-accept.toml",
    "pages.corpus-column": "column",
    "pages.corpus-type": "type",
    "pages.corpus-says": "what it says",
    "pages.corpus-view": "view",
    "pages.corpus-views": "Ready views",
}
