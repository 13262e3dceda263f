"""How far a run is, where standard error is a terminal: which file, and which page of a scan."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from gklint.formats.telling import telling
from gklint.words import say

if TYPE_CHECKING:
    from rich.progress import Progress

_WORTH_A_BAR = 8
_NAME = "gklint"

Item = TypeVar("Item")


def with_progress(items: Iterable[Item], count: int, slow: int, lang: str) -> Iterator[Item]:
    """``items``, with a progress bar on standard error while the next one is made.

    ``slow``: how many of them take time; for a few there is no bar, but a word of each page that is
    recognised in this process.

    It is gone whenever an item is handed on: what is then written, and where, is no matter of it.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    shown = _Shown(count, slow >= _WORTH_A_BAR, lang)
    made = iter(items)
    while True:
        with shown.while_made():
            try:
                item = next(made)
            except StopIteration:
                return
        yield item


class _Shown:
    """What is shown of a run."""

    def __init__(self, count: int, many: bool, lang: str) -> None:
        self.count = count
        self.many = many
        self.lang = lang
        self.made = 0
        self.bar: Progress | None = None
        self.process = os.getpid()

    @contextmanager
    def while_made(self) -> Iterator[None]:
        """Meanwhile it stands on the terminal."""
        if self.many:
            self.show(_NAME)
        try:
            with telling(self.page):
                yield
        finally:
            self.made += 1
            if self.bar:
                self.bar.stop()

    def page(self, page: int, pages: int | None) -> None:
        """Show that a page is now recognised, in this process: others would write over it."""
        if os.getpid() != self.process:
            return
        key = "run.page" if pages is None else "run.page-of"
        self.show(f"{_NAME} {say(self.lang, key, page=page, pages=pages)}")

    def show(self, description: str) -> None:
        if self.bar is None:
            self.bar = _bar(self.many)
            self.bar.add_task(_NAME, total=self.count)
        self.bar.update(self.bar.task_ids[0], description=description, completed=self.made)
        self.bar.start()
        self.bar.refresh()


def _bar(many: bool) -> Progress:
    from rich.console import Console
    from rich.progress import Progress, TextColumn

    columns = () if many else (TextColumn("{task.description}"),)
    # Unless told not to, rich takes both streams over: what goes to a file comes to the screen.
    return Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
