"""What is wrong with a command as it was typed."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "usage.compare-no-file": "there is no file {path}; compare takes two files",
    # -- commands and options -------------------------------------------------------------------
    "usage.no-command": "please give a command, such as gklint check report.docx (checks a "
    "report); gklint --help lists all commands",
    "usage.path-for-command": "please give the command, such as gklint check {path}",
    "usage.unknown-option": "unknown option: {options} ({command} --help lists all options)",
    "usage.wrong-option": "{problem} ({command} --help lists all options)",
    "usage.unknown-command": "no such command: {value} (there are {known})",
    "usage.unknown-value": "option {option} knows no {value} (it may be {known})",
    "usage.no-value": "option {option} needs a value",
    "usage.no-values": "option {option} needs at least one value",
    "usage.no-value-wanted": "option {option} takes no value: {value}",
    "usage.ambiguous": "{option} is short for several options: {known}",
    "usage.missing": "missing: {names}",
    "usage.of-option": "option {option}: {problem}",
    "usage.other": "{problem}",
    "usage.not-a-count": "a positive integer is expected, not “{found}”",
    "usage.not-a-date": "a date such as 2026-12-31 is expected, not “{found}”",
    "usage.config-and-isolated": "--config and --isolated exclude each other",
    "usage.severity": "--severity {found}: the level must be one of {levels}",
    "usage.limit": "--limit {found}: NAME=N is expected, N a positive integer, NAME one of {names}",
    # -- files to check -------------------------------------------------------------------------
    "usage.no-paths": "please name files or folders to check, such as {example} "
    "(or paths in gklint.toml)",
    "usage.no-paths-but-rules": "please name files or folders to check, such as {example} "
    "(or paths in gklint.toml); files to check come before --rules",
    "usage.example-check": "gklint check report.docx",
    "usage.example-baseline": "gklint baseline reports/ -o baseline.json",
    "usage.no-such-path": "no such file or folder: {path}",
    "usage.nothing-to-check": "nothing to check ({kinds}) in {paths}",
    "usage.nothing-but-others": "nothing to check ({kinds}) in {paths}; {count} files are of kinds "
    "that gklint cannot read, such as {examples}",
    "usage.nothing-but-left-out": "nothing to check ({kinds}) in {paths}; "
    "something there is left out by {left_out}",
    "usage.exclude-and-gitignore": ".gitignore and exclude",
    # -- check ----------------------------------------------------------------------------------
    "usage.stdin-and-paths": "“-” (standard input) and other paths exclude each other",
    "usage.not-for-stdin": "{option} cannot be used with standard input",
    "usage.fix-and-diff": "--fix and --diff exclude each other: --diff only shows what would "
    "change",
    "usage.unsafe-fixes-alone": "--unsafe-fixes needs --fix or --diff",
    "usage.diff-and-screen": "--diff takes the screen; for the findings, give --format "
    "{format}=FILE",
    "usage.statistics-and-screen": "--statistics takes the place of the findings on the screen; "
    "for other formats, give --format FORMAT=FILE",
    "usage.unknown-format": "no output format “{format}”; there are {known}",
    "usage.no-file-of-format": "--format {format}: a file name is expected after “=”",
    "usage.two-on-screen": "only one format can go to the screen; "
    "for the others, give --format FORMAT=FILE",
    # -- annotate, extract ----------------------------------------------------------------------
    "usage.annotate-folder": "this is a folder, not a file: {path}",
    "usage.annotate-nothing": "no such file: {path}",
    "usage.annotate-other": "only .docx files can be annotated; please save it as .docx: {path}",
    "usage.annotate-output": "the output is a Word file, its name should end in .docx: "
    "-o {stem}.docx",
    "usage.annotate-same": "the output cannot be the file itself; please choose another name: "
    "-o {stem}-annotated.docx",
    "usage.no-format": "no format “{format}”; please give --format, there are {known}",
    "usage.xlsx-on-screen": "for xlsx, please name a file with -o, such as -o summary.xlsx",
    "usage.extract-too-many": "more than {limit} reports do not fit into an Excel sheet; "
    "please use csv",
    # -- accept, baseline, lsp ------------------------------------------------------------------
    "usage.empty-reason": "--reason cannot be empty: findings are accepted for a reason",
    "usage.day-is-over": "--until {day}: this day is over, so nothing would be accepted",
    "usage.no-accept-file": "please name the accept file, such as --accept gklint-accept.toml",
    "usage.no-baseline": "please name the baseline with -o, such as {example}",
    "usage.needed-by-corpus": "Corpora need further packages; please run: {command}",
    "usage.needed-by-lsp": "the language server needs more packages; please run: {command}",
    "usage.needed-by-scan": "to read scans, more packages are needed; please run: {command}",
    "usage.needed-by-web": "the page needs more packages; please run: {command}",
    "usage.needed-by-new": "making a new report needs more packages; please run: {command}",
    "usage.needed-by-review": "a review needs more packages; please run: {command}",
    # -- while it runs --------------------------------------------------------------------------
    "usage.cannot-go-on": "cannot go on: {reason}",
    "usage.cannot-go-on-file": "cannot go on: {path}: {reason}",
    "usage.cannot-watch": "the folders cannot be watched: {reason}",
    "usage.process-ended": "the system ended a process (perhaps memory ran out), so that not all "
    "was checked; please try again with --jobs 1",
}
