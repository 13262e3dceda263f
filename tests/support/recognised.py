"""Reports as if their tables had been read from pictures, with what each number may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from gklint.findings.report import Report
from gklint.model.outcomes import CellName
from gklint.parse.report import parse
from gklint.text.recognition import Crop, Reading, Recognition, Seen
from gklint.text.source import Source
from tests.support.checking import linter

CLEAR = 0.99
Doubts = Mapping[tuple[str, str, str], Sequence[tuple[str, float]]]
"""Of some cells the other readings, with their costs."""


def recognised(text: str, doubts: Doubts, sure: float = CLEAR, *, clear: bool = False) -> Source:
    """A report whose numbers were read; ``sure``: how surely its other print was.

    ``clear``: what has other readings is clear nevertheless.
    """
    source = Source(text, "scan.pdf")
    found: list[tuple[int, int, Seen]] = []
    for table in parse(source, linter().rules.form).tables.values():
        for (row, column), cell in table.cells.items():
            others = doubts.get((table.name, row, column), ())
            readings = (Reading(cell.text, 0.0), *(Reading(*each) for each in others))
            crop = Crop(1, 10.0, 20.0, 15.0, 25.0)
            certain = CLEAR if clear or not others else 0.5
            found.append((*cell.span, Seen(certain, crop, readings, b"PNG")))
    found += [(*line.span, Seen(sure, Crop(1, 0.0, 0.0, 1.0, 1.0))) for line in _lines(source)]
    starts, ends, seen = zip(*sorted(found, key=lambda each: each[:2]), strict=True)
    return source._replace(recognition=Recognition(starts, ends, seen, 1))


class _Line:
    def __init__(self, start: int, end: int) -> None:
        self.span = (start, end)


def _lines(source: Source) -> Sequence[_Line]:
    spans = (source.line_span(number + 1) for number in range(len(source.line_starts)))
    shown = (span for span in spans if span.end > span.start)
    return [_Line(*span) for span in shown if "|" not in source.text[slice(*span)]]


def read(
    text: str,
    doubts: Doubts = MappingProxyType({}),
    sure: float = CLEAR,
    *,
    clear: bool = False,
) -> Report:
    """What is found in such a report."""
    return linter().check(recognised(text, doubts, sure, clear=clear))


def seen(report: Report, table: str, row: str, column: str) -> Seen:
    """What is known of a number in the end."""
    assert report.document is not None
    recognition = report.document.source.recognition
    assert recognition is not None
    found = recognition.at(report.document.tables[table].cells[row, column].start)
    assert found is not None
    return found


def told(report: Report) -> list[tuple[str, CellName | None]]:
    """The code of each error and warning, and the cell that it is about."""
    return [(each.code, each.cell) for each in report.diagnostics if each.severity != "info"]
