"""gklint: a compliance linter for 政府信息公开工作年度报告.

>>> import gklint
>>> report = gklint.check("一、总体情况")
>>> report.diagnostics[0].code
'GK110'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from gklint.version import VERSION

if TYPE_CHECKING:
    from gklint.api import check
    from gklint.errors import GklintError, RuleFileError
    from gklint.findings.diagnostics import Diagnostic
    from gklint.findings.report import Report
    from gklint.model.outcomes import CellName, Suspect
    from gklint.ruleset.severity import Severity

__version__ = VERSION

__all__ = [
    "CellName",
    "Diagnostic",
    "GklintError",
    "Report",
    "RuleFileError",
    "Severity",
    "Suspect",
    "__version__",
    "check",
]

# Loaded when asked for: who renders results, or reads a rule set, needs no parser.
_HOMES = {
    "CellName": "model.outcomes",
    "Diagnostic": "findings.diagnostics",
    "GklintError": "errors",
    "Report": "findings.report",
    "RuleFileError": "errors",
    "Severity": "ruleset.severity",
    "Suspect": "model.outcomes",
    "check": "api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"gklint.{_HOMES[name]}"), name)
