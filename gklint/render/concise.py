"""``path:line:column: severity CODE message``, one line a diagnostic; or the place in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gklint.render.printable import place_words, printable, told
from gklint.render.rendering import Ending, Renderer
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Diagnostic
    from gklint.findings.report import Report


class Concise(Renderer):
    """All diagnostics of all reports, then the files that were not checked."""

    def piece(self, report: Report) -> str:
        return "".join(
            f"{printable(report.path or '-')}:{_place(found, self.lang)} "
            f"{found.severity} {found.code} {_said(found, self.lang)}\n"
            for found in report.diagnostics
        )

    def end(self, ending: Ending) -> str:
        other = say(self.lang, "render.other")
        return "".join(f"{printable(path)}: {other}\n" for path in ending.others)


def _place(found: Diagnostic, lang: str) -> str:
    if found.range:
        return f"{found.range.start.line}:{found.range.start.column}:"
    return f"{place_words(found.place, lang)}:" if found.place else ""


def _said(found: Diagnostic, lang: str) -> str:
    """The message, with the place before it where the line tells little."""
    return told(found, lang) if found.range else printable(found.message)
