"""What is wrong with files that are no reports: not to be read or written, or not valid."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- the frames: which file, line and key ---------------------------------------------------
    "files.in-file": "{path}: {problem}",
    "files.at-line": "{name}:{place}: {problem}",
    "files.at-key": "{name}:{place}: {key}: {problem}",
    # -- reading and writing --------------------------------------------------------------------
    "files.missing": "no such file",
    "files.missing-path": "no such file or folder",
    "files.no-file": "this is a pipe or a device, not a file",
    "files.cannot-read": "it cannot be read: {reason}",
    "files.cannot-open": "{path} cannot be opened: {reason}",
    "files.cannot-write": "{path} cannot be written: {reason}",
    "files.output-is-input": "the output cannot be a file that is checked; "
    "please choose another name: {path}",
    "files.bad-name": "the name has a character that no name can have",
    "files.too-many-bytes": "the file is too large, at most {most} MB",
    # -- why the system refuses -----------------------------------------------------------------
    "files.no-permission": "it is not permitted, or a program such as Word has the file open",
    "files.read-only-disk": "the disk is read-only",
    "files.disk-full": "the disk is full",
    "files.too-large": "the file is larger than the system allows",
    "files.no-folder": "there is no such folder",
    "files.name-too-long": "the name is too long",
    "files.is-folder": "this is a folder, not a file",
    "files.system-says": "{text}",
    # -- values of any kind ---------------------------------------------------------------------
    "files.unknown": "unknown: “{value}”; there are {known}",
    "files.and-others": "{names}, …",
    "files.unknown-near": "unknown: “{value}”; did you mean {near}?",
    "files.unknown-code": "there is no rule “{code}”; gklint rule lists all rules",
    "files.unknown-code-near": "there is no rule “{code}”, did you mean {near}?",
    "files.expected": "expected {expected}, not {found}",
    "files.expected-one-of": "expected one of {known}, not {found}",
    "files.expected-flag": "expected true or false (without quotes), not {found}",
    "files.expected-number": "expected a whole number, at least {at_least}, not {found}",
    "files.expected-table-of": "expected a table of {known}, not {found}",
    "files.missing-key": "“{name}” is missing",
    "files.expression": "a regular expression",
    "files.expression-wrong": "the regular expression “{text}” is wrong: {problem}",
    "files.expression-open": "“(” has no “)”",
    "files.expression-closed": "“)” has no “(”",
    "files.expression-set": "“[” has no “]”",
    "files.expression-range": "in “[…]”, these cannot stand beside “-”: "
    "they are the wrong way round, or no single characters",
    "files.expression-nothing-to-repeat": "there is nothing to repeat before * + ? or {{}}",
    "files.expression-repeated-twice": "two of * + ? {{}} in a row",
    "files.expression-repeated-less": "it is to be repeated at least more often than at most",
    "files.expression-repeated-more": "it is to be repeated too often",
    "files.expression-escape": "this cannot follow “\\”",
    "files.expression-behind": "what stands in (?<=…) or (?<!…) must have one length",
    "files.expression-flags": "flags such as (?i) are written wrongly, or not at the beginning",
    "files.expression-extension": "this cannot follow “(?”",
    "files.expression-reference": "it refers to a group that is not there, or not closed yet",
    "files.expression-name": "the name of a group is wrong, or stands twice",
    "files.expression-deep": "its brackets are nested too deeply",
    "files.expression-ambiguous": "in “[…]” this may come to mean something else; "
    "put “\\” before “[”, “-”, “&”, “|” or “~”",
    "files.expression-other": "it cannot be read",
    "files.expression-at": "at character {at}, {what}",
    "files.expression-said": "{problem} (Python: {original})",
    "files.expression-groups": "the regular expression “{text}” should have {count} groups",
    # -- accept files ---------------------------------------------------------------------------
    "files.accept-head": "Findings that are accepted on purpose, written by gklint accept. "
    "Delete an entry once its finding is corrected.",
    "files.accept-missing": "no such accept file; gklint accept makes one",
    "files.accept-entry": "each entry begins with “[[accept]]”",
    "files.accept-text": "“{key}” is missing (text in quotes)",
    "files.accept-day": "a date without quotes is expected, such as 2026-12-31",
    "files.accept-damaged": "an accept file cannot hold such a file name or reason, "
    "as it has damaged characters; please rename the file",
    "files.accept-closed": "no entry can follow at its end; please write each entry as "
    "“[[accept]]”",
    "files.previous-missing": "no such file or folder (of last year's reports)",
    # -- baselines ------------------------------------------------------------------------------
    "files.baseline-missing": "no such baseline; gklint baseline makes one",
    "files.baseline-again": "please make it anew with gklint baseline",
    "files.baseline-other": "this is no baseline of gklint",
    "files.baseline-version": "this is a baseline of version {found}, gklint {gklint} knows only "
    "version {known}",
    "files.baseline-no-list": "the baseline is incomplete: findings should be a list",
    "files.baseline-entry": "the baseline is incomplete: expected an entry with code and "
    "fingerprint",
    "files.baseline-text": "the baseline is incomplete: “{key}” is missing (text)",
}
