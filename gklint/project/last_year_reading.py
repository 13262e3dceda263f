"""Reports of last year's, read and parsed but not checked."""

from __future__ import annotations

from pathlib import Path

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.reading import load, take
from gklint.linter import is_report
from gklint.model.abstract import Abstract
from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.project.last_year_files import Taken, digest
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.running import abstract
from gklint.words import Message


def take_file(rules: RuleSet, path: Path, limits: Limits) -> Taken:
    """Read one file.  Never raises, whatever it is."""
    name, read = str(path), b""
    nothing = Abstract(name, None, None, None)
    try:
        data = load(path, limits)
        read = digest(data)
        document = parse(take(data, name, limits), rules.form)
        return Taken(read, abstract(rules, document), _problem(document))
    except UnreadableFileError as error:
        return Taken(read, nothing, error.message)
    except Exception as error:  # a fault of ours, not of the file
        why = Message("earlier.crashed", {"error": f"{type(error).__name__}: {error}"})
        return Taken(read, nothing, why)


def _problem(document: Document) -> Message | None:
    if not is_report(document):
        return Message("earlier.no-report")
    if document.year is None:
        return Message("earlier.no-year")
    if document.version is None:
        return Message("earlier.not-covered", {"year": document.year})
    if document.source.recognised:
        return Message("messages.recognised")
    return None
