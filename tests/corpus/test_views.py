"""The ready views: what they count, and when they say that something differs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from gklint.corpus.views import VIEWS
from tests.support.corpora import Cells, Made, asked

pytestmark = pytest.mark.slow

STATES = 'SELECT year, "column", state, reason FROM carried_over ORDER BY ALL'
OUT, IN = ("requests", "carried_out", "total"), ("requests", "carried_in", "total")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_can_be_asked_of_a_corpus_that_has_nothing_of_it(view: str, tmp_path: Path) -> None:
    made = Made()
    made.report(1, None, None)
    made.write(tmp_path)

    assert len(asked(tmp_path, f"FROM {view}")) in (0, 1)


# -- rates -----------------------------------------------------------------------------------


def test_error_rates_count_each_report_once_and_no_accepted_finding(tmp_path: Path) -> None:
    made = Made()
    for number in range(1, 5):
        made.report(number, "甲局", 2023, "340100" if number < 4 else None)
    for report, accepted in ((1, None), (1, None), (2, None), (3, "comment"), (4, None)):
        finding = {"code": "GK301", "severity": "error", "accepted": accepted}
        made.add("findings", 2023, report=report, **finding)
    made.write(tmp_path)

    assert [
        ("GK301", "error", 2023, "安徽省", 3, 2, Decimal("66.7")),
        ("GK301", "error", 2023, None, 1, 1, Decimal("100.0")),
    ] == asked(tmp_path, "FROM error_rates")


def test_undecided_rates_are_of_checks(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "甲局", 2023, passed=80, failed=10, undecided=10)
    made.report(2, "乙局", 2023, passed=100)
    made.write(tmp_path)

    assert [(2023, None, 2, 180, 10, 10, Decimal("5.0"))] == asked(tmp_path, "FROM undecided_rates")


def test_failures_are_counted_by_their_reason(tmp_path: Path) -> None:
    made = Made()
    made.report(9, "甲局", 2023)
    for number, reason in enumerate(("GK002", "GK001", "GK001")):
        why = {"reason": reason, "message": f"why {reason}", "address": f"{number}.txt"}
        made.add("failures", None, report=number, **why)
    made.write(tmp_path)

    assert [("GK001", "why GK001", 2, "1.txt"), ("GK002", "why GK002", 1, "0.txt")] == asked(
        tmp_path, "FROM failures_by_reason"
    )


def test_effects_are_counted_by_rule_and_change(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "甲局", 2023)
    for change in ("came", "came", "gone"):
        made.add("effects", 2023, report=1, code="GK301", change=change)
    made.write(tmp_path)

    assert [("GK301", "came", 2, 1), ("GK301", "gone", 1, 1)] == asked(
        tmp_path, "FROM rule_effects"
    )


def test_requests_stand_in_a_row_for_each_report(tmp_path: Path) -> None:
    made = Made()
    counts = {"new": 9, "granted": 4, "denied_by_law": 2, "denied_process_information": 1}
    made.report(1, "甲局", 2023, cells={("requests", row, "total"): n for row, n in counts.items()})
    made.write(tmp_path)

    assert [("甲局", 2023, 9, 4, 3, None, None)] == asked(
        tmp_path, "SELECT body, year, new, granted, denied, unable, partial FROM requests_by_report"
    )


# -- carried over ----------------------------------------------------------------------------


def two_years(
    folder: Path, before: Cells, after: Cells, divisions: tuple[str | None, str | None] = ("1", "1")
) -> list[tuple[object, ...]]:
    """What is said of a body's reports of two years."""
    made = Made()
    made.report(1, "甲局", 2022, divisions[0], before)
    made.report(2, "甲局", 2023, divisions[1], after)
    return asked(made.write(folder), STATES)


@pytest.mark.parametrize(
    ("out", "taken", "state", "reason"),
    [
        (3, 3, "agrees", None),
        (3, 4, "differs", None),
        ("blank", 4, "undecided", "blank"),
        (3, "unreadable", "undecided", "unreadable"),
        (3, "missing", "undecided", "missing"),
    ],
)
def test_what_is_carried_in_was_carried_out_or_that_is_not_known(
    out: int | str, taken: int | str, state: str, reason: str | None, tmp_path: Path
) -> None:
    assert [(2023, "total", state, reason)] == two_years(tmp_path, {OUT: out}, {IN: taken})


