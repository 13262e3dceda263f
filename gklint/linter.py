"""The pipeline on one screen: a source in, a report with its diagnostics out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from gklint.accept.judging import NOTHING, Elsewhere, Remark, judge
from gklint.checks import CHECKS, Context
from gklint.errors import UnreadableFileError
from gklint.findings.diagnosing import Diagnoser
from gklint.findings.diagnostics import Diagnostic, Tally
from gklint.findings.messages import Speaker
from gklint.findings.report import CRASHED, NOT_A_REPORT, NOT_COVERED, UNREADABLE, Report
from gklint.formats import nothing
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, Outcome, Passed, Undecided
from gklint.parse.report import parse
from gklint.ruleset.compiling import BUILT_IN
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.rules import Rule
from gklint.ruleset.selection import EVERY_RULE, Selection
from gklint.text.source import Source, Span


class Linter:
    """Checks reports by one rule set.  Made once; holds no state between reports.

    root: the folder from which fingerprints name files; None: as the user does.
    elsewhere: what is accepted outside of the files.  today: None for the day of the check.
    """

    def __init__(
        self,
        rules: RuleSet,
        selection: Selection = EVERY_RULE,
        lang: str = "zh",
        *,
        root: Path | None = None,
        elsewhere: Elsewhere = NOTHING,
        today: date | None = None,
    ):
        self.rules = rules
        self.selection = selection
        self.elsewhere = elsewhere
        self.today = today
        self.speaker = Speaker(rules.form.structure, rules.texts, lang)
        self.diagnoser = Diagnoser(self.speaker, selection, root)
        self.active = {
            code: rule
            for code, rule in rules.rules.items()
            if rule.check != BUILT_IN and selection.takes(code)
        }

    def check(self, source: Source) -> Report:
        """Check one report.  Never raises, whatever the text."""
        return self.settle(self.examine(source))

    def examine(self, source: Source) -> Report:
        """All that is found, whether it is accepted or not."""
        try:
            document = parse(source, self.rules.form)
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
        return self.run_all(document, Context(document, self.rules.form, identities))

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
        found = () if silent else self.diagnoser.diagnose(source, [(rule, finding)])
        return Report(
            path=source.path,
            source=source,
            agency=document.agency if document else None,
            year=document.year if document else None,
            diagnostics=found,
            checks=Tally(failed=len(found)),
            document=document,
        )

    # -- running the rules -----------------------------------------------------------------

    def run_all(self, document: Document, context: Context) -> Report:
        tally: Counter[str] = Counter()
        version = self.rules.form.version_for(document.year) or document.version
        findings: list[tuple[Rule, Finding]] = []
        undecided: list[tuple[Rule, Undecided]] = []
        for active in self.active.values():
            if active.formats and version not in active.formats:
                tally["not_applicable"] += 1
                continue
            for rule, outcome in self.run(active, context):
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
            diagnostics=self.diagnoser.diagnose(document.source, heard),
            undecided=tuple(self.diagnoser.undecided(rule, found) for rule, found in undecided),
            checks=Tally(tally["passed"], len(heard), len(undecided), tally["not_applicable"]),
            document=document,
        )

    def run(self, rule: Rule, context: Context) -> list[tuple[Rule, Outcome]]:
        """The outcomes of one rule; that it crashes is a finding of the rule for that."""
        try:
            outcomes = list(CHECKS[rule.check].run(context, rule.options))
        except Exception as error:  # one broken rule must not hide the others
            args = {"code": rule.code, "error": f"{type(error).__name__}: {error}"}
            crash = Finding(Address("file", rule.code), Span(0, 0), args)
            return [(self.rules.rules[CRASHED], crash)]
        return [(rule, outcome) for outcome in outcomes or [Passed()]]

    def settle(self, report: Report) -> Report:
        """Tell accepted findings from those that count."""
        verdict = judge(
            report.source,
            report.diagnostics,
            self.rules.rules,
            self.active if report.format else (),
            self.elsewhere,
            self.today or date.today(),
        )
        remarks = self.remarks(report.source.file, verdict.remarks)
        if report.source.file is not report.source:  # comments are not in the text of a web page
            remarks = tuple(replace(remark, span=None) for remark in remarks)
        return replace(
            report,
            diagnostics=_by_place((*verdict.kept, *remarks)) if remarks else verdict.kept,
            accepted=verdict.accepted,
            compared=self.elsewhere.compared,
        )

    def remark(self, source: Source, remarks: Iterable[Remark]) -> Report:
        """The report of a file that accepts findings of others."""
        found = self.remarks(source, remarks)
        return Report(
            path=source.path,
            source=source,
            diagnostics=found,
            checks=Tally(failed=len(found)),
        )

    def remarks(self, source: Source, remarks: Iterable[Remark]) -> tuple[Diagnostic, ...]:
        pairs = ((self.rules.rules[code], finding) for code, finding in remarks)
        return self.diagnoser.diagnose(
            source, [pair for pair in pairs if self.selection.takes(pair[0].code)]
        )


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
