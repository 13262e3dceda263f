"""Numbers that were read from pictures, as the sums of their tables settle them."""

from __future__ import annotations

import pytest

import gklint
from gklint.checks import settling
from gklint.model.outcomes import CellName
from gklint.text.recognition import LIKELY, OF_OTHERS, Alike, Crop, Seen, State
from gklint.text.source import Source, Span
from tests.support.checking import linter
from tests.support.recognised import Doubts, read, recognised, seen, told
from tests.support.sample import CLEAN, WRONG_COUNT, changed

GRANTED = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 | |"
OTHERS = "（一）予以公开 | {} | 1 | 0 | 0 | 0 | 0 | 3 | |"
CELL = ("requests", "granted", "natural_person")
COLUMNS = (*("natural_person", "commercial", "research", "social", "legal", "other", "total"),)
LICENCES = ("disclosure", "licences", "decisions")


def misread(as_text: str) -> str:
    """The sample, a 2 of which was read as something else."""
    return changed((GRANTED, OTHERS.format(as_text)))


def test_a_clear_number_in_a_sum_that_holds_is_certain() -> None:
    report = read(CLEAN)

    assert [] == told(report)
    assert State.CERTAIN is seen(report, *CELL).state


def test_a_clear_number_that_no_sum_proves_is_uncertain_without_a_warning() -> None:
    report = read(CLEAN)

    assert State.UNCERTAIN is seen(report, *LICENCES).state
    assert [] == told(report)


def test_what_only_others_had_makes_no_number_doubtful_that_a_sum_proves() -> None:
    report = read(CLEAN, {CELL: [("7", OF_OTHERS)]}, clear=True)

    assert State.CERTAIN is seen(report, *CELL).state
    assert [] == told(report)


def test_what_only_others_had_is_told_of_a_number_that_no_sum_proves() -> None:
    report = read(CLEAN, {LICENCES: [("7", OF_OTHERS)]}, clear=True)

    assert State.UNCERTAIN is seen(report, *LICENCES).state
    assert [("GK009", CellName(*LICENCES))] == told(report)


def test_what_only_others_had_may_mend_a_sum_and_is_to_be_looked_at() -> None:
    report = read(misread("7"), {CELL: [("2", OF_OTHERS)]}, clear=True)

    assert (State.BY_SUMS, "7") == (seen(report, *CELL).state, seen(report, *CELL).instead_of)
    assert [("GK009", CellName(*CELL))] == told(report)


def test_a_doubtful_number_is_decided_by_the_sums() -> None:
    report = read(CLEAN, {CELL: [("7", 0.4)]})

    assert (State.BY_SUMS, "7") == (seen(report, *CELL).state, seen(report, *CELL).instead_of)
    assert [] == told(report)


def test_a_misread_number_is_read_as_the_sums_have_it_and_that_is_said() -> None:
    report = read(misread("7"), {CELL: [("2", 2.0)]})

    assert report.document is not None
    assert 2 == report.document.tables["requests"].number("granted", "natural_person")
    assert (State.BY_SUMS, "7") == (seen(report, *CELL).state, seen(report, *CELL).instead_of)
    assert [("GK009", CellName(*CELL))] == told(report)
    (message,) = (each.message for each in report.diagnostics if each.code == "GK009")
    assert message == (
        "表三“（一）予以公开”一行“自然人”一格认不准（像 7 也像 2）；只有取 2 合计才相符，请核对。"
    )


def test_readings_of_other_lengths_move_what_stands_behind_them() -> None:
    report = read(misread("17"), {CELL: [("2", 2.0)]})

    assert report.document is not None
    table = report.document.tables["requests"]
    assert [2, 1, 0, 0, 0, 0, 3] == [table.number("granted", each) for each in COLUMNS]
    assert State.CERTAIN is seen(report, "requests", "granted", "total").state
    assert State.CERTAIN is seen(report, "disputes", "review", "upheld").state


def test_a_wrong_number_that_no_likely_reading_repairs_is_a_mistake_of_the_report() -> None:
    report = read(misread("7"), {CELL: [("1", 2.0)]})

    assert ["GK009", "GK302", "GK303"] == sorted(code for code, _ in told(report))
    broken = [each for each in report.diagnostics if each.code.startswith("GK30")]
    assert all(each.message.endswith("（由识别读出）") for each in broken)


