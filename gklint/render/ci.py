"""What the formats for CI systems share: paths from the working folder, reasons, Markdown."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.render.printable import printable, told
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Acceptance, Diagnostic

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")


def local(path: str | None) -> Path | None:
    """A path from the working folder if it lies there, otherwise absolute; None for stdin.

    Nothing is looked up: a link stays the link that the user named.
    """
    if path in (None, "-"):
        return None
    here = Path.cwd()
    whole = Path(os.path.normpath(here / str(path)))
    try:
        return whole.relative_to(here)
    except ValueError:
        return whole


def shown(path: str | None) -> str:
    """A path in words: with slashes, without what is unsafe; ``-`` for standard input."""
    found = local(path)
    return printable(found.as_posix()) if found else "-"


def line_of(path: str | None, found: Diagnostic, lang: str) -> str:
    """One line for a log: path, line and column or place, code, message."""
    place = f"{found.range.start.line}:{found.range.start.column}: " if found.range else ""
    return f"{shown(path)}:{place or ' '}{found.code} {told(found, lang)}"


def reason_of(acceptance: Acceptance, lang: str) -> str:
    """Why a finding is accepted, and until when; nothing if a baseline has it."""
    reason = printable(acceptance.reason or "")
    if acceptance.until is None:
        return reason
    return say(lang, "render.reason-until", reason=reason, until=acceptance.until.isoformat())


def markdown(text: str) -> str:
    """``text`` as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", text)
