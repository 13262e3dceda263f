"""The encoding of a file of text, so that it can be written again as it was."""

from __future__ import annotations

from typing import NamedTuple


class Coding(NamedTuple):
    """The encoding of a file and its byte order mark."""

    name: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of such a file.  Raises UnicodeEncodeError."""
        return self.mark + text.encode(self.name)

    def holds(self, text: str) -> bool:
        """Whether a text can be written in it."""
        try:
            text.encode(self.name)
        except UnicodeEncodeError:
            return False
        return True


UTF_8 = Coding("utf-8")
# ASCII is one of its own: a page may declare anything, and name its characters by numbers.
_CODINGS = (
    Coding("ascii"),
    UTF_8,
    Coding("utf-8", b"\xef\xbb\xbf"),
    Coding("gb18030"),
    Coding("utf-16-le", b"\xff\xfe"),
    Coding("utf-16-be", b"\xfe\xff"),
    Coding("utf-16-le"),
    Coding("utf-16-be"),
    Coding("big5hkscs"),
)


def coding_of(data: bytes, text: str) -> Coding | None:
    """The encoding by which ``text`` was read from ``data``; None if none gives back the bytes."""
    fitting = (each for each in _CODINGS if each.holds(text) and each.encode(text) == data)
    return next(fitting, None)
