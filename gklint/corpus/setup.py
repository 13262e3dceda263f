"""What a process that reads files is told, and by which signs it tells how far it is."""

from __future__ import annotations

from typing import NamedTuple

from gklint.corpus.settings import Settings

BEGUN, DONE = b".", b"="
COPY = b"+"
"""What comes with a socket at which a copy of a process is to read."""


class Setup(NamedTuple):
    """What a process works by.

    ``against``: other settings, by which all is checked too.  ``digest``: what told all that from
    others where the command was given.
    """

    settings: Settings
    against: Settings | None
    digest: str

    @classmethod
    def of(cls, settings: Settings, against: Settings | None = None) -> Setup:
        """With the digest of what stands here.  Raises RuleFileError."""
        both = (settings, against) if against else (settings,)
        return cls(settings, against, "-".join(each.digest() for each in both))
