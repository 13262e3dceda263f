"""总览: a row for each body, how it stands and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.extract.sheets import Sheet
from gklint.findings.messages import Speaker
from gklint.review.output import Output
from gklint.review.sheets.table import GREEN, GREY, RED, YELLOW, Column, Link, Marked, Value, write
from gklint.review.standing import Body, Standing
from gklint.ruleset.severity import Severity

_GROUNDS = {
    Standing.FIT: GREEN,
    Standing.MEND: RED,
    Standing.UNREAD: YELLOW,
    Standing.MISSING: GREY,
}
_COLUMNS = (
    *(("body", 30), ("parent", 22), ("standing", 10), ("file", 30), ("letter", 12)),
    *(("errors", 7), ("warnings", 7), ("infos", 7), ("undecided", 9), ("gravest", 70)),
)
_COMPARED = (("mended", 8), ("new", 8), ("left", 8))
_GRAVEST = 3
_JOINT = " / "  # links have one line


def overview(sheet: Sheet, bodies: Sequence[Body], output: Output, speaker: Speaker) -> None:
    """Write the sheet.  What changed since the review before is shown where there was one."""
    compared = any(body.new is not None for body in bodies)
    names = (*_COLUMNS, *(_COMPARED if compared else ()))
    columns = [Column(speaker.said(f"review.{name}"), width) for name, width in names]
    write(sheet, columns, ([*_row(body, output, speaker)] for body in bodies))


def _row(body: Body, output: Output, speaker: Speaker) -> Iterator[Value]:
    files = [case.read.path for case in body.cases]
    letter = output.letter_of(body)
    yield body.name if body.listed else speaker.said("review.not-listed", body=body.name)
    yield body.parent
    yield Marked(speaker.said(f"review.{body.standing.value}"), _GROUNDS[body.standing])
    if files:
        names = _JOINT.join(path.name for path in files)
        yield Link(names, output.link_to(files[0]))
    else:
        yield None
    yield Link(speaker.said("review.open-letter"), letter) if letter else None
    yield from (body.count(severity) for severity in Severity)
    yield body.undecided
    yield "\n".join(_gravest(body, speaker))
    if body.new is not None:
        yield len(body.mended)
        yield len(body.new)
        yield len(body.items) - len(body.new)


def _gravest(body: Body, speaker: Speaker) -> Iterator[str]:
    for case in body.cases:
        if case.other_year:
            yield speaker.said("review.other-year", year=case.other_year)
        if case.match.near and not body.listed:
            yield speaker.said("review.maybe", names=case.match.near)
    yield from (item.found.message for item in body.items[:_GRAVEST])
