"""gklint: a compliance linter for 政府信息公开工作年度报告.

>>> import gklint
>>> report = gklint.check("一、总体情况")
>>> report.diagnostics[0].code
'GK110'
"""

from gklint.api import check
from gklint.diagnostics import CellName, Diagnostic, Severity, Suspect
from gklint.errors import GklintError, RuleFileError
from gklint.linter import Report
from gklint.resources import VERSION

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