def test_an_unlikely_reading_repairs_nothing() -> None:
    report = read(misread("7"), {CELL: [("2", LIKELY + 1)]})

    assert "GK303" in [code for code, _ in told(report)]
    assert State.UNCERTAIN is seen(report, *CELL).state


def test_numbers_that_several_readings_repair_alike_are_uncertain() -> None:
    other = ("requests", "granted", "commercial")
    total = ("requests", "granted", "total")
    text = changed((GRANTED, "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 4 | |"))
    doubts: Doubts = {total: [("3", 1.0)], other: [("2", 1.0)]}
    report = read(text, doubts)

    assert State.BY_SUMS is seen(report, *total).state  # 2 would break the sum of its column
    assert State.BY_SUMS is seen(report, *other).state

    report = read(text, {LICENCES: [("9", 1.0)]})
    assert ("GK009", CellName(*LICENCES)) in told(report)


def test_two_misread_numbers_are_repaired_together() -> None:
    text = changed((GRANTED, "（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | 8 | |"))
    report = read(text, {CELL: [("2", 1.0)], ("requests", "granted", "total"): [("3", 1.0)]})

    assert [CellName(*CELL), CellName("requests", "granted", "total")] == [
        cell for _, cell in told(report)
    ]
    assert {"GK009"} == {code for code, _ in told(report)}


def test_a_mistake_of_the_report_does_not_hide_that_another_number_was_misread() -> None:
    text = changed(
        (GRANTED, OTHERS.format("7")),
        ("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 4 | 0 |"),
    )
    report = read(text, {CELL: [("2", 1.0)]})

    assert State.BY_SUMS is seen(report, *CELL).state
    codes = [code for code, _ in told(report)]
    assert ("GK303", CellName("requests", "rejected_repeat", "total")) in told(report)
    assert 1 == codes.count("GK009")


def test_what_takes_too_many_steps_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "MOST_STEPS", 1)
    report = read(misread("7"), {CELL: [("2", 2.0)]})

    assert [("GK009", CellName(*CELL))] == told(report)
    assert {"可能的读法太多，没有在限定的步数内试完"} == {
        each.reason for each in report.undecided if each.code.startswith("GK30")
    }


def test_a_doubtful_digit_of_a_statement_is_named_with_what_it_may_be() -> None:
    """And what it would contradict is left undecided."""
    source = recognised(WRONG_COUNT.replace("申请八件", "申请18件"), {})
    assert source.recognition is not None
    at = source.text.index("申请18件") + 2
    lines = zip(source.recognition.starts, source.recognition.seen, strict=True)
    seen = tuple(
        it._replace(sure=0.6, alike=(Alike(at - start, "4"), Alike(at + 1 - start, "3")))
        if start <= at <= end_of_line(source, start)
        else it
        for start, it in lines
    )
    known = source.recognition._replace(seen=seen)
    report = linter().check(source._replace(recognition=known))
    found = [each for each in report.diagnostics if each.code == "GK009"]

    assert [Span(at, at + 2)] == [each.span for each in found]
    assert "认作 18，也像 48 / 13，请核对。" in found[0].message
    assert "GK402" in {each.code for each in report.undecided}
    assert "GK402" not in {each.code for each in report.diagnostics}


def end_of_line(source: Source, start: int) -> int:
    """Where the line ends that begins there."""
    return source.line_span(source.position(start).line).end


def test_how_much_was_read_is_said_once() -> None:
    (said,) = (each for each in read(CLEAN).diagnostics if each.code == "GK008")

    assert gklint.Severity.INFO is said.severity
    assert said.message == (
        "有 1 页（张）图片，文字由识别读出：表格里 200 个数字，190 个字迹清楚且合计相符，"
        "0 个按合计判定，10 个没有合计可以验证或者认不准。"
    )


def test_what_was_read_badly_is_not_judged() -> None:
    lost = ("2023年，本机关未收取信息处理费。", "2023年，承办建议4件。")

    assert "GK403" in [code for code, _ in told(read(changed(lost)))]
    report = read(changed(lost), sure=0.4)
    assert "GK403" not in [code for code, _ in told(report)]
    assert "GK403" in [each.code for each in report.undecided]


