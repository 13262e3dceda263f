"""Output formats.  A renderer turns checked reports into text; it neither checks nor prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gklint.linter import Report, totals
from gklint.render.concise import concise
from gklint.render.json import json_document
from gklint.render.lsp import lsp
from gklint.render.text import plain, report_text, summary_text
from gklint.ruleset import Rule

Renderer = Callable[[Sequence[Report], Mapping[str, Rule], str], str]
"""Reports, the rules by code, and the language, to text."""


def text(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """The words of ``--format text``, without colours."""
    shown = "".join(plain(report_text(report, lang)) for report in reports)
    return shown + summary_text(totals(reports), lang).text


RENDERERS: dict[str, Renderer] = {
    "text": text,
    "concise": concise,
    "json": json_document,
    "lsp": lsp,
}

__all__ = ["RENDERERS", "Renderer"]
