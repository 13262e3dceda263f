"""The codes of the rules about a file as a whole."""

from __future__ import annotations

UNREADABLE, NOT_A_REPORT, CRASHED, NOT_COVERED = "GK001", "GK002", "GK003", "GK004"
RECOGNISED = ("GK008", "GK009")
"""Those that tell what was read from pictures."""
NOT_CHECKED = (UNREADABLE, CRASHED)
"""Those that say that the file, or a rule, could not be run."""
