"""The rules as SARIF describes them, and what its messages have in common.

The help is in the file itself: a link would lead into this computer, and the file goes elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from gklint.render.ci import markdown
from gklint.render.printable import printable
from gklint.render.samples import changed, unchanged
from gklint.ruleset.severity import Severity
from gklint.version import VERSION
from gklint.words import say

if TYPE_CHECKING:
    from gklint.ruleset.rules import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


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
        "language": say(lang, "tag"),
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
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:-2]], "grade": rule.grade},
    }


def _facts(rule: Rule, lang: str) -> Iterator[str]:
    """What it finds, on what basis, and how sure that is."""
    yield printable(rule.finds[lang])
    fact = rule.basis[lang]
    yield printable(say(lang, "render.rule-basis", fact=fact, source=rule.source))
    yield say(lang, "render.rule-grade", grade=rule.grade)


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
    bad, good = say(lang, "render.rule-bad"), say(lang, "render.rule-good")
    for sample in rule.bad:
        yield bad, _printable(changed(sample, lang))
        if was := unchanged(sample, lang):
            yield good, _printable(was)
    for sample in rule.good:
        yield good, _printable(changed(sample, lang))


def _printable(lines: Iterable[str]) -> list[str]:
    return [*map(printable, lines)]
