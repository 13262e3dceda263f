"""Writing a report as the kinds of file that authors and reviewers hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .html import write_html
from .noise import NOISES
from .pdf import write_ofd, write_pdf
from .word import write_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from .document import Document
    from .where import Written

_WRITERS: dict[str, Callable[[Document, Random], Written]] = {
    "html": write_html,
    "docx": write_docx,
    "pdf": write_pdf,
    "ofd": write_ofd,
}
FORMATS = tuple(_WRITERS)
_NOISES = {name: noise.document for name, noise in NOISES.items() if noise.document}


def write(document: Document, form: str, rng: Random, noisy: bool = False) -> Written:
    """Write a document as a file, with one to three kinds of noise in its words if asked."""
    for name in rng.sample(tuple(_NOISES), k=rng.randint(1, 3)) if noisy else ():
        document = _NOISES[name](document, rng)
    return _WRITERS[form](document, rng)
