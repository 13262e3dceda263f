"""``gklint corpus ask`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.support.corpora import Made
from tests.support.running import Run, in_process

pytestmark = pytest.mark.slow

BODIES = "SELECT body, year FROM reports ORDER BY report"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with two reports."""
    made = Made()
    made.report(1, "甲局", 2023, errors=1)
    made.report(2, "=乙局", 2024, errors=0)
    return made.write(tmp_path / "结果")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    return in_process(capsys, "corpus", "ask", *arguments)


def test_a_question_is_answered_with_a_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = "body    year\n────────────\n甲局    2023\n=乙局   2024\n"

    assert (0, shown, "") == run(capsys, folder, BODIES)


def test_a_view_stands_in_place_of_sql(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, folder, "--view", "undecided_rates", "--format", "json")

    assert (0, "", [2023, 2024]) == (status, err, [row["year"] for row in json.loads(out)])


def test_an_unknown_view_is_refused_with_those_there_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (
        "gklint: 没有叫 errors 的视图；现成的有：error_rates、undecided_rates、requests_by_report、"
        "carried_over、roll_up、near_duplicates、near_duplicate_groups、rule_effects、"
        "failures_by_reason\n"
    )

    assert (2, "", said) == run(capsys, folder, "--view", "errors")


@pytest.mark.parametrize("given", [[], ["SELECT 1", "--view", "error_rates"]])
def test_one_question_has_to_be_asked(
    given: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, folder, *given)

    assert (2, "") == (status, out)
    assert err.startswith("gklint: 请写一句 SQL，或用 --view 指定一个现成的视图：error_rates、")


def test_the_ending_of_a_file_tells_its_format(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.csv", "a.json", "a.xlsx"):
        assert (0, "", "") == run(capsys, folder, BODIES, "-o", tmp_path / name)

    csv = (tmp_path / "a.csv").read_bytes()
    assert "\ufeffbody,year\r\n甲局,2023\r\n'=乙局,2024\r\n" == csv.decode()
    assert [{"body": "甲局", "year": 2023}, {"body": "=乙局", "year": 2024}] == json.loads(
        (tmp_path / "a.json").read_bytes()
    )
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["gklint"]
    assert [("body", "year"), ("甲局", 2023), ("=乙局", 2024)] == [*sheet.values]
    assert "s" == sheet["A3"].data_type


def test_a_workbook_needs_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, folder, BODIES, "--format", "xlsx")

    assert (2, "", 1) == (status, out, err.count("\n"))


def test_a_file_stays_as_it_was_where_the_question_is_wrong(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("before")

    assert 2 == run(capsys, folder, "SELECT nobody FROM reports", "-o", tmp_path / "a.csv").status
    assert "before" == (tmp_path / "a.csv").read_text()


def test_a_picture_comes_with_the_answer(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "a.svg"
    sql = "SELECT body, sum(errors) AS errors FROM reports GROUP BY body ORDER BY body"
    status, out, err = run(capsys, folder, sql, "--picture", picture)

    assert (0, "") == (status, err)
    assert "甲局         1\n" in out
    assert ">甲局</text>" in picture.read_text("utf-8")


def test_a_picture_of_a_view_is_in_the_language_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "a.svg"
    run(capsys, folder, "--view", "undecided_rates", "--picture", picture, "--lang", "en")

    assert ">Checks that could not be decided</text>" in picture.read_text("utf-8")


def test_likeness_that_was_never_looked_for_is_no_empty_answer(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"gklint: 还没有比较过正文；请先运行 gklint corpus alike {folder}\n"

    assert (2, "", said) == run(capsys, folder, "--view", "near_duplicates")
