"""``--format junit``: a test suite for each file, a test for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from gklint.findings.diagnostics import Acceptance, Diagnostic
from gklint.findings.report import CRASHED, UNREADABLE, Report, Results
from gklint.render.ci import line_of, reason_of, shown
from gklint.render.printable import basis_of, printable, told
from gklint.ruleset.rules import Rule
from gklint.words import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_CHARACTERS = {0xFFFE: " ", 0xFFFF: " "}  # XML 1.0 has no room for them
_NOT_CHECKED = (UNREADABLE, CRASHED)


def junit(results: Results, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All reports; a file without findings is one test that passed.

    A file or a rule that could not be run is an error, a finding that fails the run a failure;
    any other is the output of a test that passed.  What is accepted is skipped, and so is a file
    of no kind to read.
    """
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("testsuites", name="gklint")
    root.extend(_suite(report, lang) for report in results.reports)
    root.extend(_skipped(path, lang) for path in results.others)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report, lang: str) -> Element:
    from xml.etree.ElementTree import Element, SubElement

    path = _legal(shown(report.path))
    kinds = Counter(_kind(report, found) for found in report.diagnostics)
    suite = Element(
        "testsuite",
        name=path,
        tests=str(len(report.diagnostics) + len(report.accepted) or 1),
        failures=str(kinds["failure"]),
        errors=str(kinds["error"]),
        skipped=str(len(report.accepted)),
    )
    if not report.diagnostics and not report.accepted:
        SubElement(suite, "testcase", classname=path, name="gklint")
    names: Counter[str] = Counter()
    for found in report.diagnostics:
        case = SubElement(suite, "testcase", classname=path, name=_name(found, names))
        _result(case, report, found, lang)
    for each in report.accepted:
        name = _name(each.diagnostic, names)
        case = SubElement(suite, "testcase", classname=path, name=name)
        said = SubElement(case, "skipped", message=_legal(_why(each.acceptance, lang)))
        said.text = _legal(line_of(report.path, each.diagnostic, lang))
    return suite


def _skipped(path: str, lang: str) -> Element:
    """The suite of a file that was not checked."""
    from xml.etree.ElementTree import Element, SubElement

    name = _legal(shown(path))
    suite = Element("testsuite", name=name, tests="1", failures="0", errors="0", skipped="1")
    case = SubElement(suite, "testcase", classname=name, name="gklint")
    SubElement(case, "skipped", message=say(lang, "render.other"))
    return suite


def _kind(report: Report, found: Diagnostic) -> str:
    """The element that a finding becomes."""
    if found.code in _NOT_CHECKED:
        return "error"
    return "failure" if report.fails(found) else "system-out"


def _result(case: Element, report: Report, found: Diagnostic, lang: str) -> None:
    from xml.etree.ElementTree import SubElement

    said = SubElement(case, _kind(report, found))
    if said.tag != "system-out":
        said.attrib.update(type=str(found.severity), message=_legal(told(found, lang)))
    said.text = _legal(line_of(report.path, found, lang)) + "\n" + _legal(basis_of(found, lang))


def _why(acceptance: Acceptance, lang: str) -> str:
    if acceptance.by == "baseline":
        return say(lang, "render.junit-known")
    return say(lang, "render.junit-accepted", reason=reason_of(acceptance, lang))


def _name(found: Diagnostic, names: Counter[str]) -> str:
    """Rule and cell, no line: CI systems follow a test through its name, one each."""
    cell = ".".join(part for part in found.cell or () if part)
    name = _legal(" ".join(filter(None, (found.code, found.name, cell))))
    names[name] += 1
    return name if names[name] == 1 else f"{name} ({names[name]})"


def _legal(text: str) -> str:
    """``text`` without characters that XML forbids."""
    return printable(text).translate(_NO_CHARACTERS)
