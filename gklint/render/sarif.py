"""``--format sarif``: one run in SARIF 2.1.0, as GitHub code scanning and editors read it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from gklint.diagnostics import Diagnostic, Related, Severity
from gklint.linter import CRASHED, UNREADABLE, Report
from gklint.render.ci import local, markdown
from gklint.render.json import cell, dump, place, suspect
from gklint.render.plain import printable, told
from gklint.resources import HOME, VERSION, rule_page
from gklint.ruleset import Rule, Sample
from gklint.source import Place, Range

_ROOT = "%SRCROOT%"
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_WORDS = {
    "zh": {
        "basis": "依据：{fact}（{source}）",
        "grade": "依据等级：",
        "bad": "有误的写法：",
        "good": "正确的写法：",
        "deleted": "（删去）",
        "root": "运行 gklint 的文件夹",
    },
    "en": {
        "basis": "basis: {fact} ({source})",
        "grade": "grade of the basis: ",
        "bad": "bad:",
        "good": "good:",
        "deleted": "(deleted)",
        "root": "the folder in which gklint was run",
    },
}


def sarif(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:
    """The whole run.

    Paths are relative to the working folder, for GitHub the root of the repository, and do not
    tell where that is; only a file elsewhere has its absolute URI.
    """
    files = {report.path: local(report.path) for report in reports}
    uris = {found: index for index, found in enumerate(dict.fromkeys(map(uri, files.values())))}
    artifacts = {path: _artifact(file, uris) for path, file in files.items()}
    writer = _Writer(lang, {code: index for index, code in enumerate(rules)}, artifacts)
    run = {
        "tool": {"driver": _driver(rules, lang)},
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _WORDS[lang]["root"]}}},
        "invocations": [writer.invocation(reports)],
        "artifacts": [
            {"location": {"uri": found, **_base(found)}, "roles": ["analysisTarget"]}
            for found in uris
        ],
        "results": [
            writer.result(report, found) for report in reports for found in report.diagnostics
        ],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def uri(path: PurePath | None) -> str:
    """A path as a URI, relative if it is, by the bytes of its name; None is standard input."""
    from urllib.parse import quote

    if path is None:
        return "untitled:stdin"
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _artifact(file: Path | None, uris: Mapping[str, int]) -> dict[str, Any]:
    found = uri(file)
    return {"uri": found, **_base(found), "index": uris[found]}


def _base(found: str) -> dict[str, str]:
    """From where a URI is relative; only absolute ones have a colon."""
    return {} if ":" in found else {"uriBaseId": _ROOT}


# -- what was found --------------------------------------------------------------------------


@dataclass(frozen=True)
class _Writer:
    """``rules``: where in the run each code is described; ``artifacts``: each path's location."""

    lang: str
    rules: Mapping[str, int]
    artifacts: Mapping[str | None, Mapping[str, Any]]

    def result(self, report: Report, found: Diagnostic) -> dict[str, Any]:
        related = [
            {"id": count, **self.location(report.path, note, told(note, self.lang))}
            for count, note in enumerate(found.related, 1)
        ]
        return {
            "ruleId": found.code,
            "ruleIndex": self.rules[found.code],
            "level": _LEVELS[found.severity],
            "message": _message(told(found, self.lang)),
            "locations": [self.location(report.path, found)],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": _fingerprints(found),
            "properties": _properties(found),
        }

    def invocation(self, reports: Sequence[Report]) -> dict[str, Any]:
        """Whether all was checked; SARIF calls a run failed if something was not."""
        notifications = [
            {
                "descriptor": {"id": found.code},
                "associatedRule": {"id": found.code, "index": self.rules[found.code]},
                "level": "error",
                "message": _message(printable(found.message)),
                "locations": [self.location(report.path, found)],
            }
            for report in reports
            for found in report.diagnostics
            if found.code in (UNREADABLE, CRASHED)
        ]
        return {
            "executionSuccessful": not notifications,
            "toolExecutionNotifications": notifications,
        }

    def location(
        self, path: str | None, found: Diagnostic | Related, said: str = ""
    ) -> dict[str, Any]:
        """A place in a file, as a region or, where there are no lines, by its name."""
        physical: dict[str, Any] = {"artifactLocation": self.artifacts[path]}
        if found.range:
            physical["region"] = _region(found.range)
        location: dict[str, Any] = {"physicalLocation": physical}
        if found.place:
            location["logicalLocations"] = [_logical(found.place)]
        if said:
            location["message"] = _message(said)
        if found.place:
            location["properties"] = {"place": place(found.place)}
        return location


