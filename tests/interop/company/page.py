"""docs/interop.md: what came of the last runs, between marks; the text around them is by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tests.benchmark.measuring import line
from tests.support.paths import ROOT

PAGE = ROOT / "docs" / "interop.md"


def write(part: str, head: Sequence[str], rows: Mapping[str, Sequence[str]]) -> None:
    """Put the rows of a part in its table, with the day; those that were not run stay."""
    begin, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->\n"
    before, _, rest = PAGE.read_text("utf-8").partition(begin)
    old, _, after = rest.partition(end)
    today = date.today().isoformat()
    lines = lines_of(old) | {name: line((name, *row, today)) for name, row in rows.items()}
    full = ("程序", *head, "日期")
    table = "\n".join((line(full), line(["---"] * len(full)), *lines.values()))
    PAGE.write_text(f"{before}{begin}\n{table}\n\n{end}{after}", "utf-8")


def lines_of(table: str) -> dict[str, str]:
    """The lines of a table by their first cell."""
    lines = [each for each in table.splitlines() if each.startswith("| ")]
    return {each.split(" | ")[0].removeprefix("| "): each for each in lines[2:]}
