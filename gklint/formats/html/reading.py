"""A page of HTML read: decoded, and its blocks in one text with their places in the file."""

from __future__ import annotations

import re

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import compose
from gklint.formats.held import Named, Pictures
from gklint.formats.html.building import Builder
from gklint.formats.limits import Limits
from gklint.formats.plain import decode
from gklint.text.recognition import recognition_of
from gklint.text.source import Markup, Segment, Source, Span

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_MOSTLY_HIDDEN = 3


def _elsewhere(_: str) -> None:
    """Of a page alone: pictures with addresses are not in it."""


def read_html(data: bytes, path: str | None, limits: Limits, named: Named = _elsewhere) -> Source:
    """The text of a page as a browser shows it; ``named``: pictures that the file holds beside it.

    Raises UnreadableFileError.
    """
    limits.check_bytes("text", len(data))
    text = decode_page(data)
    builder = Builder(text, limits)
    blocks = builder.run()
    if show_all := builder.hidden > _MOSTLY_HIDDEN * builder.shown:  # until a script shows it
        builder = Builder(text, limits, show_all=True)
        blocks = builder.run()
    pictures = Pictures(limits)
    if builder.images and pictures.can_be_read:
        from gklint.formats.html.pictures import read_images  # few pages hold pictures

        printed = read_images(builder.images, builder.shown, pictures, named)
        if printed:
            builder = Builder(text, limits, show_all=show_all, printed=printed)
            blocks = builder.run()
    page = compose(blocks)
    segments = tuple(map(Segment, page.starts, page.origins))
    where = Markup(text, segments)
    gaps = frozenset(builder.left_out)
    left_out = tuple(Span(start, start) for start, origin in segments if origin in gaps)
    return Source(
        page.text,
        path,
        page.rows,
        page.containers,
        left_out=left_out,
        where=where,
        recognition=recognition_of(page.recognised, pictures.read),
    )


def decode_page(data: bytes) -> str:
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
