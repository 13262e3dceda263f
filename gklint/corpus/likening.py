"""What a worker of the engine makes of the texts of a part: MinHash signatures of its reports.

They are those of what a body wrote itself, as ``checks.texts`` compares it: without what the form
prescribes, and with its name, numbers and years masked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gklint.checks.texts import own_text
from gklint.corpus.files import Stored, read
from gklint.form.form import Form
from gklint.model.abstract import Abstract, Sentence
from gklint.ruleset.loading import load_rules
from gklint.text.likeness import Names
from gklint.text.prose import SENTENCE
from gklint.text.source import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIZE = 255
"""How many numbers a signature has."""

_SEED = 1  # the same signatures in every run
_SHORTEST = 150  # characters of a text that is worth comparing
_NOWHERE = Span(0, 0)


class Texts(NamedTuple):
    """The files of a part's tables ``texts`` and ``reports``, as they are."""

    texts: Sequence[Stored]
    reports: Sequence[Stored]


class Signed(NamedTuple):
    """``reports``: their numbers.  ``signatures``: for each ``SIZE`` numbers, shortened."""

    reports: NDArray[np.int64]
    signatures: NDArray[np.uint16]


def sign(task: Texts) -> Signed:
    """The signatures of the texts of a part, but for short ones.  Raises UsageError."""
    import numpy as np
    from rensa import RMinHash

    found = [*_fragments(task)]
    fragments = [each for _, each in found]
    signatures = np.array(RMinHash.digests_from_token_sets(fragments, SIZE, _SEED), np.uint32)
    return Signed(
        np.array([report for report, _ in found], np.int64),
        signatures.reshape(len(found), SIZE).astype(np.uint16),
    )


def _fragments(task: Texts) -> Iterator[tuple[int, list[str]]]:
    form = _form()
    bodies = _bodies(task)
    for report, sentences in _sentences(task).items():
        body = bodies[report]
        names = Names(filter(None, (body, form.bodies.read(body).rest if body else None)))
        text = own_text(Abstract(None, body, None, None, {}, sentences), form, names)
        if text.own_size(()) >= _SHORTEST:
            yield report, [*text.fragments(())]


def _sentences(task: Texts) -> Mapping[int, tuple[Sentence, ...]]:
    texts: dict[int, list[str]] = defaultdict(list)
    for report, text in _columns(task.texts, "report", "text"):
        for line in text.split("\n"):
            texts[report] += SENTENCE.findall(line)
    return {
        report: tuple(Sentence(None, each, _NOWHERE) for each in found)
        for report, found in texts.items()
    }


def _bodies(task: Texts) -> Mapping[int, str | None]:
    return dict(_columns(task.reports, "report", "body"))


def _columns(files: Sequence[Stored], *names: str) -> Iterator[tuple[int, str]]:
    for each in files:
        table = read(each, names)
        yield from zip(*(table[name].to_pylist() for name in names), strict=True)


@cache
def _form() -> Form:
    """The shipped form: what it prescribes is no text of a body, whatever rules are tried."""
    return load_rules().form
