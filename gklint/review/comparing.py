"""Two versions of one report: what changed in it, and which findings that mends or makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gklint.findings.diagnostics import Diagnostic
from gklint.model.differences import Differences, differences
from gklint.review.reading import Read


class Compared(NamedTuple):
    """``changed``: None where one of them is no report, so that nothing can be compared.

    ``fixed``: findings of the old one that are gone; ``came``, ``remaining``: those of the new one.
    """

    old: Read
    new: Read
    changed: Differences | None
    fixed: Sequence[Diagnostic]
    came: Sequence[Diagnostic]
    remaining: Sequence[Diagnostic]

    @property
    def findings(self) -> Iterator[tuple[str, Diagnostic]]:
        """All findings, each with what became of it."""
        for name in ("fixed", "came", "remaining"):
            yield from ((name, found) for found in getattr(self, name))


def compare(old: Read, new: Read) -> Compared:
    """Compare two files.  A finding is the same if its rule and its place in the form are."""
    before = [item.found for item in old.items]
    after = [item.found for item in new.items]
    known, left = {each.structure for each in before}, {each.structure for each in after}
    changed = None
    if old.abstract and new.abstract:
        changed = differences(old.abstract, new.abstract)
    return Compared(
        old,
        new,
        changed,
        [each for each in before if each.structure not in left],
        [each for each in after if each.structure not in known],
        [each for each in after if each.structure in known],
    )
