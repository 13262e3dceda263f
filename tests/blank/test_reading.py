"""Numbers for a new report: from what gklint extract writes, and from sheets like the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.blank.given import Given
from gklint.blank.reading import read_numbers
from gklint.docs import sample_text
from gklint.errors import GklintError
from gklint.ruleset.loading import load_rules
from tests.support.extracting import facts_of, written
from tests.support.filling import (
    as_csv,
    as_xlsx,
    cell,
    sample_numbers,
    sheet_of,
)

pytestmark = pytest.mark.slow

TABLES = ("disclosure", "requests", "disputes")
KINDS = ("csv", "csv zh", "csv en", "xlsx", "xlsx en", "json")


def read(path: Path, agency: str | None = None, year: int | None = None) -> Given:
    return read_numbers(path, load_rules().form, agency, year)


def refused(path: Path, agency: str | None = None, year: int | None = None) -> str:
    with pytest.raises(GklintError) as caught:
        read(path, agency, year)
    return str(caught.value).removeprefix(str(path))


def extracted(folder: Path, kind: str, *texts: str, lang: str | None = None) -> Path:
    path = folder / f"汇总.{kind}"
    path.write_bytes(written(kind, *map(facts_of, texts or (sample_text(),)), lang=lang))
    return path


# -- as gklint extract writes them -------------------------------------------------------------


@pytest.mark.parametrize("named", KINDS)
def test_what_was_extracted_is_read_again(named: str, tmp_path: Path) -> None:
    kind, _, lang = named.partition(" ")
    expected = Given("青石县水务局", 2023, sample_numbers())

    assert expected == read(extracted(tmp_path, kind, lang=lang or None))


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_of_several_reports_the_one_that_is_meant_is_taken(kind: str, tmp_path: Path) -> None:
    other = sample_text().replace("青石县", "白河县")
    path = extracted(tmp_path, kind, sample_text(), other)

    assert "白河县水务局" == read(path, "白河县水务局", 2023).agency
    both = "青石县水务局2023年、白河县水务局2023年"
    several = "有 2 份报告，请用 --agency、--year 指明是哪一份"
    assert f"：{several}：{both}" == refused(path)
    none = "没有这个机关、这一年度的报告；有的是"
    assert f"：{none}：{both}" == refused(path, "青石县水务局", 2024)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("requests.new.total", "requests.new.sum", "：CR1：不认识这一列“requests.new.sum”"),
        (",15.62,", ",十五,", "：AF2：“十五”不是数字"),
    ],
)
def test_what_is_not_known_in_a_list_is_refused(
    old: str, new: str, problem: str, tmp_path: Path
) -> None:
    path = extracted(tmp_path, "csv")
    text = path.read_text("utf-8-sig")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), "utf-8-sig")

    assert problem.split("：")[2:] == refused(path).split("：")[2:]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", ":1: JSON 语法有误，请用 gklint extract 重新生成"),
        ("[]", ":1: 没有 reports 这个列表，请用 gklint extract 重新生成"),
        ('{"reports": []}', "：没有一份报告的数字"),
        ('{"reports": [5]}', ":1: reports.0：应为对象（花括号），请用 gklint extract 重新生成"),
    ],
)
def test_json_of_another_kind_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "数.json"
    path.write_text(text, "utf-8")

    assert problem == refused(path)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"new":', '"newer":', "规定的表格里没有这一格：requests.newer.natural_person"),
        ('"value": 15.62', '"value": "15.62"', "value 应为数字或 null"),
    ],
)
def test_a_cell_of_json_that_is_none_is_refused(
    old: str, new: str, problem: str, tmp_path: Path
) -> None:
    path = extracted(tmp_path, "json")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")

    assert problem in refused(path)


# -- as the form draws them --------------------------------------------------------------------


def test_a_workbook_in_the_layout_of_the_form_is_read(tmp_path: Path) -> None:
    numbers = sample_numbers()
    path = as_xlsx(tmp_path / "数.xlsx", *(sheet_of(each, numbers) for each in TABLES))

    assert Given(None, None, numbers) == read(path)


def test_so_is_a_csv_file_which_has_no_merged_cells(tmp_path: Path) -> None:
    numbers = sample_numbers()
    path = as_csv(tmp_path / "数.csv", *(sheet_of(each, numbers)[0] for each in TABLES))

    assert Given(None, None, numbers) == read(path)


def test_the_year_tells_in_which_form_the_numbers_are(tmp_path: Path) -> None:
    numbers = {cell("disclosure.procurement.spent"): 7, cell("requests.other_handling.legal"): 2}
    path = as_csv(tmp_path / "数.csv", *(sheet_of(each, numbers, "2019")[0] for each in TABLES))

    assert numbers == read(path, year=2020).numbers


def test_a_single_table_will_do_and_blanks_stay_blank(tmp_path: Path) -> None:
    numbers = {cell("requests.new.total"): 3, cell("requests.granted.total"): 1}
    rows, _ = sheet_of("requests", numbers)
    rows = [["—" if text == "1" else text for text in row] for row in rows]
    path = as_csv(tmp_path / "数.csv", rows)

    assert {cell("requests.new.total"): 3} == read(path).numbers


@pytest.mark.parametrize(
    ("row", "column", "text", "problem"),
    [
        (5, 1, "（一）未予公开", "：B7：这里应为“（一）予以公开”，现为“(一)未予公开”"),
        (2, 4, "", "：E4：这里应为“商业企业”，现为“”"),
        (5, 9, "两件", "：J7：“两件”不是数字"),
    ],
)
def test_what_is_not_known_in_a_sheet_like_the_form_is_refused(
    row: int, column: int, text: str, problem: str, tmp_path: Path
) -> None:
    rows, _ = sheet_of("requests", sample_numbers())
    rows[row][column] = text

    assert problem == refused(as_csv(tmp_path / "数.csv", rows))


def test_a_table_that_stands_twice_is_refused(tmp_path: Path) -> None:
    rows, _ = sheet_of("disputes", sample_numbers())
    path = as_csv(tmp_path / "数.csv", rows, rows)

    assert "：“四、政府信息公开行政复议、行政诉讼情况”的表有两张，不知道用哪一张" == refused(path)


# -- files -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("数.txt", b"", "：数字应在 .xlsx、.csv 或 .json 文件里"),
        ("数.csv", b"", "：不是 gklint extract 写的表，也没有与规定的表格排得一样的表"),
        ("数.csv", b'"' + b"a" * 200_000, "：不是 CSV 文件，或者已损坏"),
        ("数.xlsx", b"PK\x03\x04", "：文件已损坏或没有下载完整，不是完整的 xlsx 文件"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    name: str, data: bytes, problem: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)

    assert problem == refused(tmp_path / name).partition("；")[0]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "：找不到这个文件" == refused(tmp_path / "无.csv")
