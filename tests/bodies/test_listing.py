"""The list of bodies: what a clerk writes in YAML or in a sheet, and what is said of slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from gklint.bodies.listing import read_bodies
from gklint.errors import GklintError
from gklint.model.county import Member

HEADS = ("机关", "上级", "曾用名", "层级")
COUNTY = (
    ("青石县人民政府", None, None, "县"),
    ("青石县水务局", "青石县人民政府", "青石县水利局、青石县水利水产局", "县"),
    ("柳树镇人民政府", "青石县人民政府", None, "乡"),
)
MEMBERS = {
    "青石县人民政府": Member("青石县人民政府", None, (), "县"),
    "青石县水务局": Member(
        "青石县水务局", "青石县人民政府", ("青石县水利局", "青石县水利水产局"), "县"
    ),
    "柳树镇人民政府": Member("柳树镇人民政府", "青石县人民政府", (), "乡"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def yaml(text: str) -> Path:
    path = Path.cwd() / "bodies.yaml"
    path.write_text(text, "utf-8")
    return path


def sheet(*rows: Sequence[object], finish: Callable[[Workbook], object] = lambda _: None) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append([*row])
    finish(book)
    path = Path.cwd() / "名单.xlsx"
    book.save(path)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(GklintError) as refused:
        read_bodies(path)
    said = str(refused.value)
    assert "\n" not in said
    return said


def test_yaml_names_bodies_with_what_is_above_them() -> None:
    text = """
- 机关: 青石县人民政府
  层级: 县
- 机关: 青石县水务局
  上级: 青石县人民政府
  曾用名: [青石县水利局, 青石县水利水产局]
  层级: 县
