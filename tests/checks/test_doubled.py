"""GK606: two files for one body and year."""

from __future__ import annotations

from gklint.model.county import County, Entry, Member
from gklint.text.values import Number
from tests.support.county import COUNTY, OFFICE, WATER, findings, messages, report

CODE = "GK606"
LICENCES = ("disclosure", "licences", "decisions")


def entry(path: str, number: Number = 3, body: str = WATER, agency: str = "") -> Entry:
    return Entry(report(agency or body, {LICENCES: number}, (), path), body)


def said(*entries: Entry) -> list[str]:
    members = {each.body: Member(each.body) for each in entries if each.body}
    return [message for _, message in messages(County(entries, members), CODE)]


SAME = "“青石县水务局”2023 年的报告另有一份文件，内容相同，请只留一份。"
OTHER = "“青石县水务局”2023 年的报告另有一份文件，内容不同，请确认以哪份为准。"


def test_two_files_with_the_same_report_are_told_at_both() -> None:
    pair = entry("a/水务局.docx"), entry("b/水务局.docx")

    assert [SAME, SAME] == said(*pair)
    assert ["b/水务局.docx", "a/水务局.docx"] == [
        note.file
        for _, each in findings(County(pair, {WATER: Member(WATER)}), CODE)
        for note in each.notes
    ]


def test_two_different_reports_are_told_as_such() -> None:
    assert [OTHER, OTHER] == said(entry("1.docx"), entry("2.docx", 4))
    assert [OTHER, OTHER, OTHER] == said(entry("1.docx"), entry("2.docx", 4), entry("3.docx"))


def test_where_a_report_stands_in_its_file_makes_no_difference() -> None:
    first, second = entry("1.txt"), entry("2.txt")
    moved = second.report._replace(
        sentences=tuple(
            each._replace(span=each.span._replace(end=99)) for each in second.report.sentences
        )
    )

    assert [SAME, SAME] == said(first, second._replace(report=moved))


def test_one_report_in_two_formats_is_no_second_one() -> None:
    assert [] == said(entry("1.docx"), entry("1.html"), entry("1.pdf", 4))
    assert [SAME, SAME] == said(entry("1.htm"), entry("2.html"))


def test_reports_of_other_bodies_years_or_of_none_are_left_alone() -> None:
    last = entry("2.docx")
    unknown = Entry(report("某局", {LICENCES: 3}, (), "3.docx"))

    assert [] == said(entry("1.docx"), last._replace(report=last.report._replace(year=2022)))
    assert [] == said(entry("1.docx"), entry("2.docx", body=COUNTY))
    assert [] == said(unknown, unknown)


def test_a_government_and_its_office_are_two_though_a_list_has_one_name_for_both() -> None:
    pair = entry("1.docx", body=COUNTY), entry("2.docx", body=COUNTY, agency=OFFICE)

    assert [] == said(*pair)
