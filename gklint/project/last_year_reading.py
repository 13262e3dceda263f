"""Reports of last year's, read and parsed but not checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.reading import load, take
from gklint.linter import is_report
from gklint.model.abstract import Abstract, Stated, abstract_of
from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.project.last_year_files import Taken, digest
from gklint.ruleset.loading import RuleSet
from gklint.ruleset.running import stated_in
from gklint.words import Message


def take_file(rules: RuleSet, path: Path, limits: Limits, lost: str | None = None) -> Taken:
    """Read one file.  Never raises, whatever it is.  ``lost``: why it is not even tried."""
    name, read = str(path), b""
    nothing = Abstract(name, None, None, None)
    try:
        if lost is not None:
            raise UnreadableFileError(lost)
        data = load(path, limits)
        read = digest(data)
        document = parse(take(data, name, limits), rules.form, said=False)
        return Taken(read, abstract_of(document), _problem(document))
    except UnreadableFileError as error:
        return Taken(read, nothing, error.message)
    except Exception as error:  # a fault of ours, not of the file
        why = Message("earlier.crashed", {"error": f"{type(error).__name__}: {error}"})
        return Taken(read, nothing, why)


def stated_by(rules: RuleSet, path: Path, limits: Limits) -> Mapping[str, Stated]:
    """What the running text of a file says of the cells of each table; nothing if it has gone.

    Few reports differ from last year's, and only what is said of these is of use.
    """
    try:
        return stated_in(rules, parse(take(load(path, limits), str(path), limits), rules.form))
    except UnreadableFileError:
        return {}


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
