"""Output formats.  A renderer turns checked reports into text; it neither checks nor prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from gklint.findings.report import Report
from gklint.render.text import plain, report_text, summary_text
from gklint.render.totals import totals
from gklint.ruleset.rules import Rule

Renderer = Callable[[Sequence[Report], Mapping[str, Rule], str], str]
"""Reports, the rules by code, and the language, to text."""


def text(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """The words of ``--format text``, without colours."""
    shown = "".join(plain(report_text(report, lang)) for report in reports)
    return shown + summary_text(totals(reports), lang).text


def _of(module: str, name: str = "") -> Renderer:
    """A renderer of a module that is imported when it is needed: a run needs one or two."""

    def render(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:
        found: Renderer = getattr(import_module(f"gklint.render.{module}"), name or module)
        return found(reports, rules, lang)

    return render


RENDERERS: dict[str, Renderer] = {
    "text": text,
    "concise": _of("concise"),
    "json": _of("json", "json_document"),
    "lsp": _of("lsp"),
    "sarif": _of("sarif"),
    "github": _of("github"),
    "gitlab": _of("gitlab"),
    "junit": _of("junit"),
}

__all__ = ["RENDERERS", "Renderer"]
