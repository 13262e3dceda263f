"""The text of a report anonymised, so that the same is found at the same places."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from gklint.anonymise.pieces import Cutter, Piece, characters, written
from gklint.anonymise.searching import needed
from gklint.errors import UsageError
from gklint.findings.report import Report
from gklint.form.wordings import plain
from gklint.linter import Linter
from gklint.model.document import Document

_WORDS = re.compile(r"[^\W\d]+")

Same = Callable[[Sequence[Piece], Collection[Piece]], bool]
"""Whether the same is found where all pieces are replaced but for some."""


class Disguised(NamedTuple):
    """``text``: that of the source, as long as it was.  ``kept``: clauses of it in which words
    had to stay, as they read now.
    """

    text: str
    kept: tuple[str, ...]


def disguise(linter: Linter, document: Document, cutter: Cutter) -> Disguised:
    """Replace what its authors wrote, but for the least without which something else is found.

    Raises UsageError where that is the name of its agency, or cannot be found out.
    """
    source = document.source
    seen = found(linter.check(source))

    def same(pieces: Sequence[Piece], left: Collection[Piece]) -> bool:
        text = written(source.text, pieces, left)
        return found(linter.check(source._replace(text=text))) == seen

    pieces, left = _least(cutter.pieces(document), same)
    if any(piece.name for piece in left):
        raise UsageError("anonymise.impossible", path=source.path)
    if not same(pieces, left):
        raise UsageError("anonymise.differs", path=source.path)
    text = written(source.text, pieces, left)
    printed = [*map(plain, linter.rules.form.structure.printed.values())]
    spans = sorted(piece.unit or piece.span for piece in left)
    clauses = (text[slice(*span)].strip() for span in spans)
    own = (clause for clause in clauses if not _is_of_form(clause, printed))
    return Disguised(text, tuple(dict.fromkeys(own)))


def found(report: Report) -> object:
    """What is found in a report and where, and what cannot be told; not in which words."""
    findings, accepted = (
        [
            (each.code, each.span, each.cell, each.suspects, [other.cell for other in each.related])
            for each in group
        ]
        for group in (report.diagnostics, (each.diagnostic for each in report.accepted))
    )
    undecided = sorted((each.code, str(each.cell)) for each in report.undecided)
    return report.format, report.year, findings, accepted, undecided


def _least(pieces: list[Piece], same: Same) -> tuple[list[Piece], list[Piece]]:
    """The pieces, some of them cut into characters, and those that have to stay as they were.

    Whole clauses first, of these then single words, and of these single characters.
    """
    left = needed(_grouped(pieces), lambda groups: same(pieces, [*chain(*groups)]))
    words = [*chain(*left)]
    if len(words) > len(left):
        words = needed(words, lambda some: same(pieces, [*some]))
    long = [piece for piece in words if len(piece.new) > 1 and piece.unit]
    if not long:
        return pieces, words
    cut = [*chain.from_iterable(map(characters, long))]
    rest = [piece for piece in words if piece not in long]
    others = (piece for piece in pieces if piece not in long)
    finer = sorted([*others, *cut], key=lambda piece: piece.span)
    return finer, [*rest, *needed(cut, lambda some: same(finer, [*rest, *some]))]


def _grouped(pieces: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces of each clause together; behind them those of no clause, and last the name.

    What is the same in several places is replaced in all of them or in none.
    """
    groups: dict[object, list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.name, piece.unit is None)):
        key = piece.name or piece.unit or piece.new
        groups.setdefault(key, []).append(piece)
    return [*map(tuple, groups.values())]


def _is_of_form(clause: str, printed: Collection[str]) -> bool:
    """Whether all its words are the form's own, maybe torn apart; numbers are none."""
    found = _WORDS.findall(plain(clause))
    return bool(found) and all(any(each in words for words in printed) for each in found)
