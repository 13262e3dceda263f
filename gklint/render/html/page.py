"""The page: an overview of all files, then each report with what is found in it.

It needs no script: all is there, and links lead from each finding to its place and back.  The
script only adds what a click shows.  No part of a report can be one: the page itself forbids all
scripts, styles and addresses but its own two.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from gklint.findings.counting import counted
from gklint.findings.report import Report
from gklint.render.html.found import accepted, findings, said, undecided
from gklint.render.html.markup import element, escaped
from gklint.render.html.paper import paper
from gklint.render.html.view import View
from gklint.render.rendering import Ending, Known, Renderer, Shared, encoded
from gklint.render.totals import Totals
from gklint.ruleset.severity import Severity
from gklint.words import say


class Html(Renderer):
    """One page of all reports.  Two lanes: a row for the overview, and the report."""

    lanes = 2
    joint = "\n"
    waits = True
    numbers_files = True
    numbers_names = True

    def pieces(self, report: Report, known: Known) -> Sequence[str]:
        name = f"r{known.number}" if known.first else f"r{known.number}a{known.again}"
        return self._row(report, name), article(report, name, self.lang)

    def around(self, ending: Ending) -> Sequence[str]:
        lang = self.lang
        totals = ending.totals.summary()
        counts = {str(level): totals[str(level)] for level in Severity}
        title = escaped(say(lang, "html.title"))
        heads = "".join(
            element("th", escaped(say(lang, f"html.{name}")), scope="col")
            for name in ("file", "agency", "year", *counts, "undecided-count")
        )
        others = "".join(self._other(path) for path in ending.others)
        filters = "".join(self._filter(level, count) for level, count in counts.items())
        legend = element("legend", escaped(say(lang, "html.show")))
        summary = escaped(say(lang, "render.summary", **totals, others=""))
        overview = element("h2", escaped(say(lang, "html.overview")))
        single = ' class="single"' if totals["files"] == 1 and not others else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{say(lang, "tag")}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
            f"<title>{title}</title>\n<style>{asset(STYLE)}</style>\n</head>\n<body{single}>\n"
            f"<header><h1>{title}</h1><p>{summary}</p>"
            f"<fieldset>{legend}{filters}</fieldset></header>\n"
            f'<nav aria-label="{escaped(say(lang, "html.overview"))}">{overview}'
            f"<table><thead><tr>{heads}</tr></thead><tbody>\n",
            f"{others}</tbody></table></nav>\n<main>\n",
            f"\n</main>\n<script>{asset(SCRIPT)}</script>\n</body>\n</html>\n",
        )

    def _row(self, report: Report, name: str) -> str:
        """The row of a report in the overview."""
        levels = [found.severity for found in report.diagnostics]
        counts = [levels.count(level) for level in Severity]
        path = element("a", escaped(report.path or "-"), href=f"#{name}")
        numbers = (
            element("td", str(count), class_=f"{level} some" if count else "number")
            for level, count in zip(Severity, counts, strict=True)
        )
        cells = (
            element("th", path, scope="row"),
            element("td", escaped(report.agency or "")),
            element("td", str(report.year or "")),
            *numbers,
            element("td", str(len(report.undecided)), class_="number"),
        )
        return element("tr", "".join(cells))

    def _other(self, path: str) -> str:
        """The row of a file of a kind that nothing can read."""
        told = element("td", escaped(say(self.lang, "render.other")), colspan=6)
        return element("tr", element("th", escaped(path), scope="row") + told)

    def _filter(self, level: str, count: int) -> str:
        words = escaped(say(self.lang, f"render.{level}"))
        box = f'<input type="checkbox" checked id="show-{level}">'
        return element("label", f"{box} {words} {count}")


def whole(reports: Sequence[Report], lang: str) -> bytes:
    """The page of some reports."""
    renderer, totals = Html(Shared(lang)), Totals()
    lanes: tuple[list[str], list[str]] = [], []
    for number, report in enumerate(reports):
        totals.add(counted(report))
        pieces = renderer.pieces(report, Known(number))
        for lane, piece in zip(lanes, pieces, strict=True):
            lane.append(piece)
    first, *others = renderer.around(Ending(totals, (), dict, ()))
    pairs = zip(lanes, others, strict=True)
    return encoded("".join((first, *(Html.joint.join(lane) + end for lane, end in pairs))))


def article(report: Report, name: str, lang: str) -> str:
    """One report beside what is found in it; ``name``: as the page calls it."""
    head = element("h2", element("bdi", escaped(report.path or "-")), id=name)
    if report.document is None or report.by is None:
        items = "".join(element("li", said(found, lang)) for found in report.diagnostics)
        return _article(head, name, element("ol", items) + accepted(report, lang))
    view = View(report, report.document, report.by, name)
    about = [report.agency, str(report.year) if report.year else None]
    line = element("p", escaped(" ".join(filter(None, about))), class_="about")
    found = findings(view) or element("p", escaped(say(lang, "html.nothing")), class_="clean")
    sides = (
        element("section", _head(lang, "html.report") + paper(view), class_="paper"),
        element(
            "section",
            _head(lang, "html.findings") + found + undecided(view) + accepted(report, lang),
            class_="found",
        ),
    )
    return _article(head + line, name, element("div", "".join(sides), class_="sides"))


def _article(head: str, name: str, content: str) -> str:
    return element("article", head + content, aria_labelledby=name)


def _head(lang: str, key: str) -> str:
    return element("h3", escaped(say(lang, key)))


# -- style and script ----------------------------------------------------------------------------


STYLE, SCRIPT = "page.css", "page.js"


@cache
def asset(name: str) -> str:
    """The style or the script of the page."""
    return (Path(__file__).parent / name).read_text("utf-8")


def _policy() -> str:
    """That nothing is loaded and nothing run but the style and the script of the page."""
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{_digest(asset(STYLE))}'; "
        f"script-src 'sha256-{_digest(asset(SCRIPT))}'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
