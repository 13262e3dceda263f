"""Output formats.  A renderer turns checked reports into text; it neither checks nor prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from gklint.findings.report import Results
from gklint.render.text import others_text, plain, report_text, summary_text
from gklint.render.totals import totals
from gklint.ruleset.rules import Rule

Renderer = Callable[[Results, Mapping[str, Rule], str], str]
"""What came of a run, the rules by code, and the language, to text."""


def text(results: Results, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """The words of ``--format text``, without colours."""
    shown = "".join(plain(report_text(report, lang)) for report in results.reports)
    others = plain(others_text(results.others, lang))
    return shown + others + summary_text(totals(results), lang).text


def _of(module: str, name: str = "") -> Renderer:
    """A renderer of a module that is imported when it is needed: a run needs one or two."""

    def render(results: Results, rules: Mapping[str, Rule], lang: str) -> str:
        found: Renderer = getattr(import_module(f"gklint.render.{module}"), name or module)
        return found(results, rules, lang)

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
WITH_FIXES = frozenset(("json", "lsp", "sarif"))
"""Formats that say how to mend what was found."""

__all__ = ["RENDERERS", "WITH_FIXES", "Renderer"]
