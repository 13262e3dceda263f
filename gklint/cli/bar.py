"""A bar on a terminal for what takes long: how many, how fast, how long yet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Made = TypeVar("Made")


def with_bar(
    done: Iterable[Made], count: int, size: Callable[[Made], int] = lambda _: 1
) -> Iterator[Made]:
    """The same, with a bar of ``count``, of which each one is so much."""
    if not sys.stderr.isatty():
        yield from done
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("gklint"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("gklint", total=count, rate="")
        for each in done:
            bar.advance(task, size(each))
            speed = bar.tasks[task].speed
            bar.update(task, rate=f"{speed:.0f}/s" if speed else "")
            yield each
