"""Tables: their rows, and what differs from the form."""

from __future__ import annotations

from pathlib import Path

from gklint.model.document import Element, Wrong
from gklint.parse.regions import starts_of
from gklint.parse.report import parse
from gklint.parse.tables import build_table
from gklint.text.source import Source
from tests.parse.conftest import Agrees
from tests.support.sample import changed
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


def test_a_caption_with_a_value_is_a_row_too_many_wherever_the_form_repeats_it() -> None:
    text = changed(
        (
            "信息内容 | 本年处理决定数量 | ||\n行政处罚",
            "信息内容 | 7 | 本年处理决定数量 | ||\n行政处罚",
        )
    )
    stray = [each for each in parse(Source(text), form()).deviations if each.element is Element.ROW]

    assert [(Wrong.UNEXPECTED, text.index("信息内容 | 7"))] == [
        (each.wrong, each.span.start) for each in stray
    ]
