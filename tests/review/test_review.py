"""``gklint review``: who may publish, who has to mend what, who is missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from gklint.review.output import Output
from tests.support.reviewing import Office, report_of
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM

pytestmark = pytest.mark.slow

FIT, WRONG, LATE = "青石县水务局", "青石县教育局", "青石县审计局"


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


# -- how bodies stand ----------------------------------------------------------------------------


def test_each_body_of_the_list_may_publish_has_to_mend_or_is_missing(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT))
    office.put("教育局.txt", report_of(WRONG, NO_CONTACT))
    ran = office.review("--bodies", office.list_bodies(FIT, WRONG, LATE))

    assert (1, "") == (ran.status, ran.err)
    assert "3 个机关：可以发布 1，需要修改 1，没有交 1，读不了 0。" == ran.out.splitlines()[0]
    assert [(FIT, "可以发布"), (WRONG, "需要修改"), (LATE, "没有交")] == [
        (row["机关"], row["结论"]) for row in office.sheet("总览")
    ]


def test_without_a_list_the_bodies_are_those_that_have_a_report(office: Office) -> None:
    office.put("a.txt", report_of(FIT))
    office.put("b.txt", report_of(WRONG))

    assert 0 == office.review().status
    assert {FIT, WRONG} == {row["机关"] for row in office.sheet("总览")}


def test_a_file_that_cannot_be_read_is_said_and_the_others_go_on(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT))
    (office.reports / "教育局.docx").write_bytes(b"PK\3\4 not a Word file")
    ran = office.review()

    assert 3 == ran.status
    rows = {row["机关"]: row for row in office.sheet("总览")}
    assert "可以发布" == rows[FIT]["结论"]
    assert "读不了" == rows["教育局（不在名单上）"]["结论"]
    assert ["GK001"] == [row["编号"] for row in office.sheet("问题")]


def test_a_file_that_cannot_be_read_beside_the_report_of_its_body_is_not_passed_over(
    office: Office,
) -> None:
    office.put("水务局.txt", report_of(FIT))
    (office.reports / f"{FIT}2023年报.docx").write_bytes(b"PK\3\4 not a Word file")

    assert 3 == office.review("--bodies", office.list_bodies(FIT)).status


def test_a_file_that_is_no_report_fails_the_review(office: Office) -> None:
    office.put("值班表.txt", "值班表\n")

    assert 1 == office.review().status
    assert ["GK002"] == [row["编号"] for row in office.sheet("问题")]


def test_a_file_that_cannot_be_read_is_of_the_body_that_its_name_tells(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT))
    (office.reports / f"{WRONG}2023年报.docx").write_bytes(b"PK\3\4 not a Word file")
    office.review("--bodies", office.list_bodies(FIT, WRONG))

    assert [(FIT, "可以发布"), (WRONG, "读不了")] == [
        (row["机关"], row["结论"]) for row in office.sheet("总览")
    ]


def test_who_hands_in_the_report_of_another_year_has_not_handed_in(office: Office) -> None:
    for name in (FIT, WRONG):
        office.put(f"{name}.txt", report_of(name))
    office.put(f"{LATE}.txt", report_of(LATE).replace("2023年", "2022年"))
    office.review()
    rows = {row["机关"]: row for row in office.sheet("总览")}

    assert ["可以发布", "可以发布", "没有交"] == [rows[each]["结论"] for each in (FIT, WRONG, LATE)]
    assert "交来的是 2022 年的年报" == rows[LATE]["最主要的问题"]


def test_where_no_year_is_that_of_most_reports_all_are_taken(office: Office) -> None:
    office.put("a.txt", report_of(FIT))
    office.put("b.txt", report_of(LATE).replace("2023年", "2022年"))

    assert 0 == office.review().status


def test_warnings_need_no_mending_unless_the_configuration_says_so(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT, WRONG_COUNT))
    assert 0 == office.review().status
    settings = office.reports.parent / "strict.toml"
    settings.write_text('fail-on = "warning"\n', "utf-8")
    ran = office.review("--config", settings)  # which is not isolated

    assert 2 == ran.status


def test_only_a_list_says_that_all_reports_of_a_government_are_there(office: Office) -> None:
    seat, own = "青石县人民政府", "青石县人民政府办公室"
    more = CLEAN.replace("行政许可 | 36 |", "行政许可 | 63 |")
    office.put("政府.txt", report_of(seat, more))
    office.put("办公室.txt", report_of(own))
    listed = office.reports.parent / "bodies.yaml"
    listed.write_text(f"- {seat}\n- {{机关: {own}, 上级: {seat}}}\n", "utf-8")

    office.review()
    assert [] == [row for row in office.sheet("问题") if row["编号"] == "GK604"]

    office.review("--bodies", listed)
    assert [seat] == [row["机关"] for row in office.sheet("问题") if row["编号"] == "GK604"]


# -- the workbook --------------------------------------------------------------------------------


def test_the_overview_counts_findings_and_names_the_gravest(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT, WRONG_SUM))
    office.review()
    (row,) = office.sheet("总览")

    assert (2, 0, 0) == (row["错误"], row["警告"], row["提示"])
    assert "（一）予以公开" in row["最主要的问题"]
    assert "打开" == row["退回函"]


def test_each_finding_has_a_row_with_its_place_in_words_and_what_is_right(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT, WRONG_SUM))
    office.review()
    first, second = office.sheet("问题")

    assert ["GK303", "GK302"] == [first["编号"], second["编号"]]
    assert "三、收到和处理政府信息公开申请情况" == first["部分"]
    assert "表三“（一）予以公开”“总计”；第 32 行" == first["位置"]
    assert "表三“（一）予以公开”“总计”应为 3" == first["应为"]
    assert first["依据"]


def test_the_numbers_of_all_reports_stand_in_a_sheet(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT))
    office.put("教育局.txt", report_of(WRONG, NO_CONTACT))
    office.review()
    *heads, first, second, sums = office.rows("数据")

    assert [4, 4 + 10 + 175 + 15] == [len(heads), len(first)]
    assert [(WRONG, 2023), (FIT, 2023)] == [first[:2], second[:2]]
    assert "合计" == sums[0]


def test_a_rule_has_a_column_and_a_body_a_row(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT, WRONG_SUM))
    office.review()
    (row,) = office.sheet("规则")

    assert [FIT, 1, 1] == [*row.values()]
    assert ["GK302", "GK303"] == [head[:5] for head in [*row][1:]]


def test_text_that_looks_like_a_formula_stays_text(office: Office) -> None:
    office.put("=1+1.txt", "青石县水务局值班表\n")
    office.review()
    rows = office.sheet("问题")

    assert ["=1+1.txt"] == [row["文件"] for row in rows]


# -- letters -------------------------------------------------------------------------------------


def test_a_letter_says_what_must_be_mended_where_and_until_when(office: Office) -> None:
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.review("--until", "2026-01-20")
    title, to, text, *rest = office.letter(f"{WRONG}.docx")

    assert "关于修改2023年政府信息公开年报的通知" == title
    assert f"{WRONG}：" == to
    assert "有2处需要修改。请于2026年1月20日前修改后重新报送。" in text
    assert ["需要修改的地方（2处）", "三、收到和处理政府信息公开申请情况"] == rest[:2]
    assert rest[2].startswith("1．")
    assert "（表三“（一）予以公开”“总计”；第 32 行）" in rest[2]
    assert rest[2].endswith("应为 3。")


def test_only_who_has_to_mend_something_gets_a_letter(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT))
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.review()

    assert ["审核结果.xlsx", f"退回/{WRONG}.docx"] == office.written()


def test_a_template_of_the_county_takes_the_place_of_ours(office: Office, tmp_path: Path) -> None:
    import docx

    template = docx.Document()
    template.add_paragraph("{{ 机关 }}：共{{ 必须修改数 }}处。")
    template.save(str(tmp_path / "模板.docx"))
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.review("--template", tmp_path / "模板.docx")

    assert [f"{WRONG}：共2处。"] == office.letter(f"{WRONG}.docx")


def test_a_template_with_a_fault_is_one_line(office: Office, tmp_path: Path) -> None:
    import docx

    template = docx.Document()
    template.add_paragraph("{{ 机关 }")
    template.save(str(tmp_path / "模板.docx"))
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    ran = office.review("--template", tmp_path / "模板.docx")

    assert 2 == ran.status
    assert ran.err.startswith(f"gklint: 退回函模板 {tmp_path / '模板.docx'} 有错：")
    assert 1 == ran.err.count("\n")


def test_a_word_file_is_returned_with_comments_beside_its_letter(office: Office) -> None:
    from tests.support.annotating import sample

    given = ("2023年，本机关未收取信息处理费。", "2023年，其他事项略。")
    (office.reports / "水务局.docx").write_bytes(sample(given))
    office.review()

    assert ["审核结果.xlsx", f"退回/{FIT}-批注.docx", f"退回/{FIT}.docx"] == office.written()


# -- the second time -----------------------------------------------------------------------------


def test_a_second_review_says_what_is_mended_new_and_left(office: Office) -> None:
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.put("水务局.txt", report_of(FIT, NO_CONTACT))
    office.review()
    office.put("教育局.txt", report_of(WRONG))
    ran = office.review()

    assert "与上次审核相比：已改 2 处，新增 0 处，仍有 1 处。" == ran.out.splitlines()[1]
    assert {("GK303", "已改"), ("GK302", "已改"), ("GK501", "仍有")} == {
        (row["编号"], row["与上次相比"]) for row in office.sheet("问题")
    }
    assert ["审核结果.xlsx", f"退回/{FIT}.docx"] == office.written()


def test_a_corrected_report_under_another_name_is_the_same_report(office: Office) -> None:
    first = office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.review()
    first.unlink()
    office.put("教育局（修改后）.txt", report_of(WRONG, NO_CONTACT))
    ran = office.review()

    assert "与上次审核相比：已改 2 处，新增 1 处，仍有 0 处。" == ran.out.splitlines()[1]


# -- a change of rules -----------------------------------------------------------------------------


def test_what_a_change_of_rules_does_is_shown_finding_by_finding(
    office: Office, tmp_path: Path
) -> None:
    local = tmp_path / "本县.yaml"
    local.write_text("extends: default\nseverity: {GK402: error, GK303: info}\n", "utf-8")
    office.put("水务局.txt", report_of(FIT, WRONG_COUNT))
    ran = office.review("--rules", local, "--against", "default")

    assert "多出 1 处，不再有 1 处" in ran.out.splitlines()[-1]
    assert [("多出", "错误", "GK402"), ("不再有", "警告", "GK402")] == [
        (row["变化"], row["级别"], row["编号"]) for row in office.sheet("规则变化")
    ]


# -- the folder ----------------------------------------------------------------------------------


def test_a_workbook_of_somebody_else_is_left_alone(office: Office) -> None:
    office.put("水务局.txt", report_of(FIT))
    office.out.mkdir()
    (office.out / "审核结果.xlsx").write_text("mine", "utf-8")
    ran = office.review()

    assert (2, "mine") == (ran.status, (office.out / "审核结果.xlsx").read_text("utf-8"))
    assert "不是 gklint 写的，没有覆盖" in ran.err


def test_a_letter_that_somebody_changed_is_put_aside(office: Office) -> None:
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.review()
    (office.out / "退回" / f"{WRONG}.docx").write_bytes(b"changed")
    office.review()

    assert [
        "审核结果.xlsx",
        f"退回/{WRONG}.docx",
        f"退回/{WRONG}（改过1）.docx",
    ] == office.written()
    assert b"changed" == (office.out / "退回" / f"{WRONG}（改过1）.docx").read_bytes()


def test_what_an_interrupted_review_wrote_is_replaced_by_the_next(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.put("审计局.txt", report_of(LATE, WRONG_SUM))
    real = Output.write

    def write(output: Output, name: str, parts: Iterable[bytes]) -> None:
        if office.written():
            raise KeyboardInterrupt
        real(output, name, parts)

    with monkeypatch.context() as patch:
        patch.setattr(Output, "write", write)
        assert 130 == office.review().status
    assert 1 == len(office.written())
    office.review()

    assert ["审核结果.xlsx", f"退回/{LATE}.docx", f"退回/{WRONG}.docx"] == office.written()


def test_what_was_written_is_no_report_the_next_time(office: Office) -> None:
    office.out = office.reports / "审核"
    office.put("教育局.txt", report_of(WRONG, WRONG_SUM))
    office.review()
    office.review()

    assert 1 == len(office.sheet("总览"))


def test_notes_that_name_other_files_make_none_of_them_go(office: Office, tmp_path: Path) -> None:
    import hashlib
    import json

    mine = tmp_path / "mine.docx"
    mine.write_bytes(b"mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    office.put("水务局.txt", report_of(FIT))
    office.review()
    notes = {**office.notes(), "files": {"退回/../../mine.docx": digest, "../mine.docx": digest}}
    (office.out / ".gklint-review.json").write_text(json.dumps(notes), "utf-8")
    (office.out / "审核结果.xlsx").unlink()
    office.review()

    assert b"mine" == mine.read_bytes()


@pytest.mark.parametrize("notes", ["{", "[]", '{"version": 1}', '{"version": 9, "files": {}}'])
def test_damaged_notes_are_as_none(office: Office, notes: str) -> None:
    office.put("水务局.txt", report_of(FIT))
    office.out.mkdir()
    (office.out / ".gklint-review.json").write_text(notes, "utf-8")
    ran = office.review()

    assert (0, 2) == (ran.status, len(ran.out.splitlines()))


def test_bodies_whose_names_are_no_names_of_files_get_letters_of_their_own(office: Office) -> None:
    from gklint.review.standing import Body, Standing

    output = Output(office.out, "zh")
    names = ["a/b", "a:b", "A_b", "..", "局" * 90]
    bodies = [Body(name, None, True, Standing.MEND, ()) for name in names]
    output.name_letters(bodies)

    assert ["退回/a_b.docx", "退回/a_b-2.docx", "退回/A_b-3.docx", "退回/_.docx"] == [
        output.letter_of(body) for body in bodies[:-1]
    ]
    assert f"退回/{'局' * 60}.docx" == output.letter_of(bodies[-1])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--until", "明天"), "--until 后面请写日期"),
        (("--template", "没有.docx"), "读不了退回函模板 没有.docx"),
    ],
)
def test_wrong_options_are_one_line(office: Office, options: tuple[str, str], said: str) -> None:
    office.put("水务局.txt", report_of(FIT))
    ran = office.review(*options)

    assert (2, 1) == (ran.status, ran.err.count("\n"))
    assert said in ran.err
