"""Where things lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
"""Published reports, which lie beside a checkout only."""
EXAMPLES = sorted(
    f"examples/{path.name}"
    for path in (ROOT / "examples").iterdir()
    if path.is_file() and path.suffix != ".expected"
)
