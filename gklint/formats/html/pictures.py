"""Pictures of a page that are in its file: read where they are tables, or all that it shows."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import unquote_to_bytes

from gklint.formats.blocks import Block, Run, moved
from gklint.formats.held import FEW, Held, Named, Pictures
from gklint.formats.html.elements import Image
from gklint.formats.scan.shown import Shown
from gklint.text.source import Place, Span

_PIXELS = 96.0  # of a page, in an inch
_INSIDE = re.compile(r"data:image/[\w.+-]{1,40}(?P<parameters>[^,]{0,200}),(?P<data>.*)", re.DOTALL)


def read_images(
    images: Sequence[Image], shown: int, pictures: Pictures, named: Named
) -> Mapping[int, Sequence[Block[Span]]]:
    """What stands on pictures, by where the tag of each begins.

    ``shown``: how many characters the page shows.  Raises UnreadableFileError for too many.
    """
    found: dict[int, list[Block[Span]]] = {}
    numbered = enumerate(images, start=1)
    for _, group in groupby(numbered, key=lambda each: each[1].before):
        tags = dict(group)
        for first, block in pictures.blocks(_held(tags, named), pages=shown < FEW):
            tag = tags[first].tag
            found.setdefault(tag.start, []).append(_at(block, tag))
    return found


def _held(images: Mapping[int, Image], named: Named) -> Iterator[Held]:
    for number, image in images.items():
        inside = _INSIDE.fullmatch(image.address)
        data = _decoded(inside) if inside else named(image.address)
        if data:
            yield Held(number, data, Shown(image.pixels / _PIXELS if image.pixels else None))


def _decoded(inside: re.Match[str]) -> bytes | None:
    data = unquote_to_bytes(inside["data"])
    if not inside["parameters"].lower().endswith(";base64"):
        return data
    try:
        return b64decode(data)
    except ValueError:  # a browser shows none either
        return None


def _at(block: Block[Place], tag: Span) -> Block[Span]:
    return moved(block, lambda run: Run(run.text, tag, run.seen), lambda _: tag)
