"""Tables: their rows, and what differs from the form."""

from __future__ import annotations

from pathlib import Path

from gklint.parse.regions import starts_of
from gklint.parse.tables import build_table
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import form, page_of, shown_tables, tokens_of


@snippets("tables")
def test_tables_are_fitted_into_the_form(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_tables)


def test_a_row_stands_where_its_label_does_and_blank_cells_behind_that() -> None:
    text = "信息内容 | 本年制发件数 | 本年废止件数 |\n规章 |\n行政许可 | 75 |\n"
    tokens = tokens_of(page_of(text).lines)
    table, _ = build_table(tokens, form().structure, starts_of("disclosure", None, form()))
    regulations, licences = table.rows["regulations"], table.rows["licences"]

    assert ["规章", "行政许可"] == [text[slice(*row.label)] for row in (regulations, licences)]
    assert {text.index(" |\n行")} == {cell.start for cell in regulations.cells}
    assert [text.index("75")] == [cell.start for cell in licences.cells]
