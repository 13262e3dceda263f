"""To which rules a rule leaves the word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gklint.files.keyed import code_problem
from gklint.files.yamlfile import YamlFile


def check_yielding(
    code: str, file: YamlFile, rules: Mapping[str, Any], known: Iterable[str]
) -> None:
    """Raise RuleFileError unless the rules to which one of the file yields are ``known``.

    Nor may they yield to it in turn: at one place, none of them would be heard.
    """
    for index, other in enumerate(file.at(("yields_to",)) or ()):
        place = ("yields_to", index)
        if problem := code_problem(other, known, whole=True):
            file.fail(place, problem.key, **problem.args)
        if way := _way(rules, other, code):
            circle = " → ".join((code, *way))
            file.fail(place, "rulefiles.yields-to-itself", circle=circle)


def _way(rules: Mapping[str, Any], start: str, end: str) -> tuple[str, ...]:
    """The rules from one to another, each of which yields to the next; none if there is no way."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    reached = [start]
    for code in reached:
        for other in rules.get(code, {}).get("yields_to", ()):
            if other not in ways:
                ways[other] = (*ways[code], other)
                reached.append(other)
    return ways.get(end, ())
