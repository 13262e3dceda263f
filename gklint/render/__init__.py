"""Output formats.  A renderer turns checked reports into text; it neither checks nor prints."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from gklint.render.rendering import Renderer, Shared


def _of(module: str, name: str) -> Callable[[Shared], Renderer]:
    """A renderer of a module that is imported when it is needed: a run needs one or two."""

    def make(shared: Shared) -> Renderer:
        made: Renderer = getattr(import_module(f"gklint.render.{module}"), name)(shared)
        return made

    return make


RENDERERS = {
    "text": _of("text", "Text"),
    "concise": _of("concise", "Concise"),
    "json": _of("json", "Json"),
    "lsp": _of("lsp", "Lsp"),
    "sarif": _of("sarif", "Sarif"),
    "github": _of("github", "Github"),
    "gitlab": _of("gitlab", "Gitlab"),
    "junit": _of("junit", "Junit"),
    "html": _of("html", "Html"),
}
WITH_FIXES = frozenset(("json", "lsp", "sarif"))
"""Formats that say how to mend what was found."""
WITH_RULES = frozenset(("lsp", "sarif"))
"""Formats that name the rules of a run, or their files."""

__all__ = ["RENDERERS", "WITH_FIXES", "WITH_RULES", "Renderer"]
