"""The text of an open document, read and checked as if it were a file."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pygls.uris import to_fs_path

from gklint.errors import UnreadableFileError
from gklint.findings.codes import NOT_A_REPORT
from gklint.findings.report import Report
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import take
from gklint.formats.sniff import KINDS, SUFFIXES, Kind, kind_of, suffix_of
from gklint.linter import Linter
from gklint.lsp.accepting import patient
from gklint.lsp.settings import Settings
from gklint.render.lsp import diagnostics
from gklint.text.source import Source

_LIMITS = DEFAULT.reading(scans=False)  # pictures take too long for every keystroke


@dataclass(frozen=True)
class Checked:
    """What was found in a text.

    text: as the editor sent it.  diagnostics: as the protocol has them, positions by ``units``.
    problem: what is wrong with the settings, so that the default ones were used.
    elsewhere: whether it is what an editor makes of a Word or PDF file, for a check to read.
    """

    uri: str
    text: str
    units: str
    linter: Linter
    report: Report
    diagnostics: list[dict[str, Any]]
    problem: str | None
    elsewhere: bool = False

    @property
    def name(self) -> str:
        """Its path, or its URI where it has none."""
        return path_of(self.uri) or self.uri

    @property
    def file(self) -> Source:
        """The source whose lines are those of the document."""
        return self.report.source.file


def check(uri: str, text: str, saved: str, settings: Settings, units: str) -> Checked:
    """Read and check a document.  Never raises for what is in the text or in the settings.

    Nothing is found in what is no report at all: an editor opens any text, and makes some text of
    any other file, which is not damaged for that.  ``saved``: the text when it was saved last.
    """
    name = path_of(uri) or uri
    no_text = False

    def source() -> Source:
        nonlocal no_text
        try:
            return read(text, name)
        except UnreadableFileError as error:
            no_text = not error.over_limit
            raise

    linter, excluded, problem = settings.of(Path(name))
    if excluded:
        report = Report(name, Source("", name), None, None, None, ())
    else:
        report = patient(linter.check_file(name, source), linter, saved)
    no_report = no_text or any(each.code == NOT_A_REPORT for each in report.diagnostics)
    rules, lang = linter.rules.rules, linter.speaker.lang
    files = {code: rule.file for code, rule in rules.items()}
    found = [] if no_report else diagnostics(report, files, uri, lang, units)
    elsewhere = no_text and not KINDS.get(suffix_of(name), Kind.TEXT).has_lines
    return Checked(uri, text, units, linter, report, found, problem, elsewhere)


def read(text: str, name: str) -> Source:
    """The source of a text that is called ``name``.  Raises UnreadableFileError.

    What has no name of a kind is told by its content.
    """
    data = codecs.BOM_UTF8 + text.encode("utf-8")
    known = name if suffix_of(name) in SUFFIXES else None
    if not kind_of(data, known).has_lines:
        raise UnreadableFileError("binary")
    return take(data, known, _LIMITS)._replace(path=name)


def path_of(uri: str) -> str | None:
    """The path of a ``file:`` URI; None of any other."""
    try:
        return to_fs_path(uri) or None
    except ValueError:  # as of an IPv6 address that is none
        return None
