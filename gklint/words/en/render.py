"""What output formats say besides the messages of findings."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- severities -----------------------------------------------------------------------------
    "render.error": "error",
    "render.warning": "warning",
    "render.info": "info",
    # -- places without lines -------------------------------------------------------------------
    "render.place-page": "page {number}",
    "render.place-paragraph": "paragraph {number}",
    "render.place-table": "table {number}",
    "render.place-row": "row {number}",
    "render.place-cell": "cell {number}",
    "render.place-line": "line {number}",
    "render.place-words": "“{number}”",
    "render.place-joint": ", ",
    "render.at-place": "{place}: {message}",
    # -- findings, in several formats -----------------------------------------------------------
    "render.basis": "basis: {basis}",
    "render.reason-until": "{reason} (until {until})",
    "render.comment": "{severity} {code}: {message}",
    # -- text -----------------------------------------------------------------------------------
    "render.checked": "{path}: {counts}",
    "render.checked-clean": "{path}: no findings. {counts}",
    "render.checked-clean-but": "{path}: no other findings. {counts}",
    "render.counts": "{total} checks: {passed} passed, {failed} failed, {undecided} "
    "undecided{others}",
    "render.undecided": "undecided: {reason}",
    "render.more-undecided": "… ({count} more)",
    "render.summary": "{files} files checked: {error} errors, {warning} warnings, {info} "
    "notes{others}.",
    "render.accepted": ", {count} accepted",
    "render.known": ", {count} in the baseline",
    # -- files of no kind to read ----------------------------------------------------------------
    "render.others": "{count} files were not checked: gklint cannot read their kinds (unpack "
    "archives; save pictures and spreadsheets as Word, PDF or text):",
    "render.others-more": "… and {count} more; --show-files lists them all",
    "render.others-counted": "; {count} files not checked",
    "render.other": "not checked: gklint cannot read files of this kind",
    # -- statistics -----------------------------------------------------------------------------
    "render.column-findings": "findings",
    "render.column-files": "files",
    "render.column-severity": "severity",
    "render.column-rule": "rule",
    "render.column-name": "name",
    "render.column-finds": "what it finds",
    # -- github ---------------------------------------------------------------------------------
    "render.github-over": "{summary} GitHub annotates the first {most} of each level; "
    "the log of this step has all.",
    "render.github-head": "| level | place | rule | message |",
    "render.github-rules": "A rule explained: `gklint rule CODE`",
    "render.github-more": "{count} more in the log of this step.",
    # -- junit ----------------------------------------------------------------------------------
    "render.junit-accepted": "accepted: {reason}",
    "render.junit-known": "in the baseline",
    # -- sarif ----------------------------------------------------------------------------------
    "render.sarif-root": "the folder in which gklint was run",
    "render.sarif-safe": "safe to apply",
    "render.sarif-unsafe": "check after applying",
    # -- rules, as sarif and `gklint rule` describe them ----------------------------------------
    "render.rule-basis": "basis: {fact} ({source})",
    "render.rule-grade": "grade of the basis: {grade}",
    "render.rule-bad": "bad:",
    "render.rule-good": "good:",
    "render.rule-deleted": "(deleted)",
    "render.rule-last-year": "Last year's report:",
}
