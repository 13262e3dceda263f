"""How an output comes to be: piece by piece, each from one report, with something around them.

A piece needs nothing of other reports, so that it can be made in another process and is forgotten
once it is written.  What must be known of all of them stands behind the pieces, or before them
where these wait in a file (``waits``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from gklint.findings.report import Report
    from gklint.render.totals import Totals
    from gklint.ruleset.rules import Rule

BLOCK = 1 << 16


class Shared(NamedTuple):
    """What holds for all reports of a run.

    rules: by code, in their order, the file of each.  compared: whether there is a baseline for
    any of them.  compact: whether a program will read it rather than a person.
    """

    lang: str
    rules: Mapping[str, str] = {}
    compared: bool = False
    compact: bool = False


class Known(NamedTuple):
    """What is known of a report before it is made.

    number: of its file among the different ones of the run, from 0.  first: whether no report
    before is of the same file.  again: how many reports before go by the same name in fingerprints.
    """

    number: int = 0
    first: bool = True
    again: int = 0


class Ending(NamedTuple):
    """What is known when all pieces are there.

    others: files of folders that no reader is for.  rules: all of the run, for formats that ask.
    filled: for each lane, whether anything is in it.
    """

    totals: Totals
    others: Sequence[str]
    rules: Callable[[], Mapping[str, Rule]]
    filled: Sequence[bool]


class Renderer:
    """A format.  The least that one has to say is ``piece``."""

    lanes: ClassVar[int] = 1
    """Into how many stretches of the output each report has a piece; they stand one by one."""
    joint: ClassVar[str] = ""
    """What stands between the pieces of a lane."""
    waits: ClassVar[bool] = False
    """Whether what stands before the pieces is known only at the end."""
    numbers_files: ClassVar[bool] = False
    """Whether it looks at which of the different files of the run one is."""
    numbers_names: ClassVar[bool] = False
    """Whether it looks at how often the name of a file came before."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.lang = shared.lang

    def piece(self, report: Report) -> str:
        """What is written of one report."""
        raise NotImplementedError

    def pieces(self, report: Report, known: Known) -> Sequence[str]:  # noqa: ARG002
        """What is written of one report, for each lane; "" for nothing."""
        return (self.piece(report),)

    def begin(self) -> str:
        """What stands before all pieces, unless it is known only at the end."""
        return ""

    def end(self, ending: Ending) -> str:  # noqa: ARG002
        """What stands behind all pieces."""
        return ""

    def around(self, ending: Ending) -> Sequence[str]:
        """What stands before the first lane and behind each."""
        return self.begin(), self.end(ending)

    def whole(self, ending: Ending, lanes: Sequence[IO[bytes]]) -> Iterator[bytes]:
        """The output, where all pieces have waited, each lane in a file."""
        first, *others = self.around(ending)
        yield encoded(first)
        for lane, text in zip(lanes, others, strict=True):
            yield from self.waited(lane, ending)
            yield encoded(text)

    def waited(self, lane: IO[bytes], ending: Ending) -> Iterator[bytes]:  # noqa: ARG002
        """What has waited in a lane."""
        while block := lane.read(BLOCK):
            yield block


def encoded(text: str) -> bytes:
    """UTF-8, whatever a file is called: what is no character is written as JSON escapes it."""
    return text.encode("utf-8", "backslashreplace")
