"""Copied texts: last year's, and another body's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from ..copies import a_year_later
from ..document import Block, Document, Table, build_document, with_sentences
from ..edits import after_marked
from ..rewrite import rewrite
from ..voice import Sentence
from .planting import Ground, Planted
from .truth import Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..labels import Address
    from .bodies import Body
    from .draft import Draft

_TENTH = 10
_OF_NUMBERS = ("request", "dispute", "normative", "fee")
"""Marks of sentences that must agree with the tables."""


def copied_from_last_year(ground: Ground) -> Planted:
    """A body hands in its text of last year, with this year's years and numbers."""
    draft = ground.draft
    same = (body for body in draft.bodies.listed if body.before == (body.agency,))
    body = ground.pick(*(each.name for each in same))
    text = a_year_later(draft.last_documents[body])
    draft.documents[body] = _with_own(text, draft.documents[body])
    return Planted(body, "GK603", (Wrong(body, "GK603"),))


def copied_from_another(ground: Ground) -> Planted:
    """A body hands in the text of another one, with its own name and numbers."""
    return _copied(ground, name_left=False)


def name_left_in(ground: Ground) -> Planted:
    """The same, and once the other one's name is left in."""
    return _copied(ground, name_left=True)


def _copied(ground: Ground, *, name_left: bool) -> Planted:
    draft = ground.draft
    source = draft.body(ground.pick())
    kind = source.agency.selves[0]
    by = draft.body(ground.pick(*(each for each in draft.leaves() if _own(draft, each) == kind)))
    anew = build_document(draft.report(by.agency, draft.year, "anew"))
    text = _tenth_anew(_renamed(draft.documents[source.name], source, by), anew, ground)
    draft.documents[by.name] = _with_own(text, draft.documents[by.name])
    if name_left:
        promise = Sentence(f"{source.name}还将定期听取群众意见，逐项改进。")
        for name in (source.name, by.name):
            draft.documents[name] = after_marked(draft.documents[name], ("fee",), promise)
    wrong = tuple(Wrong(body.name, "GK605") for body in (source, by))
    return Planted(by.name, "GK605", wrong, (source.name,))


def _own(draft: Draft, name: str) -> str:
    """How a body calls itself."""
    return draft.body(name).agency.selves[0]


def _renamed(document: Document, source: Body, by: Body) -> Document:
    names = {source.name: by.name, source.agency.selves[-1]: by.agency.selves[-1]}
    names[source.agency.area] = by.agency.area

    def named(text: str) -> str:
        for old, new in names.items():
            text = text.replace(old, new)
        return text

    return rewrite(document, prose=named, heading=named)


def _tenth_anew(document: Document, anew: Document, ground: Ground) -> Document:
    """With every tenth sentence written by the body itself."""
    plain = [each for each in _sentences(anew) if not each.marks]
    number = count(ground.rng.randrange(_TENTH))

    def change(sentence: Sentence) -> tuple[Sentence, ...]:
        kept = sentence.marks or next(number) % _TENTH
        return (sentence if kept else ground.rng.choice(plain),)

    return with_sentences(document, change)


def _with_own(document: Document, own: Document) -> Document:
    """A text with the tables of another document, and with what it says of them."""
    said: dict[Address, list[Sentence]] = defaultdict(list)
    for sentence in _sentences(own):
        for mark in sentence.marks:
            said[mark].append(sentence)

    def change(sentence: Sentence) -> tuple[Sentence, ...]:
        about = [mark for mark in sentence.marks if mark[0] in _OF_NUMBERS]
        return tuple(said.pop(about[0], ())) if about else (sentence,)

    text = with_sentences(document, change)
    tables = {each.name: each for each in _blocks(own) if isinstance(each, Table)}
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                tables[each.name] if isinstance(each, Table) else each for each in section.blocks
            ),
        )
        for section in text.sections
    )
    return replace(text, sections=sections)


def _sentences(document: Document) -> Iterator[Sentence]:
    sections = (each for each in _blocks(document) if not isinstance(each, Table))
    for paragraph in (*document.preamble, *sections, *document.closing):
        yield from paragraph


def _blocks(document: Document) -> Iterator[Block]:
    for section in document.sections:
        yield from section.blocks
