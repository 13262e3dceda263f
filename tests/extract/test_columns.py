"""The columns of the tables."""

from __future__ import annotations

from gklint.extract.columns import cell_names, columns, dotted
from gklint.findings.messages import Speaker
from gklint.ruleset.loading import load_rules
from tests.support.extracting import NUMBERS_2019, NUMBERS_2021, OTHERS


def test_the_columns_are_those_of_the_contract_in_the_order_of_the_form() -> None:
    rules = load_rules()
    speaker = Speaker(rules.form.structure, "zh")
    shown = [column.name for column in columns(speaker, dotted)]

    assert [*OTHERS, *NUMBERS_2021, *NUMBERS_2019] == shown
    assert len(shown) == len({*shown})


def test_the_columns_are_all_cells_of_the_grammar() -> None:
    structure = load_rules().form.structure
    cells = {
        (shape.name, row.name, column)
        for shape in structure.shapes.values()
        for row in shape.rows
        for column in row.columns
    }
    names = cell_names(structure)

    assert cells == {*names}
    assert NUMBERS_2021 == [".".join(filter(None, name)) for name in names if not names[name]]
