"""What a review keeps of one file: what is wrong with it, and what others are compared with."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gklint.findings.codes import NOT_CHECKED
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.findings.sections import section_of
from gklint.form.structure import Structure
from gklint.formats.limits import Limits
from gklint.linter import Linter
from gklint.model.abstract import Abstract, abstract_of
from gklint.model.document import Document
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.run.pool import Job
from gklint.run.single import check_file
from gklint.text.source import Source


class Item(NamedTuple):
    """A finding, and the section that it is about (None: above the first)."""

    found: Diagnostic
    section: str | None


class Read(NamedTuple):
    """One file.  ``report``: without its text and model.  ``abstract``: None if it is no report.

    ``limits``: by which it is read, and read again.  ``otherwise``: what is found in it by
    other settings; None if none were given.
    """

    path: Path
    report: Report
    items: tuple[Item, ...]
    abstract: Abstract | None
    limits: Limits
    otherwise: tuple[Item, ...] | None = None

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be read or checked."""
        return any(item.found.code in NOT_CHECKED for item in self.items)


class Reader(NamedTuple):
    """Reads files; it can be sent to another process.

    ``against``: other settings, by which they are checked too; None for none.
    """

    against: Options | None = None

    def read(self, project: Project, job: Job) -> Read:
        """Read and check one file.  Never raises, whatever the file."""
        linter = project.linter(job.path)
        limits = project.limits(job.path)
        report = check_file(linter, job.path, limits, job.lost)
        made = report.abstract
        if made is None and report.document and report.format:
            made = abstract_of(report.document)
        # Its text is not needed any more: all places are told.
        slim = report.slim()._replace(source=Source("", report.path), diagnostics=())
        items, otherwise = _items(report, linter), self._otherwise(job, report)
        return Read(job.path, slim, items, made, limits, otherwise)

    def _otherwise(self, job: Job, report: Report) -> tuple[Item, ...] | None:
        if self.against is None:
            return None
        linter = _project(self.against).linter(job.path)
        return _items(linter.again(report), linter)


@lru_cache(maxsize=1)
def _project(options: Options) -> Project:
    """Other settings, made once in each process."""
    return Project(options)


def _items(report: Report, linter: Linter) -> tuple[Item, ...]:
    structure = linter.rules.form.structure
    return tuple(item_of(found, structure, report.document) for found in report.diagnostics)


def item_of(found: Diagnostic, structure: Structure, document: Document | None = None) -> Item:
    """A finding with its section."""
    return Item(found, section_of(found, structure, document))
