"""问题: a row for each finding, and for each that is mended since the review before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.extract.sheets import Sheet
from gklint.findings.messages import Speaker
from gklint.render.printable import severity_word
from gklint.review.output import Output
from gklint.review.reading import Item
from gklint.review.sheets.places import expected_of, place_of
from gklint.review.sheets.table import GREEN, GROUNDS, Column, Link, Marked, Value, write
from gklint.review.standing import Body, key_of
from gklint.ruleset.severity import Severity

_COLUMNS = (
    *(("body", 26), ("file", 24), ("severity", 8), ("code", 8), ("section", 26), ("place", 36)),
    *(("message", 64), ("expected", 36), ("basis", 50)),
)


def findings(sheet: Sheet, bodies: Sequence[Body], output: Output, speaker: Speaker) -> None:
    """Write the sheet."""
    compared = any(body.new is not None for body in bodies)
    names = (*_COLUMNS, *((("change", 10),) if compared else ()))
    columns = [Column(speaker.said(f"review.{name}"), width) for name, width in names]
    write(sheet, columns, _rows(bodies, output, speaker))


def _rows(bodies: Sequence[Body], output: Output, speaker: Speaker) -> Iterator[Sequence[Value]]:
    for body in bodies:
        for case in body.cases:
            path = case.read.path
            link = Link(path.name, output.link_to(path))
            for item in case.items:
                change = _change(body, item, speaker)
                yield [body.name, link, *_finding(item, speaker), *change]
        for gone in body.mended:
            said = Marked(speaker.said("review.mended-now"), GREEN)
            level = severity_word(Severity(gone.severity), speaker.lang)
            yield [body.name, None, level, gone.code, None, None, gone.message, None, None, said]


def _finding(item: Item, speaker: Speaker) -> Iterator[Value]:
    found = item.found
    level = severity_word(found.severity, speaker.lang)
    ground = GROUNDS.get(found.severity)
    yield Marked(level, ground) if ground else level
    yield found.code
    yield speaker.structure.printed[item.section] if item.section else None
    yield place_of(found, speaker)
    yield found.message
    yield expected_of(found, speaker)
    yield found.basis


def _change(body: Body, item: Item, speaker: Speaker) -> Iterator[Value]:
    if body.new is not None:
        yield speaker.said("review.is-new" if key_of(body, item) in body.new else "review.is-left")