@pytest.mark.parametrize("divisions", [("1", None), (None, "1"), (None, None)])
def test_a_body_is_the_same_where_its_division_is_not_known(
    divisions: tuple[str | None, str | None], tmp_path: Path
) -> None:
    assert [(2023, "total", "differs", None)] == two_years(tmp_path, {OUT: 1}, {IN: 2}, divisions)


def test_bodies_of_one_name_in_two_divisions_are_two(tmp_path: Path) -> None:
    assert [] == two_years(tmp_path, {OUT: 1}, {IN: 2}, ("1", "2"))


def test_a_body_that_may_be_one_of_two_is_undecided(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "财政局", 2022, "1", {OUT: 1})
    made.report(2, "财政局", 2022, "2", {OUT: 1})
    made.report(3, "财政局", 2023, None, {IN: 2})
    made.write(tmp_path)

    assert [(2023, "total", "undecided", "several")] * 2 == asked(tmp_path, STATES)


def test_several_reports_of_a_body_and_year_are_undecided_but_not_copies(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "甲局", 2022, "1", {OUT: 1})
    made.report(2, "甲局", 2023, "1", {IN: 2}, hash="the same")
    made.report(3, "甲局", 2023, "1", {IN: 2}, hash="the same")
    made.report(4, "乙局", 2022, "1", {OUT: 1})
    made.report(5, "乙局", 2023, "1", {IN: 2})
    made.report(6, "乙局", 2023, "1", {IN: 1})
    made.write(tmp_path)

    assert [("乙局", None, "several"), ("甲局", 1, None)] == asked(
        tmp_path, "SELECT body, difference, reason FROM carried_over ORDER BY ALL"
    )


def test_reports_of_years_apart_are_not_compared(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "甲局", 2021, "1", {OUT: 1})
    made.report(2, "甲局", 2023, "1", {IN: 2})

    assert [] == asked(made.write(tmp_path), STATES)


# -- sums ------------------------------------------------------------------------------------

ROWS = [("requests", f"row {number}", "total") for number in range(12)]
SUMS = "SELECT \"row\", own, sum, children, fitting, state FROM roll_up WHERE state <> 'agrees'"


def cells(number: int, changed: Cells = MappingProxyType({})) -> Cells:
    """A dozen cells of a number."""
    return {**dict.fromkeys(ROWS, number), **changed}


def county(seat: Cells, name: str = "云岭县人民政府", **more: Cells) -> Made:
    """The reports of a government and of bodies of its county: an office with 2, a bureau with 3,
    a town with 4 in each cell.
    """
    made = Made()
    own = {"云岭县人民政府办公室": 2, "云岭县财政局": 3, "云岭县梨桥镇人民政府": 4}
    made.report(1, name, 2023, "340122", seat)
    for number, (body, value) in enumerate(own.items(), start=2):
        made.report(number, body, 2023, "340122", cells(value))
    for number, (body, found) in enumerate(more.items(), start=10):
        made.report(number, body, 2023, "340122", found)
    return made


def test_a_government_has_the_sums_of_the_bodies_of_its_division(tmp_path: Path) -> None:
    county(cells(9)).write(tmp_path)

    assert [] == asked(tmp_path, SUMS)
    assert [(12, 3, 100)] == asked(
        tmp_path, "SELECT count(*), any_value(children), any_value(fitting) FROM roll_up"
    )


def test_a_cell_that_is_no_sum_where_nearly_all_are_differs(tmp_path: Path) -> None:
    county(cells(9, {ROWS[0]: 10})).write(tmp_path)

    assert [("row 0", 10, 9, 3, 92, "differs")] == asked(tmp_path, SUMS)


def test_where_many_cells_are_no_sums_a_report_may_be_missing(tmp_path: Path) -> None:
    county(cells(9, dict.fromkeys(ROWS[:3], 10))).write(tmp_path)

    assert [("undecided", 75)] * 3 == [(row[-1], row[-2]) for row in asked(tmp_path, SUMS)]


