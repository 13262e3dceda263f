"""Reports beside one another, and what is found of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from gklint.findings.codes import CRASHED
from gklint.findings.diagnosing import Diagnoser
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.messages import Speaker
from gklint.formats.reading import read
from gklint.model.abstract import Abstract, abstract_of
from gklint.model.county import County, Entry, Member
from gklint.parse.report import parse
from gklint.ruleset.loading import RuleSet, load_rules
from gklint.ruleset.running import Ran, run_county
from gklint.ruleset.selection import EVERY_RULE
from gklint.text.source import Source


@cache
def rules() -> RuleSet:
    return load_rules()


def abstract(text: str, path: str | None = None) -> Abstract:
    """What others are compared with of a report."""
    return abstract_of(parse(Source(text, path), rules().form))


def county(texts: Mapping[str, str], members: Sequence[Member] = ()) -> County:
    """Reports by the names of their files; bodies as their titles name them."""
    reports = [abstract(text, path) for path, text in texts.items()]
    entries = tuple(Entry(report, report.agency) for report in reports)
    return County(entries, {member.name: member for member in members})


def ran(found: County, code: str) -> Sequence[Ran]:
    """What came of one rule, by the reports."""
    return run_county(rules(), [rules().rules[code]], found, rules().rules[CRASHED])


def flagged(found: County, code: str) -> list[int]:
    """Which reports one rule finds something in."""
    return [number for number, each in enumerate(ran(found, code)) if each.findings]


def diagnostics(folder: Path, code: str, lang: str = "zh") -> Mapping[str, tuple[Diagnostic, ...]]:
    """What is said of the files of a folder, by their names."""
    sources = [read(path) for path in sorted(folder.iterdir())]
    reports = [abstract_of(parse(source, rules().form)) for source in sources]
    whole = County(tuple(Entry(report, report.agency) for report in reports))
    speaker = Speaker(rules().form.structure, lang)
    diagnoser = Diagnoser(speaker, EVERY_RULE, folder, read=lambda name: read(Path(name)))
    return {
        Path(source.path or "").name: diagnoser.diagnose(source, each.findings)
        for source, each in zip(sources, ran(whole, code), strict=True)
    }
