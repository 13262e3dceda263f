"""Correct reports, reports with one defect, and what a linter has to say about each.

From a seeded `random.Random` (for benchmarks) or as hypothesis strategies. Nothing here knows
the linter.
"""

from __future__ import annotations

from . import (
    defects_cells,
    defects_copied,
    defects_filled,
    defects_front,
    defects_headings,
    defects_numbers,
    defects_prose,
    defects_structure,
    defects_tables,
    defects_text,
)
from .broken import DEFECTS, Broken, BrokenFile, Defect, Expected
from .files import FORMATS, write
from .layouts import LAYOUTS, render
from .lines import Place, Rendered
from .model import Report, make_next, make_report
from .noise import NOISES, render_noisy
from .strategies import broken_cases, broken_file, clean_cases, clean_file, reports
from .where import Where, Written

__all__ = [
    "DEFECTS",
    "FORMATS",
    "LAYOUTS",
    "NOISES",
    "Broken",
    "BrokenFile",
    "Defect",
    "Expected",
    "Place",
    "Rendered",
    "Report",
    "Where",
    "Written",
    "broken_cases",
    "broken_file",
    "clean_cases",
    "clean_file",
    "defects_cells",
    "defects_copied",
    "defects_filled",
    "defects_front",
    "defects_headings",
    "defects_numbers",
    "defects_prose",
    "defects_structure",
    "defects_tables",
    "defects_text",
    "make_next",
    "make_report",
    "render",
    "render_noisy",
    "reports",
    "write",
]
