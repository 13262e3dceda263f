"""The reports of last year's that a run compares with, read in several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from gklint.model.county import Member
from gklint.project.last_year_files import Taken
from gklint.project.last_year_reading import take_file
from gklint.project.project import Project
from gklint.run.pool import Job, each_file
from gklint.run.progress import with_progress


def read_last_year(
    project: Project,
    files: Iterable[Path],
    count: int | None,
    members: Mapping[str, Member] = {},
) -> None:
    """Read what ``files`` are compared with, in ``count`` processes.  Raises UsageError.

    ``members``: those of the list of bodies, if there is one.
    """
    for given in project.unread(files):
        rules = project.rule_set(given.rules)  # here, so that no other process has to
        jobs = [*map(Job, project.last_years.files(given))]
        taken: Iterator[Taken] = each_file(jobs, project, count, partial(_take, given.rules))
        done = [*with_progress(taken, len(jobs), len(jobs), project.options.lang)]
        project.last_years.put(given, done, members)
        project.last_years.get(given, rules).prepare(rules.form)


def _take(rules: tuple[Path, ...], project: Project, job: Job) -> Taken:
    return take_file(project.rule_set(rules), job.path, project.limits(job.path), job.lost)
