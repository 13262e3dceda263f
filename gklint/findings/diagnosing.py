"""Findings made into diagnostics: put into words, located in the file, known by a fingerprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from gklint.files.paths import named
from gklint.findings.codes import RECOGNISED
from gklint.findings.diagnostics import (
    Diagnostic,
    Fix,
    Related,
    Replacement,
    UndecidedCheck,
    fingerprint,
)
from gklint.findings.messages import Speaker
from gklint.model.document import Address
from gklint.model.outcomes import CellName, Finding, Note, Suspect, Undecided
from gklint.ruleset.rules import BUILT_IN, Rule
from gklint.ruleset.selection import Selection
from gklint.text.source import Source, Span


class Diagnoser(NamedTuple):
    """Makes diagnostics of what rules found.

    root: the folder from which fingerprints name files; None: as the user does.
    fixes: whether anybody asks how to mend what was found.  read: takes in other files that
    findings name.
    """

    speaker: Speaker
    selection: Selection
    root: Path | None
    fixes: bool = True
    read: Callable[[str], Source] = Source

    def diagnose(
        self, source: Source, findings: Iterable[tuple[Rule, Finding]]
    ) -> tuple[Diagnostic, ...]:
        """The diagnostics of one file, sorted by position, then code."""
        in_order = sorted(findings, key=lambda pair: (pair[1].span, pair[0].code))
        if not in_order:
            return ()
        repeats: Counter[tuple[str, Address]] = Counter()
        path = named(source.path, self.root)
        diagnostics = []
        culprits: list[Suspect | None] = []
        for rule, finding in in_order:
            repeats[rule.code, finding.address] += 1
            repeat = repeats[rule.code, finding.address]
            place = (rule.code, *(part or "" for part in finding.address), str(repeat))
            message = self.speaker.message(rule, finding, culprits)
            culprits.append(finding.culprit)
            structure = "\0".join(place)
            diagnostics.append(self._diagnostic(source, rule, finding, message, path, structure))
        return tuple(diagnostics)

    def undecided(self, rule: Rule, found: Undecided) -> UndecidedCheck:
        """A check that could not be decided, with the reason in words."""
        reason = self.speaker.reason(found.reason, found.address, found.args)
        return UndecidedCheck(rule.code, reason, self._cell(found.address))

    def _diagnostic(
        self,
        source: Source,
        rule: Rule,
        finding: Finding,
        message: str,
        path: str,
        structure: str,
    ) -> Diagnostic:
        location = source.findable(finding.span)
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=self.selection.level(rule),
            message=message + self._by_recognition(source, rule, finding),
            span=finding.span,
            range=location.range,
            place=location.place,
            cell=self._cell(finding.address),
            related=tuple(self._related(source, note) for note in finding.notes),
            suspects=finding.suspects,
            basis=self.speaker.basis(rule),
            fingerprint=fingerprint(path, structure),
            fix=_fix(source, rule, finding) if self.fixes else None,
            structure=structure,
        )

    def _by_recognition(self, source: Source, rule: Rule, finding: Finding) -> str:
        """That what is told of was read from a picture, where the message does not say it."""
        if source.recognition is None or rule.code in RECOGNISED or rule.check == BUILT_IN:
            return ""
        spans = (finding.span, *(note.span for note in finding.notes if note.file is None))
        found = any(map(source.was_recognised, spans))
        return self.speaker.said("messages.by-recognition") if found else ""

    def _related(self, source: Source, note: Note) -> Related:
        cell = self._cell(note.address) if note.address else None
        there = self.read(note.file) if note.file else source
        place, said = there.findable(note.span), self.speaker.note(note)
        if note.file is None or place.range is None:
            return Related(said, *place, cell, note.file)
        line = there.file.line_span(place.range.start.line)
        return Related(said, *place, cell, note.file, there.file.text[slice(*line)])

    def _cell(self, address: Address) -> CellName | None:
        """The cell (or row) of an address, if it is one."""
        if address.row is None or address.part not in self.speaker.structure.tables:
            return None
        return CellName(address.part, address.row, address.column)


def _fix(source: Source, rule: Rule, finding: Finding) -> Fix | None:
    """The changes of the file that mend a finding; None where one of them has no place in it."""
    if rule.fix is None or not finding.edits:
        return None
    spans: list[Span] = []
    texts: list[str] = []
    for span, new in sorted(finding.edits() if callable(finding.edits) else finding.edits):
        there = source.in_file(span)
        if there is None:
            return None
        if spans and spans[-1].end == there.start:  # a stretch of characters is one change
            spans[-1] = Span(spans[-1].start, there.end)
            texts[-1] += new
        else:
            spans.append(there)
            texts.append(new)
    old = source.file.text
    made = tuple(
        Replacement(span, old[span.start : span.end], new)
        for span, new in zip(spans, texts, strict=True)
    )
    return Fix(rule.fix == "safe", made) if made else None


def by_place(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics of one file, sorted by position, then code; what is in no line has a span."""
    return tuple(sorted(found, key=lambda item: (tuple(item.range or item.span or ()), item.code)))
