"""What can go wrong that is not the report's fault.  Imports nothing of ours but the words."""

from __future__ import annotations

import errno

from gklint.words import DEFAULT, Message

_REASONS = {
    errno.EACCES: "files.no-permission",
    errno.EPERM: "files.no-permission",
    errno.EROFS: "files.read-only-disk",
    errno.ENOSPC: "files.disk-full",
    errno.EFBIG: "files.too-large",
    errno.ENOENT: "files.no-folder",
    errno.ENAMETOOLONG: "files.name-too-long",
    errno.EISDIR: "files.is-folder",
}


class GklintError(Exception):
    """Something gklint can explain to its user in one line (exit status 2).

    It says the text ``key`` of ``words``, filled with ``args``; ``str`` of it is Chinese.
    """

    def __init__(self, key: str, /, **args: object) -> None:
        super().__init__(key)
        self.message = Message(key, args)

    def __str__(self) -> str:
        return self.said(DEFAULT)

    def said(self, lang: str) -> str:
        """What is wrong, in a language."""
        return self.message.said(lang)


class UsageError(GklintError):
    """A wrong option, an unknown code, a path that does not exist."""


class RuleFileError(GklintError):
    """A rule file or a grammar is not valid; the message names file, line and key."""


class ConfigError(GklintError):
    """A configuration file is not valid; the message names file, line and key."""


class UnreadableFileError(GklintError):
    """One file cannot be read: it becomes that file's GK001, the others go on.

    ``reason`` is the name of a text of ``words`` on reading, ``detail`` fills that text.
    """

    def __init__(self, reason: str, **detail: object) -> None:
        super().__init__(f"reading.{reason}", **detail)
        self.reason = reason
        self.detail = detail

    @property
    def over_limit(self) -> bool:
        """Whether it is larger than a limit allows, and nothing else is known to be wrong."""
        return self.reason.startswith("over-")


def reason(error: OSError) -> Message:
    """Why the system refuses; in its own English where a clerk will not meet it."""
    known = _REASONS.get(error.errno or 0)
    if known:
        return Message(known)
    return Message("files.system-says", {"text": error.strerror or str(error)})
