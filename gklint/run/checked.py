"""What came of a file, and how it is kept: plain values in JSON, then what was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate, chain, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.findings.counting import Counts
from gklint.ruleset.severity import Severity

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Entry
    from gklint.run.mending import Mended


class Checked(NamedTuple):
    """What came of one file.

    pieces: for each output, those of its lanes.  mended: None without ``--fix`` and ``--diff``.
    """

    counts: Counts
    pieces: tuple[tuple[bytes, ...], ...]
    mended: Mended | None = None


def packed(checked: Checked, today: str) -> bytes:
    """As bytes; ``today`` is noted where another day may change it."""
    counts = checked.counts
    sizes = [[len(piece) for piece in pieces] for pieces in checked.pieces]
    used = [[str(each.list), each.code, each.fingerprint] for each in counts.used]
    day = today if counts.dated else None
    head = json.dumps([day, sizes, used, counts._replace(used=())], separators=(",", ":"))
    written = [piece for pieces in checked.pieces for piece in pieces]
    return b"\n".join((head.encode(), b"".join(written)))


def unpacked(data: bytes, today: str) -> Checked | None:
    """What was packed; None if it is of another day."""
    head, _, written = data.partition(b"\n")
    day, sizes, used, (found, *counts) = json.loads(head)
    if day not in (None, today):
        return None
    levels = tuple((code, Severity(severity), number) for code, severity, number in found)
    counted = Counts(levels, *counts)
    ends = [*accumulate(chain.from_iterable(sizes), initial=0)]
    pieces = iter([written[start:end] for start, end in pairwise(ends)])
    return Checked(
        counted._replace(used=_entries(used)),
        tuple(tuple(islice(pieces, len(own))) for own in sizes),
    )


def _entries(used: Sequence[tuple[str, str, str]]) -> tuple[Entry, ...]:
    if not used:
        return ()
    from gklint.findings.diagnostics import Entry

    return tuple(Entry(Path(name), code, fingerprint) for name, code, fingerprint in used)
