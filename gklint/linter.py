"""The pipeline on one screen: a source in, a report with its diagnostics out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gklint.acceptance import NOTHING, Elsewhere, Remark, judge
from gklint.building import build
from gklint.checks import CHECKS, Context
from gklint.diagnostics import (
    Accepted,
    CellName,
    Diagnostic,
    Finding,
    Fix,
    Note,
    Outcome,
    Passed,
    Related,
    Replacement,
    Severity,
    Tally,
    Undecided,
    UndecidedCheck,
)
from gklint.errors import UnreadableFileError
from gklint.messages import Speaker
from gklint.model import Address, Document
from gklint.paths import relative
from gklint.readers import nothing
from gklint.ruleset import BUILT_IN, Rule, RuleSet
from gklint.source import Source, Span

UNREADABLE, NOT_A_REPORT, CRASHED, NOT_COVERED = "GK001", "GK002", "GK003", "GK004"


@dataclass(frozen=True)
class Report:
    """One checked file.  ``format`` is ``"2021"``, ``"2019"`` or None; so is what is unknown.

    ``accepted``: findings that do not count.  ``compared``: whether there was a baseline, so that
    ``diagnostics`` are new.
    """

    path: str | None
    source: Source
    format: str | None
    agency: str | None
    year: int | None
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    compared: bool = False
    undecided: tuple[UndecidedCheck, ...] = ()
    checks: Tally = field(default_factory=Tally)
    document: Document | None = None

    def slim(self) -> Report:
        """The report without its model, to be sent from one process to another."""
        return replace(self, document=None)

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be read or checked."""
        return any(found.code in (UNREADABLE, CRASHED) for found in self.diagnostics)


@dataclass
class Totals:
    """What a run has come to so far: files, findings by severity, and accepted ones."""

    files: int = 0
    accepted: int = 0
    unreadable: bool = False
    found: Counter[Severity] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Count one more report."""
        self.files += 1
        self.unreadable = self.unreadable or report.unreadable
        self.accepted += len(report.accepted)
        self.found.update(item.severity for item in report.diagnostics)

    def summary(self) -> dict[str, int]:
        """Files, error, warning, info."""
        return {"files": self.files, **{str(level): self.found[level] for level in Severity}}


def totals(reports: Iterable[Report]) -> Totals:
    """The totals of reports."""
    result = Totals()
    for report in reports:
        result.add(report)
    return result


@dataclass(frozen=True)
class Selection:
    """Which rules run, and how serious they are.  Codes are given by prefix."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def takes(self, code: str) -> bool:
        """Whether the rule is to run; of select and ignore, the longer prefix counts."""
        chosen = max((len(p) for p in self.select if code.startswith(p)), default=-1)
        left_out = max((len(p) for p in self.ignore if code.startswith(p)), default=-1)
        return left_out < chosen if self.select else left_out < 0

    def level(self, rule: Rule) -> Severity:
        """The severity of a rule, overridden or its own."""
        return self.severity.get(rule.code, rule.severity)


@dataclass(frozen=True)
class Setting:
    """What a check depends on besides file and rules.

    root: from where fingerprints name files; None: as the user does.
    elsewhere: what is accepted outside of the files.  today: None for the day of the check.
    """

    root: Path | None = None
    elsewhere: Elsewhere = NOTHING
    today: date | None = None


