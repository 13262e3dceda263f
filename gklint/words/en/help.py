"""``--help``: what commands and options are for.  A key is that of an option as it is typed."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- the frame ------------------------------------------------------------------------------
    "help.usage": "usage: ",
    "help.arguments": "arguments",
    "help.options": "options",
    "help.commands": "commands",
    "help.gklint": "Checks annual reports on the disclosure of government information: structure, "
    "tables, sums, and whether text and numbers agree.",
    "help.--help": "show this help",
    "help.--version": "show the version",
    # -- what stands for a value ----------------------------------------------------------------
    "help.command": "COMMAND",
    "help.reason": "REASON",
    "help.date": "DATE",
    # -- several commands -----------------------------------------------------------------------
    "help.paths": "files or folders",
    "help.--lang": "the language (default: {default})",
    "help.--rules": "files that add rules or override them",
    "help.--select": "use these rules only (by code or prefix, such as GK3)",
    "help.--ignore": "leave these rules out",
    "help.--severity": "change the severity of a rule",
    "help.--config": "use this configuration file only (default: the nearest gklint.toml upwards)",
    "help.--isolated": "read no configuration file",
    "help.--accept": "an accept file: what it accepts with a reason is not listed",
    "help.--baseline": "a baseline: only findings that it does not have are listed",
    "help.--previous": "last year's report, or a folder of such reports (found by agency and year)",
    "help.--limit": "limits for each file: file, text (MB), pages, pieces, tables, depth, "
    "entries, seconds",
    "help.--no-scan": "do not read the text of pictures and scans",
    "help.--jobs": "the number of processes (default: one for each core)",
    # -- compare --------------------------------------------------------------------------------
    "help.web": "open a page on which reports are dropped to be checked",
    "help.--port": "the port (default {default}; 0: any that is free)",
    "help.--open": "open the browser too",
    "help.--host": "let other machines open it: the address of this one in the network; "
    "needs --password-file",
    "help.--name": "another name by which browsers call it, such as that of a proxy",
    "help.--password-file": "a file with what --hash-password printed",
    "help.--hash-password": "ask for a password and print its hash",
    "help.compare": "compare two versions of a report: numbers, sentences and findings",
    "help.compare-old": "the file before",
    "help.compare-new": "the file after",
    "help.compare-format": "text, json, xlsx (default text)",
    # -- corpus ---------------------------------------------------------------------------------
    "help.corpus": "turn reports by the hundred thousand into tables that one can ask",
    "help.corpus-run": "check reports in bulk and write tables; run again, it does only what is "
    "new",
    "help.corpus-sources": "folders, files, patterns, zip or tar archives, manifests (.csv, "
    ".parquet), or addresses such as s3://",
    "help.corpus-output": "the folder of the tables",
    "help.corpus-scheduler": "a running Dask cluster instead of this machine, such as "
    "tcp://10.0.0.1:8786",
    "help.corpus-against": "other rules (.yaml; default: the shipped ones): the table effects "
    "says what differs",
    "help.corpus-timeout": "how many seconds one file may take (default: %(default)s)",
    "help.corpus-again": "also try again what could not be checked before",
    "help.corpus-prune": "drop what is known of files that are gone",
    "help.corpus-ask": "ask these tables in SQL, or see ready views",
    "help.corpus-folder": "the folder that gklint corpus run wrote",
    "help.corpus-sql": "one query, like SELECT code, count(*) FROM findings GROUP BY code",
    "help.corpus-view": "a ready view in place of SQL: error_rates and others",
    "help.corpus-format": "text, csv, json, xlsx (default text)",
    "help.corpus-answer": "write to this file; its ending tells the format",
    "help.corpus-picture": "draw it too (.svg or .png): the picture of a view, or what a query of "
    "two or three columns gives",
    "help.corpus-alike": "find texts that are nearly the same, across bodies and years",
    # -- review ---------------------------------------------------------------------------------
    "help.review": "review reports together: who may publish, who has to mend what",
    "help.--bodies": "the bodies that report: a YAML file, or an XLSX file (see docs/bodies.md)",
    "help.--template": "the template of letters (default: our own)",
    "help.review-until": "the day that letters name, like 2026-01-20",
    "help.--against": "other rules to compare with: default (those shipped) or a file",
    "help.review-output": "the folder for the result",
    # -- check ----------------------------------------------------------------------------------
    "help.check": "check reports",
    "help.check-paths": "files or folders; - is standard input",
    "help.--stdin-filename": "what standard input is called",
    "help.--format": "{formats} (default: text); may be given several times",
    "help.--statistics": "show only how often each rule found something, not each finding",
    "help.--fail-on": "exit with status 1 at this severity or above (default: error)",
    "help.--fix": "correct what can safely be corrected (no number is changed)",
    "help.--diff": "show what --fix would change, and change nothing",
    "help.--unsafe-fixes": "with --fix or --diff: also what has to be looked at afterwards",
    "help.--no-cache": "neither use nor keep results of files",
    "help.--watch": "check again whenever a file changes, Ctrl+C to stop",
    "help.--show-settings": "show the configuration in force, and check nothing",
    "help.--show-files": "show which files would be checked, and check nothing",
    # -- rule -----------------------------------------------------------------------------------
    "help.rule": "list the rules, or explain one",
    "help.rule-code": "the code of a rule, such as GK303",
    # -- annotate -------------------------------------------------------------------------------
    "help.annotate": "write the findings as comments into a copy of a Word file",
    "help.annotate-path": "the Word file to check",
    "help.annotate-output": "the copy with the comments",
    # -- extract --------------------------------------------------------------------------------
    "help.extract": "extract the data of reports: tables, agency, year, contact",
    "help.extract-format": "json, jsonl, csv or xlsx (default: by the suffix of -o, or json); "
    "the heads of csv are the names of json, with --lang zh Chinese",
    "help.extract-output": "write into this file and show nothing",
    # -- new ------------------------------------------------------------------------------------
    "help.new": "make a blank report in the mandated form (a Word file), with numbers if there are",
    "help.new-output": "the Word file to write; one that is there already is never replaced",
    "help.--numbers": "numbers to fill in: .xlsx, .csv or .json as gklint extract writes them, "
    "or a sheet laid out like the tables of the form; totals that are blank are computed",
    "help.agency": "AGENCY",
    "help.--agency": "the body that the title names; tells which report of --numbers is meant",
    "help.--year": "the year of the report, which decides on the form (default: the newest)",
    # -- anonymise ------------------------------------------------------------------------------
    "help.anonymise": "write a copy with invented words in which the same is found, to be shown",
    "help.anonymise-path": "the report: text, Markdown, a web page or .docx",
    "help.anonymise-output": "the copy with invented words",
    # -- accept ---------------------------------------------------------------------------------
    "help.accept": "accept findings for a reason (written into the accept file)",
    "help.--code": "the rule whose findings are accepted",
    "help.--reason": "why they are accepted",
    "help.--until": "the last day, such as 2026-12-31",
    "help.--cell": "only what is found in this cell, such as granted.total (named as in json)",
    # -- baseline -------------------------------------------------------------------------------
    "help.baseline": "note what is found now, so that only new findings are listed from now on",
    "help.--check": "write nothing, only compare with the baseline: list what it lacks and what is "
    "gone; exit status 1 if they differ",
    "help.baseline-output": "the baseline (default: baseline of the configuration)",
    # -- lsp ------------------------------------------------------------------------------------
    "help.cache": "the cache: where it is (dir), or throw away what is in it (clear)",
    "help.cache-what": "clear: throw away what is in it; dir: print its path",
    "help.lsp": "a language server for editors (on standard input and output)",
    "help.lsp-lang": "the language (default: as the editor says, or {default})",
    "help.--stdio": "what some editors add; makes no difference",
    # -- completion -----------------------------------------------------------------------------
    "help.completion": "print a script for completion in a shell",
    "help.completion-shell": "{shells}",
    "help.completion-more": "Prints a script by which a shell completes commands, options, values "
    "and file names of gklint when Tab is pressed.",
    "help.completion-install": """\
Store the script where the shell looks for it, and open a new terminal; do so again when gklint
was upgraded:

  bash (needs bash-completion)
    mkdir -p ~/.local/share/bash-completion/completions
    gklint completion bash > ~/.local/share/bash-completion/completions/gklint
  zsh (with the line fpath=(~/.zfunc $fpath) in ~/.zshrc, before compinit)
    mkdir -p ~/.zfunc
    gklint completion zsh > ~/.zfunc/_gklint
  fish
    mkdir -p ~/.config/fish/completions
    gklint completion fish > ~/.config/fish/completions/gklint.fish
  PowerShell (in $PROFILE)
    gklint completion powershell | Out-String | Invoke-Expression
""",
}
