"""The pipeline: a source in, a report with its diagnostics out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from gklint.accept.judging import NOTHING, Elsewhere, Remark, judge
from gklint.errors import UnreadableFileError
from gklint.findings.codes import CRASHED, NOT_A_REPORT, NOT_COVERED, UNREADABLE
from gklint.findings.diagnosing import Diagnoser, by_place
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.messages import Speaker
from gklint.findings.report import CheckedBy, Report
from gklint.formats.reading import nothing, read
from gklint.model.county import Earlier, Lacking
from gklint.model.document import Address, Deviation, Document
from gklint.model.outcomes import Finding, Tally
from gklint.parse.report import parse
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.rules import BUILT_IN
from gklint.ruleset.running import Ran, run_rules
from gklint.ruleset.selection import EVERY_RULE, Selection
from gklint.ruleset.settled import settled
from gklint.text.source import Source, Span

_TABLES = 2  # by which a report is known that has lost its headings


def _glued(first: Deviation) -> Finding:
    return Finding(Address("file"), first.span, {"printed": first.printed}, "lines-lost")


def no_report(_: Document) -> None:
    """The report of the year before, where none was given."""


def is_report(document: Document) -> bool:
    """Whether anything of the form is there."""
    return bool(document.sections) or len(document.tables) >= _TABLES


def _other(name: str) -> Source:
    """Another file that findings name, to tell where in it they mean; empty if it is gone."""
    try:
        state = Path(name).stat()
    except OSError:
        return nothing(name)
    return _as_it_was(name, (state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=2)
def _as_it_was(name: str, _: tuple[int, int]) -> Source:
    """The same, while it stays as it is."""
    try:
        return read(Path(name))
    except UnreadableFileError:
        return nothing(name)


def _headless(document: Document) -> Finding:
    first = min(table.span for table in document.tables.values())
    return Finding(Address("file"), first, {"count": len(document.tables)}, "headings-lost")


class Linter:
    """Checks reports by one rule set.  Made once; holds no state between reports.

    root: the folder from which fingerprints name files; None: as the user does.
    elsewhere: what is accepted outside of the files.  today: None for the day of the check.
    fixes: whether findings say how to mend them.  earlier: tells the report of the year before.
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
        fixes: bool = True,
        earlier: Callable[[Document], Earlier | Lacking | None] = no_report,
    ):
        self.rules = rules
        self.selection = selection
        self.elsewhere = elsewhere
        self.today = today
        self.earlier = earlier
        self.speaker = Speaker(rules.form.structure, lang)
        self.by = CheckedBy(self.speaker, rules.identities)
        self.diagnoser = Diagnoser(self.speaker, selection, root, fixes, _other)
        taken = {code: rule for code, rule in rules.rules.items() if selection.takes(code)}
        run = {code: rule for code, rule in taken.items() if rule.check != BUILT_IN}
        self.active = {code: rule for code, rule in run.items() if not rule.of_county}
        self.of_county = {code: rule for code, rule in run.items() if rule.of_county}

    def check_file(self, name: str, take: Callable[[], Source]) -> Report:
        """Read and check a file called ``name``.  Never raises, whatever the file."""
        try:
            source = take()
        except UnreadableFileError as error:
            return self.unreadable(nothing(name), error)
        except Exception as error:  # the other files must go on
            return self.crashed(nothing(name), error)
        return self.check(source)

    def check(self, source: Source) -> Report:
        """Check one report.  Never raises, whatever the text."""
        try:
            document = settled(self.rules, parse(source, self.rules.form))
            source = document.source
        except Exception as error:  # the other files must go on
            return self.crashed(source, error)
        if source.recognised:  # what is missing may be misread
            report = self.examine(document)
        elif not is_report(document):
            report = self.whole(source, NOT_A_REPORT)
        elif not document.sections:
            report = self.only(source, NOT_A_REPORT, _headless(document))
        elif document.glued:
            report = self.only(source, NOT_A_REPORT, _glued(document.glued))
        elif document.version is None:
            report = self.whole(source, NOT_COVERED, document, year=document.year)
        else:
            report = self.examine(document)
        return self.settle(report)

    def examine(self, document: Document) -> Report:
        """All that is found in a report, whether it is accepted or not."""
        crashed, earlier = self.rules.rules[CRASHED], self.earlier(document)
        ran = run_rules(self.rules, self.active.values(), document, crashed, earlier)
        return Report(
            path=document.source.path,
            source=document.source,
            format=document.version,
            agency=document.agency,
            year=document.year,
            diagnostics=self.diagnoser.diagnose(document.source, ran.findings),
            undecided=tuple(self.diagnoser.undecided(rule, each) for rule, each in ran.undecided),
            checks=ran.checks,
            document=document,
            alone=isinstance(earlier, Lacking),
            abstract=ran.abstract,
            by=self.by,
        )

    def again(self, report: Report) -> Report:
        """The report that other rules gave, by these; the file is not read again.

        ``report`` must still have its model.  Rules do not change what is no report of the form.
        """
        if report.document is None or report.format is None:
            return report
        return self.settle(self.examine(report.document))

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
        remarks = self.remarks(report.source.file, verdict.remarks) if verdict.remarks else ()
        if report.source.file is not report.source:  # comments are not in the text of a web page
            remarks = tuple(remark._replace(span=None) for remark in remarks)
        return report._replace(
            diagnostics=by_place((*verdict.kept, *remarks)) if remarks else verdict.kept,
            accepted=verdict.accepted,
            compared=self.elsewhere.compared,
            dated=verdict.dated,
        )

    def beside(self, source: Source, ran: Ran) -> tuple[Diagnostic, ...]:
        """What is found in a report when it stands beside others, but for what is accepted."""
        found = self.diagnoser.diagnose(source, ran.findings)
        today = self.today or date.today()
        return judge(source, found, self.rules.rules, (), self.elsewhere, today).kept

    # -- files without a report --------------------------------------------------------------

    def unreadable(self, source: Source, error: UnreadableFileError) -> Report:
        """The report of a file that could not be read; ``source`` is empty but for its path."""
        return self.whole(source, UNREADABLE, reason=error.said(self.speaker.lang))

    def crashed(self, source: Source, error: Exception) -> Report:
        """The report of a file at which a reader failed: a fault of ours, not of the file."""
        return self.whole(source, CRASHED, code="reader", error=f"{type(error).__name__}: {error}")

    def whole(
        self, source: Source, found: str, document: Document | None = None, **args: object
    ) -> Report:
        """A report with one finding about the file as a whole, at its first line."""
        return self.only(source, found, Finding(Address("file"), Span(0, 0), args), document)

    def only(
        self, source: Source, found: str, finding: Finding, document: Document | None = None
    ) -> Report:
        """A report with one finding, in place of all others."""
        silent = found == NOT_COVERED and not self.selection.takes(found)
        pairs = [] if silent else [(self.rules.rules[found], finding)]
        return Report(
            path=source.path,
            source=source,
            agency=document.agency if document else None,
            year=document.year if document else None,
            diagnostics=self.diagnoser.diagnose(source, pairs),
            checks=Tally(failed=len(pairs)),
            document=document,
        )

    def remark(self, source: Source, remarks: Iterable[Remark]) -> Report:
        """The report of a file that accepts findings of others."""
        found = self.remarks(source, remarks)
        checks = Tally(failed=len(found))
        return Report(path=source.path, source=source, diagnostics=found, checks=checks)

    def remarks(self, source: Source, remarks: Iterable[Remark]) -> tuple[Diagnostic, ...]:
        """What is to be said of comments and entries that accept findings."""
        taken = [each for each in remarks if self.selection.takes(each.code)]
        pairs = [(self.rules.rules[code], finding) for code, finding in taken]
        return self.diagnoser.diagnose(source, pairs)
