"""Findings that are accepted on purpose: by a comment, by an accept file, or by a baseline.

What is accepted is kept and shown as such, never dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.files.paths import named
from gklint.findings.diagnostics import Acceptance, Accepted, Diagnostic, Entry
from gklint.model.document import Address
from gklint.model.outcomes import Finding
from gklint.ruleset.rules import Rule
from gklint.text.source import Source

if TYPE_CHECKING:
    from gklint.accept.comments import Fault, Statement

UNUSED, EXPIRED, INVALID = "GK005", "GK006", "GK007"


class Listed(NamedTuple):
    """An accept file or a baseline: what it accepts, by code and fingerprint.

    Fingerprints name files from the folder of ``path``, wherever gklint is started.
    """

    path: Path
    accepts: Mapping[tuple[str, str], Acceptance]


class Elsewhere(NamedTuple):
    """What is accepted outside of the files.

    ``compared``: whether there is a baseline, so that every other finding is a new one.
    """

    lists: tuple[Listed, ...] = ()
    compared: bool = False


NOTHING = Elsewhere()


class Checked(NamedTuple):
    """By which rules a file was checked: all there are, and the codes of those that were run."""

    known: Mapping[str, Rule]
    run: Collection[str]


class Remark(NamedTuple):
    """A finding about a comment, with the code of its rule; its span is one of the file's text."""

    code: str
    finding: Finding


class Verdict(NamedTuple):
    """What is left to report, what is accepted, and what is wrong with the comments.

    ``dated``: whether some comment holds until a day.
    """

    kept: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...]
    remarks: tuple[Remark, ...]
    dated: bool


def judge(
    source: Source,
    found: Sequence[Diagnostic],
    rules: Mapping[str, Rule],
    run: Collection[str],
    elsewhere: Elsewhere,
    today: date,
) -> Verdict:
    """Tell accepted findings from the others.  ``run``: the codes of the rules that were run."""
    statements, faults = _in_comments(source, rules)
    live = [each for each in statements if not each.acceptance.expired(today)]
    kept, accepted = [], []
    used: set[tuple[Statement, str]] = set()
    for each in found:
        covering = [here for here in live if _covers(here, each)]
        used.update((here, each.code) for here in covering)
        if covering:
            closest = min(covering, key=lambda here: here.reach)
            accepted.append(Accepted(each, closest.acceptance))
        elif there := _elsewhere(source.path, each, rules[each.code], elsewhere, today):
            accepted.append(there)
        else:
            kept.append(each)
    remarks = [
        *(_fault(fault) for fault in faults),
        *(remark for each in statements for remark in _remarks(each, used, run, today)),
    ]
    dated = any(each.acceptance.until for each in statements)
    return Verdict(tuple(kept), tuple(accepted), tuple(remarks), dated)


def _in_comments(
    source: Source, rules: Mapping[str, Rule]
) -> tuple[tuple[Statement, ...], tuple[Fault, ...]]:
    """What the comments of a file say, of which most texts have none."""
    if "<!--" not in source.file.text:
        return (), ()
    from gklint.accept.comments import read_comments

    return read_comments(source, rules)


def _covers(statement: Statement, found: Diagnostic) -> bool:
    if found.code not in statement.codes:
        return False
    lines = statement.lines
    return lines is None or bool(found.range and found.range.start.line in lines)


def _elsewhere(
    path: str | None, found: Diagnostic, rule: Rule, elsewhere: Elsewhere, today: date
) -> Accepted | None:
    """By which list a finding is accepted, if any."""
    for listed in elsewhere.lists if rule.acceptable else ():
        entry = Entry(listed.path, found.code, found.known_in(named(path, listed.path.parent)))
        by = listed.accepts.get((entry.code, entry.fingerprint))
        if by and not by.expired(today):
            return Accepted(found, by, entry)
    return None


def _remarks(
    statement: Statement,
    used: Collection[tuple[Statement, str]],
    run: Collection[str],
    today: date,
) -> Iterator[Remark]:
    """That a comment is over, or accepts what was looked for and not found."""
    until = statement.acceptance.until
    over = statement.acceptance.expired(today)
    for code in statement.codes:
        if over or (code in run and (statement, code) not in used):
            args = {"code": code, "until": until}
            finding = Finding(Address("accept", code), statement.span, args)
            yield Remark(EXPIRED if over else UNUSED, finding)


def _fault(fault: Fault) -> Remark:
    finding = Finding(Address("accept", fault.kind), fault.span, fault.args, fault.kind)
    return Remark(INVALID, finding)
