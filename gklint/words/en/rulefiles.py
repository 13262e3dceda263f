"""What is wrong with rule files."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- the file -------------------------------------------------------------------------------
    "rulefiles.missing": "no such rule file",
    "rulefiles.not-yaml": "{path}: not a rule file (.yaml); files to check come before --rules",
    "rulefiles.no-rules": "the rule set is empty: it has no rules",
    "rulefiles.no-rule-set": "a rule file holds a list rules: (or wordings:, severity:)",
    "rulefiles.severities": "expected code: severity",
    "rulefiles.not-acceptable": "expected a list of codes of rules",
    "rulefiles.extends": "expected default, none or another rule file",
    "rulefiles.extends-itself": "a rule set cannot extend itself",
    "rulefiles.rules": "expected a list: each rule begins with “- code: …”",
    # -- a rule ---------------------------------------------------------------------------------
    "rulefiles.rule": "expected a rule (key: value)",
    "rulefiles.code": "the code of a rule is capital letters and digits (such as GK303), "
    "not “{found}”",
    "rulefiles.code-taken": "{code} is defined in {file} already",
    "rulefiles.code-twice": "the rule {code} stands here twice, line {line} has it already",
    "rulefiles.yields-to-itself": "a rule cannot yield to itself, or none of these is reported "
    "at one place: {circle}",
    "rulefiles.missing-key": "{code} lacks “{key}”",
    "rulefiles.languages": "expected a Chinese (zh) and an English (en) text",
    "rulefiles.basis": "expected zh, en, source and grade",
    "rulefiles.no-source": "“source” is missing (where the basis comes from)",
    "rulefiles.a-code": "the code of a rule",
    "rulefiles.codes": "a list of codes of rules",
    "rulefiles.since": 'text, such as "0.2"',
    "rulefiles.version": "a version of the form",
    "rulefiles.versions": "a list of versions of the form",
    "rulefiles.samples": "a list of samples",
    "rulefiles.body": "the name of a body",
    "rulefiles.file": "the name of a file",
    "rulefiles.reports": "a list of reports of bodies",
    "rulefiles.line": "a line of text",
    "rulefiles.replacement": "the text instead, or null (deleted)",
    "rulefiles.replacements": "a table of line of the sample report: text instead",
    "rulefiles.no-text": "texts are missing: {kinds}",
    "rulefiles.no-such-line": "the sample report has no such line: {line}",
    "rulefiles.braces": "a brace {{}} lacks its counterpart",
    # -- options --------------------------------------------------------------------------------
    "rulefiles.text": "text",
    "rulefiles.texts": "a list of texts",
    "rulefiles.expressions": "a list of regular expressions",
    "rulefiles.tables": "a list of tables",
    "rulefiles.rows": "a list of rows",
    "rulefiles.columns": "a list of columns",
    "rulefiles.cells": "a list of cells",
    "rulefiles.differences": "a list of differences",
    "rulefiles.sums": "a list of sums of cells",
    "rulefiles.counts": "a table of what is counted: [sums of cells, …]",
    "rulefiles.roles": "a table of “role: a table of expressions”",
    "rulefiles.numbers": "a table of “regular expression: right number”",
    "rulefiles.beyond": "a table of “scope: [levels, …]”",
    "rulefiles.selves": "a table of “regular expression: [ends of names, …]”",
    "rulefiles.signs": "a table of “text that stands there: a table of expressions and numbers”",
    "rulefiles.sought": "a table of “what has to stand there: regular expression”",
    "rulefiles.pair": "a pair of brackets",
    "rulefiles.pairs": "a table of regular expression: pair of brackets",
    "rulefiles.no-pair": "expected a pair of brackets, two characters, not “{found}”",
    "rulefiles.no-cell": "there is no cell “{cell}”",
    # -- formulas -------------------------------------------------------------------------------
    "rulefiles.formula": "a formula, such as a + b = c",
    "rulefiles.sum": "a sum, such as a + b",
    "rulefiles.formula-wrong": "the formula “{text}”: {problem}",
    "rulefiles.sum-wrong": "“{text}”: {problem}",
    "rulefiles.not-understood": "from here on not understood; write it like {example}",
    "rulefiles.not-complete": "not complete; write it like {example}",
    "rulefiles.formula-example": "a + b = c or sum(a..d) = e",
    "rulefiles.sum-example": "a + b or sum(a..d)",
    "rulefiles.sum-of-cells": "only rows or cells of tables can be added up here, "
    "such as requests.new + requests.carried_in",
    "rulefiles.formula-fits-nothing": "no row (column) of the table has all names of the formula",
    "rulefiles.formula-both-sides": "“{name}” stands on both sides, so that it cancels out",
}
