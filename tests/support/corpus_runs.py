"""Corpora made for tests, run and read again."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import psutil
from pyarrow import parquet

from gklint.corpus.engine import Engine, Work
from gklint.corpus.files import written
from gklint.corpus.items import Item
from gklint.corpus.journal import Journal
from gklint.corpus.opening import Opener
from gklint.corpus.parts import Made, entries_of
from gklint.corpus.rows import Rows
from gklint.corpus.running import Run, locked
from gklint.corpus.settings import Settings
from gklint.corpus.setup import Setup
from gklint.corpus.sources import Sources
from gklint.corpus.working import Worker
from gklint.formats.limits import DEFAULT
from gklint.project.project import Project

# -- made ------------------------------------------------------------------------------------


def put(folder: Path, **texts: str) -> Path:
    """A folder with texts, each in a file ``NAME.txt``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def zip_of(path: Path, members: Mapping[str, str | bytes], **options: Any) -> Path:
    """A zip archive of texts by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text, **options)
    return path


def tar_of(path: Path, members: Mapping[str, str | bytes], packing: str = "") -> Path:
    """A tar archive; ``packing``: gz, bz2, xz."""
    with tarfile.open(path, f"w:{packing}") as archive:  # type: ignore[call-overload]
        for name, text in members.items():
            data = text.encode() if isinstance(text, str) else text
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


# -- found -----------------------------------------------------------------------------------


class Found(NamedTuple):
    """What sources are found to mean."""

    items: Sequence[Item]
    doubled: int
    others: Sequence[str]

    @property
    def addresses(self) -> list[str]:
        """Of the files, in their order."""
        return [item.address for item in self.items]

    @property
    def refused(self) -> dict[str, str]:
        """By their addresses, why files are not read, without what fills the text."""
        return {item.address: item.refused.key for item in self.items if item.refused}


def found(*sources: object, base: Path | None = None, output: Path = Path("out")) -> Found:
    """What sources mean, named from a ``base`` (the working folder)."""
    asked = Sources(Project().configs, base or Path.cwd(), output)
    items = [*asked.items(map(str, sources))]
    return Found(items, asked.doubled, asked.others)


def texts(items: Iterable[Item]) -> dict[str, str]:
    """What is read of files, by their addresses."""
    opener = Opener(DEFAULT)
    try:
        return {item.address: opener.read(item.at).decode() for item in items if not item.refused}
    finally:
        opener.close()


# -- run -------------------------------------------------------------------------------------


class Here(Engine):
    """An engine that works in this process."""

    def __init__(self, setup: Setup) -> None:
        super().__init__(None, 1)
        self._worker = Worker(setup)

    @property
    def workers(self) -> int:
        return 1

    def run(self, _: Work[Any, Any], tasks: Iterable[Any]) -> Iterator[Any]:
        for task in tasks:
            rows = Rows()
            for item in task.items:
                self._worker.work(rows, item)
            self._worker._opener.close()
            failed = [own for key, own in rows.columns.items() if key.table == "failures"]
            made = entries_of(task.items, rows.columns)
            yield Made(written(rows.columns), made, sum(len(own[0]) for own in failed))


def setup() -> Setup:
    """By the shipped rules."""
    project = Project()
    return Setup.of(Settings.of(project.config(Path.cwd()), project.options))


def run(engine: Here, output: Path, *sources: object) -> None:
    """A run in this process."""
    with locked(output):
        work = Run(Journal(output), setup(), 60)
        asked = Sources(Project().configs, work.journal.base, output)
        items = [*asked.items(map(str, sources))]
        planned = work.plan([asked.name(str(each)) for each in sources], items, again=False)
        work.prepare(planned)
        for _ in work.work(planned, engine):
            pass


def readers(pid: int | None = None) -> list[psutil.Process]:
    """The processes that read for one (this process)."""
    started = psutil.Process(pid).children(recursive=True)
    return [each for each in started if "working" in " ".join(_command(each))]


def _command(process: psutil.Process) -> list[str]:
    """The command of a process; nothing where it has just ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


# -- read ------------------------------------------------------------------------------------


def table(output: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table, with the years that the names of their folders say."""
    return [
        {**row, "year": None if year.startswith("__") else int(year)}
        for path in Journal(output).files(name)
        for year in (path.parent.name.partition("=")[2],)
        for row in parquet.ParquetFile(path).read().to_pylist()
    ]


def column(output: Path, name: str, *columns: str) -> list[Any]:
    """The values of a column of a table, or tuples of several, in order."""
    rows = table(output, name)
    if len(columns) == 1:
        return sorted(row[columns[0]] for row in rows)
    return sorted(tuple(row[each] for each in columns) for row in rows)


def strays(output: Path) -> list[str]:
    """Files in a folder of tables that do not count."""
    journal = Journal(output)
    counting = {path for part in journal.parts.values() for path in journal.paths(part)}
    there = {path for path in output.rglob("*") if path.is_file()}
    known = {output / name for name in ("tables.json", "log.jsonl", "lock", "alike.parquet")}
    return sorted(str(path.relative_to(output)) for path in there - counting - known)
