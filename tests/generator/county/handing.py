"""The files of a county: reports as they are handed in, in many forms, and the list of bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..copies import printed
from ..files import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from ..document import Document
    from .bodies import Bodies
    from .draft import Draft

NOW, LAST, LIST = "今年", "上年", "bodies.yaml"
FORMS = ("text", "text", "text", "html", "docx")
_SUFFIXES = {"text": "txt"}
_BOTH = 3  # bodies that hand in a Word file and a web page


@dataclass(frozen=True)
class Handed:
    """A file that a body hands in, with its `stem`; or `data` that is no document."""

    body: str
    stem: str
    form: str
    document: Document
    data: bytes | None = None

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.stem}.{_SUFFIXES.get(self.form, self.form)}"

    def written(self, rng: Random) -> bytes:
        """What is in it."""
        if self.data is not None:
            return self.data
        if self.form == "text":
            return printed(self.document, rng).encode()
        return write(self.document, self.form, rng).data


def hand_in(draft: Draft) -> list[Handed]:
    """The reports of this year, of some bodies in two files."""
    rng = draft.rng("files")
    handed = []
    several = {body.name for body in rng.sample(draft.bodies.listed, k=_BOTH)} - draft.used
    for body in draft.bodies.listed:
        stem = body.name + rng.choice(("", f"{draft.year}年报", f"-{draft.year}年度报告"))
        form = rng.choice(FORMS)
        forms = ("docx", "html") if body.name in several else (form,)
        handed += [Handed(body.name, stem, each, draft.documents[body.name]) for each in forms]
    return handed


def kept(draft: Draft) -> list[Handed]:
    """The reports of last year."""
    rng = draft.rng("files of last year")
    return [
        Handed(name, f"{name}{draft.year - 1}", rng.choice(FORMS), document)
        for name, document in draft.last_documents.items()
    ]


def listed(bodies: Bodies) -> str:
    """The list of the bodies."""
    return "".join(_entries(bodies))


def _entries(bodies: Bodies) -> Iterator[str]:
    for body in bodies.listed:
        yield f"- 机关: {body.name}\n"
        if body.parent:
            yield f"  上级: {body.parent}\n"
        if body.former:
            yield f"  曾用名: {'、'.join(body.former)}\n"
        yield f"  层级: {body.level}\n"
