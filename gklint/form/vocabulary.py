"""The words by which statements are found in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Vocabulary:
    """``rules/format/prose.yaml``."""

    counts: Mapping[str, Sequence[str]]
    other_matters: re.Pattern[str]
    partial: re.Pattern[str]
    wider: re.Pattern[str]
    comparison: re.Pattern[str]
    parts_end: re.Pattern[str]
    parts_rest: re.Pattern[str]
    chrome: re.Pattern[str]
