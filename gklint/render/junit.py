"""``--format junit``: a test suite for each file, a failed test for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gklint.findings.diagnostics import Acceptance, Diagnostic
from gklint.findings.report import CRASHED, UNREADABLE, Report
from gklint.render.ci import line_of, reason_of, shown
from gklint.render.printable import basis_of, printable, told
from gklint.ruleset.rules import Rule
from gklint.words import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_CHARACTERS = {0xFFFE: " ", 0xFFFF: " "}  # XML 1.0 has no room for them
_NOT_CHECKED = (UNREADABLE, CRASHED)


def junit(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All reports; a file without findings is one test that passed.

    A file or a rule that could not be run is an error, every other finding a failure; what is
    accepted is skipped.
    """
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("testsuites", name="gklint")
    root.extend(_suite(report, lang) for report in reports)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report, lang: str) -> Element:
    from xml.etree.ElementTree import Element, SubElement

    path = _legal(shown(report.path))
    errors = sum(found.code in _NOT_CHECKED for found in report.diagnostics)
    suite = Element(
        "testsuite",
        name=path,
        tests=str(len(report.diagnostics) + len(report.accepted) or 1),
        failures=str(len(report.diagnostics) - errors),
        errors=str(errors),
        skipped=str(len(report.accepted)),
    )
    if not report.diagnostics and not report.accepted:
        SubElement(suite, "testcase", classname=path, name="gklint")
    names: Counter[str] = Counter()
    for found in report.diagnostics:
        case = SubElement(suite, "testcase", classname=path, name=_name(found, names))
        _failed(case, report.path, found, lang)
    for each in report.accepted:
        name = _name(each.diagnostic, names)
        case = SubElement(suite, "testcase", classname=path, name=name)
        said = SubElement(case, "skipped", message=_legal(_why(each.acceptance, lang)))
        said.text = _legal(line_of(report.path, each.diagnostic, lang))
    return suite


def _failed(case: Element, path: str | None, found: Diagnostic, lang: str) -> None:
    from xml.etree.ElementTree import SubElement

    kind = "error" if found.code in _NOT_CHECKED else "failure"
    said = SubElement(case, kind, type=str(found.severity), message=_legal(told(found, lang)))
    said.text = _legal(line_of(path, found, lang)) + "\n" + _legal(basis_of(found, lang))


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
