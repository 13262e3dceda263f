"""A run: from what is asked for to tables, with whatever was done before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from gklint.corpus import parts
from gklint.corpus.engine import Engine, Work
from gklint.corpus.files import encoded, without
from gklint.corpus.items import Item, number_of
from gklint.corpus.journal import LOCK, Journal, Part, head_of, name_of
from gklint.corpus.parts import Made, Task
from gklint.corpus.planning import Plan, cut, plan
from gklint.corpus.rows import Key
from gklint.corpus.setup import Setup
from gklint.errors import UsageError, reason


class Progress(NamedTuple):
    """What came of one more part: its files, and how many of them gave no report."""

    files: int
    failed: int


class Run(NamedTuple):
    """What a run is to do.  ``setup``: by which rules; ``seconds``: how long one file may take.

    ``prune``: forget the files that are not there any more.
    """

    journal: Journal
    setup: Setup
    seconds: float
    prune: bool = False

    def plan(self, sources: Sequence[str], found: Sequence[Item], *, again: bool) -> Plan:
        """What has to be done, once what a run before left is put away.

        ``again``: also what gave no report before.
        """
        self.journal.open()
        return plan(found, sources, self.journal, self.setup.digest, again=again)

    def prepare(self, planned: Plan) -> None:
        """What needs no engine: forget what is gone."""
        if planned.seen:
            self.journal.change(seen=planned.seen)
        forgotten = planned.lapsed | planned.gone if self.prune else planned.lapsed
        if forgotten:
            self._change(None, forgotten)

    def work(self, planned: Plan, engine: Engine) -> Iterator[Progress]:
        """Have all parts made, and write each as it comes.  Raises UsageError."""
        found = cut(planned.todo, self.journal, engine.workers)
        tasks = (Task(items, self.setup, self.seconds, engine.name) for items in found)
        for made in engine.run(Work(parts.work, parts.smaller), tasks):
            self.keep(made)
            yield Progress(len(made.entries), made.failed)

    def keep(self, made: Made) -> None:
        """Write a part, and let it count.  Raises UsageError."""
        rules = self.setup.digest
        keys = tuple(file.key for file in made.files)
        name = name_of(rules, made.entries)
        if name in self.journal.parts:  # made again of the same: what counts must stay whole
            name = f"{name}-{len(self.journal.parts)}"
        part = Part(name, rules, made.entries, keys)
        for file in made.files:
            self.journal.put(name, file.key, file.data)
        self._change(part, {entry.address for entry in made.entries})

    def _change(self, new: Part | None, addresses: Collection[str]) -> None:
        """Let a part count; in all others these addresses count no more."""
        homes = {self.journal.homes[each] for each in addresses if each in self.journal.homes}
        old = [self.journal.parts[name] for name in sorted(homes)]
        left = (self._without(part, addresses) for part in old)
        self.journal.change([*filter(None, (*left, new))], [part.name for part in old])

    def _without(self, part: Part, addresses: Collection[str]) -> Part | None:
        """A part without some files, written anew; None if nothing of it is left."""
        entries = tuple(entry for entry in part.entries if entry.address not in addresses)
        if not entries:
            return None
        numbers = [number_of(entry.address) for entry in part.entries if entry.address in addresses]
        name = name_of(part.rules, entries)
        keys: list[Key] = []
        for key in part.files:
            table = without(self.journal.path(part.name, key), numbers)
            if table.num_rows:
                self.journal.put(name, key, encoded(table))
                keys.append(key)
        return Part(name, part.rules, entries, tuple(keys))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else writes into a folder meanwhile.  Raises UsageError if somebody does."""
    from filelock import FileLock, Timeout

    head_of(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise UsageError("corpus.busy", path=folder) from error
    except OSError as error:
        raise UsageError("files.cannot-write", path=folder, reason=reason(error)) from error
    try:
        yield
    finally:
        lock.release()
