"""A file anonymised: text, Markdown, a web page or a Word file, and nothing else."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from gklint.anonymise.anonymising import disguise, found
from gklint.anonymise.inventing import Inventor
from gklint.anonymise.pieces import Cutter, stems_of
from gklint.errors import UsageError
from gklint.formats.limits import Limits
from gklint.formats.reading import take
from gklint.formats.sniff import Kind, kind_of
from gklint.linter import Linter
from gklint.parse.report import parse
from gklint.text.coding import coding_of
from gklint.text.source import Source
from gklint.words import Message


class Anonymised(NamedTuple):
    """The new file, and how many findings it has.

    ``kept``: clauses with words that had to stay.  ``removed``: what else the file held, and does
    not hold any more.
    """

    data: bytes
    findings: int
    kept: tuple[str, ...]
    removed: tuple[Message, ...]


def anonymise(linter: Linter, data: bytes, name: str, limits: Limits) -> Anonymised:
    """A file with the same structure, numbers and findings, whose words are invented.

    Raises UsageError: it is of another kind, or cannot be anonymised.  Raises UnreadableFileError.
    """
    kind = kind_of(data, name, limits)
    if kind not in (Kind.TEXT, Kind.HTML, Kind.DOCX):
        raise UsageError("anonymise.kind", path=name)
    limits = limits.reading(scans=False)  # no words can be invented in a picture
    source = take(data, name, limits)
    form = linter.rules.form
    document = parse(source, form)
    stems = stems_of(document.agency or "", form.bodies)
    cutter = Cutter(Inventor(sha256(data).digest()), stems)
    disguised = disguise(linter, document, cutter)
    if kind is Kind.DOCX:
        from gklint.anonymise.word import rewritten

        made, removed = rewritten(data, disguised.text, cutter, limits)
    else:
        made, removed = _encoded(data, source, disguised.text, cutter), ()
    report = linter.check(take(made, name, limits))
    if found(report) != found(linter.check(source)):
        raise UsageError("anonymise.differs", path=name)
    return Anonymised(made, len(report.diagnostics), disguised.kept, removed)


def _encoded(data: bytes, source: Source, text: str, cutter: Cutter) -> bytes:
    """The text in the encoding of the file.  Raises UsageError."""
    from gklint.anonymise.markup import marked_up

    coding = coding_of(data, source.file.text)
    whole = text if source.where is None else marked_up(source, text, cutter)
    if coding is None or not coding.holds(whole):
        raise UsageError("anonymise.coding", path=source.path)
    return coding.encode(whole)
