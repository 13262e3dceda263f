"""Names of bodies as they are compared: in half width, simplified, without blanks."""

from __future__ import annotations

from gklint.text.normalise import normalise
from gklint.text.simplified import simplifier


def plain(name: str) -> str:
    """A name as reports have it after reading."""
    return "".join(normalise(name, simplifier).text.split())
