"""What ``check`` makes of one file: what is written of it, and what is counted.

That is all that goes from one process to another: bytes and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.files.paths import named
from gklint.findings.counting import counted
from gklint.render.ci import local
from gklint.render.rendering import Known, Renderer, encoded
from gklint.run.checked import Checked
from gklint.run.pool import Job, each_file

if TYPE_CHECKING:
    from gklint.findings.report import Report
    from gklint.project.project import Project
    from gklint.run.caching import Cache
    from gklint.run.mending import Mended, Mender


class Checker(NamedTuple):
    """Checks and renders files; it can be sent to another process.

    cache: where what came of them is kept.
    """

    renderers: tuple[Renderer, ...]
    mender: Mender | None = None
    cache: Cache | None = None

    def check(self, project: Project, job: Job) -> Checked:
        """Read and check one file; with a mender, also mend it."""
        from gklint.run.single import check_bytes

        linter, limits = project.linter(job.path), project.limits(job.path)
        if self.mender is not None:
            return self.rendered(project, job, *self.mender(linter, job.path, limits, job.lost))
        report, data = check_bytes(linter, job.path, limits, job.lost)
        checked = self.rendered(project, job, report)
        if self.cache is not None and data is not None:
            self.cache.put(project, job, data, checked)
        return checked

    def known(self, project: Project, jobs: Sequence[Job]) -> list[str | None]:
        """The names of what is kept of files; None where nothing is."""
        cache = self.cache
        if cache is None:
            return [None] * len(jobs)
        names = (cache.name(project, job) for job in jobs)
        return [name if name and cache.has(name) else None for name in names]

    def each(
        self, project: Project, jobs: Sequence[Job], known: Sequence[str | None], count: int | None
    ) -> Iterator[Checked]:
        """What came of each file, now or in a run before; ``count``: of processes."""
        missing = [job for job, name in zip(jobs, known, strict=True) if name is None]
        if missing:
            self.load(project, [job.path for job in missing], count)
        fresh: Iterator[Checked] = each_file(missing, project, count, self.check)
        for job, name in zip(jobs, known, strict=True):
            kept = self.cache.get(name) if self.cache and name else None
            if name is None:
                yield next(fresh)
            else:
                yield kept or self.check(project, job)
        if self.cache:
            self.cache.prune()

    @staticmethod
    def load(project: Project, files: Sequence[Path], count: int | None) -> None:
        """Make what files need, and read the reports of last year's."""
        if any(project.unread(files)):
            from gklint.run.last_year import read_last_year

            read_last_year(project, files, count)
        project.load(files)

    def stdin(self, project: Project, job: Job, name: str | None) -> Checked:
        """Read and check standard input as if it were a file called ``name``."""
        from gklint.run.single import check_stdin

        linter, limits = project.linter(job.path), project.limits(job.path)
        report = check_stdin(linter, name, limits)
        if self.mender is None:
            return self.rendered(project, job, report)
        shown = Path(str(report.path))
        return self.rendered(project, job, *self.mender.mend(linter, shown, None, report, limits))

    def rendered(
        self, project: Project, job: Job, report: Report, mended: Mended | None = None
    ) -> Checked:
        """What is written and counted of a report."""
        report = report._replace(fail_on=project.config(job.path).fails_from)
        pieces = (renderer.pieces(report, job.known) for renderer in self.renderers)
        written = tuple(tuple(map(encoded, each)) for each in pieces)
        return Checked(counted(report), written, mended)


class Roll:
    """The files of a run in their order, told from each other where an output has to."""

    def __init__(self, project: Project, renderers: Sequence[Renderer]) -> None:
        self._project = project
        self._by_file = any(each.numbers_files for each in renderers)
        self._by_name = any(each.numbers_names for each in renderers)
        self._numbers: dict[Path | None, int] = {}
        self._names: Counter[str] = Counter()

    def job(self, path: Path, shown: str | None) -> Job:
        """The next file, and what it is called."""
        number, first, again = 0, True, 0
        if self._by_file:
            file = local(shown)
            first = file not in self._numbers
            number = self._numbers.setdefault(file, len(self._numbers))
        if self._by_name:
            name = named(shown, self._project.configs.of(path).root)
            again = self._names[name]
            self._names[name] += 1
        return Job(path, Known(number, first, again))
