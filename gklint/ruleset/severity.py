"""How serious a finding is."""

from __future__ import annotations

from enum import Enum


class Severity(str, Enum):
    """How serious a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def __str__(self) -> str:
        return self.value

    @property
    def rank(self) -> int:
        """1 (error) to 3 (info), as the Language Server Protocol counts."""
        return [*Severity].index(self) + 1

    def reaches(self, limit: Severity | None) -> bool:
        """Whether it is at least as serious; nothing reaches None."""
        return limit is not None and self.rank <= limit.rank
