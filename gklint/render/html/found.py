"""What is found in a report, section by section, and what could not be decided."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.findings.sections import section_of
from gklint.model.outcomes import CellName
from gklint.render.html.markup import attributes, element, escaped
from gklint.render.html.view import View
from gklint.render.json import seen_of
from gklint.render.printable import place_words, severity_word
from gklint.words import say


def findings(view: View) -> str:
    """The findings by the sections of the form, in its order."""
    structure = view.speaker.structure
    sections: dict[str | None, list[int]] = {None: [], **{name: [] for name in structure.sections}}
    for number, found in enumerate(view.findings):
        sections[section_of(found, structure, view.document)].append(number)
    written = []
    for name, numbers in sections.items():
        if numbers:
            head = structure.printed[name] if name else view.speaker.said("html.front")
            items = "".join(_finding(view, number) for number in numbers)
            written.append(element("h4", escaped(head)) + element("ol", items))
    return "".join(written)


def _finding(view: View, number: int) -> str:
    found = view.findings[number]
    cells = _cells(view, found)
    return element(
        "li",
        said(
            found, view.speaker.lang, view.target(number), _crop(view, found) + _sums(view, found)
        ),
        id=view.finding_id(number),
        class_=f"finding {found.severity}",
        data_c=" ".join(cells) or None,
    )


def said(found: Diagnostic, lang: str, target: str | None = None, more: str = "") -> str:
    """A finding in words: its place, which leads to ``target``, and its basis."""
    place = _place(found, lang)
    where = element("a", place, href=f"#{target}", class_="place") if target else place
    level = element("strong", escaped(severity_word(found.severity, lang)))
    code = element("code", escaped(found.code))
    message = element("p", escaped(found.message))
    basis = element("p", escaped(say(lang, "render.basis", basis=found.basis)), class_="basis")
    related = "".join(
        element("p", escaped(f"{each.path} {each.message}"), class_="basis")
        for each in found.related
        if each.path
    )
    return element("p", f"{level} {code} {where}", class_="head") + message + more + related + basis


def _place(found: Diagnostic, lang: str) -> str:
    if found.range:
        return escaped(say(lang, "render.place-line", number=found.range.start.line))
    return escaped(place_words(found.place, lang)) if found.place else ""


def _cells(view: View, found: Diagnostic) -> Sequence[str]:
    """The numbers of all cells that it names, its own first."""
    related: Iterator[CellName | None] = (each.cell for each in found.related if not each.path)
    names = filter(None, (found.cell, *related, *(each.cell for each in found.suspects)))
    return [*filter(None, map(view.token, dict.fromkeys(names)))]


def _crop(view: View, found: Diagnostic) -> str:
    """The picture from which the number was read that a finding is about."""
    seen = seen_of(found, view.report.source)
    if seen is None or not seen.picture:
        return ""
    source = f"data:image/png;base64,{b64encode(seen.picture).decode()}"
    alt = view.speaker.said("html.crop", page=seen.crop.page)
    return element("p", f"<img{attributes(class_='crop', src=source, alt=alt)}>")


def _sums(view: View, found: Diagnostic) -> str:
    return "".join(
        element("p", escaped(each), class_="arithmetic") for each in view.broken_by(found)
    )


def undecided(view: View) -> str:
    """The checks that could not be decided, each with its reason."""
    reasons = dict.fromkeys(each.reason for each in view.report.undecided)
    if not reasons:
        return ""
    count = len(view.report.undecided)
    summary = element("summary", escaped(view.speaker.said("html.undecided", count=count)))
    items = "".join(element("li", escaped(reason)) for reason in reasons)
    return element("details", summary + element("ul", items), class_="undecided")


def accepted(report: Report, lang: str) -> str:
    """What is found but does not count."""
    if not report.accepted:
        return ""
    count = len(report.accepted)
    summary = element("summary", escaped(say(lang, "html.accepted", count=count)))
    items = "".join(
        element("li", said(each.diagnostic, lang) + _authority(each.acceptance.reason, lang))
        for each in report.accepted
    )
    return element("details", summary + element("ol", items), class_="accepted")


def _authority(reason: str | None, lang: str) -> str:
    words = say(lang, "html.known") if reason is None else say(lang, "html.reason", reason=reason)
    return element("p", escaped(words), class_="basis")
