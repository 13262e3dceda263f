"""Which rules run, and how serious they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gklint.ruleset.rules import Rule
from gklint.ruleset.severity import Severity


class Selection(NamedTuple):
    """Which rules run (by prefixes of codes), and the severities that are overridden (by code)."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}

    def takes(self, code: str) -> bool:
        """Whether the rule is to run; of select and ignore, the longer prefix counts."""
        chosen, left_out = _longest(self.select, code), _longest(self.ignore, code)
        return left_out < chosen if self.select else left_out < 0

    def level(self, rule: Rule) -> Severity:
        """The severity of a rule, overridden or its own."""
        return self.severity.get(rule.code, rule.severity)


EVERY_RULE = Selection()


def _longest(prefixes: Iterable[str], code: str) -> int:
    """The length of the longest prefix that begins a code; -1 if none does."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)
