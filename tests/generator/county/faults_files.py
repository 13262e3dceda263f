"""Reports that are not handed in as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import build_document, with_sentences
from ..edits import table_of, with_cell
from ..voice import Sentence
from .handing import Handed
from .planting import Ground, Planted
from .truth import MISSING, UNREAD, Wrong

if TYPE_CHECKING:
    from ..document import Document
    from ..labels import CellKey

_CELL: CellKey = ("disclosure", "penalties", "decisions")


def missing(ground: Ground) -> Planted:
    """A body hands in nothing."""
    body = ground.pick()
    _hand_in(ground, body)
    return Planted(body, wrong=(Wrong(body, MISSING),))


def unreadable(ground: Ground) -> Planted:
    """A file is damaged."""
    body = ground.pick()
    document = ground.draft.documents[body]
    damaged = Handed(body, f"{body}{ground.draft.year}年报", "docx", document, b"PK\3\4 broken off")
    _hand_in(ground, body, damaged)
    return Planted(body, wrong=(Wrong(body, UNREAD), Wrong(body, "GK001")))


def of_last_year(ground: Ground) -> Planted:
    """A body hands in its report of last year again."""
    draft = ground.draft
    body = ground.pick(*(each for each in draft.leaves() if each in draft.last_documents))
    document = draft.last_documents[body]
    _hand_in(ground, body, Handed(body, f"{body}年报", ground.form(), document))
    return Planted(body, wrong=(Wrong(body, MISSING),))


def former_name(ground: Ground) -> Planted:
    """A body reports by the name that it had last year."""
    draft = ground.draft
    renamed = (each for each in draft.bodies.listed if len(each.before) == 1 and each.former)
    body = draft.body(ground.pick(*(each.name for each in renamed)))
    (was,) = body.before
    draft.now[was.name] = draft.now[body.name]
    document = build_document(draft.report(was, draft.year))
    _hand_in(ground, body.name, Handed(body.name, was.name, ground.form(), document))
    return Planted(body.name)


def handed_in_twice(ground: Ground) -> Planted:
    """A report comes again in another file of its kind."""
    body = ground.pick()
    document, form = ground.draft.documents[body], ground.form()
    files = [Handed(body, stem, form, document) for stem in (body, f"{body}（定稿）")]
    _hand_in(ground, body, *files)
    return Planted(body, wrong=tuple(Wrong(body, "GK606", file=each.name) for each in files))


def number_differs(ground: Ground) -> Planted:
    """The Word file and the web page of a report differ in a number."""
    body = ground.pick()
    document = ground.draft.documents[body]
    ((number,),) = (
        [value.text for value in row.values]
        for row in table_of(document, _CELL[0]).rows()
        if row.key == _CELL[1]
    )
    other = with_cell(document, _CELL, str(int(number) + ground.rng.randint(1, 9)))
    _versions(ground, body, document, other)
    return Planted(body, wrong=(Wrong(body, "GK607", frozenset((_CELL,))),))


def sentence_differs(ground: Ground) -> Planted:
    """The Word file and the web page of a report differ in a sentence."""
    body = ground.pick()
    document = ground.draft.documents[body]
    other = with_sentences(document, _otherwise)
    files = _versions(ground, body, document, other)
    return Planted(body, wrong=(Wrong(body, "GK607", file=files[1].name),))


def _otherwise(sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence on fees, with another promise behind it."""
    if ("fee",) not in sentence.marks:
        return (sentence,)
    return (sentence, Sentence("公开指南将在明年三月底前修订一次。"))


def _versions(ground: Ground, body: str, *documents: Document) -> list[Handed]:
    forms = ["docx", "html"]
    files = [Handed(body, body, form, each) for form, each in zip(forms, documents, strict=True)]
    _hand_in(ground, body, *files)
    return files


def _hand_in(ground: Ground, body: str, *files: Handed) -> None:
    """Put files in place of those of a body."""
    at = next(number for number, each in enumerate(ground.handed) if each.body == body)
    others = [each for each in ground.handed if each.body != body]
    ground.handed[:] = [*others[:at], *files, *others[at:]]
