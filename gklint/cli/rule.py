"""``gklint rule``."""

from __future__ import annotations

import argparse
import sys

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.ruleset.loading import load_rules
from gklint.words import say


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    rule = commands.add_parser("rule", lang=lang, help=say(lang, "help.rule"))
    rule.set_defaults(run=run)
    rule.add_argument("code", nargs="?", metavar="CODE", help=rule.said("help.rule-code"))
    options.add_rules(rule)
    add_lang(rule, lang)


def run(arguments: argparse.Namespace) -> int:
    """List all rules, or explain one."""
    from gklint.docs import explain_rule, list_rules

    rules = load_rules(arguments.rules)
    if arguments.code is None:
        sys.stdout.write(list_rules(rules, arguments.lang))
        return exits.CLEAN
    options.known_code(arguments.code, rules)
    sys.stdout.write(explain_rule(rules, rules.rules[arguments.code], arguments.lang))
    return exits.CLEAN
