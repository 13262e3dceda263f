"""The rules as SARIF describes them, and what its messages have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gklint.render.ci import markdown
from gklint.render.printable import DELETED, printable
from gklint.ruleset.rules import Rule, Sample
from gklint.ruleset.severity import Severity
from gklint.version import HOME, VERSION, rule_page

LANGUAGES = {"zh": "zh-CN", "en": "en"}
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_WORDS = {
    "zh": {
        "basis": "依据：{fact}（{source}）",
        "grade": "依据等级：",
        "bad": "有误的写法：",
        "good": "正确的写法：",
    },
    "en": {
        "basis": "basis: {fact} ({source})",
        "grade": "grade of the basis: ",
        "bad": "bad:",
        "good": "good:",
    },
}


def message(text: str) -> dict[str, str]:
    """A plain message, in which ``[…](…)`` would be a link."""
    return {"text": _literal(text.replace("](", "] ("))}


def _literal(text: str) -> str:
    """``text`` in a message string, where single braces are placeholders."""
    return text.replace("{", "{{").replace("}", "}}")


def driver(rules: Mapping[str, Rule], lang: str) -> dict[str, Any]:
    """gklint itself, with all its rules."""
    return {
        "name": "gklint",
        "version": VERSION,
        "semanticVersion": VERSION,
        "informationUri": f"{HOME}/docs/rules.md",
        "language": LANGUAGES[lang],
        "rules": [_rule(rule, lang) for rule in rules.values()],
    }


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    finds, *basis = _facts(rule, lang)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": message(finds),
        "fullDescription": message("\n".join((finds, *basis))),
        "help": {
            **message("\n".join(_help(rule, lang))),
            "markdown": _literal("\n".join(_help_markdown(rule, lang))),
        },
        "helpUri": rule_page(rule.code),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
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
        yield words["bad"], _after(sample, lang)
        yield words["good"], [printable(line) for line in sample.change]
    for sample in rule.good:
        yield words["good"], _after(sample, lang)


def _after(sample: Sample, lang: str) -> list[str]:
    return [printable(line) for line in sample.after] or [DELETED[lang]]