- {机关: 柳树镇人民政府, 上级: 青石县人民政府, 层级: 乡}
"""

    assert MEMBERS == read_bodies(yaml(text))


def test_keys_may_be_english_and_a_body_its_name_alone() -> None:
    text = "- 青石县人民政府\n- {name: 青石县水务局, parent: 青石县人民政府, former: 水利局}\n"

    assert [
        Member("青石县人民政府"),
        Member("青石县水务局", "青石县人民政府", ("水利局",)),
    ] == [*read_bodies(yaml(text)).values()]


def test_a_sheet_has_the_same_as_heads() -> None:
    assert MEMBERS == read_bodies(sheet(HEADS, *COUNTY))


def test_a_sheet_may_have_titles_further_columns_blank_rows_and_merged_cells() -> None:
    rows = [
        ("青石县应当报告的机关",),
        ("序号", "上 级", "机关", "电话", "曾用名", "层级"),
        (1, None, " 青石县人民政府 ", None, None, "县"),
        (),
        (2, "青石县人民政府", "青石县\n水务局", 2345678, "青石县水利局，青石县水利水产局", "县"),
        (3, None, "柳树镇人民政府", None, None, "乡"),
    ]

    def merge(book: Workbook) -> None:
        book.worksheets[0].merge_cells("A1:F1")
        book.worksheets[0].merge_cells("B5:B6")

    assert MEMBERS == read_bodies(sheet(*rows, finish=merge))


def test_the_first_sheet_counts_whichever_was_open() -> None:
    def more(book: Workbook) -> None:
        book.create_sheet("说明").append(("请填写",))
        book.active = 1

    assert MEMBERS == read_bodies(sheet(HEADS, *COUNTY, finish=more))


def test_names_are_kept_in_half_width_without_blanks() -> None:
    assert ["青石县农业农村局(县乡村振兴局)"] == [
        *read_bodies(yaml("- 青石县 农业农村局（县乡村振兴局）\n"))
    ]


A, B = "青石县人民政府", "青石县水务局"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"- {A}\n- {B}\n- 机关: {B}\n", f"bodies.yaml:3: 2.机关：“{B}”在第 2 行已经有了"),
        (f"- {A}\n- 机关: {B}\n  上级: 青石县政府\n",
         f"bodies.yaml:3: 1.上级：上级“青石县政府”不在名单里；是否想写“{A}”？"),
        (f"- 机关: {B}\n  上级: 江宁市委\n", "bodies.yaml:2: 0.上级：上级“江宁市委”不在名单里"),
        (f"- 机关: {A}\n  上级: {B}\n- 机关: {B}\n  上级: {A}\n",
         f"bodies.yaml:2: 0.上级：上级绕成了一圈：{A} → {B} → {A}"),
        (f"- 机关: {A}\n  上级: {A}\n", f"bodies.yaml:2: 0.上级：上级绕成了一圈：{A} → {A}"),
        (f"- 上级: {A}\n", "bodies.yaml:1: 0：缺少“机关”"),
        (f"- 机关: {A}\n  曾用名称: {B}\n",
         "bodies.yaml:2: 0.曾用名称：不认识“曾用名称”；是否想写 曾用名？"),
        (f"- 机关: [{A}]\n", f"bodies.yaml:1: 0.机关：应为文字，现为 [\"{A}\"]"),
        ("[]\n", "bodies.yaml:1: 名单里没有任何机关"),
        ("", "bodies.yaml:1: 应为机关的列表：每一项是名称，或者含 机关、上级、曾用名、层级 的表"),
        (f"机关: {A}\n",
         "bodies.yaml:1: 应为机关的列表：每一项是名称，或者含 机关、上级、曾用名、层级 的表"),
        (f"- 机关: '{A}\n", "bodies.yaml:1: YAML 语法有误：引号没有成对"),
    ],
)  # fmt: skip
def test_a_slip_in_yaml_is_told_with_its_line(text: str, said: str) -> None:
    assert said == refusal(yaml(text))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([HEADS, *COUNTY, COUNTY[1]], "名单.xlsx: A5：“青石县水务局”在第 3 行已经有了"),
        ([HEADS, COUNTY[1]], "名单.xlsx: B2：上级“青石县人民政府”不在名单里"),
        ([HEADS, (A, B), (B, A)], f"名单.xlsx: B2：上级绕成了一圈：{A} → {B} → {A}"),
        ([HEADS, *COUNTY, (None, A)], "名单.xlsx: A5：缺少“机关”"),
        ([("单位", "上级"), (A, None)], "名单.xlsx：第一张工作表的前 10 行里没有“机关”这个表头"),
        ([HEADS], "名单.xlsx：名单里没有任何机关"),
        ([], "名单.xlsx：第一张工作表的前 10 行里没有“机关”这个表头"),
    ],
)
def test_a_slip_in_a_sheet_is_told_with_its_cell(
    rows: Sequence[Sequence[object]], said: str
) -> None:
    assert said == refusal(sheet(*rows))


def test_what_is_no_list_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "名单.doc").write_bytes(b"")

    assert (
        "坏.xlsx：文件已损坏或没有下载完整，不是完整的 xlsx 文件；请重新下载，或者打开原稿重新保存"
        == refusal(tmp_path / "坏.xlsx")
    )
    assert "名单.doc：机关名单应为 .yaml 或 .xlsx 文件" == refusal(tmp_path / "名单.doc")
    assert "没有.yaml：找不到这个机关名单" == refusal(tmp_path / "没有.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {机关: 甲县, name: 乙县}", "1: 0.name：“机关”和“name”是同一项，只能写一个"),
        ("- 机关: 甲县\n  机关: 乙县", "2: 0.机关：同一个键写了两次，第 1 行已经有了"),
        ("- 甲县\n- 机关：乙县", "2: 1：键后面要用半角的“: ”，不是全角的“：”"),
        ("- 机关: 甲县\n  上级：乙县", "2:5: YAML 语法有误：键后面要用半角的“: ”，不是全角的“：”"),
    ],
)
def test_what_is_given_twice_or_by_a_full_width_colon_is_refused(text: str, said: str) -> None:
    assert f"bodies.yaml:{said}" == refusal(yaml(text))


@pytest.mark.parametrize("second", ["机关", "name"])
def test_two_columns_of_a_sheet_with_the_same_head_are_refused(second: str) -> None:
    path = sheet(("名单", None), ("机关", second), ("甲县", "乙县"))

    assert f"名单.xlsx: B2：“机关”和“{second}”是同一项，只能写一个" == refusal(path)
