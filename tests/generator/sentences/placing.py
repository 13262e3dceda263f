"""Where a sentence stands in a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.generator.document import Document, build_document, section_of, with_section
from tests.generator.edits import replace_marked
from tests.generator.labels import PARTS
from tests.generator.phrases_fee import FEE
from tests.generator.phrases_overview import ITEMS, NORMATIVE
from tests.generator.phrases_requests import DISPUTE, REQUEST

if TYPE_CHECKING:
    from tests.generator.model import Part, Report
    from tests.generator.voice import Paragraph

_GIVES_WAY = {"on_request": (REQUEST, DISPUTE), "proactive": (ITEMS, NORMATIVE)}


def placed(report: Report, place: str, sentences: Paragraph, keeps: bool) -> Document:
    """The document with the sentences where they belong.

    What the report says of the same gives way, unless it `keeps` that.
    """
    if place in PARTS:
        gone = frozenset() if keeps else frozenset(_GIVES_WAY.get(place, ()))

        def part(old: Part) -> Part:
            kept = tuple(each for each in old.sentences if not gone & set(each.marks))
            return replace(old, sentences=(*kept, *sentences) if old.key == place else kept)

        return build_document(replace(report, parts=tuple(map(part, report.parts))))
    document = build_document(report)
    if place == "fee":
        return replace_marked(document, FEE, sentences)
    if place == "preamble":
        *others, last = document.preamble
        return replace(document, preamble=(*others, (*last, *sentences)))
    blocks = section_of(document, place).blocks
    return with_section(document, place, blocks=(*blocks, sentences))
