"""What is done with files that were dropped, in another process: it may take memory, or die."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from gklint import words
from gklint.docs import sample_text
from gklint.errors import UnreadableFileError
from gklint.extras import need
from gklint.findings.report import Report
from gklint.formats.reading import load, take
from gklint.formats.sniff import Kind, kind_of
from gklint.linter import Linter
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.render.html.page import article, whole
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from gklint.run.last_year import read_last_year
from gklint.text.source import Source
from gklint.web.filling import Form
from gklint.words import Message


def prepare() -> None:
    """Load what the first file needs before it comes."""
    import_module("gklint.formats.docx.reading")
    article(Linter(load_rules()).check(Source(sample_text())), "r", words.DEFAULT)


class File(NamedTuple):
    """A file that was dropped.  ``path``: where it is kept; ``name``: as its owner calls it."""

    path: Path
    name: str


class Seen(NamedTuple):
    """What came of a file.  ``counts``: of its findings by severity.

    ``word``: whether it can have comments.
    """

    agency: str | None
    year: int | None
    counts: tuple[int, ...]
    undecided: int
    word: bool


class Disguise(NamedTuple):
    """What is to be known of an anonymised copy: see ``gklint.anonymise.files``."""

    findings: int
    kept: tuple[str, ...]
    removed: tuple[Message, ...]


def look(options: Options, file: File, shown: Path, number: int) -> Seen:
    """Check a file, and write what is shown of it.  Never raises, whatever the file."""
    report, data = _checked(options, file)
    shown.write_text(article(report, f"r{number}", options.lang), "utf-8", "backslashreplace")
    levels = [found.severity for found in report.diagnostics]
    return Seen(
        report.agency,
        report.year,
        tuple(levels.count(each) for each in Severity),
        len(report.undecided),
        data is not None and _is_word(data, file.name),
    )


def _is_word(data: bytes, name: str) -> bool:
    with suppress(UnreadableFileError):
        return kind_of(data, name) is Kind.DOCX
    return False


def annotate(options: Options, file: File) -> bytes:
    """A copy of a Word file with its findings as comments.  Raises UnreadableFileError."""
    from gklint.run.annotate import annotate as annotated

    report, data = _checked(options, file)
    now = datetime.now().astimezone()
    return annotated(data or b"", report, options.limits, options.lang, now).data


def anonymise(options: Options, file: File, target: Path) -> Disguise:
    """Write a copy with invented words, in which the same is found.  Raises GklintError."""
    from gklint.anonymise.files import anonymise as anonymised

    linter = _project(options).linter(file.path)
    data = load(file.path, options.limits)
    done = anonymised(linter, data, file.name, options.limits)
    target.write_bytes(done.data)
    return Disguise(done.findings, done.kept, done.removed)


def page(options: Options, files: list[File]) -> bytes:
    """One page of all files, to be kept or sent."""
    reports = [_checked(options, file)[0] for file in files]
    return whole(reports, options.lang)


def review(options: Options, files: list[File], folder: Path) -> bytes:
    """What ``gklint review`` makes of files, in an archive.  Raises UsageError."""
    need("review")
    from gklint.review.output import Output
    from gklint.review.reviewing import Review

    project = Project(options._replace(fixes=False))
    paths = [file.path for file in files]
    read_last_year(project, paths, 1)
    made = Review(project, Output(folder, options.lang), 1)
    made.write(made.run(paths, None), None, "", None)
    archive = folder.with_suffix(".zip")
    with ZipFile(archive, "w", ZIP_DEFLATED) as package:
        # With the reports, to which the workbook leads.
        for path in (*sorted(folder.rglob("[!.]*")), *paths):
            if path.is_file():
                package.write(path, path.relative_to(folder.parent))
    return archive.read_bytes()


def blank(options: Options, agency: str, year: str, typed: Mapping[str, str]) -> bytes:
    """The form with what was typed, as a Word file.  Raises UsageError."""
    need("new")
    rules = _project(options).linter(Path()).rules
    return Form(rules, options.lang, agency, year, typed).word()


# -- checking ------------------------------------------------------------------------------------


def _checked(options: Options, file: File) -> tuple[Report, bytes | None]:
    """The report of a file by the name that its owner gave it, and its bytes."""
    project = _project(options)
    read_last_year(project, [file.path], 1)
    linter, data = project.linter(file.path), None

    def read() -> Source:
        nonlocal data
        data = load(file.path, options.limits)
        return take(data, file.name, options.limits)

    return linter.check_file(file.name, read), data


@lru_cache(maxsize=8)
def _project(options: Options) -> Project:
    return Project(options)
