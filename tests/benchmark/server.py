"""What the language server adds to a check: a real process over stdio against ``Linter.check``.

    python -m tests.benchmark.server [--changes N] [--times N] [--against REVISION]

A report of the usual size is changed again and again; for each text, the time from didChange to
the published diagnostics is taken beside one check of that text in this process.  Then a hover
is asked for right after a change of a document that is many times as long.  With a revision,
characters are typed in published reports (generated ones, if none lie beside), in turns with the
server of that revision.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.benchmark.corpora import published as published_reports
from tests.benchmark.revision import unpack
from tests.generator import make_report, render
from tests.support.lsp_client import RawClient

URI = "untitled:report.md"
SIZE = 6500  # bytes of a report, about
WANTED = 1.5
_FILLING = "本机关持续做好政府信息公开工作。"


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def shown(times: list[float]) -> str:
    low, middle, high = (1000 * value for value in (min(times), median(times), max(times)))
    return f"{middle:.1f} ms ({low:.1f}–{high:.1f})"


def reports() -> Iterator[str]:
    """Reports of the usual size, each different."""
    seed = 0
    while True:
        text = render(make_report(random.Random(seed)), "tab", random.Random(seed)).text
        seed += 1
        room = SIZE - len(text.encode())
        yield text + "\n" + _FILLING * (room // len(_FILLING.encode()))


def published(client: RawClient, text: str, version: int) -> None:
    """Change the document and wait until that version has its diagnostics."""
    client.change(URI, text, version)
    while client.published()["version"] != version:
        pass


def measure_changes(client: RawClient, number: int) -> None:
    linter = Linter(load_rules())
    texts = reports()
    client.open(URI, next(texts), 0)
    client.published()
    pairs = []
    for version in range(1, number + 1):
        text = next(texts)
        pairs.append(
            (
                seconds(lambda: published(client, text, version)),  # noqa: B023
                seconds(lambda: linter.check(Source(text))),  # noqa: B023
            )
        )
    server, check = ([*times] for times in zip(*pairs, strict=True))
    print(f"change to diagnostics: {shown(server)}; in-process check: {shown(check)}")
    print(f"ratio of the medians: {median(server) / median(check):.2f}, wanted ≤ {WANTED}")


def measure_hover(client: RawClient, times: int, number: int) -> None:
    text = next(reports()) * times
    hover = {"textDocument": {"uri": URI}, "position": {"line": 30, "character": 5}}
    client.change(URI, text, 1000)
    while client.published()["version"] != 1000:
        pass
    answers, checks = [], []
    for version in range(1001, 1001 + number):
        started = time.perf_counter()
        client.change(URI, text + f"\n{version}", version)
        answers.append(seconds(lambda: client.ask("textDocument/hover", hover)))
        while client.published()["version"] != version:
            pass
        checks.append(time.perf_counter() - started)
    print(f"hover while {times} reports are checked: {shown(answers)}; check: {shown(checks)}")


def measure_typing(revision: str, number: int) -> None:
    """What a keystroke takes beside the server of a revision."""
    paths = published_reports()
    texts = [path.read_text("utf-8") for path in paths] or [*islice(reports(), 5)]
    with TemporaryDirectory() as name:
        tree = unpack(revision, Path(name) / "code")
        with RawClient() as ours, RawClient(cwd=tree, path=tree) as theirs:
            for client in (ours, theirs):
                client.initialize()
                client.open(URI, texts[0], 0)
                client.published()
            for text in texts:
                times = [_typed((ours, theirs), text, turn) for turn in range(1, number + 1)]
                own, other = ([*each] for each in zip(*times, strict=True))
                ratio = median(own) / median(other)
                print(f"a keystroke: {shown(own)}; {revision}: {shown(other)}; {ratio:.2f} ×")


def _typed(clients: Sequence[RawClient], text: str, turn: int) -> list[float]:
    """Type one more character into each, in the middle of the text."""
    half = text.index("\n", len(text) // 2)
    changed = text[:half] + "字" * turn + text[half:]
    version = time.monotonic_ns() // 1000 % 2**31
    order = clients if turn % 2 else clients[::-1]
    took = {each: seconds(partial(published, each, changed, version)) for each in order}
    return [took[each] for each in clients]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--changes", type=int, default=50)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--against", metavar="REVISION")
    arguments = parser.parse_args()
    if arguments.against:
        measure_typing(arguments.against, arguments.changes)
        return
    with RawClient() as client:
        client.initialize()
        measure_changes(client, arguments.changes)
        measure_hover(client, arguments.times, 10)


if __name__ == "__main__":
    main()
