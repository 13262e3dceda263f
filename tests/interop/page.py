"""docs/formats.md: what is read of what other programs make, written by the last runs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from tests.interop.converters import CONVERTERS, Converter
from tests.interop.judging import Row

_TEMPLATE = Path(__file__).with_name("formats.md")
"""The page with ``{lines}`` where the lines of its table stand, and two sums of its columns."""
_WHOLE, _OTHERS = 5, 6


def write(path: Path, rows: Mapping[Converter, Row]) -> None:
    """Write the page: the lines of the converters that were run anew, the others as they were."""
    lines = lines_of(path.read_text("utf-8")) if path.exists() else {}
    lines |= {each.name: line(each, row) for each, row in rows.items()}
    table = [lines[each.name] for each in CONVERTERS if each.name in lines]
    page = _TEMPLATE.read_text("utf-8").replace("{lines}", "\n".join(table))
    for name, column in (("{whole}", _WHOLE), ("{others}", _OTHERS)):
        page = page.replace(name, _sum(table, column))
    path.write_text(page, "utf-8")


def _sum(table: Iterable[str], column: int) -> str:
    """The sum of a column: ``18/20 (90.0 %)``."""
    cells = [each.strip("| ").split(" | ")[column].split("/") for each in table]
    some, every = (sum(int(cell[part]) for cell in cells) for part in (0, 1))
    return f"{some}/{every} ({100 * some / max(every, 1):.1f} %)"


def lines_of(text: str) -> dict[str, str]:
    """The lines of the table of a page by the converter's name."""
    lines = [each for each in text.splitlines() if each.startswith("| ")]
    return {each.split(" | ")[0].removeprefix("| "): each for each in lines[2:]}


def line(converter: Converter, row: Row) -> str:
    """A line of the table."""
    cells = (
        converter.name,
        f"{converter.source} → {converter.target}",
        version(converter),
        f"{row.clean}/{row.correct}",
        f"{row.found}/{row.wrong}",
        f"{row.read}/{row.whole}",
        f"{row.told}/{row.others}",
        ", ".join(f"{code} {count}" for code, count in row.codes.most_common(6)),
        date.today().isoformat(),
    )
    return f"| {' | '.join(cells)} |"


def version(converter: Converter) -> str:
    """What of it was run: the packages, or what the program says of itself."""
    found = [each.replace("==", " ") for each in converter.needs]
    if converter.runs:
        found.append(_said(converter.runs, converter.asked))
    return ", ".join(found)


def _said(program: str, asked: str) -> str:
    done = subprocess.run([program, asked], check=False, capture_output=True, text=True, timeout=60)
    words = (done.stdout or done.stderr).split()
    number = next((word for word in words if word[:1].isdigit()), "")
    return f"{program} {number}".strip()
