"""Places in words, as people point at them."""

from __future__ import annotations

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.messages import Speaker
from gklint.model.document import Address
from gklint.model.outcomes import CellName
from gklint.render.printable import place_words


def place_of(found: Diagnostic, speaker: Speaker) -> str:
    """The cell by its printed names, and the line or the place in the file."""
    parts = [cell_name(found.cell, speaker)] if found.cell else []
    if found.range:
        parts.append(speaker.said("review.line", line=found.range.start.line))
    elif found.place:
        parts.append(place_words(found.place, speaker.lang))
    return speaker.said("clauses").join(parts)


def cell_name(cell: CellName, speaker: Speaker) -> str:
    """A cell, or a row, by its printed names."""
    names = speaker.names(Address(*cell))
    labels = (speaker.label(cell.table, name) for name in (cell.row, cell.column) if name)
    return names["table"] + "".join(speaker.said("review.quoted", words=each) for each in labels)


def expected_of(found: Diagnostic, speaker: Speaker) -> str:
    """What should stand there, where that is known of a single cell; else nothing."""
    if len(found.suspects) != 1:
        return ""
    (suspect,) = found.suspects
    cell = cell_name(suspect.cell, speaker)
    return speaker.said("review.should-be", cell=cell, expected=suspect.expected)
