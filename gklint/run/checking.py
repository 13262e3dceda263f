"""What ``check`` makes of one file: what is written of it, and what is counted.

That is all that goes from one process to another: bytes and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.files.paths import named
from gklint.findings.counting import Counts, counted
from gklint.render.ci import local
from gklint.render.rendering import Known, Renderer, encoded
from gklint.ruleset.severity import Severity
from gklint.run.pool import Job

if TYPE_CHECKING:
    from gklint.findings.report import Report
    from gklint.project.project import Project
    from gklint.run.mending import Mended, Mender


class Checked(NamedTuple):
    """What came of one file.

    pieces: for each output, those of its lanes.  mended: None without ``--fix`` and ``--diff``.
    """

    counts: Counts
    pieces: tuple[tuple[bytes, ...], ...]
    mended: Mended | None = None


@dataclass(frozen=True)
class Checker:
    """Checks and renders files; it can be sent to another process."""

    renderers: tuple[Renderer, ...]
    mender: Mender | None = None

    def __call__(self, project: Project, job: Job) -> Checked:
        """Read and check one file; with a mender, also mend it."""
        from gklint.run.single import check_file

        linter, limits = project.linter(job.path), project.options.limits
        if self.mender is None:
            return self.rendered(project, job, check_file(linter, job.path, limits))
        return self.rendered(project, job, *self.mender(linter, job.path, limits))

    def stdin(self, project: Project, job: Job, name: str | None) -> Checked:
        """Read and check standard input as if it were a file called ``name``."""
        from gklint.run.single import check_stdin

        linter, limits = project.linter(job.path), project.options.limits
        report = check_stdin(linter, name, limits)
        if self.mender is None:
            return self.rendered(project, job, report)
        shown = Path(str(report.path))
        return self.rendered(project, job, *self.mender.mend(linter, shown, None, report, limits))

    def rendered(
        self, project: Project, job: Job, report: Report, mended: Mended | None = None
    ) -> Checked:
        """What is written and counted of a report."""
        limit = project.config(job.path).fail_on
        report = replace(report, fail_on=None if limit == "never" else Severity(limit))
        pieces = (renderer.pieces(report, job.known) for renderer in self.renderers)
        written = tuple(tuple(map(encoded, each)) for each in pieces)
        return Checked(counted(report), written, mended)


class Roll:
    """The files of a run in their order, told from each other where an output has to."""

    def __init__(self, project: Project, renderers: Sequence[Renderer]) -> None:
        self._project = project
        self._needed = any(each.tells_files_apart for each in renderers)
        self._numbers: dict[Path | None, int] = {}
        self._names: Counter[str] = Counter()

    def job(self, path: Path, shown: str | None) -> Job:
        """The next file, and what it is called."""
        if not self._needed:
            return Job(path)
        file, name = local(shown), named(shown, self._project.config(path).root)
        first = file not in self._numbers
        known = Known(
            number=self._numbers.setdefault(file, len(self._numbers)),
            first=first,
            again=self._names[name],
        )
        self._names[name] += 1
        return Job(path, known)
