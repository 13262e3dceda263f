"""gklint: a compliance linter for 政府信息公开工作年度报告.

>>> import gklint
>>> report = gklint.check("一、总体情况")
>>> report.diagnostics[0].code
'GK110'
"""

from gklint.api import check
from gklint.errors import GklintError, RuleFileError
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.model.outcomes import CellName, Suspect
from gklint.ruleset.severity import Severity
from gklint.version import VERSION

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
