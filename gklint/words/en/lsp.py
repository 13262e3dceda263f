"""The language server: its actions, what it tells of a place, its messages."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "lsp.wrong-settings": "the settings of gklint are wrong, so the default ones are used: "
    "{problem}",
    "lsp.elsewhere": "gklint cannot read “{name}” in an editor: Word and PDF files are checked "
    "by a command, gklint check and the name of the file",
    # -- actions --------------------------------------------------------------------------------
    "lsp.fix": "Fix {code}: {change}",
    "lsp.fix-all": "Fix all that is safe to fix ({count})",
    "lsp.change": "“{old}” to “{new}”",
    "lsp.insert": "add “{new}”",
    "lsp.delete": "remove “{old}”",
    "lsp.places": "{change}, and so on, in {count} places",
    "lsp.accept": "Accept {code}: add a comment {where}, for you to give the reason",
    "lsp.behind-line": "at the end of the line",
    "lsp.behind-place": "here",
    "lsp.accept-comment": "<!-- gklint: accept {code} reason: -->",
    # -- a place --------------------------------------------------------------------------------
    "lsp.finds": "finds: {finds}",
    "lsp.page": "about this rule",
    "lsp.cell": "{table}, row “{row}”, column “{column}”: {value}",
    "lsp.blank": "(blank)",
    "lsp.sum": "{sum}: {state}",
}
