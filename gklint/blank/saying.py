"""A sum that does not hold, in words."""

from __future__ import annotations

from collections.abc import Mapping

from gklint.blank.filling import Broken
from gklint.findings.messages import Speaker
from gklint.findings.sums import about, told
from gklint.model.outcomes import CellName
from gklint.text.values import Number


def said(broken: Broken, numbers: Mapping[CellName, Number], speaker: Speaker) -> str:
    """Where the sum stands, what it comes to, and by how much it does not hold."""
    identity = broken.identity
    own = {
        (row, column or ""): number
        for (table, row, column), number in numbers.items()
        if table == identity.table
    }
    _, arithmetic, state = told(identity, own, speaker)
    place = {"table": speaker.table(identity.table), "line": about(identity, speaker)}
    return speaker.said("new.broken", **place, sum=arithmetic, state=state)