def _region(found: Range) -> dict[str, int]:
    (line, column), (end_line, end_column) = found
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _logical(found: Place) -> dict[str, str]:
    """``table 2/row 5/cell 4``, the same in every language."""
    steps = [(kind, count) for kind, count in found._asdict().items() if count is not None]
    name = "/".join(f"{kind} {count}" for kind, count in steps)
    return {"name": name, "fullyQualifiedName": name, "kind": steps[-1][0]}


def _fingerprints(found: Diagnostic) -> dict[str, str]:
    """By what findings are followed from run to run.

    GitHub knows only its own hash, of the line; its action computes that, but in a file without
    lines from the first bytes, so that all findings of a rule there would pass for one.
    """
    own = {"gklint/v1": found.fingerprint}
    return own if found.range else {**own, "primaryLocationLineHash": found.fingerprint}


def _properties(found: Diagnostic) -> dict[str, Any]:
    suspects = [suspect(each) for each in found.suspects]
    properties = {"cell": cell(found.cell), "suspects": suspects, "basis": printable(found.basis)}
    return {key: value for key, value in properties.items() if value}


def _message(text: str) -> dict[str, str]:
    """A plain message, in which ``[…](…)`` would be a link."""
    return {"text": _literal(text.replace("](", "] ("))}


def _literal(text: str) -> str:
    """``text`` in a message string, where single braces are placeholders."""
    return text.replace("{", "{{").replace("}", "}}")


# -- the rules -------------------------------------------------------------------------------


def _driver(rules: Mapping[str, Rule], lang: str) -> dict[str, Any]:
    return {
        "name": "gklint",
        "version": VERSION,
        "semanticVersion": VERSION,
        "informationUri": f"{HOME}/docs/rules.md",
        "language": _LANGUAGES[lang],
        "rules": [_rule(rule, lang) for rule in rules.values()],
    }


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    finds, *basis = _facts(rule, lang)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _message(finds),
        "fullDescription": _message("\n".join((finds, *basis))),
        "help": {
            **_message("\n".join(_help(rule, lang))),
            "markdown": _literal("\n".join(_help_markdown(rule, lang))),
        },
        "helpUri": rule_page(rule.code),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:-2]], "grade": rule.grade},
    }


def _facts(rule: Rule, lang: str) -> Iterator[str]:
    """What it finds, on what basis, and how sure that is."""
    words = _WORDS[lang]
    yield printable(rule.finds[lang])
    yield printable(words["basis"].format(fact=rule.basis[lang], source=rule.source))
    yield words["grade"] + rule.grade


def _help(rule: Rule, lang: str) -> Iterator[str]:
    yield from _facts(rule, lang)
    for title, lines in _samples(rule, lang):
        yield title
        yield from lines


def _help_markdown(rule: Rule, lang: str) -> Iterator[str]:
    for fact in _facts(rule, lang):
        yield from (markdown(fact), "")
    for title, lines in _samples(rule, lang):
        yield from (title, "", *(f"    {line}" for line in lines), "")


def _samples(rule: Rule, lang: str) -> Iterator[tuple[str, list[str]]]:
    words = _WORDS[lang]
    for sample in rule.bad:
        yield words["bad"], _after(sample, words["deleted"])
        yield words["good"], [printable(line) for line in sample.change]
    for sample in rule.good:
        yield words["good"], _after(sample, words["deleted"])


def _after(sample: Sample, deleted: str) -> list[str]:
    """The lines that a sample puts in place of others."""
    changed = [text for text in sample.change.values() if text is not None]
    return [printable(line) for text in changed for line in text.split("\n")] or [deleted]
