"""The check functions, by the names that rule files use.

A check is a pure function of a report and the rule's options.  It knows no code, no
severity and no output; it yields what it found, or ``Undecided`` or ``NotApplicable``.
A check that yields nothing has passed.
"""

from __future__ import annotations

from gklint.checks import cells, contact, fees, identity, prose, structure, writing
from gklint.checks import preamble as front
from gklint.checks import traces as text
from gklint.checks.registry import CHECKS, Check, Context

__all__ = ["CHECKS", "Check", "Context"]

# Importing a module registers its checks.
_MODULES = (cells, contact, fees, front, identity, prose, structure, text, writing)
