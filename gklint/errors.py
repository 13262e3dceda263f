"""What can go wrong that is not the report's fault.  Imports nothing of ours."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "没有权限，或文件正在 Word 等程序中打开",
    errno.EPERM: "没有权限，或文件正在 Word 等程序中打开",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.ENOENT: "没有这个文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.EISDIR: "这是文件夹，不是文件",
}


class GklintError(Exception):
    """Something gklint can explain to its user in one line (exit status 2)."""


class UsageError(GklintError):
    """A wrong option, an unknown code, a path that does not exist."""


class RuleFileError(GklintError):
    """A rule file or a grammar is not valid; the message names file, line and key."""


class ConfigError(GklintError):
    """A configuration file is not valid; the message names file, line and key."""


class UnreadableFileError(GklintError):
    """One file cannot be read: it becomes that file's GK001, the others go on.

    ``reason`` is a key of the texts of GK001, ``detail`` fills that text.
    """

    def __init__(self, reason: str, **detail: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def reason(error: OSError) -> str:
    """Why the system refuses, in Chinese where a clerk may meet it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