class Linter:
    """Checks reports by one rule set.  Made once; holds no state between reports."""

    def __init__(
        self,
        rules: RuleSet,
        selection: Selection = Selection(),
        lang: str = "zh",
        setting: Setting = Setting(),
    ):
        self.rules = rules
        self.selection = selection
        self.setting = setting
        self.speaker = Speaker(rules.reader.wordings.grammar, rules.texts, lang)
        self.active = [
            rule
            for rule in rules.rules.values()
            if rule.check != BUILT_IN and selection.takes(rule.code)
        ]

    def check(self, source: Source) -> Report:
        """Check one report.  Never raises, whatever the text."""
        return self.settle(self.examine(source))

    def examine(self, source: Source) -> Report:
        """All that is found, whether it is accepted or not."""
        try:
            document = build(source, self.rules.reader)
        except Exception as error:  # the other files must go on
            return self.crashed(source, error)
        if not document.sections:
            return self.refuse(source, NOT_A_REPORT)
        if document.version is None:
            return self.refuse(source, NOT_COVERED, document)
        starts = {name: table.start for name, table in document.tables.items()}
        identities = {
            name: self.rules.identities[name].get(start, ()) for name, start in starts.items()
        }
        return self.run_all(document, Context(document, identities))

    def check_file(self, name: str, read: Callable[[], Source]) -> Report:
        """Read and check a file called ``name``.  Never raises, whatever the file."""
        try:
            source = read()
        except UnreadableFileError as error:
            return self.unreadable(nothing(name), error)
        except Exception as error:  # the other files must go on
            return self.crashed(nothing(name), error)
        return self.check(source)

    def crashed(self, source: Source, error: Exception) -> Report:
        """The report of a file at which a reader failed: a fault of ours, not of the file."""
        args = {"code": "reader", "error": f"{type(error).__name__}: {error}"}
        return self.refuse(source, CRASHED, None, args)

    def unreadable(self, source: Source, error: UnreadableFileError) -> Report:
        """The report of a file that could not be read; ``source`` is empty but for its path."""
        reason = self.speaker.text(error.reason, error.detail)
        return self.refuse(source, UNREADABLE, None, {"reason": reason})

    def refuse(
        self,
        source: Source,
        code: str,
        document: Document | None = None,
        args: Mapping[str, object] = {},
    ) -> Report:
        """A report with one finding about the file as a whole, at its first line."""
        year: Mapping[str, object] = {"year": document.year} if document else {}
        finding = Finding(Address("file"), Span(0, 0), {**args, **year})
        rule = self.rules.rules[code]
        silent = code == NOT_COVERED and not self.selection.takes(code)
        found = () if silent else self.diagnose(source, [(rule, finding)])
        return Report(
            path=source.path,
            source=source,
            format=None,
            agency=document.agency if document else None,
            year=document.year if document else None,
            diagnostics=found,
            checks=Tally(failed=len(found)),
            document=document,
        )

    # -- running the rules -----------------------------------------------------------------

    def run_all(self, document: Document, context: Context) -> Report:
        tally: Counter[str] = Counter()
        findings: list[tuple[Rule, Finding]] = []
        undecided: list[tuple[Rule, Undecided]] = []
        for rule in self.active:
            if rule.formats and self.rules.reader.format_of(document) not in rule.formats:
                tally["not_applicable"] += 1
                continue
            for outcome in self.run(rule, context):
                if isinstance(outcome, Finding):
                    findings.append((rule, outcome))
                elif isinstance(outcome, Undecided):
                    undecided.append((rule, outcome))
                elif isinstance(outcome, Passed):
                    tally["passed"] += outcome.number
                else:
                    tally["not_applicable"] += 1
        heard = _most_specific(findings)
        tally["not_applicable"] += len(findings) - len(heard)
        return Report(
            path=document.source.path,
            source=document.source,
            format=document.version,
            agency=document.agency,
            year=document.year,
            diagnostics=self.diagnose(document.source, heard),
            undecided=tuple(self.explain_undecided(rule, found) for rule, found in undecided),
            checks=Tally(tally["passed"], len(heard), len(undecided), tally["not_applicable"]),
            document=document,
        )

    def run(self, rule: Rule, context: Context) -> Iterable[Outcome]:
        """The outcomes of one rule; a rule that crashes is a finding about the rule."""
        try:
            outcomes = list(CHECKS[rule.check].run(context, rule.options))
        except Exception as error:  # one broken rule must not hide the others
            args = {"code": rule.code, "error": f"{type(error).__name__}: {error}"}
            return [_Crash(Address("file", rule.code), Span(0, 0), args)]
        return outcomes or [Passed()]

    def settle(self, report: Report) -> Report:
        """Tell accepted findings from those that count."""
        run = {rule.code for rule in self.active} if report.format else frozenset()
        setting = self.setting
        verdict = judge(
            report.source,
            report.diagnostics,
            self.rules.rules,
            run,
            setting.elsewhere,
            setting.today or date.today(),
        )
        remarks = self.remarks(report.source.file, verdict.remarks)
        if report.source.file is not report.source:  # comments are not in the text of a web page
            remarks = tuple(replace(remark, span=None) for remark in remarks)
        return replace(
            report,
            diagnostics=_by_place((*verdict.kept, *remarks)) if remarks else verdict.kept,
            accepted=verdict.accepted,
            compared=setting.elsewhere.compared,
        )

    def runs(self, code: str) -> bool:
        """Whether a rule is among those that are run."""
        return any(rule.code == code for rule in self.active)

    def remark(self, source: Source, remarks: Iterable[Remark]) -> Report:
        """The report of a file that accepts findings of others."""
        found = self.remarks(source, remarks)
        return Report(
            path=source.path,
            source=source,
            format=None,
            agency=None,
            year=None,
            diagnostics=found,
            checks=Tally(failed=len(found)),
        )

    def remarks(self, source: Source, remarks: Iterable[Remark]) -> tuple[Diagnostic, ...]:
        pairs = ((self.rules.rules[code], finding) for code, finding in remarks)
        return self.diagnose(source, [pair for pair in pairs if self.selection.takes(pair[0].code)])

    # -- putting findings into words ----------------------------------------------------------

    def diagnose(
        self, source: Source, findings: Iterable[tuple[Rule, Finding]]
    ) -> tuple[Diagnostic, ...]:
        repeats: Counter[tuple[str, Address]] = Counter()
        ordered = sorted(findings, key=lambda pair: (pair[1].span, pair[0].code))
        path = self.named(source.path)
        diagnostics = []
        for rule, finding in ordered:
            if isinstance(finding, _Crash):
                rule = self.rules.rules[CRASHED]
            repeats[rule.code, finding.address] += 1
            location = source.locate(finding.span)
            diagnostics.append(
                Diagnostic(
                    code=rule.code,
                    name=rule.name,
                    severity=self.selection.level(rule),
                    message=self.speaker.message(rule, finding),
                    span=finding.span,
                    range=location.range,
                    place=location.place,
                    cell=self.cell(finding.address),
                    related=tuple(self.relate(source, note) for note in finding.notes),
                    suspects=finding.suspects,
                    basis=self.speaker.basis(rule),
                    fingerprint=_fingerprint(
                        rule.code, path, finding.address, repeats[rule.code, finding.address]
                    ),
                    fix=_fix(source, rule, finding),
                )
            )
        return tuple(diagnostics)

    def named(self, path: str | None) -> str:
        """A file as fingerprints name it."""
        root = self.setting.root
        if root is None or path in (None, "-"):
            return (path or "").replace("\\", "/")
        return relative(str(path), root)

    def relate(self, source: Source, note: Note) -> Related:
        cell = self.cell(note.address) if note.address else None
        return Related(self.speaker.note(note), *source.locate(note.span), cell)

    def cell(self, address: Address) -> CellName | None:
        """The cell (or row) of an address, if it is one."""
        if address.row is None or not self.speaker.table(address.part):
            return None
        return CellName(address.part, address.row, address.column)

    def explain_undecided(self, rule: Rule, found: Undecided) -> UndecidedCheck:
        reason = self.speaker.reason(found.reason, found.address, found.args)
        return UndecidedCheck(rule.code, reason, self.cell(found.address))


