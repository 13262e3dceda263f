"""The words by which statements are found in running text, and where to look for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

COUNTED = ("carried_in", "carried_out", "handled", "answered", "new", "dealt")
"""What a number of requests may be about, told by the words before it."""

ABOUT = (*COUNTED, "review", "litigation", "issued", "repealed", "in_force")
"""What any number of a text may be about that a table counts too."""


@dataclass(frozen=True)
class Vocabulary:
    """``rules/format/prose.yaml``.

    ``on_request``: the part of a section that is about requests alone; ``of_requests``: the
    sections that may count them; ``of_disputes``: the section that is about disputes alone.
    """

    counts: Mapping[str, Sequence[str]]
    other_matters: re.Pattern[str]
    partial: re.Pattern[str]
    wider: re.Pattern[str]
    comparison: re.Pattern[str]
    parts_end: re.Pattern[str]
    parts_rest: re.Pattern[str]
    chrome: re.Pattern[str]
    on_request: str
    of_requests: frozenset[str]
    of_disputes: str
