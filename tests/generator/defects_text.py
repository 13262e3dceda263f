"""Defects of contact lines and of the text itself: GK501, GK502, GK701, GK707."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .broken import (
    ANYWHERE,
    END,
    PREAMBLE,
    Edit,
    Task,
    defect,
    document_of,
    one,
)
from .edits import after_marked, replace_marked
from .glosses import glossed
from .phrases_contact import CONTACT
from .phrases_overview import ITEMS
from .rewrite import rewrite
from .voice import Sentence

if TYPE_CHECKING:
    from .labels import Address

_HEAD_OTHER: Address = ("heading", "other")


_TEXT_OTHER: Address = ("text", "other")


@defect
def contact_missing(task: Task) -> Edit:
    """No contact anywhere."""
    report = task.report
    document = replace_marked(document_of(report), CONTACT, ())
    places = (*PREAMBLE, ("title",), _HEAD_OTHER, _TEXT_OTHER, *END)
    return Edit(document, one("GK501", *places))


@defect
def contact_impossible(task: Task) -> Edit:
    """A telephone number that cannot exist."""
    rng = task.rng
    digits = "".join(rng.choices("0123456789", k=12))
    number = rng.choice(
        (f"0951-6{digits[:4]}", f"0951-6{digits[:10]}", "0000-0000000", f"0951-0{digits[:6]}")
    )
    sentence = Sentence(rng.choice((f"联系电话：{number}。", f"联系方式：{number}。")), (CONTACT,))
    document = replace_marked(document_of(task.report), CONTACT, (sentence,))
    return Edit(document, one("GK502", CONTACT))


@defect
def gloss_residue(task: Task) -> Edit:
    """Traditional characters with Latin glosses."""
    report, rng = task.report, task.rng
    share = rng.choice((0.5, 1.0))

    def change(text: str) -> str:
        return glossed(text, rng, share)

    document = rewrite(document_of(report), change, change, heading=change)
    return Edit(document, one("GK701", ANYWHERE))


@defect
def placeholder_left(task: Task) -> Edit:
    """A placeholder of the form never filled in."""
    report, rng = task.report, task.rng
    mark: Address = ("placeholder",)
    texts = (
        "全年通过门户网站公开政策文件XX条。",
        "主动公开×××等重点领域信息。",
        "全年回应社会关切____次。",
        "发布政策解读〔待填〕篇。",
    )
    sentence = Sentence(rng.choice(texts), (mark,))
    return Edit(after_marked(document_of(report), ITEMS, sentence), one("GK707", mark))
