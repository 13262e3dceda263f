"""What can go wrong that is not the report's fault.  Imports nothing of ours."""

from __future__ import annotations


class GklintError(Exception):
    """Something gklint can explain to its user in one line (exit status 2)."""


class UsageError(GklintError):
    """A wrong option, an unknown code, a path that does not exist."""


class RuleFileError(GklintError):
    """A rule file or a grammar is not valid; the message names file, line and key."""


class UnreadableFileError(GklintError):
    """One file cannot be read: it becomes that file's GK001, the others go on.

    ``reason`` is a key of the texts of GK001, ``detail`` fills that text.
    """

    def __init__(self, reason: str, **detail: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
