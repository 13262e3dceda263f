"""规则变化: which findings of which reports come and go with other rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.extract.sheets import Sheet
from gklint.findings.messages import Speaker
from gklint.render.printable import severity_word
from gklint.review.effects import effect_of
from gklint.review.output import Output
from gklint.review.reading import Item
from gklint.review.sheets.places import place_of
from gklint.review.sheets.table import GREEN, YELLOW, Column, Link, Marked, Value, write
from gklint.review.standing import Body

_COLUMNS = (
    *(("body", 26), ("file", 24), ("effect-change", 8), ("severity", 8), ("code", 8)),
    *(("place", 36), ("message", 64)),
)


def effect(sheet: Sheet, bodies: Sequence[Body], output: Output, speaker: Speaker) -> None:
    """Write the sheet."""
    columns = [Column(speaker.said(f"review.{name}"), width) for name, width in _COLUMNS]
    write(sheet, columns, _rows(bodies, output, speaker))


def _rows(bodies: Sequence[Body], output: Output, speaker: Speaker) -> Iterator[Sequence[Value]]:
    came, gone = speaker.said("review.comes"), speaker.said("review.goes")
    for body in bodies:
        for case in body.cases:
            changes = effect_of(case)
            if changes is None:
                continue
            file = Link(case.read.path.name, output.link_to(case.read.path))
            for item in changes.came:
                yield [body.name, file, Marked(came, YELLOW), *_finding(item, speaker)]
            for item in changes.gone:
                yield [body.name, file, Marked(gone, GREEN), *_finding(item, speaker)]


def _finding(item: Item, speaker: Speaker) -> Iterator[Value]:
    found = item.found
    yield severity_word(found.severity, speaker.lang)
    yield found.code
    yield place_of(found, speaker)
    yield found.message
