"""Tables as the form prints them, held against those that the generator of tests draws."""

from __future__ import annotations

from random import Random

import pytest

from gklint.form.drawing import Box, drawing_of
from gklint.form.structure import Structure
from gklint.ruleset.loading import load_rules
from tests.generator.boxes import Box as Drawn
from tests.generator.boxes import boxes_of
from tests.generator.document import Document, Table, build_document, section_of
from tests.generator.grids import VALUE, grid_of
from tests.generator.model import make_report

STARTS = (
    *("disclosure_table", "requests_table", "disputes_table"),
    *("disclosure_table_2019", "requests_table_2019"),
)


def structure() -> Structure:
    return load_rules().form.structure


def of_form(box: Box) -> tuple[object, int, int]:
    text = (box.row, box.column) if box.element is None else structure().printed[box.element]
    return text, box.across, box.down


def of_generator(box: Drawn) -> tuple[object, int, int]:
    is_value = box.cell.kind == VALUE
    text = tuple(map(str, box.cell.marks[0][2:])) if is_value else box.cell.text
    return text, box.across, box.down


def table(document: Document, name: str) -> Table:
    return next(each for each in section_of(document, name).blocks if isinstance(each, Table))


@pytest.mark.parametrize("name", ["disclosure", "requests", "disputes"])
def test_each_cell_stands_where_the_form_has_it(name: str) -> None:
    drawn = boxes_of(grid_of(table(build_document(make_report(Random(1))), name)))

    assert [[*map(of_generator, row)] for row in drawn] == [
        [*map(of_form, row)] for row in drawing_of(structure(), structure().start(name))
    ]


@pytest.mark.parametrize("start", STARTS)
def test_the_cells_of_each_table_fill_a_rectangle(start: str) -> None:
    rows = drawing_of(structure(), start)
    places = []
    room: dict[int, set[int]] = {number: set() for number in range(len(rows))}
    for number, row in enumerate(rows):
        for box in row:
            first = min({*range(99)} - room[number])
            for down in range(box.down):
                across = {*range(first, first + box.across)}
                assert not across & room[number + down]
                room[number + down] |= across
            if box.element is None:
                places.append((box.row, box.column))

    assert 1 == len({frozenset(each) for each in room.values()})
    assert [*structure().shapes[start].cells()] == places


def test_all_tables_are_drawn() -> None:
    assert {*STARTS} == {*structure().shapes}


def test_heads_say_what_they_are_the_heads_of() -> None:
    rows = drawing_of(structure(), "requests_table")

    assert ["col", "col"] == [box.heads for box in rows[0]]
    assert ["row", "row", *[""] * 7] == [box.heads for box in rows[5]]