def on_two_pages(text: str, badly: str) -> Source:
    """A report whose last lines, from some words on, stand on a page that was read badly."""
    source = recognised(text, {})
    assert source.recognition is not None
    last = source.text.index(badly)
    seen = tuple(
        it._replace(sure=0.4, crop=it.crop._replace(page=2)) if start >= last else it
        for start, it in zip(source.recognition.starts, source.recognition.seen, strict=True)
    )
    return source._replace(recognition=source.recognition._replace(seen=seen))


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        ("2023年，本机关未收取信息处理费。", "GK403"),
        ("所列数据的统计期限为2023年1月1日至2023年12月31日。", "GK114"),
    ],
)
def test_what_may_stand_on_a_page_that_was_read_badly_is_not_called_missing(
    lost: str, code: str
) -> None:
    text = changed((lost, "有关工作情况如下。")) + "另有说明。\n"
    report = linter().check(on_two_pages(text, "另有说明"))

    assert code in [found for found, _ in told(read(text))]
    assert code not in [found for found, _ in told(report)]
    assert code in [each.code for each in report.undecided]


def test_a_section_of_which_no_heading_was_read_is_not_called_missing() -> None:
    text = changed(("六、其他需要报告的事项\n", ""))
    report = read(text)

    assert ["GK101"] == [each.code for each in gklint.check(text).diagnostics]
    assert [] == told(report)
    assert ["GK101"] == [each.code for each in report.undecided]


def test_what_may_stand_in_a_section_that_was_not_read_is_not_called_missing() -> None:
    contact = (
        "如有疑问，请与青石县水务局办公室联系（地址：青石县河滨路8号，电话：0919-2345678）。\n"
    )
    without = read(changed((contact, "")))
    report = read(changed((contact, ""), ("六、其他需要报告的事项\n", "")))

    assert ["GK501"] == [code for code, _ in told(without)]
    assert [] == told(report)
    assert {"GK101", "GK501"} == {each.code for each in report.undecided}


def test_the_form_of_characters_is_not_judged() -> None:
    text = changed(("2023年，本机关未收取信息处理费。", "2023年，本机关未收取“信息处理费〞。"))

    assert "GK703" in [each.code for each in gklint.check(text).diagnostics]
    assert "GK703" not in [each.code for each in read(text).diagnostics]


# -- too many to be told one by one --------------------------------------------------------

OF_DISCLOSURE = (
    *(("disclosure", "normative_documents", each) for each in ("issued", "repealed", "in_force")),
    *(("disclosure", each, "decisions") for each in ("licences", "penalties", "compulsory")),
)


def doubtful(count: int) -> list[str]:
    """What is said where so many cells of table two may be another number, too."""
    report = read(CLEAN, {cell: [("77", 1.0)] for cell in OF_DISCLOSURE[:count]})
    return [each.message for each in report.diagnostics if each.code == "GK009"]


def test_cells_that_are_not_certain_are_told_one_by_one_if_they_are_few() -> None:
    assert 5 == len(doubtful(5))


def test_many_cells_of_a_table_that_are_not_certain_are_told_together_with_what_to_do() -> None:
    assert doubtful(6) == [
        "表二有 6 格（共 10 格）认不准，没有一一列出："
        "表格没有框线，数字是手写的，字迹太淡，或者拍歪了。"
        "请把纸放平，正对着重拍，或者用扫描仪以 200 dpi 以上重新扫描；"
        "手写的、没有框线的，请检查 Word 原稿。"
    ]


def test_a_number_that_stands_in_no_frame_is_faint_and_none_that_is_no_number() -> None:
    source = recognised(CLEAN, {})
    assert source.recognition is not None
    document = read(CLEAN).document
    assert document is not None
    at = document.tables["disclosure"].cells["licences", "decisions"].start
    seen = {at: Seen(0.5, Crop(1, 0.0, 0.0, 1.0, 1.0))}
    known = source.recognition.settled(seen, frozenset())
    (found,) = (
        each.message
        for each in linter().check(source._replace(recognition=known)).diagnostics
        if each.code == "GK009"
    )

    assert "字迹不清，认作 36，请核对。" in found
