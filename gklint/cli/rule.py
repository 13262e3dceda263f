"""``gklint rule``."""

from __future__ import annotations

import argparse
import sys

from gklint.cli import options
from gklint.ruleset.loading import load_rules


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    rule = commands.add_parser("rule", help="列出规则，或说明一条规则")
    rule.set_defaults(run=run)
    rule.add_argument("code", nargs="?", metavar="CODE", help="规则代码，如 GK303")
    options.add_rules(rule)
    options.add_lang(rule)


def run(arguments: argparse.Namespace) -> int:
    """List all rules, or explain one."""
    from gklint.docs import explain_rule, list_rules

    rules = load_rules(arguments.rules)
    if arguments.code is None:
        sys.stdout.write(list_rules(rules, arguments.lang))
        return options.CLEAN
    options.known_code(arguments.code, rules)
    sys.stdout.write(explain_rule(rules, rules.rules[arguments.code], arguments.lang))
    return options.CLEAN
