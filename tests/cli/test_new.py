"""``gklint new`` on the command line."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from gklint import extras
from tests.support.extracting import facts_of, written
from tests.support.filling import (
    as_csv,
    cell,
    is_total,
    numbers_in,
    sample_numbers,
    sheet_of,
    without,
)
from tests.support.running import Run, in_process
from tests.support.sample import WRONG_SUM

pytestmark = pytest.mark.slow


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    return in_process(capsys, "new", *arguments)


def test_a_blank_report_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "年报.docx"

    assert (0, f"{made}：已写好空白年报。\n", "") == run(
        capsys, "-o", made, "--agency", "青石县水务局", "--year", 2025
    )
    assert (
        "青石县水务局2025年政府信息公开工作年度报告" == docx.Document(str(made)).paragraphs[0].text
    )
    assert {} == numbers_in(made.read_bytes())


def test_totals_that_are_blank_are_computed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = without(sample_numbers(), lambda name: is_total(name) or name.table == "disclosure")
    numbers = as_csv(
        tmp_path / "数.csv", *(sheet_of(each, given)[0] for each in ("requests", "disputes"))
    )
    made = tmp_path / "年报.docx"

    said = f"{made}：已填入 156 个数字，算出合计 34 个，空着 10 格。\n"
    assert (0, said, "") == run(capsys, "-o", made, "--numbers", numbers)
    assert without(sample_numbers(), lambda name: name.table == "disclosure") == numbers_in(
        made.read_bytes()
    )


def test_what_does_not_add_up_is_filled_in_as_given_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers, made = tmp_path / "数.csv", tmp_path / "年报.docx"
    numbers.write_bytes(written("csv", facts_of(WRONG_SUM)))

    status, out, err = run(capsys, "-o", made, "--numbers", numbers)
    assert (0, "") == (status, err)
    assert [
        f"{made}：已填入 200 个数字，算出合计 0 个，空着 0 格。",
        "表三“总计”：（一）予以公开 5 + （二）部分公开 1 + 1.本机关不掌握相关政府信息 1 = 7 "
        "≠ （七）总计 5，不成立，相差 2",
        "表三“（一）予以公开”：自然人 2 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + "
        "法律服务机构 0 + 其他 0 = 3 ≠ 总计 5，不成立，相差 2",
    ] == out.splitlines()
    assert 5 == numbers_in(made.read_bytes())[cell("requests.granted.total")]


def test_fewer_documents_in_force_than_were_issued_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {**sample_numbers(), cell("disclosure.normative_documents.issued"): 20}
    numbers = as_csv(tmp_path / "数.csv", sheet_of("disclosure", given)[0])

    out = run(capsys, "-o", tmp_path / "年报.docx", "--numbers", numbers).out
    assert [
        "表二“行政规范性文件”：现行有效件数 12 - 本年制发件数 20 + 本年废止件数 1 = -7 "
        "< 0，不成立，相差 7"
    ] == out.splitlines()[1:]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("-o", "年报.doc"), "输出是 Word 文件，文件名应以 .docx 结尾：-o 年报.docx"),
        (("-o", "有.docx"), "文件已经有了，不会覆盖，请另取文件名：有.docx"),
        (("-o", "无/年报.docx"), "无法写入 无/年报.docx：没有这个文件夹"),
        (("-o", "新.docx", "--year", "2018"), "没有 2018 年度的格式；规定的格式从 2019 年度开始"),
        (("-o", "新.docx", "--agency", " "), "机关名称是空的，或者含有看不见的字符"),
        (("-o", "新.docx", "--agency", "局\x08"), "机关名称是空的，或者含有看不见的字符"),
        (("-o", "新.docx", "--numbers", "无.csv"), "无.csv：找不到这个文件"),
        (
            ("-o", "新.docx", "--year", "今年"),
            "选项 --year: 应为正整数，现为“今年”（gklint new --help 列出全部选项）",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_nothing_is_written(
    arguments: tuple[str, ...],
    problem: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("有.docx").write_bytes(b"")

    assert (2, "", f"gklint: {problem}\n") == run(capsys, *arguments)
    assert ["有.docx"] == [each.name for each in tmp_path.iterdir()]
    assert b"" == Path("有.docx").read_bytes()


def test_numbers_of_a_later_form_do_not_go_into_an_earlier_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = tmp_path / "数.csv"
    numbers.write_bytes(written("csv", facts_of(WRONG_SUM)).replace(b",2023,", b",2020,", 1))

    status, _, err = run(capsys, "-o", tmp_path / "年报.docx", "--numbers", numbers)
    assert 2 == status
    assert err.startswith(f"gklint: {numbers}：2019 年起的格式里没有这一格：")


def test_without_its_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extras, "has_module", lambda name: None if name == "docx" else True)

    status, _, err = run(capsys, "-o", tmp_path / "年报.docx")
    assert 2 == status
    assert err.startswith("gklint: 生成空白年报还要安装别的包，请运行：")
