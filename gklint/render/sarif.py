"""``--format sarif``: one run in SARIF 2.1.0, as GitHub code scanning and editors read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any

from gklint.render.nested import indented, nested
from gklint.render.rendering import BLOCK, Ending, Known, Renderer, Shared, encoded
from gklint.render.sarif_results import ROOT, Results, address
from gklint.render.sarif_rules import driver, message
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.report import Report

_LANE = "\0"  # where in the run a lane stands
_ITEM, _NOTIFICATION = 4, 6  # how deep they stand
_NOT_SUPPRESSED = encoded(" " * (_ITEM + 1) + '"suppressions": [],\n')  # a line of a result


class Sarif(Renderer):
    """The whole run.

    Paths are relative to the working folder, for GitHub the root of the repository, and do not
    tell where that is; only a file elsewhere has its absolute URI.
    """

    lanes = 3  # what could not be checked, the files, the results
    joint = ","
    waits = True
    numbers_files = True

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self.numbers = {code: number for number, code in enumerate(shared.rules)}

    def pieces(self, report: Report, known: Known) -> Sequence[str]:
        location = address(report.path)
        artifact = {"location": location, "roles": ["analysisTarget"]}
        indexed = {**location, "index": known.number}
        results = Results(report, self.lang, self.numbers, indexed, self.shared.compared)
        return (
            _items(results.failures(), _NOTIFICATION),
            nested(artifact, _ITEM) if known.first else "",
            _items(results.results(), _ITEM),
        )

    def around(self, ending: Ending) -> Sequence[str]:
        unread, files, found = ending.filled
        others = [self.other(path) for path in ending.others]
        begin, to_files, to_results, end = self.run(ending, unread=unread)
        joint = self.joint if unread and others else ""
        return (
            f"{begin}[",
            joint
            + _items(others, _NOTIFICATION)
            + _end(unread or others, _NOTIFICATION)
            + f"{to_files}[",
            f"{_end(files, _ITEM)}{to_results}[",
            f"{_end(found, _ITEM)}{end}\n",
        )

    def waited(self, lane: IO[bytes], ending: Ending) -> Iterator[bytes]:
        """Of suppressions all results of a run say something, or none does.

        None where nothing is accepted: some programs take an empty list for a suppression.
        """
        if ending.totals.accepted:
            yield from super().waited(lane, ending)
            return
        while lines := lane.readlines(BLOCK):
            yield b"".join(line for line in lines if line != _NOT_SUPPRESSED)

    def run(self, ending: Ending, *, unread: bool) -> list[str]:
        """The document, in which the lanes are left out; SARIF calls a run failed if a report was
        not checked."""
        invocation = {"executionSuccessful": not unread, "toolExecutionNotifications": _LANE}
        run = {
            "tool": {"driver": driver(ending.rules(), self.lang)},
            "language": say(self.lang, "tag"),
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {
                ROOT: {"description": {"text": say(self.lang, "render.sarif-root")}}
            },
            "invocations": [invocation],
            "artifacts": _LANE,
            "results": _LANE,
        }
        schema = "https://json.schemastore.org/sarif-2.1.0.json"
        document = {"$schema": schema, "version": "2.1.0", "runs": [run]}
        return indented(document).split(indented(_LANE))

    def other(self, path: str) -> dict[str, Any]:
        """That a file was not checked because nothing can read its kind."""
        return {
            "level": "note",
            "message": message(say(self.lang, "render.other")),
            "locations": [{"physicalLocation": {"artifactLocation": address(path)}}],
        }


def _items(values: Iterable[Mapping[str, Any]], depth: int) -> str:
    return ",".join(nested(value, depth) for value in values)


def _end(filled: object, depth: int) -> str:
    """The end of a list of items that stand so deep."""
    return "\n" + " " * (depth - 1) + "]" if filled else "]"
