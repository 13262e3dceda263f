"""Ready views of a corpus: questions in SQL that everybody asks, each in a file of ``sql/``.

A view can be used in SQL by its name.  Its picture is what another file selects of it: a label, a
series or NULL, and a number in each row.
"""

from __future__ import annotations

from pathlib import Path

_SQL = Path(__file__).with_name("sql")

VIEWS = (
    "error_rates",
    "undecided_rates",
    "requests_by_report",
    "carried_over",
    "roll_up",
    "near_duplicates",
    "near_duplicate_groups",
    "rule_effects",
    "failures_by_reason",
)
"""Their names; what they are for: the text ``schema.NAME``."""

OF_ALIKE = ("near_duplicates", "near_duplicate_groups")
"""Those that are about what ``gklint corpus alike`` writes."""


def macros() -> str:
    """What all views may use, as statements."""
    return _read("macros")


def view(name: str) -> str:
    """The query of a view."""
    return _read(f"views/{name}")


def picture(name: str) -> str:
    """The query of its picture."""
    return _read(f"pictures/{name}")


def _read(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text("utf-8")
