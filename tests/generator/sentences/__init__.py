"""Sentences drawn from grammars, each in a complete report: true ones, and contradicting ones.

`python -m tests.generator.sentences --count N --seed S` says how a linter does on them.
"""

from __future__ import annotations

from .judging import Score, judged
from .making import CLAIMS, FALSE, TRUE, Case, clean_case, contradicting_case

__all__ = [
    "CLAIMS",
    "FALSE",
    "TRUE",
    "Case",
    "Score",
    "clean_case",
    "contradicting_case",
    "judged",
]