@pytest.mark.parametrize(("telling", "state"), [(9, "undecided"), (10, "differs")])
def test_few_numbers_tell_nothing_of_which_reports_are_there(
    telling: int, state: str, tmp_path: Path
) -> None:
    numbers = {**dict.fromkeys(ROWS, 0), **dict.fromkeys(ROWS[:telling], 5)}
    made = Made()
    made.report(1, "云岭县人民政府", 2023, "340122", numbers)
    made.report(2, "云岭县财政局", 2023, "340122", {**numbers, ROWS[0]: 4})
    made.write(tmp_path)

    assert [("row 0", 5, 4, state)] == [
        (row, own, sum_, found) for row, own, sum_, *_, found in asked(tmp_path, SUMS)
    ]


def test_a_number_that_is_not_known_leaves_a_sum_undecided(tmp_path: Path) -> None:
    made = county(cells(9), 云岭县水务局=cells(0, {ROWS[0]: "blank"}))
    made.write(tmp_path)

    assert [("row 0", 9, 9, 4, 100, "undecided")] == asked(tmp_path, SUMS)


def test_a_body_that_answers_to_its_ministry_may_be_counted_or_not(tmp_path: Path) -> None:
    made = county(cells(9, {ROWS[0]: 14}), 国家税务总局云岭县税务局=cells(5))
    made.write(tmp_path)

    assert [] == asked(tmp_path, SUMS)


def test_of_two_offices_none_stands_for_the_government(tmp_path: Path) -> None:
    county(cells(7, {ROWS[0]: 10}), "云岭县政府办公室").write(tmp_path)

    assert [(0,)] == asked(tmp_path, "SELECT count(*) FROM roll_up")


def test_of_fees_no_difference_is_claimed_since_their_unit_is_not_known(tmp_path: Path) -> None:
    fees = ("disclosure", "fees", "amount")
    made = Made()
    made.report(1, "云岭县人民政府", 2023, "340122", cells(3, {fees: 10000}))
    made.report(2, "云岭县财政局", 2023, "340122", cells(3, {fees: 1}))
    made.write(tmp_path)

    assert [("fees", 10000, 1, 1, 92, "undecided")] == asked(tmp_path, SUMS)


def test_the_office_stands_for_a_government_without_a_report(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "云岭县人民政府办公室", 2023, "340122", cells(3, {ROWS[0]: 10}))
    made.report(2, "云岭县财政局", 2023, "340122", cells(3))
    made.write(tmp_path)

    assert [("row 0", 10, 3, 1, 92, "undecided")] == asked(tmp_path, SUMS)


def test_a_city_has_the_sums_of_its_bodies_and_of_the_governments_right_below(
    tmp_path: Path,
) -> None:
    made = county(cells(9))
    made.report(20, "合肥市人民政府", 2023, "340100", cells(14, {ROWS[0]: 15}))
    made.report(21, "合肥市财政局", 2023, "340100", cells(5))
    made.report(22, "安徽省人民政府", 2023, "340000", cells(14))
    made.report(23, "芜湖市财政局", 2023, "340200", cells(5))
    made.write(tmp_path)

    assert [
        ("合肥市人民政府", "row 0", 15, 14, 2, "differs"),
        ("安徽省人民政府", "row 0", 14, 15, 1, "differs"),
    ] == asked(
        tmp_path,
        "SELECT body, \"row\", own, sum, children, state FROM roll_up WHERE state <> 'agrees' "
        "ORDER BY body",
    )


@pytest.mark.parametrize(
    ("division", "above"),
    [
        ("340000", None),
        ("340100", "340000"),
        ("340122", "340100"),
        ("110101", "110000"),  # of a city without cities
        ("429004", "420000"),  # of no city
    ],
)
def test_a_division_lies_right_below_another(
    division: str, above: str | None, tmp_path: Path
) -> None:
    made = Made()
    made.report(1, "甲局", 2023)

    assert [(above,)] == asked(made.write(tmp_path), f"SELECT above('{division}')")


@pytest.mark.parametrize(
    ("body", "government", "office"),
    [
        ("云岭县人民政府", True, False),
        ("云岭县人民政府办公室", False, True),
        ("云泽市政府办公厅", False, True),
        ("云岭县梨桥镇人民政府", False, False),
        ("云岭县财政局", False, False),
    ],
)
def test_a_government_and_its_office_are_known_by_their_names(
    body: str, government: bool, office: bool, tmp_path: Path
) -> None:
    made = Made()
    made.report(1, body, 2023)

    assert [(government, office)] == asked(
        made.write(tmp_path), "SELECT is_government(body), is_office(body) FROM reports"
    )
