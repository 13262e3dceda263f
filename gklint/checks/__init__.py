"""The check functions, by the names that rule files use.

A check is a pure function of a report and the rule's options.  It knows no code, no
severity and no output; it yields what it found, or ``Undecided`` or ``NotApplicable``.
A check that yields nothing has passed.
"""

from __future__ import annotations

from collections.abc import Mapping

from gklint.checks.registry import CHECKS, Check, Context

__all__ = ["CHECKS", "Check", "Context", "every_check"]


def every_check() -> Mapping[str, Check]:
    """All checks there are: each module of this folder is loaded, and so registers its own."""
    from importlib import import_module
    from pkgutil import iter_modules

    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return CHECKS
