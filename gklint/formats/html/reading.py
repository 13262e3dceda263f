"""A page of HTML read: decoded, and its blocks in one text with their places in the file."""

from __future__ import annotations

import re

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import compose
from gklint.formats.html.building import Builder
from gklint.formats.limits import Limits
from gklint.formats.plain import decode
from gklint.text.source import Markup, Segment, Source

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_MOSTLY_HIDDEN = 3


def read_html(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text of a page as a browser shows it.  Raises UnreadableFileError."""
    limits.check_bytes("text", len(data))
    text = _decode(data)
    builder = Builder(text, limits)
    blocks = builder.run()
    if builder.hidden > _MOSTLY_HIDDEN * builder.shown:  # until a script shows it
        blocks = Builder(text, limits, show_all=True).run()
    page = compose(blocks)
    segments = tuple(map(Segment, page.starts, page.origins))
    return Source(page.text, path, page.rows, page.containers, None, Markup(text, segments))


def _decode(data: bytes) -> str:
    """By the byte order mark, as UTF-8 if it is that, by what the page declares, or by guess.

    A few damaged bytes, as where a cut description ends, are no reason to refuse a page.
    """
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    declared = found[1].decode("ascii").lower() if found else ""
    try:
        return decode(data, "big5hkscs" if declared.startswith("big5") else "gb18030")
    except UnreadableFileError as error:
        # A page that says GB2312 uses all of GB18030.
        text = data.decode("gb18030" if declared.startswith("gb") else "utf-8", "replace")
        if error.reason == "undecodable" and text.count("\ufffd") * 200 <= len(text):
            return text
        raise
