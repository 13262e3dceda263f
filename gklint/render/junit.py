"""``--format junit``: a test suite for each file, a test for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gklint.findings.codes import NOT_CHECKED
from gklint.render.ci import line_of, reason_of, shown
from gklint.render.printable import basis_of, printable, told
from gklint.render.rendering import Ending, Renderer
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Acceptance, Accepted, Diagnostic
    from gklint.findings.report import Report

_COUNTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


class Junit(Renderer):
    """All reports; a file without findings is one test that passed.

    A file or a rule that could not be run is an error, a finding that fails the run a failure;
    any other is the output of a test that passed.  What is accepted is skipped, and so is a file
    of no kind to read.
    """

    waits = True

    def piece(self, report: Report) -> str:
        path = shown(report.path)
        names: Counter[str] = Counter()
        cases = [
            _case(path, _name(found, names), _result(report, found, self.lang))
            for found in report.diagnostics
        ]
        cases += [
            _case(path, _name(each.diagnostic, names), _accepted(report, each, self.lang))
            for each in report.accepted
        ]
        kinds = Counter(_kind(report, found) for found in report.diagnostics)
        kinds["skipped"] = len(report.accepted)
        return _suite(path, kinds, cases or [_case(path, "gklint")])

    def around(self, ending: Ending) -> Sequence[str]:
        totals = ending.totals
        findings = totals.found.total() + totals.accepted + totals.known
        tests = findings + totals.silent + totals.others
        sums = f'tests="{tests}" failures="{totals.failing}" errors="{totals.unread}"'
        begin = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gklint" {sums}'
        skipped = "".join(_skipped(path, self.lang) for path in ending.others)
        if not (ending.filled[0] or skipped):
            return f"{begin} />\n", ""
        return f"{begin}>\n", f"{skipped}</testsuites>\n"


def _suite(path: str, kinds: Mapping[str, int], cases: Sequence[str]) -> str:
    counts = {name: str(kinds[kind]) for name, kind in _COUNTS.items()}
    attributes = {"name": path, "tests": str(len(cases)), **counts}
    return _element("testsuite", attributes, "".join(cases), depth=1)


def _case(path: str, name: str, said: str = "") -> str:
    return _element("testcase", {"classname": path, "name": name}, said, depth=2)


def _skipped(path: str, lang: str) -> str:
    """The suite of a file that was not checked."""
    name = shown(path)
    said = _element("skipped", {"message": say(lang, "render.other")}, depth=3)
    return _suite(name, Counter(skipped=1), [_case(name, "gklint", said)])


def _element(tag: str, attributes: Mapping[str, str], inner: str = "", *, depth: int) -> str:
    """An element on lines of its own; ``inner``: elements or, escaped, text."""
    blanks = "  " * depth
    given = "".join(f' {name}="{_attribute(value)}"' for name, value in attributes.items())
    if not inner:
        return f"{blanks}<{tag}{given} />\n"
    if inner.endswith("\n"):
        inner = f"\n{inner}{blanks}"
    return f"{blanks}<{tag}{given}>{inner}</{tag}>\n"


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;")


def _kind(report: Report, found: Diagnostic) -> str:
    """The element that a finding becomes."""
    if found.code in NOT_CHECKED:
        return "error"
    return "failure" if report.fails(found) else "system-out"


def _result(report: Report, found: Diagnostic, lang: str) -> str:
    kind = _kind(report, found)
    attributes = {"type": str(found.severity), "message": told(found, lang)}
    said = line_of(report.path, found, lang) + "\n" + basis_of(found, lang)
    return _element(kind, {} if kind == "system-out" else attributes, _text(said), depth=3)


def _accepted(report: Report, each: Accepted, lang: str) -> str:
    said = line_of(report.path, each.diagnostic, lang)
    return _element("skipped", {"message": _why(each.acceptance, lang)}, _text(said), depth=3)


def _why(acceptance: Acceptance, lang: str) -> str:
    if acceptance.by == "baseline":
        return say(lang, "render.junit-known")
    return say(lang, "render.junit-accepted", reason=reason_of(acceptance, lang))


def _name(found: Diagnostic, names: Counter[str]) -> str:
    """Rule and cell, no line: CI systems follow a test through its name, one each."""
    cell = ".".join(part for part in found.cell or () if part)
    name = printable(" ".join(filter(None, (found.code, found.name, cell))))
    names[name] += 1
    return name if names[name] == 1 else f"{name} ({names[name]})"
