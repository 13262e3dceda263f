"""What a check writes: to the screen and to files, piece by piece, each report as it comes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gklint.cli.sinks import End, Flowing, Out, Screen, Terminal, Waiting, put
from gklint.errors import UsageError
from gklint.files import writing
from gklint.render import RENDERERS, Renderer
from gklint.render.rendering import Ending, Shared
from gklint.render.text import Painted, closing, others_text, plain
from gklint.render.totals import Totals

if TYPE_CHECKING:
    from rich.console import Console

    from gklint.cli.sinks import Target
    from gklint.findings.counting import Counts
    from gklint.render.statistics import Statistics
    from gklint.ruleset.rules import Rule

_NAMING_OTHERS = ("text", "concise")  # the files that were not checked


class Output(NamedTuple):
    """A format and where it goes (None: standard output)."""

    format: str
    path: Path | None


def parse(texts: Sequence[str]) -> list[Output]:
    """The values of ``--format``.  Raises UsageError."""
    outputs = []
    for text in texts:
        name, has_path, path = text.partition("=")
        if name not in RENDERERS:
            raise UsageError("usage.unknown-format", format=name, known=[*RENDERERS])
        if has_path and not path:
            raise UsageError("usage.no-file-of-format", format=text)
        outputs.append(Output(name, Path(path) if path else None))
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError("usage.two-on-screen")
    return outputs


class Writer:
    """Writes all outputs of a run; keeps of its reports only what is counted.

    To be used in ``with``: whatever happens, a file is written whole or stays as it was.
    """

    def __init__(
        self, given: Sequence[Output], shared: Shared, statistics: Statistics | None
    ) -> None:
        self.lang = shared.lang
        self.statistics = statistics
        self.totals = Totals()
        self.others: Sequence[str] = ()
        self.screen = next((output.format for output in given if output.path is None), None)
        self.console = _console() if self.screen == "text" and sys.stdout.isatty() else None
        self.outs: list[Out] = []
        with ExitStack() as stack:
            for name, path in sorted(given, key=lambda output: output.path is not None):
                self._open(name, path, shared, stack)
            self._open_summary(given, shared, stack)
            self._stack = stack.pop_all()

    def _open(self, name: str, path: Path | None, shared: Shared, stack: ExitStack) -> None:
        """Begin one output; what ``--statistics`` stands in the place of is none."""
        target: Target
        if path is not None:
            target = stack.enter_context(writing.Output(path))
        elif self.statistics is not None:
            return
        elif self.console:
            self._add(Painted(shared), Terminal(self.console), stack)
            return
        else:
            target = Screen()
        compact = path is not None or not sys.stdout.isatty()
        self._add(RENDERERS[name](shared._replace(compact=compact)), target, stack)

    def _open_summary(self, given: Sequence[Output], shared: Shared, stack: ExitStack) -> None:
        """What GitHub shows on the page of a run, where it names the file for that."""
        path = os.environ.get("GITHUB_STEP_SUMMARY")
        if path and any(output.format == "github" for output in given):
            from gklint.render.github import StepSummary

            self._add(StepSummary(shared), End(Path(path)), stack)

    def _add(self, renderer: Renderer, target: Target, stack: ExitStack) -> None:
        out = Waiting(renderer, target) if renderer.waits else Flowing(renderer, target)
        stack.callback(out.close)
        self.outs.append(out)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *failed: Any) -> None:
        self._stack.__exit__(*failed)

    @property
    def renderers(self) -> tuple[Renderer, ...]:
        """What is to render each report."""
        return tuple(out.renderer for out in self.outs)

    def leave(self, others: Sequence[str]) -> None:
        """Take in the files that were not checked because nothing can read their kind."""
        self.others, self.totals.others = others, len(others)

    def add(self, counts: Counts, pieces: Sequence[Sequence[bytes]]) -> None:
        """Take in one report: what is counted of it, and its pieces by ``renderers``."""
        self.totals.add(counts)
        if self.statistics is not None:
            self.statistics.add(counts)
        for out, own in zip(self.outs, pieces, strict=True):
            out.add(own)

    def finish(self, rules: Callable[[], Mapping[str, Rule]]) -> None:
        """Write what is written at the end.  Raises UsageError where a file cannot be."""
        ending = Ending(self.totals, self.others, rules, ())
        if self.statistics is not None:
            put(self.statistics.text(rules(), self.lang), self.console)
            put(closing(ending, self.lang), self.console)
        on_screen = [out for out in self.outs if isinstance(out.target, (Screen, Terminal))]
        for out in on_screen:
            out.finish(ending)
        if self.screen not in _NAMING_OTHERS:  # some formats have no room for it
            sys.stderr.write(plain(others_text(self.others, self.lang)))
        for out in self.outs:
            if out not in on_screen:
                out.finish(ending)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)
