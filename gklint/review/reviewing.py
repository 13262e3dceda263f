"""A review from its files to its folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from gklint.errors import UsageError
from gklint.files.paths import from_here
from gklint.model.county import Member
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.review import letters
from gklint.review.effects import effect_of
from gklint.review.gathering import Gathered, gather
from gklint.review.output import LETTERS, WORKBOOK, Output
from gklint.review.reading import Reader
from gklint.review.sheets.book import workbook
from gklint.review.standing import Body, Standing, bodies_of, kept
from gklint.ruleset.severity import Severity
from gklint.run.pool import Job, each, each_file
from gklint.run.progress import with_progress
from gklint.words import say


class Reviewed(NamedTuple):
    """All that came of it.  ``fails``: the severities that have to be mended."""

    gathered: Gathered
    bodies: Sequence[Body]
    fails: frozenset[Severity]

    @property
    def returned(self) -> list[Body]:
        """The bodies whose reports have to be mended."""
        return [body for body in self.bodies if body.standing is Standing.MEND]


class Review:
    """Reviews files and writes what came of it.

    ``jobs``: how many processes; None: all cores.  ``against``: other settings to compare with.
    """

    def __init__(
        self, project: Project, output: Output, jobs: int | None, against: Options | None = None
    ) -> None:
        self.project = project
        self.reader = Reader(against)
        self.output = output
        self.jobs = jobs
        self.lang = project.options.lang
        self.linter = project.linter(Path())

    def run(self, paths: Sequence[Path], listed: Mapping[str, Member] | None) -> Reviewed:
        """Check the files, compare them, and tell how each body stands."""
        todo = [*map(Job, paths)]
        read = each_file(todo, self.project, self.jobs, self.reader.read)
        reads = [*with_progress(read, len(todo), len(todo), self.project.options.lang)]
        gathered = gather(reads, self.project, listed)
        limit = self.project.config(Path()).fails_from
        fails = frozenset(each for each in Severity if each.reaches(limit))
        bodies = bodies_of(gathered, fails, self.output.before)
        return Reviewed(gathered, bodies, fails)

    def write(self, done: Reviewed, template: bytes | None, name: str, until: date | None) -> None:
        """Write the letters, then the workbook that leads to them.  Raises UsageError."""
        try:
            self._write(done, template, name, until)
        except BaseException:  # Ctrl+C too
            self.output.break_off()
            raise
        self.output.finish(kept(done.bodies))

    def _write(self, done: Reviewed, template: bytes | None, name: str, until: date | None) -> None:
        speaker = self.linter.speaker
        returned = done.returned
        self.output.name_letters(returned)
        if returned:
            now = datetime.now().astimezone()
            data = template or letters.ours()
            writer = letters.Writer(data, name, speaker, done.fails, now, until)
            made = each(returned, lambda _: letters.WEIGHT, self.jobs, writer.post, _without)
            posts = with_progress(made, len(returned), len(returned), self.project.options.lang)
            for body, post in zip(returned, posts, strict=True):
                self._put(str(self.output.letter_of(body)), post)
        book = workbook(done.gathered, done.bodies, self.linter.rules, self.output, speaker)
        self.output.write(WORKBOOK, book)

    def _put(self, name: str, post: letters.Post) -> None:
        """Write a letter, and beside it the copies that go with it."""
        self.output.write(name, [post.letter])
        stem = name.removesuffix(".docx")
        for number, copy in enumerate(post.copies, 1):
            if copy is not None:
                words = say(self.lang, "review.commented", number=number if number > 1 else "")
                self.output.write(f"{stem}{words}.docx", [copy])

    def said(self, done: Reviewed) -> Iterator[str]:
        """What is said at the end, line by line."""
        standing = Counter(body.standing.value for body in done.bodies)
        numbers = {each.value: standing[each.value] for each in Standing}
        yield say(self.lang, "review.summary", count=len(done.bodies), **numbers)
        if self.output.before is not None:
            yield self._compared(done.bodies)
        folder = self.output.folder
        yield say(self.lang, "review.written", path=from_here(folder / WORKBOOK))
        if done.returned:
            count, path = len(done.returned), from_here(folder / LETTERS)
            yield say(self.lang, "review.letters-written", count=count, path=path)
        effects = [effect_of(case) for case in done.gathered.cases]
        if any(each is not None for each in effects):
            came = sum(len(each.came) for each in effects if each)
            gone = sum(len(each.gone) for each in effects if each)
            yield say(self.lang, "review.effect", came=came, gone=gone)

    def _compared(self, bodies: Sequence[Body]) -> str:
        new = sum(len(body.new or ()) for body in bodies)
        left = sum(len(body.items) for body in bodies) - new
        mended = sum(len(body.mended) for body in bodies)
        return say(self.lang, "review.compared", mended=mended, new=new, left=left)


def _without(_: Body, __: str) -> letters.Post:
    """Instead of a letter whose process was ended."""
    raise UsageError("usage.process-ended")
