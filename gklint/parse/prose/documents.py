"""Normative documents that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Count
from gklint.parse.prose.phrases import NUMBER
from gklint.parse.prose.place import Place
from gklint.text.numerals import chinese_number

_DOCUMENTS = re.compile(
    rf"(?P<kind>制发|制定|出台|印发|废止|失效|现行有效)(?:的|并|和|出台|印发|实施|公开){{0,3}}(?P<firm>行政)?规范性文件(?:共计|共|为|:|数量){{0,3}}{NUMBER}(?:件|个|份|部|项)"
)
_DOCUMENT_KINDS = {"废止": "repealed", "失效": "repealed", "现行有效": "in_force"}


def documents(place: Place, words: Vocabulary) -> Iterator[Count]:
    """How many were issued, repealed, or are in force."""
    if words.comparison.search(place.text):
        return
    for match in _DOCUMENTS.finditer(place.text):
        about = _DOCUMENT_KINDS.get(match["kind"], "issued")
        if (number := chinese_number(match["number"])) is not None:
            partial = not match["firm"] or bool(words.wider.search(place.text))
            yield Count(about, number, partial, place.where(*match.span()))
