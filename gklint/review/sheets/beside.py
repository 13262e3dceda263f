"""跨年 and 雷同: what is found when reports are compared with last year's, and with one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gklint.extract.sheets import Sheet
from gklint.findings.messages import Speaker
from gklint.review.gathering import Case
from gklint.review.output import Output
from gklint.review.reading import Item
from gklint.review.sheets.places import place_of
from gklint.review.sheets.table import (
    GREEN,
    GREY,
    GROUNDS,
    YELLOW,
    Column,
    Link,
    Marked,
    Value,
    write,
)
from gklint.review.standing import Body
from gklint.ruleset.rules import Rule

_COLUMNS = (
    *(("body", 26), ("file", 24), ("result", 12), ("code", 8), ("place", 36)),
    *(("message", 64), ("beside", 30), ("passages", 60)),
)
_MOST_PASSAGES = 5


def years(
    sheet: Sheet,
    bodies: Sequence[Body],
    rules: Mapping[str, Rule],
    output: Output,
    speaker: Speaker,
) -> None:
    """Write what came of the comparison of each report with last year's."""
    codes = [code for code, rule in rules.items() if rule.compares]
    _write(sheet, _years(bodies, codes, output, speaker), speaker)


def shared(
    sheet: Sheet,
    bodies: Sequence[Body],
    codes: Sequence[str],
    output: Output,
    speaker: Speaker,
) -> None:
    """Write what reports share with one another, and apart from it those that are all zero."""
    _write(sheet, _shared(bodies, codes, output, speaker), speaker)


def _write(sheet: Sheet, rows: Iterator[Sequence[Value]], speaker: Speaker) -> None:
    columns = [Column(speaker.said(f"review.{name}"), width) for name, width in _COLUMNS]
    write(sheet, columns, rows)


def _years(
    bodies: Sequence[Body], codes: Sequence[str], output: Output, speaker: Speaker
) -> Iterator[Sequence[Value]]:
    for body, case in _cases(bodies):
        found = [item for item in case.items if item.found.code in codes]
        unclear = [each for each in case.undecided if each.code in codes]
        yield from (_finding(body, case, item, output, speaker) for item in found)
        for reason in dict.fromkeys(each.reason for each in unclear):
            said = Marked(speaker.said("review.unclear"), GREY)
            yield _row(body, case, said, None, reason, output)
        if not found and not unclear:
            yield _row(body, case, Marked(speaker.said("review.fits"), GREEN), None, None, output)


def _shared(
    bodies: Sequence[Body], codes: Sequence[str], output: Output, speaker: Speaker
) -> Iterator[Sequence[Value]]:
    for body, case in _cases(bodies):
        for item in case.items:
            if item.found.code in codes:
                yield _finding(body, case, item, output, speaker)
    for body, case in _cases(bodies):
        if case.all_zero:
            said = Marked(speaker.said("review.all-zero"), YELLOW)
            yield _row(body, case, said, None, speaker.said("review.all-zero-means"), output)


def _cases(bodies: Sequence[Body]) -> Iterator[tuple[Body, Case]]:
    return ((body, case) for body in bodies for case in body.cases if case.is_report)


def _row(
    body: Body, case: Case, result: Value, code: str | None, message: Value, output: Output
) -> Sequence[Value]:
    return [body.name, _link(case.read.path, output), result, code, None, message, None, None]


def _finding(
    body: Body, case: Case, item: Item, output: Output, speaker: Speaker
) -> Sequence[Value]:
    found = item.found
    result = speaker.said("review.differs")
    ground = GROUNDS.get(found.severity)
    others = [*dict.fromkeys(each.path for each in found.related if each.path)]
    return [
        body.name,
        _link(case.read.path, output),
        Marked(result, ground) if ground else result,
        found.code,
        place_of(found, speaker),
        found.message,
        _link(Path(others[0]), output) if others else None,
        "\n".join(each.message for each in found.related[:_MOST_PASSAGES]),
    ]


def _link(path: Path, output: Output) -> Link:
    return Link(path.name, output.link_to(path))