def _fix(source: Source, rule: Rule, finding: Finding) -> Fix | None:
    """The changes of the file that mend a finding; None where one of them has no place in it."""
    if rule.fix is None or not finding.edits:
        return None
    replacements = []
    for span, new in finding.edits:
        there = source.in_file(span)
        if there is None:
            return None
        old = source.file.text[slice(*there)]
        replacements.append(Replacement(there, source.file.whole_range(there), old, new))
    return Fix(rule.fix == "safe", tuple(replacements))


class _Crash(Finding):
    """A finding about a rule, not about the report."""


def _most_specific(findings: list[tuple[Rule, Finding]]) -> list[tuple[Rule, Finding]]:
    """Leave out what a more specific rule says of the same place, or of all around it."""
    spoken: dict[str, list[Finding]] = {}
    for rule, finding in findings:
        spoken.setdefault(rule.code, []).append(finding)
    return [
        (rule, finding)
        for rule, finding in findings
        if not any(
            other.address.covers(finding.address)
            for code in rule.yields_to
            for other in spoken.get(code, ())
        )
    ]


def _by_place(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics of one file, sorted by position, then code; what is in no line has a span."""
    return tuple(sorted(found, key=lambda item: (tuple(item.range or item.span or ()), item.code)))


def _fingerprint(code: str, path: str, address: Address, repeat: int) -> str:
    """From code, file and structural address: lines and values may change without it."""
    place = (code, path, *(part or "" for part in address), str(repeat))
    return hashlib.sha256("\0".join(place).encode("utf-8", "surrogatepass")).hexdigest()[:16]
