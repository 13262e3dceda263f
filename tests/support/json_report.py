"""What stands in the JSON of a report."""

from __future__ import annotations

from typing import Any


def only(document: dict[str, Any]) -> dict[str, Any]:
    """The only diagnostic of a document."""
    (file,) = document["files"]
    (found,) = file["diagnostics"]
    assert isinstance(found, dict)
    return found


def place(line: int, start: int, end: int) -> dict[str, Any]:
    """A range within one line."""
    return {"start": {"line": line, "column": start}, "end": {"line": line, "column": end}}


def cell(row: str, column: str, table: str = "requests") -> dict[str, str]:
    """The name of a cell."""
    return {"table": table, "row": row, "column": column}
