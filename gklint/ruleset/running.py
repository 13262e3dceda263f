"""The rules run on one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from gklint.checks import CHECKS, Context
from gklint.checks.prose import CountOptions
from gklint.checks.registry import CountyContext
from gklint.errors import GklintError
from gklint.form.formula import Identity, Key
from gklint.model.abstract import Abstract, Stated
from gklint.model.county import County, Earlier, Lacking
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, Outcome, Passed, Tally, Undecided
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.rules import Rule
from gklint.text.source import Span
from gklint.text.timing import SECONDS, SlowExpressionError, restart
from gklint.text.values import Number


class Ran(NamedTuple):
    """What came of the rules; of the findings only those that no more specific one repeats.

    ``abstract``: what the report was compared by; None where it was not.
    """

    findings: Sequence[tuple[Rule, Finding]]
    undecided: Sequence[tuple[Rule, Undecided]]
    checks: Tally
    abstract: Abstract | None = None


def run_rules(
    rules: RuleSet,
    active: Iterable[Rule],
    document: Document,
    crashed: Rule,
    earlier: Earlier | Lacking | None = None,
) -> Ran:
    """Run the ``active`` ones of the rules; that one crashes is a finding of ``crashed``.

    ``earlier``: the report of the year before, or why there is none.
    """
    context = _context(rules, document, earlier)
    version = rules.form.version_for(document.year) or document.version
    found = _Found()
    for rule in active:
        if (rule.formats and version not in rule.formats) or (rule.compares and earlier is None):
            found.idle += 1
            continue
        restart()
        try:
            options = rule.options() if rule.compares else rule.options
            outcomes = [*CHECKS[rule.check].run(context, options)]
        except Exception as error:  # one broken rule must not hide the others
            found.findings.append((crashed, _crash(rule, error)))
            continue
        found.take(rule, outcomes)
    ran = found.ran(document)
    return ran._replace(abstract=vars(context).get("abstract"))  # if a rule asked for it


def _context(
    rules: RuleSet, document: Document, earlier: Earlier | Lacking | None = None
) -> Context:
    stated = cache(partial(stated_in, rules, document))
    return Context(document, rules.form, _identities(rules, document), stated, earlier)


def run_county(
    rules: RuleSet, active: Iterable[Rule], county: County, crashed: Rule
) -> Sequence[Ran]:
    """Run those rules that are about a county, which are ``active``: what came of each entry."""
    context = CountyContext(county, rules.form)
    found = [_Found() for _ in county.entries]
    for rule in active:
        restart()
        try:
            options = rule.options()
            told = [*CHECKS[rule.check].run(context, options)]
        except GklintError:  # something is missing on this machine
            raise
        except Exception as error:  # one broken rule must not hide the others
            for each in found:
                each.findings.append((crashed, _crash(rule, error)))
            continue
        outcomes: list[list[Outcome]] = [[] for _ in found]
        for entry, outcome in told:
            outcomes[entry].append(outcome)
        for each, own in zip(found, outcomes, strict=True):
            each.take(rule, own)
    return [each.ran() for each in found]


def _crash(rule: Rule, error: Exception) -> Finding:
    place, start = Address("file", rule.code), Span(0, 0)
    if isinstance(error, SlowExpressionError):
        args = {"code": rule.code, "file": rule.file, "seconds": f"{SECONDS:g}"}
        return Finding(place, start, args, "slow")
    args = {"code": rule.code, "error": f"{type(error).__name__}: {error}"}
    return Finding(place, start, args)


class _Found:
    """What came of one report so far."""

    def __init__(self) -> None:
        self.passed = self.idle = 0
        self.findings: list[tuple[Rule, Finding]] = []
        self.undecided: list[tuple[Rule, Undecided]] = []

    def take(self, rule: Rule, outcomes: Sequence[Outcome]) -> None:
        """Take in what came of a rule."""
        if not outcomes:
            self.passed += 1
        for outcome in outcomes:
            if isinstance(outcome, Finding):
                self.findings.append((rule, outcome))
            elif isinstance(outcome, Undecided):
                self.undecided.append((rule, outcome))
            elif isinstance(outcome, Passed):
                self.passed += outcome.number
            else:
                self.idle += 1

    def ran(self, document: Document | None = None) -> Ran:
        """All of it.  ``document``: of it, if it is of a single one."""
        heard, undecided = _most_specific(self.findings), self.undecided
        if document and document.source.recognition:
            read = document.source.was_recognised
            heard = [it for it in heard if not (it[0].of_writing and read(it[1].span))]
        unheard = len(self.findings) - len(heard)
        if document and (document.source.recognised or document.source.recognition):
            from gklint.ruleset.doubting import doubt  # few reports are scans

            heard, doubted = doubt(document, heard)
            undecided = [*undecided, *doubted]
        tally = Tally(self.passed, len(heard), len(undecided), self.idle + unheard)
        return Ran(heard, undecided, tally)


def _identities(rules: RuleSet, document: Document) -> Mapping[str, tuple[Identity, ...]]:
    """The sums that should hold in the tables of a report."""
    return {
        name: rules.identities[name].get(table.start, ()) for name, table in document.tables.items()
    }


def stated_in(rules: RuleSet, document: Document) -> Mapping[str, Stated]:
    """What the running text says of the cells of each table, by the rules that compare them."""
    stated: dict[str, dict[Key, frozenset[Number]]] = {}
    for rule in rules.rules.values():
        if isinstance(rule.options, CountOptions):
            for (table, row, column), number in rule.options.stated(document):
                cells = stated.setdefault(table, {})
                cells[row, str(column)] = cells.get((row, str(column)), frozenset()) | {number}
    return stated


def _most_specific(findings: Sequence[tuple[Rule, Finding]]) -> list[tuple[Rule, Finding]]:
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
